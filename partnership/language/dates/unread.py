"""Doubts about words of time that no rule has read: what is left over must not be wrong in silence.

When everything is taken out of the line, a second clock time, a weekday beside a mere time, «крім
серпня» or «двічі на місяць» may still stand in it, and change what was meant.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from .line import Found, Line
from .model import Choice, Doubt, DoubtKind, Precision, When

SHORT = 3
SHORTER = r"N\d+ U[DWM]g? "
LEFT_TIME = r"T(?P<h>\d+):(?P<min>\d\d)[!?] "
# «1-5 учасників» and «від 10 до 12 осіб» count things.
COUNTED = re.compile(r".*(?:ів|їв|ей|ок|ек|ин|іб|іст|ох|ьох|іх|их|s)$", re.IGNORECASE)


def with_unread(line: Line, when: When, *, dated: bool, stray: bool = False) -> When:
    """The answer with a doubt for every word about time that was left unread.

    `dated` tells whether a day or a series was said: a weekday left beside it is a surname rather.
    `stray` tells of a time counted from now that does not go with the rest: «за годину у п’ятницю».
    """
    kinds = [DoubtKind.WHICH_TIME] if stray else []
    if when.precision not in {Precision.DAY, Precision.WEEK} and _left(line, SHORTER, _always):
        # «у вересні, два тижні»: which two weeks?
        kinds.append(DoubtKind.WHICH_DAY)
    kinds += [kind for pattern, kind, fits in ALWAYS if _left(line, pattern, fits)]
    if not dated:
        kinds += [kind for pattern, kind, fits in UNDATED if _left(line, pattern, fits)]
    asked = {doubt.kind for doubt in when.doubts}
    new = [kind for kind in dict.fromkeys(kinds) if kind not in asked]
    return replace(when, doubts=when.doubts + tuple(_doubt(line, when, kind) for kind in new))


def _left(line: Line, pattern: str, fits: Callable[[Line, Found], bool]) -> bool:
    return any(fits(line, found) for found in line.search(pattern))


def _doubt(line: Line, when: When, kind: DoubtKind) -> Doubt:
    choices = [Choice(when.start, when.end, when.rrule)]
    if kind is DoubtKind.WHICH_TIME and isinstance(when.start, datetime):
        for found in line.search(LEFT_TIME):
            hour, minute = found.given("h"), found.given("min")
            if hour < 24 and minute < 60:
                other = when.start.replace(hour=hour, minute=minute)
                choices.append(Choice(other, None, when.rrule))
    return Doubt(kind, tuple(choices))


def _always(line: Line, found: Found) -> bool:
    del line, found
    return True


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


ALWAYS = (
    (
        r"but (?:on |from |po )?(?:~ |[MWVEHSO]\d|Xw|N\d+ M|fin|last|next|this)",
        DoubtKind.WHICH_DAY,
        _always,
    ),
    (r"~ (?:after|and|or) (?:next|last|this) ", DoubtKind.WHICH_DAY, _always),
    (r"[NO]\d+ (?:and|or) (?:on )?~ ", DoubtKind.WHICH_DAY, _always),
    (r"(?:after|za|in N\d+) (?:[NO]\d+ )?U[DWMY]g? ~ ", DoubtKind.WHICH_DAY, _always),
    (r"(?:bez |chv (?:on |do |to )?[NO]|from half )", DoubtKind.WHICH_TIME, _always),
    (r"not (?:~|earlier) ", DoubtKind.WHICH_DAY, _always),
    (r"neg earlier ", DoubtKind.WHICH_DAY, _always),
    (r"(?:~|U\w+) (?:later|earlier) ", DoubtKind.WHICH_DAY, _always),
    (r"(?:(?:a|N\d+) U[WM]g? ~|~ U[WM]) ", DoubtKind.WHICH_DAY, _always),
    (r"later ~ ", DoubtKind.WHICH_DAY, _always),
    (r"(?:O\d|fin) UDg? ", DoubtKind.WHICH_DAY, _always),
    (r"parity ", DoubtKind.WHICH_RECURRENCE, _always),
    (r"decade ~ ", DoubtKind.WHICH_DAY, _always),
    (r"N\d+ oclock ", DoubtKind.WHICH_TIME, _always),
    (r"~ N(?:15|30|45) (?![Uw])", DoubtKind.WHICH_TIME, _always),
    (LEFT_TIME, DoubtKind.WHICH_TIME, _always),
    (r"at half [NO]\d+ ", DoubtKind.WHICH_TIME, _always),
    (
        r"(?:from|between) N(?P<h>\d+) (?:-|to|po|do|til|and) N(?P<h2>\d+) (?!U)",
        DoubtKind.WHICH_TIME,
        _is_no_count,
    ),
    (r"(?:twice|once|times) (?:on |a |in |every )+U", DoubtKind.WHICH_RECURRENCE, _always),
    (r"every (?:~ |[MWVS]\d|U|[NO]\d+ [MWU])", DoubtKind.WHICH_RECURRENCE, _always),
    (r"R[DWMQYFB] ", DoubtKind.WHICH_RECURRENCE, _always),
)
UNDATED = (
    (r"(?:on |from |do |po )?[WVE]\d ", DoubtKind.WHICH_DAY, _is_weekday),
    (r"[NO]\d+ (?:of )?M\d+[egn] ", DoubtKind.WHICH_DAY, _always),
    (r"(?:H\S+|UDg? J\S+|J\S+ UD) ", DoubtKind.WHICH_DAY, _always),
)
