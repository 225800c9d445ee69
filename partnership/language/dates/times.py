"""Times of day: о 15:00, «о пів на третю», 3 pm, «з 10 до 12», «о 7 вечора», noon."""

import re
from dataclasses import dataclass
from datetime import timedelta

from .line import Found, Line
from .model import PartOfDay

NOON = 12 * 60
DAY_MINUTES = 24 * 60
# «о третій» in an office is 15:00; from eight on the morning is as likely as said.
OFFICE_OPENS = 8

TIME = r"T(?P<h>\d+):(?P<min>\d\d)(?P<sure>[!?]) "
TIME_2 = r"T(?P<h2>\d+):(?P<min2>\d\d)(?P<sure2>[!?]) "
TO = r"(?:-|to|po|do|til|and) "


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time in minutes after midnight; `sure` if it cannot mean the other half of the day.

    The hour may be one that no clock shows («25:00»): that is for the doubts to say.
    """

    minutes: int
    sure: bool = True
    shown: bool = True
    """False for minutes that no clock shows («15:75»)."""

    @property
    def exists(self) -> bool:
        """Whether a clock can show it; 24:00 is the end of a day."""
        return self.shown and self.minutes <= DAY_MINUTES


@dataclass(frozen=True, slots=True)
class Times:
    """The time of day read from a text, any part of which may be missing."""

    start: Clock | None = None
    end: Clock | None = None
    part: PartOfDay | None = None
    lasts: timedelta | None = None


PARTS = {
    "Ymorning": PartOfDay.MORNING,
    "Yafternoon": PartOfDay.AFTERNOON,
    "Yevening": PartOfDay.EVENING,
    "Ynight": PartOfDay.NIGHT,
    "UDg": PartOfDay.AFTERNOON,
    "am": PartOfDay.MORNING,
    "pm": PartOfDay.EVENING,
}


def in_part(hour: int, part: PartOfDay) -> int:
    """The hour on a clock of 24: 3 of the afternoon is 15, 12 at night is 0."""
    if part is PartOfDay.MORNING:
        return hour
    if part is PartOfDay.NIGHT:
        return {12: 0}.get(hour, hour + 12 if 8 <= hour < 12 else hour)
    return hour + 12 if hour < (8 if part is PartOfDay.AFTERNOON else 12) else hour


def spell_clocks(line: Line, *, dated: bool) -> None:
    """Puts a `T` code in place of every way to say a time, so that ranges are simple."""
    for found in line.search(r"(?:on )?C(?P<h>\d+):00 "):
        # Midnight is the end of the day that was named, or its beginning: a doubt, as 24:00 is.
        line.rewrite(found, f"T{int(found.groups['h'] or 0) or 24}:00!")
        break
    _range_with_part(line)
    _with_part(line)
    _halves_and_quarters(line)
    _after_at(line)
    _pairs(line, dated=dated)
    if dated:
        _bare(line)


def _with_part(line: Line) -> None:
    pattern = (
        r"(?:(?:at|on|from|by) )?(?:T(?P<h>\d+):(?P<min>\d\d)[!?]|P(?P<hp>\d+)\.(?P<minp>\d\d)"
        r"|[NO](?P<hn>\d{1,2})) (?:UH |oclock )?(?:in )?(?P<part>am|pm|Y\w+|UDg) "
    )
    while found := next(line.search(pattern), None):
        groups = found.groups
        hour = int(groups["h"] or groups["hp"] or groups["hn"] or 0)
        minutes = int(groups["min"] or groups["minp"] or 0)
        part = groups["part"] or ""
        if hour <= 12:
            hour = in_part(hour, PARTS[part])
            hour = 0 if part == "am" and hour == 12 else hour
        _put(line, found, hour * 60 + minutes, sure=True)


def _range_with_part(line: Line) -> None:
    """«3–4 pm», «з 2 до 4 дня»: both hours are of that part of the day, or the first is before."""
    pattern = (
        r"(?:(?:at|from|between|on) )?N(?P<h>\d{1,2}) " + TO + r"N(?P<h2>\d{1,2}) (?:UH )?(?:in )?"
        r"(?P<part>am|pm|Y\w+|UDg) "
    )
    for found in line.search(pattern):
        first, last = found.number("h") or 0, found.number("h2") or 0
        part = PARTS[found.groups["part"] or ""]
        if last > 12 or first > 12:
            continue
        end = in_part(last, part)
        start = in_part(first, part)
        start = start if start < end else first
        line.rewrite(found, f"T{start}:00! - T{end}:00!")
        break


def _put(line: Line, found: Found, minutes: int, *, sure: bool) -> None:
    line.rewrite(found, f"T{minutes // 60}:{minutes % 60:02}{'!' if sure else '?'}")


def _unsure(line: Line, found: Found, minutes: int) -> None:
    """A time said in words or by a bare hour: the early ones are rather of the afternoon."""
    _put(line, found, minutes, sure=minutes >= OFFICE_OPENS * 60 or minutes < 60)


HOUR = r"[NO](?P<h>\d{1,2}) (?:UH )?"
AT = r"(?:(?:at|on) )?"
# Each with the minutes that are added to the hour; `n` is a number of minutes said aloud.
SAID = (
    (AT + r"half (?:on )?" + r"O(?P<h>\d{1,2}) ", -30),
    (AT + r"half po N(?P<h>\d{1,2}) ", 30),
    (AT + r"half last N(?P<h>\d{1,2}) ", 30),
    (AT + r"(?:a )?(?:UQ|chv) last N(?P<h>\d{1,2}) ", 15),
    (AT + r"(?:a )?UQ (?:to|bez) N(?P<h>\d{1,2}) ", -15),
    (AT + r"chv on O(?P<h>\d{1,2}) ", -45),
    (AT + r"(?:za|bez) chv O(?P<h>\d{1,2}) ", -15),
    (AT + r"N(?P<n>5|10|15|20|25) (?:Umin )?last N(?P<h>\d{1,2}) ", 1),
    (r"at N(?P<n>5|10|15|20|25) (?:Umin )?to N(?P<h>\d{1,2}) ", -1),
    (AT + r"(?:za|bez) N(?P<n>5|10|15|20|25) (?:Umin )?O(?P<h>\d{1,2}) ", -1),
)


def _halves_and_quarters(line: Line) -> None:
    if not any(word in line.row for word in (" half ", " chv ", " UQ ", " last ", " za ", " to ")):
        return
    for pattern, shift in SAID:
        for found in line.search(pattern):
            hour = found.number("h") or 0
            if not 1 <= hour <= 12:
                continue
            spoken = found.number("n")
            _unsure(line, found, hour * 60 + (shift if spoken is None else shift * spoken))
            break


def _after_at(line: Line) -> None:
    """«о 15-й», «о третій», at 3: the hour alone, if no noun of its own stands behind."""
    patterns = (
        r"at O(?P<h>\d{1,2}) (?:UH )?(?:N(?P<min>[0-5]?\d) (?:Umin )?)?",
        r"at [NO](?P<h>\d{1,2}) UH (?:and )?N(?P<min>[0-5]?\d) Umin ",
        r"at N(?P<h>\d{1,2}) (?:- )?N(?P<min>0|15|[3-5]\d) (?!UH|M|-)",
        r"at N(?P<h>\d{1,2}) (?:UH |oclock )?",
    )
    for pattern in patterns:
        for found in line.search(pattern):
            if _counts_things(line, found) or (found.number("h") or 0) > 29:
                continue
            minutes = (found.number("h") or 0) * 60 + (found.number("min") or 0)
            _unsure(line, found, minutes)
            break


def _counts_things(line: Line, found: Found) -> bool:
    """«о другій темі», «о 15 учасниках», at 3 schools: the number belongs to the noun."""
    code, text = line.code_after(found), line.text_after(found).casefold()
    number = line.tokens[found.last].text
    if code in {"neg", "money"} or next(line.search(r"at [NO]\d+ w street "), None):
        return True
    if number.isascii() and number.isalpha() and (line.codes[found.last][0] == "O" or code == "w"):
        # «at first», «at one point»
        return True
    if code != "w":
        return False
    if text.isascii():
        return text.endswith("s") and not text.endswith("ss")
    return text.endswith(("ій", "ах", "ях", "ії", "ті", "мі", "ні", "чі", "сі", "ці", "рі"))


def _pairs(line: Line, *, dated: bool) -> None:
    """15.00 is a time after «о», or beside a date."""
    if not dated and not re.search(r" (?:at|from|between) P", line.row):
        return
    for found in list(line.search(r"P(?P<h>\d{1,2})\.(?P<min>[0-5]\d) ")):
        if (found.number("h") or 0) < 24 and line.code_after(found) != "money":
            minutes = (found.number("h") or 0) * 60 + (found.number("min") or 0)
            _put(line, found, minutes, sure=True)


def _bare(line: Line) -> None:
    """«завтра на 10», «у п’ятницю в 15»: an hour beside a date, with nothing to count."""
    for found in line.search(r"on N(?P<h>\d{1,2}) (?:UH )?(?=\S|$)"):
        if line.code_after(found) in {"w", "money", "neg"} or line.code_after(found)[:1] == "U":
            continue
        if 7 <= (found.number("h") or 0) <= 23:
            _unsure(line, found, (found.number("h") or 0) * 60)
            break


def read_times(line: Line, *, dated: bool) -> Times:
    """Takes the times out of the line: a range, a point, a part of the day."""
    start, end = _range(line, dated=dated)
    if start is None:
        start = _point(line)
    part = _part(line)
    if part is not None:
        start, end = _settled(start, part), _settled(end, part)
    return Times(start, end, part if start is None else None)


def _settled(clock: Clock | None, part: PartOfDay) -> Clock | None:
    if clock is None or clock.minutes >= NOON + 60:
        return clock
    hour = in_part(clock.minutes // 60, part)
    return Clock(hour * 60 + clock.minutes % 60)


def _range(line: Line, *, dated: bool) -> tuple[Clock | None, Clock | None]:
    lead = r"(?:(?:at|from|on|between|po) )*"
    patterns = (
        lead + TIME + TO + r"(?:at )?" + TIME_2,
        lead + TIME + TO + r"N(?P<h2>\d{1,2}) (?:UH )?",
        r"(?:from|between) N(?P<h>\d{1,2}) (?:UH )?" + TO + TIME_2,
        r"(?:from|between) [NO](?P<h>\d{1,2}) (?:UH )?" + TO + r"[NO](?P<h2>\d{1,2}) (?:UH )?",
    )
    if dated:
        patterns += (r"(?<!at )(?<!\w- )N(?P<h>\d{1,2}) (?:-|to) N(?P<h2>\d{1,2}) (?:UH )?",)
    for pattern in patterns:
        for found in line.search(pattern):
            if line.code_after(found) in {"w", "money"} and not found.groups.get("sure2"):
                continue
            start, end = _clock(found, ""), _clock(found, "2")
            if start.minutes > DAY_MINUTES + 60 or end.minutes > DAY_MINUTES + 60:
                continue
            line.take(found)
            return start, _later(start, end)
    return None, None


def _clock(found: Found, which: str) -> Clock:
    minutes = (found.number("h" + which) or 0) * 60 + (found.number("min" + which) or 0)
    said = found.groups.get("sure" + which)
    sure = said == "!" if said else minutes >= OFFICE_OPENS * 60
    if (found.number("min" + which) or 0) > 59:
        return Clock((found.number("h" + which) or 0) * 60, sure, shown=False)
    return Clock(minutes, sure)


def _later(start: Clock, end: Clock) -> Clock:
    """«з 10 до 2» and «9 to 5» end in the afternoon."""
    if end.minutes <= start.minutes and not end.sure and end.minutes + NOON > start.minutes:
        return Clock(end.minutes + NOON)
    return end


def _point(line: Line) -> Clock | None:
    for found in line.search(
        r"(?:(?:at|on|from|by|do|til|po|for|za|after|before|near) )*" + TIME + r"(?:UH )?"
    ):
        if line.code_before(found) == "neg":
            continue
        line.take(found)
        return _clock(found, "")
    return None


def _part(line: Line) -> PartOfDay | None:
    for found in line.search(r"(?:(?:in|on|at) )?(?P<part>Y\w+) "):
        line.take(found)
        return PARTS[found.groups["part"] or ""]
    for found in line.search(r"(?:on )?[NO](?P<half>[12]) half (?:of )?UDg? "):
        line.take(found)
        return PartOfDay.MORNING if found.groups["half"] == "1" else PartOfDay.AFTERNOON
    for found in line.search(r"(?P<side>after|do|before|on) lunch "):
        line.take(found)
        side = found.groups["side"]
        return PartOfDay.AFTERNOON if side in {"after", "on"} else PartOfDay.MORNING
    return None
