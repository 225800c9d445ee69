"""A day as a person types it for the registry: signed on, since, as of, planned for."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from partnership.language.dates import (
    Doubt,
    DoubtKind,
    Expectation,
    Precision,
    When,
    date_of,
    read_period,
    read_when,
)


@dataclass(frozen=True, slots=True)
class SureDay:
    """The day that was meant."""

    day: date


@dataclass(frozen=True, slots=True)
class DoubtfulDay:
    """Days that may be meant: the person chooses."""

    choices: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class NoDay:
    """No day: nothing was understood, a month or a year at best, or a day still to come."""

    vague: bool = False
    future: bool = False


DayRead = SureDay | DoubtfulDay | NoDay


def read_past_day(text: str, now: datetime, zone: str) -> DayRead:
    """A day that has come: what is signed or known cannot lie ahead of today."""
    when = read_when(text, now=now, zone=zone, expect=Expectation.DATE)
    if when is None or when.precision is not Precision.DAY:
        return NoDay(vague=when is not None)
    today = now.astimezone(ZoneInfo(zone)).date()
    doubts = [doubt for doubt in when.doubts if doubt.kind is not DoubtKind.IN_THE_PAST]
    meant = [date_of(each.start) for doubt in doubts for each in doubt.choices] or [_literal(when)]
    days = [day for day in meant if day <= today]
    if not days:
        period = read_period(text, now, zone)
        days = [period.start] if period is not None and period.start <= today else []
    return _decided(days, doubtful=bool(doubts)) if days else NoDay(future=True)


def read_coming_day(text: str, now: datetime, zone: str) -> DayRead:
    """A day that is planned; one that has gone by is asked about."""
    when = read_when(text, now=now, zone=zone, expect=Expectation.DATE)
    if when is None or when.precision is not Precision.DAY:
        return NoDay(vague=when is not None)
    choices = [date_of(each.start) for doubt in when.doubts for each in doubt.choices]
    return _decided(choices or [date_of(when.start)], doubtful=bool(choices))


def _literal(when: When) -> date:
    """The day as the words say it: that it has gone by is as it should be."""
    past: Doubt | None = next(iter(when.doubts), None)
    return date_of(past.read if past is not None and past.read is not None else when.start)


def _decided(days: list[date], *, doubtful: bool) -> DayRead:
    distinct = tuple(dict.fromkeys(days))
    return DoubtfulDay(distinct) if doubtful else SureDay(distinct[0])
