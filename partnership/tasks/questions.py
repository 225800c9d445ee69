"""Questions for lists of action items, in the short forms in which an office asks them."""

import re

from partnership.language.stems import stems
from partnership.tasks.listing import Shelf

SHELF_WORDS = {
    Shelf.OVERDUE: "прострочені прострочене прострочено протерміновані горять горить overdue late",
    Shelf.ALL: "усі всі все all",
    Shelf.MINE: "мої наші мене мені моїх mine our my me",
}
_END = r"\s*[?.!]*\s*$"
_MY_ITEMS = re.compile(
    r"\s*(?:покажи\s+|show\s+(?:me\s+)?)?(?:мої|my)\s+"
    rf"(?:доручення|завдання|tasks|(?:action\s+)?items){_END}",
    re.IGNORECASE,
)
_ON_ME = re.compile(
    r"\s*(?:що|шо)\s+(?:(?:ще|є|висить|маю|має)\s+)*"
    r"(?:на\s+мені|за\s+мною|[ув]\s+мене|мені|я)"
    rf"(?:\s+(?:висить|є|маю|треба|потрібно|робити|зробити|виконати))*{_END}"
    rf"|\s*what\s+(?:do\s+i\s+have|am\s+i|should\s+i|must\s+i)\s+(?:to\s+)?do{_END}",
    re.IGNORECASE,
)
_ON_SOMEBODY = re.compile(
    r"\s*(?:а\s+)?(?:що|шо)\s+(?:ще\s+|там\s+)?"
    r"(?:(?:висить|числиться|рахується|записано|є|лежить)\s+)?"
    rf"(?:за|на)\s+(?P<name>[^?]{{3,50}}?){_END}",
    re.IGNORECASE,
)
_ITEMS = re.compile(r"\b(?:доручен|завдан|задач|task|action\s+item)", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\W*(?:(?:встанов\w*|постав\w*|зміни\w*|продовж\w*|подовж\w*|set|extend|put|change)"
    r"\s+)?(?:the\s+)?(?:строк|термін|дедлайн|deadline|due)",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"\W*(?:скасу(?:вати|й|йте)|відміна|відмінити|назад|не\s+треба|cancel|back|never\s*mind)\W*$",
    re.IGNORECASE,
)
_OBLIQUE = re.compile(r"(?:ом|ем|єм|ою|ею|єю|им|ій|ові|еві|і)$", re.IGNORECASE)
"""The endings of the instrumental and of the locative."""
_LIST = re.compile(
    r"\s*(?:покажи\s+|show\s+)?(?:мої|наші|усі|всі|прострочені|my|our|all|overdue)?\s*"
    r"(?:доручення|завдання|tasks|action items)\b[^.,:;]{0,40}$",
    re.IGNORECASE,
)


def shelf_named(words: str) -> Shelf | None:
    """The list that is asked for in words; None for the name of a partner or a person."""
    if not words:
        return Shelf.MINE
    asked = set(stems(words))
    return next((each for each, said in SHELF_WORDS.items() if asked & set(stems(said))), None)


def asks_for_a_list(text: str) -> bool:
    """«Доручення Чижевської», «мої завдання»: a list, and no result of anything."""
    return _LIST.match(text) is not None


def asks_for_mine(text: str) -> bool:
    """«Мої доручення», "my tasks"."""
    return _MY_ITEMS.match(text) is not None


def asks_what_is_on_me(text: str) -> bool:
    """«Що на мені?», "what do I have to do?"."""
    return _ON_ME.match(text) is not None


def speaks_of_items(text: str) -> bool:
    """Whether action items are named as such, and not just what is open between two parties."""
    return _ITEMS.search(text) is not None


def begins_with_a_deadline(text: str) -> bool:
    """«Строк довідки до 20 червня» speaks of an item that is there already, not of a new one."""
    return _DEADLINE.match(text) is not None


def drops_the_question(text: str) -> bool:
    """«Скасувати», «назад», "cancel": no answer, and the question is not asked any more."""
    return _DROPPED.match(text) is not None


def on_whom(text: str) -> str | None:
    """The name in «що за Тарріссоном?», «що висить на Чижевській?».

    None for «що за Тарріссон?», which asks who that is.
    """
    asked = _ON_SOMEBODY.match(text)
    return asked["name"] if asked is not None and _OBLIQUE.search(asked["name"]) else None
