"""Takes times of day out of a line: points, ranges, parts of the day."""

from .clocks import DAY_MINUTES, NOON, OFFICE_OPENS, PARTS, Clock, Times, in_part
from .line import Found, Line
from .model import PartOfDay
from .rules import NOUNS, TO_TIME

TIME = r"T(?P<h>\d+):(?P<min>\d\d)(?P<sure>[!?]) "
TIME_2 = r"T(?P<h2>\d+):(?P<min2>\d\d)(?P<sure2>[!?]) "
HOUR = r"[NO](?P<h>\d{1,2}) (?:UH )?"
HOUR_2 = r"[NO](?P<h2>\d{1,2}) (?:UH )?"
LEAD = r"(?:(?:at|from|on|between|po) )*"
# «до 15-го», «on the first» are days.
ORDINAL_DAY = ("го", "st", "nd", "rd", "th")
# «на 3» beside a date is rather a number of something.
EARLIEST_IN_DIGITS = 7
LATEST_IN_DIGITS = 22
# «до 11-ої подати»: a verb is not what the number counts.
INFINITIVES = ("ти", "тись", "тися")
RANGES = (
    LEAD + TIME + TO_TIME + r"(?:at )?" + TIME_2,
    LEAD + TIME + TO_TIME + HOUR_2,
    r"(?:from|between) " + HOUR + TO_TIME + TIME_2,
    r"(?:from|between) " + HOUR + TO_TIME + HOUR_2,
)
# «у п’ятницю 10–12», 9 to 5 on Monday.
RANGE_BESIDE_A_DATE = r"(?<!at )(?<!\w- )" + HOUR + r"(?:-|to) " + HOUR_2


def read_times(line: Line, *, dated: bool) -> Times:
    """Takes the times out of the line: a range, a point, a part of the day."""
    if " move " in line.row:
        _take_former(line)
    start, end = _range(line, dated=dated)
    if start is None:
        start = _point(line) or (_bare(line) if dated else None)
    part = _part(line)
    if part is not None:
        start, end = _settled(start, part), _settled(end, part)
    return Times(start, end, part if start is None else None)


def _take_former(line: Line) -> None:
    """«пересунь із 14:00 на 15:30»: the first is no longer the time."""
    for found in line.search(r"from " + TIME + r"(?=on T)"):
        line.take(found)


def _settled(clock: Clock | None, part: PartOfDay) -> Clock | None:
    if clock is None or clock.minutes >= NOON + 60:
        return clock
    hour = in_part(clock.minutes // 60, part)
    return Clock(hour * 60 + clock.minutes % 60)


def _range(line: Line, *, dated: bool) -> tuple[Clock | None, Clock | None]:
    patterns = (*RANGES, RANGE_BESIDE_A_DATE) if dated else RANGES
    for pattern in patterns:
        for found in line.search(pattern):
            if line.code_after(found) in NOUNS and not found.groups.get("sure2"):
                continue
            start, end = _clock(found, ""), _clock(found, "2")
            if start.minutes > DAY_MINUTES + 60 or end.minutes > DAY_MINUTES + 60:
                continue
            line.take(found)
            return start, _later(start, end)
    return None, None


def _clock(found: Found, which: str) -> Clock:
    hour, minute = found.given("h" + which), found.number("min" + which) or 0
    said = found.groups.get("sure" + which)
    sure = said == "!" if said else hour >= OFFICE_OPENS
    if minute > 59:
        return Clock(hour * 60, sure, shown=False)
    return Clock(hour * 60 + minute, sure)


def _later(start: Clock, end: Clock) -> Clock:
    """«з 10 до 2» and «9 to 5» end in the afternoon."""
    if end.minutes <= start.minutes and not end.sure and end.minutes + NOON > start.minutes:
        return Clock(end.minutes + NOON)
    return end


def _point(line: Line) -> Clock | None:
    for found in line.search(
        r"(?:(?:not|neg) later )?(?:(?:at|on|from|by|do|til|po|for|za|after|before|near|than) )*"
        + TIME
        + r"(?:UH )?"
    ):
        if line.code_before(found) == "neg":
            continue
        line.take(found)
        return _clock(found, "")
    return None


def _bare(line: Line) -> Clock | None:
    """«завтра на 10», «у п’ятницю після дванадцятої»: an hour with nothing to count."""
    for found in line.search(r"(?<=~ )N(?P<h>\d{1,2}) UH (?:N(?P<min>[0-5]?\d) Umin )?(?!N)"):
        # «18 червня 10 год»; «18 червня 2 год» is how long.
        if EARLIEST_IN_DIGITS <= found.given("h") <= LATEST_IN_DIGITS:
            line.take(found)
            return _clock(found, "")
    for found in line.search(r"(?:on|after|before|do|by|near) [NO](?P<h>\d{1,2}) (?:UH )?"):
        after, number = line.code_after(found), line.tokens[found.last].text
        counts = after in NOUNS and not line.text_after(found).endswith(INFINITIVES)
        if counts or after == "half" or after.startswith(("U", "M", "W")):
            continue
        earliest = EARLIEST_IN_DIGITS if any(map(str.isdigit, number)) else 1
        if not number.endswith(ORDINAL_DAY) and earliest <= found.given("h") <= 23:
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
    for found in line.search(r"(?P<side>after|do|before|on|po) lunch "):
        line.take(found)
        side = found.groups["side"]
        return PartOfDay.AFTERNOON if side in {"after", "on", "po"} else PartOfDay.MORNING
    return None
