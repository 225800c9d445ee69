"""Local times on the two nights when the clocks change: hours that are skipped or come twice."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from .model import DoubtKind


def clock_doubt(moment: datetime) -> tuple[DoubtKind, tuple[datetime, datetime]] | None:
    """What is doubtful about a local time and the two moments it may mean, None for most times.

    Found by a round trip through UTC and by comparing the two folds.
    """
    early, late = moment.replace(fold=0), moment.replace(fold=1)
    if early.utcoffset() == late.utcoffset():
        return None
    if settle(early).replace(tzinfo=None) == moment.replace(tzinfo=None):
        return DoubtKind.CLOCK_REPEATED, (early, late)
    return DoubtKind.CLOCK_SKIPPED, (settle(early), settle(late))


def settle(moment: datetime) -> datetime:
    """The same moment as the clocks show it: 03:30 of a skipped hour is 04:30."""
    zone = moment.tzinfo
    assert isinstance(zone, ZoneInfo)
    return moment.astimezone(UTC).astimezone(zone)
