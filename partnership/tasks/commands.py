"""«Продовж № 11 до 1 липня, партнер просить час»: what is to be done with an action item.

Officials name it by its number, or answer to a message of the bot that is about one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from partnership.language.questions.lexicon import concepts_of
from partnership.language.text import tokens


class Verb(StrEnum):
    """What is wanted."""

    SHOW = "show"
    START = "start"
    WAIT = "wait"
    DONE = "done"
    CLOSE = "close"
    RETURN = "return"
    DUE = "due"
    PASS_ON = "pass_on"
    HELPERS = "helpers"
    CONTROLLER = "controller"
    CANCEL = "cancel"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class TaskCommand:
    """What is wanted of which action items; `before` and `after` are the words around the verb."""

    verb: Verb
    numbers: tuple[int, ...]
    said: str
    """The verb as it was written; empty where none was."""
    before: str = ""
    after: str = ""

    @property
    def words(self) -> str:
        """All the words but the verb and the number."""
        return f"{self.before} {self.after}".strip()


_NOUN = r"(?:доручен\w*|завдан\w*|задач\w*|поручен\w*|action\s+items?|items?|tasks?)"
_MARK = r"(?:№|#|номер(?:ом)?|number|no\.?|n\.?)"
_MONTH = (
    r"(?:січ|лют|бер|квіт|трав|черв|лип|серп|вер|жовт|лист|груд|jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec)"
)
_NUMBER = rf"(\d{{1,6}})\b(?!\s*[./:]\d)(?!\s*{_MONTH})"
_BY_NOUN = re.compile(
    rf"\b{_NOUN}\s*{_MARK}?\s*{_NUMBER}|\b(\d{{1,6}})-(?:ш|г|т|м|е|й|th|st|nd|rd)\w*\s+{_NOUN}",
    re.IGNORECASE,
)
_BY_MARK = re.compile(rf"(?<!\w)(?:№|#)\s*{_NUMBER}", re.IGNORECASE)
_NEXT = re.compile(rf"\s*(?:,|і|й|та|and|&)\s*(?:{_MARK}\s*)?{_NUMBER}", re.IGNORECASE)
_OTHER_THING = re.compile(
    r"(?:поді|зустріч|візит|заход|нотат|запис|лист|наказ|протокол|рішен|розпорядж|угод|догов|додат"
    r"|пункт|вих|вх|рахун|event|meeting|visit|note|letter|order|minutes|decision|agreement)"
    r"[\w.]*\s*$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\?|^\s*(?:чи|хто|що|коли|як\w*|who|what|when|is|has|how)\b", re.IGNORECASE)
_SO_FAR_NOT = re.compile(
    r"\b(?:ще\s+)?не\s+(?:виконан|зробл|готов|заверш|встиг)\w*|\bnot\s+(?:yet\s+)?(?:done|ready|"
    r"finished|complete)\w*",
    re.IGNORECASE,
)
_VERBS: Mapping[Verb, str] = MappingProxyType(
    {
        Verb.CLOSE: r"зн(?:ім|ят|има)\w*\b(?:.{0,40}?\bконтрол\w*)|контрол\w*\s+зня\w+"
        r"|закри(?:й|йте|ти|ва\w+|то|та)\b|close[sd]?\b|(?:take|taken)\b.{0,20}?\boff\b"
        r"(?:\s+control)?|remove\s+from\s+control",
        Verb.RETURN: r"(?:поверн\w+\s+)?(?:на\s+|для\s+)?(?:доопрацю\w+|доробк\w+|переробк\w+)"
        r"|поверн(?:и|іть|ути|ено)|поверта\w+|(?:send|give|return)\w*\s+(?:it\s+)?back|return(?:ed)?"
        r"|rework|reopen",
        Verb.HELPERS: r"співвиконав\w*|(?:на|у)\s+допомогу|допомага\w+|допоможе|helpers?|helps"
        r"|co-?(?:owner|assignee)s?",
        Verb.CONTROLLER: r"контрол(?:ь|ю(?:є|ватиме|вати)|ер\w*)|control(?:s|led|ler)?|supervis\w+",
        Verb.LETTER: r"лист\w*[-\s]+нагадуван\w+|нагада\w*\s+партнер\w*|reminder\s+letter"
        r"|remind\s+the\s+partner",
        Verb.DUE: r"продов[жж]\w*|подовж\w*|відстроч\w*|перенес\w*|перенос\w*|строк\w*|термін\w*"
        r"|дедлайн\w*|extend\w*|extension|postpone\w*|prolong\w*|deadline|due(?:\s+date)?",
        Verb.WAIT: r"чека(?:ємо|ю|ють|є|ти)|очіку\w+|на\s+боці\s+партнера|за\s+партнером"
        r"|wait\w*|await\w*",
        Verb.CANCEL: r"скас\w*|відмін\w*|анулю\w*|прибер\w*|видал\w*|неактуальн\w*"
        r"|cancel\w*|drop\w*|delete\w*|no\s+longer\s+needed",
        Verb.PASS_ON: r"переда(?:й|йте|ти|ю|ємо)\b|(?:пере)?признач\w*|доруч(?:и|іть|аю|ити)\b"
        r"|переадрес\w*|викона(?:вець|виця|вцем|вицею)|відповідальн\w*|pass(?:\s+on)?\b|reassign\w*"
        r"|assign\w*|hand(?:\s+over)?\b|give\b|transfer\w*|responsible|owner",
        Verb.START: r"(?:взя\w+|беру|беремо)\s+(?:в|у|до)\s+робот\w*|(?:в|у)\s+роботі"
        r"|працю(?:ю|ємо)|розпоча\w+|почали|почав|почала|партнер\w*\s+відпов\w+|in\s+progress|started|working\s+on"
        r"|on\s+it",
    }
)
"""Each by the words that say it, the surest first."""
_PLAIN = re.compile(
    r"викона|зробл|зроби|готов|заверш|закри|done|finish|complet|ready", re.IGNORECASE
)
_SHOWS = re.compile(r"\b(?:покаж|відкри|стан|картк|show|open|status)\w*", re.IGNORECASE)
_SEPARATED = re.compile(r"^\s*[:;,.–—-]+\s*(.+)$", re.DOTALL)
_BECAUSE = re.compile(
    r"^[\s:;,.–—-]*(?:(?:бо|тому\s+що|оскільки|через\s+те[,\s]+що|у\s+зв.?язку\s+з\s+тим[,\s]+що"
    r"|причина|because|since|reason)\b[\s:–—-]*)?",
    re.IGNORECASE,
)


_WORDED: Mapping[Verb, str] = MappingProxyType(
    {
        Verb.CLOSE: r"зн(?:ім|ят|има)\w*\s+(?P<inner>.{0,60}?)\s*\bз\s+контрол\w*"
        r"|take\s+(?P<within>.{0,60}?)\s*\boff\s+control",
        Verb.RETURN: r"(?:поверн\w+\s+(?P<inner>.{0,60}?)\s*)?\bна\s+доопрацю\w+",
        Verb.DUE: r"^\W*(?:продов[жч]\w*|подовж\w*|extend\w*|prolong\w*)",
        Verb.PASS_ON: r"^\W*(?:переда(?:й|йте|ти)|перепризнач\w*|доруч(?:и|іть)|reassign|pass)\b",
        Verb.CANCEL: rf"^\W*(?:скас\w*|відмін\w*|cancel)\s+{_NOUN}",
    }
)
"""Verbs that are about an action item even where it is named by its words."""
_CLAUSE = re.compile(
    r"\s*(?:[,;]|:\s|\s[–—-]\s)|\s(?:бо|тому\s+що|оскільки|because|since)\b", re.IGNORECASE
)
_IMPERATIVE = re.compile(
    r"\W*(?:продов[жч]|подовж|переда(?:й|йте)\b|перепризнач|скасу(?:й|йте)\b|встанови|постав(?:те)?\b"
    r"|перенес(?:и|іть)\b|заплану(?:й|йте)\b|покаж|знайди|нагадай|запиш(?:и|іть)\b|додай|extend\b"
    r"|reassign|cancel\b|set\s|show\b|find\b|move\b|schedule\b|remind\b)",
    re.IGNORECASE,
)


def read_command(text: str, about: int | None = None) -> TaskCommand | None:
    """What a text wants of action items; None where it is about something else.

    `about` is the action item of the message that is answered, where the text names none.
    """
    found = _reference(text)
    if found is None and about is None:
        return None
    numbers, without, by_noun = found or ((about or 0,), text, False)
    if _ASKED.search(text) or _SO_FAR_NOT.search(text) or _SHOWS.search(text):
        return TaskCommand(Verb.SHOW, numbers, "", without.strip())
    verb = _verb_in(without, numbers)
    if verb is not None and not (verb.verb is Verb.CANCEL and not by_noun and found is not None):
        return verb
    return TaskCommand(Verb.SHOW, numbers, "", without.strip()) if by_noun else None


def read_worded(text: str) -> TaskCommand | None:
    """«Зніми з контролю список напрямків»: a verb with the words of an action item, no number.

    `before` are the words that name it, `after` what follows a comma or «бо».
    """
    if _ASKED.search(text):
        return None
    clause = _CLAUSE.search(text)
    head, tail = (text[: clause.start()], text[clause.start() :]) if clause else (text, "")
    for verb, pattern in _WORDED.items():
        match = re.search(pattern, head, re.IGNORECASE)
        if match is not None:
            inner = " ".join(filter(None, match.groups()))
            naming = f"{head[: match.start()]} {inner} {head[match.end() :]}".strip()
            return TaskCommand(verb, (), match.group(), naming, tail)
    return None


def is_for_the_bot(text: str) -> bool:
    """Whether a text asks something of the bot, and so is no answer to what the bot asked."""
    if read_command(text) is not None or read_worded(text) is not None:
        return True
    return _IMPERATIVE.match(text) is not None


def result_in(command: TaskCommand) -> str | None:
    """What came of it: «…виконано: надіслано листом № 12», «№ 11 надіслано партнеру»."""
    if not _PLAIN.match(command.said):
        return f"{command.said}{command.after}".strip(" .")
    return reason_in(command.after) if _SEPARATED.match(command.after) else None


def reason_in(text: str) -> str | None:
    """The reason without «бо», «тому що», "because"; None where nothing is left."""
    return _BECAUSE.sub("", text).strip(" .,;:–—-") or None


def _reference(text: str) -> tuple[tuple[int, ...], str, bool] | None:
    """The numbers, the text without them, and whether «доручення» was said."""
    for pattern in (_BY_NOUN, _BY_MARK):
        for match in pattern.finditer(text):
            if _OTHER_THING.search(text[: match.start()]):
                continue
            numbers, end = [int(next(filter(None, match.groups())))], match.end()
            while (more := _NEXT.match(text, end)) is not None:
                numbers.append(int(more.group(1)))
                end = more.end()
            without = f"{text[: match.start()]} {text[end:]}"
            return tuple(dict.fromkeys(numbers)), without, pattern is _BY_NOUN
    return None


def _verb_in(text: str, numbers: tuple[int, ...]) -> TaskCommand | None:
    for verb, pattern in _VERBS.items():
        match = re.search(rf"\b(?:{pattern})", text, re.IGNORECASE | re.DOTALL)
        if match is not None:
            before, after = text[: match.start()], text[match.end() :]
            return TaskCommand(verb, numbers, match.group(), before, after)
    for token in tokens(text):
        if "DONE" in concepts_of(token.word):
            said = text[token.start : token.end]
            return TaskCommand(Verb.DONE, numbers, said, text[: token.start], text[token.end :])
    return None
