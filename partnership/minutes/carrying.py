"""Which open action items one meeting hands on to the next."""

from collections.abc import Iterable, Sequence
from datetime import date

from partnership.events import AHEAD, TOOK_PLACE, Event, EventState
from partnership.minutes.stores import MinutesStore
from partnership.steps import Step, StepKind
from partnership.stores import EventStore, StepStore


async def carried_over(
    event: Event, events: EventStore, steps: StepStore, minutes: MinutesStore
) -> list[Step]:
    """Open action items of the last meeting before, and what that one was handed itself."""
    found: dict[str, Step] = {}
    for before in await _meetings_before(event, events):
        for step in await steps.steps_of_event(before.key):
            found[step.key] = step
        agendas = [each.agenda for each in await minutes.minutes_of(before.key)]
        keys = {item.step for agenda in agendas for item in agenda if item.step}
        for key in sorted(keys - found.keys()):
            handed = await steps.step(key)
            if handed is not None:
                found[key] = handed
    return in_order(each for each in found.values() if is_carried(each))


def is_carried(step: Step) -> bool:
    """Whether somebody still has to do something that was asked for once."""
    return step.kind is StepKind.ACTION and step.is_open


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Soonest due first, those without a day last."""
    return sorted(steps, key=lambda each: (each.due is None, each.due or date.min, each.id))


async def _meetings_before(event: Event, events: EventStore) -> list[Event]:
    """The last event that took place before this one, of each of its partnerships."""
    found: dict[str, Event] = {}
    for partnership in event.partnerships:
        held = _before(event, await events.events(partnership=partnership))
        if held:
            found[held[-1].key] = held[-1]
    return list(found.values())


def _before(event: Event, others: Sequence[Event]) -> list[Event]:
    """Those with a day that took place before it, the latest last; an undated one comes last."""
    return [
        each
        for each in others
        if each.key != event.key
        and each.state in TOOK_PLACE
        and each.starts_on is not None
        and (event.starts_on is None or each.starts_on < event.starts_on)
    ]


async def next_meeting(event: Event, events: EventStore, today: date) -> str | None:
    """Key of the next planned event of its partnerships; None where none has a day."""
    found = [
        each
        for partnership in event.partnerships
        for each in await events.events(partnership=partnership, since=today)
        if each.key != event.key and _is_planned_after(each, event, today)
    ]
    first = min(found, key=lambda each: (each.starts_on or date.max, each.id), default=None)
    return first.key if first is not None else None


def _is_planned_after(other: Event, event: Event, today: date) -> bool:
    day = max(today, event.ends_on or today)
    ahead = other.state in AHEAD and other.state is not EventState.POSTPONED
    return ahead and other.starts_on is not None and other.starts_on >= day
