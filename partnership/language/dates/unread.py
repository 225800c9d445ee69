"""Doubts about words of time that no rule has read: what is left over must not be wrong in silence.

When everything is taken out of the line, a second clock time, a weekday beside a mere time, «крім
серпня» or «двічі на місяць» may still stand in it, and change what was meant.
"""

import re
from dataclasses import replace
from datetime import datetime

from .line import Found, Line
from .model import Choice, Doubt, DoubtKind, Precision, When

SHORT = 3
SHORTER = r"N\d+ U[DWM]g? "
LEFT_TIME = r"T(?P<h>\d+):(?P<min>\d\d)[!?] "
# «1-5 учасників» and «від 10 до 12 осіб» count things.
COUNTED = re.compile(r".*(?:ів|їв|ей|ок|ек|ин|іб|іст|ох|ьох|іх|их|s)$", re.IGNORECASE)


# What is left of a day, a time of day, a series; `~` stands for what was taken.
OF_DAYS = (
    # «крім п’ятниці», «не в п’ятницю», «не раніше п’ятниці»
    r"but (?:on |from |po )?(?:~ |[MWVEHSO]\d|Xw|N\d+ M|fin|last|next|this)",
    r"not (?:~|earlier) |neg earlier ",
    r"any (?:- )?(?:w )?(?:~|[UWXY])",
    # «на тиждень пізніше», later this week
    r"(?:~|U\w+) (?:later|earlier) |earlier ~ ",
    r"later ~ ",
    # «17-го або ~», «через тиждень ~», Monday after next
    r"[NO]\d+ (?:and|or) (?:on )?~ ",
    r"~ (?:after|and|or) (?:next|last|this) ",
    r"(?:after|za|in N\d+) (?:[NO]\d+ )?U[DWMY]g? ~ ",
    r"(?:a|N\d+) U[WM]g? ~ |~ U[WM] ",
    # «за два дні до візиту 1 вересня»
    r"(?:za |N\d+ )U[DWMH]g? (?:do|before) ",
    r"(?:O\d|fin) UDg? (?:~|[UM])",
    r"N\d+ - U[MY] ",
    r"decade ~ |(?:in|on|from|do) M\d+[egl] ",
    # «12.13.2024» is no date, but was meant for one.
    r"[DF]\d\S+ ",
)
OF_TIMES = (
    LEFT_TIME,
    r"bez |chv (?:on |do |to |po )?[NO]|from half |at half [NO]\d+ |half [NO]\d+ (?:~|Y|am|pm)",
    r"N\d+ oclock |under lunch ",
    r"~ N(?:0|15|30|45) (?![Uw])",
)
OF_SERIES = (
    r"(?:twice|once|times) (?:on |a |in |every )+U",
    r"every (?:~ |[MWVS]\d|U|[NO]\d+ [MWU])",
    r"R[DWMQYFB] ",
    r"parity ",
)
BUT_SOMETIMES = r"but |(?:O\d|fin|next) UDg? "
HOURS = r"(?:from|between) N(?P<h>\d+) (?:-|to|po|do|til|and) N(?P<h2>\d+) (?!U)"
LAST_NUMBER = r"~ N(?P<h>[7-9]|1\d|2[0-2]) $"
WEEKDAY = r"(?:on |from |do |po )?[WVE]\d "
DATE = r"[NO]\d+ (?:of )?M\d+[egn] |M\d+[gl] |H\S+ |UDg? J\S+ |J\S+ UD "


def with_unread(line: Line, when: When, *, dated: bool, stray: bool = False) -> When:
    """The answer with a doubt for every word about time that was left unread.

    `dated` tells whether a day or a series was said: a weekday left beside it is a surname rather.
    `stray` tells of a time counted from now that does not go with the rest: «за годину у п’ятницю».
    """
    found = {
        DoubtKind.WHICH_DAY: _day_is_left(line, when, dated=dated),
        DoubtKind.WHICH_TIME: stray or _time_is_left(line, when),
        DoubtKind.WHICH_RECURRENCE: _left(line, *OF_SERIES)
        or (when.rrule is not None and _left(line, BUT_SOMETIMES)),
    }
    asked = {doubt.kind for doubt in when.doubts}
    new = [kind for kind, left in found.items() if left and kind not in asked]
    return replace(when, doubts=when.doubts + tuple(_doubt(line, when, kind) for kind in new))


def _left(line: Line, *patterns: str) -> bool:
    """Whether a pattern is left, with no comma inside that would part it in two."""
    return any(
        "," not in line.text[line.tokens[found.first].end : line.tokens[found.last].start]
        for pattern in patterns
        for found in line.search(pattern)
    )


def _day_is_left(line: Line, when: When, *, dated: bool) -> bool:
    coarse = when.precision not in {Precision.DAY, Precision.WEEK}
    if _left(line, *OF_DAYS) or (coarse and _left(line, SHORTER)):
        return True
    weekdays = any(_is_weekday(line, found) for found in line.search(WEEKDAY))
    return not dated and (weekdays or _left(line, DATE))


def _time_is_left(line: Line, when: When) -> bool:
    if _left(line, *OF_TIMES) or any(_is_no_count(line, found) for found in line.search(HOURS)):
        return True
    return when.all_day and next(line.search(LAST_NUMBER), None) is not None


def _doubt(line: Line, when: When, kind: DoubtKind) -> Doubt:
    choices = [Choice(when.start, when.end, when.rrule)]
    if kind is DoubtKind.WHICH_TIME and isinstance(when.start, datetime):
        for found in line.search(LEFT_TIME):
            hour, minute = found.given("h"), found.given("min")
            if hour < 24 and minute < 60:
                other = when.start.replace(hour=hour, minute=minute)
                choices.append(Choice(other, None, when.rrule))
    return Doubt(kind, tuple(choices))


def _is_no_count(line: Line, found: Found) -> bool:
    """«з 9 до 18 чергування» may be hours; «від 5 до 10 партнерів» are none."""
    first, last = found.given("h"), found.given("h2")
    after = line.text_after(found) if line.code_after(found) == "w" else ""
    counts = line.code_after(found) == "money" or COUNTED.match(after)
    return 6 <= first < last <= 23 and not counts


def _is_weekday(line: Line, found: Found) -> bool:
    """A weekday in lower case or in English; «sat» and «пані Середа» are none."""
    text = line.tokens[found.last].text
    if text.isascii():
        return len(text) > SHORT
    return text[0].islower() and line.code_before(found) != "ttl"
