"""Case forms of Ukrainian names, generated to recognise them, never to display them.

The paradigms are generous: a form too many only costs a comparison, a form too few loses a
name. Every form is a stem of the table plus an ending, so that a word of a message can be
brought to the same stems by taking its ending off.
"""

from __future__ import annotations

from functools import lru_cache

_Row = tuple[str, tuple[str, ...]]

_HARD = ("", "а", "у", "ові", "ом", "ем", "і", "е")
_SURNAME = (*_HARD, "им")
_SOFT = ("ь", "я", "ю", "еві", "ем", "і", "е", "ів", "ям", "ями", "ях")
_IOTA = ("й", "я", "ю", "єві", "єм", "ї", "є", "ю")
_ADJECTIVE = ("ий", "ого", "ому", "им", "ім", "а", "ої", "ій", "у", "ою", "е", "і", "их", "ими")
_SOFT_ADJECTIVE = ("ій", "ього", "ьому", "ім", "я", "ьої", "ю", "ьою", "є", "і", "іх", "іми")
_PLURAL = ("и", "ів", "", "ам", "ами", "ах", "ей")
_SOFT_PLURAL = ("і", "ів", "ь", "ям", "ями", "ях", "ей", "ам", "ами", "ах", "их", "им", "ими")
_FEMININE = ("а", "и", "і", "у", "ою", "ею", "о", "ої", "ій", "")
_NEUTER = ("о", "а", "у", "ом", "ові", "і")
_NEUTER_ADJECTIVE = ("е", "ого", "ому", "им", "ім", "а", "у", "ем", "і", "я", "ю")

# Ending of the nominative → what its stem becomes, with the endings that stem takes.
# The longest ending that fits decides.
_PARADIGMS: dict[str, tuple[_Row, ...]] = {
    "ий": (("", _ADJECTIVE), ("и", _IOTA)),
    "ій": (("", _SOFT_ADJECTIVE), ("і", _IOTA)),
    "їй": (("ї", _IOTA),),
    "ська": (("ськ", _ADJECTIVE),),
    "цька": (("цьк", _ADJECTIVE),),
    "зька": (("зьк", _ADJECTIVE),),
    "їв": (("їв", _SURNAME), ("єв", _SURNAME), ("йов", _HARD)),
    "ів": (("ів", _SURNAME), ("ев", _HARD), ("ов", _HARD), ("єв", _HARD)),
    "ов": (("ов", _SURNAME),),
    "ев": (("ев", _SURNAME),),
    "єв": (("єв", _SURNAME),),
    "ин": (("ин", _SURNAME),),
    "ін": (("ін", _SURNAME), ("он", _HARD)),
    "їн": (("їн", _SURNAME),),
    "іль": (("іл", _SOFT), ("ол", _SOFT), ("ел", _SOFT)),
    "інь": (("ін", _SOFT), ("ен", _SOFT), ("он", _SOFT)),
    "ір": (("ір", _HARD), ("ор", _HARD)),
    "іг": (("іг", _HARD), ("ог", _HARD), ("оз", ("і",)), ("із", ("і",))),
    "ід": (("ід", _HARD), ("од", _HARD)),
    "ість": (("іст", _SOFT), ("ост", _SOFT)),
    "ець": (("ец", _SOFT), ("ц", _SOFT), ("че", ("",))),
    "єць": (("єц", _SOFT), ("йц", _SOFT)),
    "ень": (("ен", _SOFT), ("н", _SOFT)),
    "ель": (("ел", _SOFT), ("л", _SOFT)),
    "ок": (("ок", _HARD), ("к", _HARD), ("оц", ("і",))),
    "ек": (("ек", _HARD), ("к", _HARD), ("ец", ("і",))),
    "ь": (("", _SOFT),),
    "й": (("", _IOTA),),
    "ія": (("і", ("я", "ї", "ю", "єю", "є", "й", "ям", "ями", "ях")),),
    "ка": (("к", _FEMININE), ("ц", ("і",)), ("ок", ("",))),
    "га": (("г", _FEMININE), ("з", ("і",))),
    "ґа": (("ґ", _FEMININE), ("з", ("і",))),
    "ха": (("х", _FEMININE), ("с", ("і",))),
    "а": (("", _FEMININE),),
    "я": (("", ("я", "і", "ї", "ю", "ею", "єю", "е", "є", "ь", "й", "ям", "ями", "ях")),),
    "ки": (("к", _PLURAL), ("ок", ("",)), ("ц", ("і",))),
    "ни": (("н", _PLURAL), ("ен", ("",))),
    "ли": (("л", _PLURAL), ("ел", ("",))),
    "и": (("", _PLURAL),),
    "ці": (("ц", _SOFT_PLURAL), ("ец", ("ь",)), ("к", ("а", "у", "ом"))),
    "і": (("", _SOFT_PLURAL),),
    "ї": (("", ("ї", "й", "їв", "ям", "ями", "ях")),),
    "ще": (("щ", ("е", "а", "у", "ем", "і")),),
    "це": (("ц", ("е", "я", "ю", "ем", "і")),),
    "е": (("", _NEUTER_ADJECTIVE),),
    "є": (("", ("є", "я", "ю", "єм", "ї", "ього", "ьому", "ім")),),
    "ко": (("к", _NEUTER), ("ц", ("і",))),
    "о": (("", _NEUTER),),
    "г": (("г", _HARD), ("з", ("і",)), ("ж", ("е",))),
    "ґ": (("ґ", _HARD), ("з", ("і",)), ("ж", ("е",))),
    "к": (("к", _HARD), ("ц", ("і",)), ("ч", ("е",))),
    "х": (("х", _HARD), ("с", ("і",)), ("ш", ("е",))),
    "у": (("у", ("",)),),
    "ю": (("ю", ("",)),),
    "": (("", _HARD),),
}
_LONGEST = max(map(len, _PARADIGMS))
ENDINGS = frozenset(end for rows in _PARADIGMS.values() for _, ends in rows for end in ends)
_LONGEST_ENDING = max(map(len, ENDINGS))
_DOUBLED = frozenset("нлтдсзц")


def stems(word: str) -> set[str]:
    """The stems that the case forms of a nominative stand on («бердичів», «бердичев»)."""
    base, rows = _paradigm(word)
    return {base + changed for changed, _ in rows}


@lru_cache(maxsize=4096)
def case_forms(word: str) -> frozenset[str]:
    """Every form of a nominative, itself among them, all cases and numbers it may have."""
    base, rows = _paradigm(word)
    forms = {base + changed + end for changed, ends in rows for end in ends}
    if word.endswith("ь") and len(word) > 2 and word[-2] in _DOUBLED:
        forms.add(word[:-1] + word[-2] + "ю")
    forms.add(word)
    return frozenset(form for form in forms if len(form) > 1)


def possible_stems(form: str) -> set[str]:
    """Stems that a word of a message may stand on: the word with each known ending off."""
    found = {form}
    for length in range(1, min(_LONGEST_ENDING, len(form) - 2) + 1):
        if form[-length:] in ENDINGS:
            found.add(form[:-length])
    if form[-1:] == "ю" and len(form) > 4 and form[-2] == form[-3]:
        found.add(form[:-2])
    return found


def _paradigm(word: str) -> tuple[str, tuple[_Row, ...]]:
    for length in range(min(_LONGEST, len(word) - 1), -1, -1):
        rows = _PARADIGMS.get(word[len(word) - length :])
        if rows is not None:
            return word[: len(word) - length], rows
    return word, (("", ("",)),)
