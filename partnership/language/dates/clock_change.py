"""Local times on the two nights when the clocks change: hours that are skipped or come twice."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from .model import Choice, Doubt, DoubtKind


def clock_doubt(moment: datetime) -> Doubt | None:
    """The doubt about a local time that does not exist or comes twice, None for all others.

    Found by a round trip through UTC and by comparing the two folds.
    """
    early, late = moment.replace(fold=0), moment.replace(fold=1)
    if early.utcoffset() == late.utcoffset():
        return None
    if _round_trip(early).replace(tzinfo=None) == moment.replace(tzinfo=None):
        return Doubt(DoubtKind.CLOCK_REPEATED, (Choice(early), Choice(late)), moment)
    choices = (Choice(_round_trip(early)), Choice(_round_trip(late)))
    return Doubt(DoubtKind.CLOCK_SKIPPED, choices, moment)


def settle(moment: datetime) -> datetime:
    """The same moment as the clocks show it: 03:30 of a skipped hour is 04:30."""
    return _round_trip(moment)


def _round_trip(moment: datetime) -> datetime:
    zone = moment.tzinfo
    assert isinstance(zone, ZoneInfo)
    return moment.astimezone(UTC).astimezone(zone)
