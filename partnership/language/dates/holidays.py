"""Days with a name: «на Різдво», «День Незалежності», New Year’s Eve, Easter.

The Easters of the two calendars come from dateutil; where they differ, one must ask.
"""

from datetime import date
from typing import Final, Literal

from dateutil.easter import easter

from .calendar_days import DayDoubt, Days, in_year, one
from .exact import on_day
from .model import DoubtKind
from .rules import ROLE, YEAR, Reading, Rule

# The methods of dateutil: EASTER_ORTHODOX and EASTER_WESTERN.
ORTHODOX: Final = 2
WESTERN: Final = 3


def named_day(reading: Reading) -> Days | None:
    """«на Різдво», on Christmas Eve, «День Незалежності»; «з Різдвом!» is a greeting."""
    said = reading.group("day") or ""
    alone = reading.group("of_day") is None
    if reading.role == "from" or (alone and not (reading.role or reading.asked)):
        return None
    if _is_of_another(reading):
        return None
    if said == "easter":
        return _easter(reading)
    if (said, reading.group("rite")) == ("12-25", "east"):
        return _old_christmas(reading)
    month, day = (int(part) for part in said.split("-"))
    found = on_day(reading.today, day - (reading.group("eve") is not None), month, reading.year)
    return found and Days(found[0], doubts=found[1], role=reading.role)


def _is_of_another(reading: Reading) -> bool:
    """«День Незалежності Польщі» is another day, and Christmas cards are no day at all."""
    after = reading.line.text_after(reading.found)
    if after.isascii():
        return reading.line.code_after(reading.found) == "w" and after.casefold() != "with"
    return after.istitle() and not after.casefold().startswith("україн")


def new_year(reading: Reading) -> Days | None:
    """«на Новий рік», New Year’s Eve; «до Нового року» may or may not include the day."""
    if reading.role == "from" or not (reading.role or reading.asked):
        return None
    eve = reading.group("eve") is not None
    found = on_day(reading.today, 31 if eve else 1, 12 if eve else 1, reading.year)
    return found and Days(found[0], doubts=found[1], role=reading.role)


def _easter(reading: Reading) -> Days:
    """The Orthodox day first, since most of Ukraine keeps it."""
    rite = reading.group("rite")
    if rite is not None:
        day = _easter_of(reading, WESTERN if rite == "west" else ORTHODOX)
        return Days(one(day), role=reading.role)
    orthodox, western = _easter_of(reading, ORTHODOX), _easter_of(reading, WESTERN)
    choices = (one(orthodox), one(western))
    doubts = (DayDoubt(DoubtKind.WHICH_DAY, choices),) if orthodox != western else ()
    return Days(choices[0], doubts=doubts, role=reading.role)


def _old_christmas(reading: Reading) -> Days | None:
    """Orthodox Christmas is on 25 December for most of Ukraine, on 7 January by the old style."""
    new, old = (on_day(reading.today, *day, reading.year) for day in ((25, 12), (7, 1)))
    if new is None or old is None:
        return None
    doubt = DayDoubt(DoubtKind.WHICH_DAY, (new[0], old[0]))
    return Days(new[0], doubts=(doubt,), role=reading.role)


def _easter_of(reading: Reading, method: Literal[2, 3]) -> date:
    if reading.year is not None:
        return easter(reading.year, method)
    span, _ = in_year(reading.today, lambda year: one(easter(year, method)))
    return span.first


AT = ROLE.replace("?P<role>on", "?P<role>at|on")
RULES = (
    Rule(" H", AT + r"(?:(?P<rite>west|east) )?H(?P<day>\S+) (?P<eve>eve )?" + YEAR, named_day),
    Rule(" J", ROLE + r"(?P<of_day>UDg? )J(?P<day>\S+) " + YEAR, named_day),
    Rule(" J", ROLE + r"J(?P<day>\S+) (?P<of_day>UDg? )" + YEAR, named_day),
    Rule(" new", ROLE + r"new UY (?:UD )?(?P<eve>eve )?" + YEAR, new_year),
)
