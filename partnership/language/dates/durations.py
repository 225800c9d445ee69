"""How long something lasts: «на півтори години», for 90 minutes, 3-day, «триденний»."""

from datetime import UTC, datetime, timedelta

from .line import Found, Line

MINUTES = {"H": 60, "min": 1, "D": 24 * 60, "W": 7 * 24 * 60}

AMOUNT = r"(?:N(?P<n>\d+(?:\.\d+)?) |P(?P<p>\d+\.\d) |(?P<half>half) |a )?"
UNIT = r"(?:a )?U(?P<u>H|min|D|W)g? "
MORE = r"(?:(?:and )?N(?P<n2>\d+) Umin |(?P<and_half>and (?:a )?half) )?"
LASTING = (
    r"lasts (?:on |for )?" + AMOUNT + UNIT + MORE,
    # «двічі на тиждень» says how often, not how long.
    # «на два дні пізніше» how much later.
    r"(?<!times )(?<!twice )(?<!once )(?:on|for|po) " + AMOUNT + UNIT + MORE + r"(?!later|earlier)",
    r"(?:N(?P<n>\d+(?:\.\d+)?)) - " + UNIT.replace("(?:a )?", ""),
    # «два дні з 1 липня».
    r"N(?P<n>\d+) U(?P<u>D|W)g? " + MORE + r"(?=~)",
    # «дві години завтра з 10:00».
    r"N(?P<n>\d+(?:\.\d+)?) U(?P<u>H|min) " + MORE + r"(?=~)",
    # «30 хвилин на розмову завтра о 10:00».
    r"(?<=\A )N(?P<n>\d+(?:\.\d+)?) U(?P<u>H|min) " + MORE + r"(?!do|before|ago)",
    # «завтра о 11:00, 30 хв»: an amount of time right behind a time.
    r"(?<=~ )N(?P<n>\d+(?:\.\d+)?) U(?P<u>H|min) " + MORE,
)
ALONE = r"(?:(?:on|for) )?" + AMOUNT + UNIT + MORE


def take_duration(line: Line) -> timedelta | None:
    """Takes out a length of time that is said to be one."""
    if " U" not in line.row:
        return None
    for pattern in LASTING:
        for found in line.search(pattern):
            line.take(found)
            return _length(found)
    return None


def take_soon(line: Line, now: datetime) -> datetime | None:
    """«через пів години», in two hours: a moment counted from now, to the full minute."""
    if " UH " not in line.row and " Umin " not in line.row:
        return None
    for found in line.search(r"(?:after|in|za) " + AMOUNT + r"(?:a )?U(?P<u>H|min) " + MORE):
        if (
            line.code_after(found) in {"do", "before", "after", "walk"}
            or line.code_after(found)[:1] == "O"
        ):
            continue
        line.take(found)
        later = now.astimezone(UTC) + _length(found)
        return later.astimezone(now.tzinfo).replace(second=0, microsecond=0)
    return None


def read_duration(text: str) -> timedelta | None:
    """The length of time a whole answer stands for («2 години»), None if there is none in it."""
    line = Line(text)
    found = next(line.search(ALONE), None)
    return _length(found) if found else None


def _length(found: Found) -> timedelta:
    groups = found.groups
    amount = float(groups.get("n") or groups.get("p") or (0.5 if groups.get("half") else 1))
    amount += 0.5 if groups.get("and_half") else 0
    more = int(groups.get("n2") or 0)
    return timedelta(minutes=amount * MINUTES[groups["u"] or "H"] + more)
