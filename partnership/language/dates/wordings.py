"""Doubts about a day that come from the words around it: «у ніч на суботу», «після 20 червня»."""

import re
from dataclasses import replace
from datetime import timedelta

from .calendar_days import DAY, DayDoubt, Days, one
from .line import TAKEN, Found, Line
from .model import DoubtKind, Precision

# «вночі в суботу» is of that day; «ніч на суботу» begins on the day before.
EVE_OF = r"Ynight ~ "
OVER = re.compile(r"через ", re.IGNORECASE)
AFTER = re.compile(r"(?:після|after) (?!обід|lunch)", re.IGNORECASE)
WEEK = 7 * DAY


def about_words(line: Line, night: Found | None, days: Days) -> tuple[DayDoubt, ...]:
    """What is doubtful about the days that were taken out of the line.

    `night` is where the night to a day was found, before the day was taken.
    """
    first = days.span.first
    if night is not None and _is_night_to(line, night):
        return (DayDoubt(DoubtKind.WHICH_DAY, (one(first - DAY), one(first))),)
    if days.role == "eveof":
        return (DayDoubt(DoubtKind.WHICH_DAY, (one(first - DAY), one(first))),)
    if days.role != "after" or days.precision is not Precision.DAY:
        return ()
    texts = [token.text for token in line.tokens if token.code == TAKEN]
    if any(map(OVER.match, texts)):
        # «через п’ятницю» passes over the next Friday.
        return (DayDoubt(DoubtKind.WHICH_DAY, (one(first + WEEK), one(first))),)
    if any(map(AFTER.match, texts)):
        return (DayDoubt(DoubtKind.WHICH_DAY, (one(first + DAY), one(first))),)
    return ()


def which_days(days: Days, lasts: timedelta) -> Days:
    """«на два тижні у липні»: the month is known, the days in it are not."""
    if days.precision in {Precision.DAY, Precision.WEEK} or lasts < DAY:
        return days
    doubt = DayDoubt(DoubtKind.WHICH_DAY, (days.span,))
    return replace(days, doubts=(*days.doubts, doubt))


def _is_night_to(line: Line, night: Found) -> bool:
    said = line.text[line.tokens[night.first].start :].casefold()
    return re.match(r"ніч (?:на|з|із|зі) ", said) is not None
