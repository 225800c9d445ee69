"""By how much something is moved: «на годину пізніше», «на два дні», "back a week"."""

from __future__ import annotations

import re
from datetime import timedelta

from partnership.language.text import APOSTROPHES

_AMOUNTS = {
    1.0: "один|одну|одна|a|an|one",
    2.0: "два|дві|two",
    3.0: "три|three",
    4.0: "чотири|four",
    5.0: "пять|five",
    10.0: "десять|ten",
    0.5: "пів|half an|half a",
    1.5: "півтори|півтора",
}
_UNITS = {
    timedelta(minutes=1): r"хв(?:илин\w*)?|minutes?|mins?",
    timedelta(hours=1): r"год(?:ин\w*)?|hours?|hrs?",
    timedelta(days=1): r"день|дні|дня|днів|добу|доби|діб|days?",
    timedelta(weeks=1): r"тиж(?:день|ні|ня|нів)|weeks?",
}
_AMOUNT = r"(?:(?P<number>\d{1,3})|(?P<said>" + "|".join(_AMOUNTS.values()) + "))"
_UNIT = "(?P<unit>" + "|".join(_UNITS.values()) + ")"
_EARLIER = re.compile(r"\b(?:раніше|назад|earlier|bring)\b")
_LATER = re.compile(r"\b(?:пізніше|later|back|off)\b")
_SHIFT = re.compile(rf"\b(?P<lead>на|by|for)?\s*(?:{_AMOUNT}\s*)?{_UNIT}\b")
_HALF_HOUR = re.compile(r"\bпівгодини\b")
_NO_APOSTROPHES = str.maketrans("", "", APOSTROPHES)
_CLOCK_HOUR = re.compile(r"годину|год\.?$")


def read_shift(text: str) -> timedelta | None:
    """How much later (or, below zero, earlier) it is to be; None where no such thing is said.

    «На 2 години» is by how much, «на 16 годину» is until which hour.
    """
    folded = _HALF_HOUR.sub("пів години", text.translate(_NO_APOSTROPHES).casefold())
    earlier = bool(_EARLIER.search(folded))
    way_said = earlier or bool(_LATER.search(folded))
    for found in _SHIFT.finditer(folded):
        counted = found["number"] or found["said"]
        if not (found["lead"] or way_said) or not (counted or found["lead"] == "на" or way_said):
            continue
        if found["number"] and not way_said and _CLOCK_HOUR.fullmatch(found["unit"]):
            continue
        by = _amount(found) * _unit(found["unit"])
        return -by if earlier else by
    return None


def _amount(found: re.Match[str]) -> float:
    if found["number"]:
        return float(found["number"])
    said = found["said"]
    if said is None:
        return 1.0
    return next(number for number, words in _AMOUNTS.items() if said in words.split("|"))


def _unit(word: str) -> timedelta:
    return next(unit for unit, words in _UNITS.items() if re.fullmatch(words, word))
