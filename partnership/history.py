"""The history of a partnership: letters, events, steps, agreements, decisions, aid."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from partnership.agreements import Agreement
from partnership.aid import Aid
from partnership.decisions import Decision
from partnership.entities import Kind
from partnership.events import AHEAD, Event
from partnership.letters import Letter
from partnership.partnerships import Partnership
from partnership.registry import Registry
from partnership.steps import Step, StepState

FINISHED = frozenset({StepState.DONE, StepState.CLOSED, StepState.CANCELLED})

Told = Letter | Event | Step | Agreement | Decision | Aid


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline. `about` is a partial date such as `--11-04` or `2022-05`."""

    record: Told
    on: date | None = None
    about: str | None = None
    planned: bool = False


def timeline(
    registry: Registry, partnership: Partnership, events: Iterable[Event], steps: Iterable[Step]
) -> list[Entry]:
    """All that happened and is planned, earliest first; what has no day comes last."""
    entries = [
        *_of_memory(registry, partnership),
        *(Entry(each, each.starts_on, each.partial_date, each.state in AHEAD) for each in events),
        *(Entry(each, each.due, planned=each.state not in FINISHED) for each in steps),
    ]
    return sorted(entries, key=lambda entry: (_day(entry) is None, _day(entry) or date.max))


def _of_memory(registry: Registry, partnership: Partnership) -> Iterator[Entry]:
    for each in registry.pointing_to(Kind.PARTNERSHIP, partnership.id, Kind.LETTER):
        letter = registry.letters[each]
        yield Entry(letter, letter.sent_on, letter.sent_about)
    for each in registry.pointing_to(Kind.PARTNERSHIP, partnership.id, Kind.AGREEMENT):
        agreement = registry.agreements[each]
        day = agreement.signed_on or agreement.planned_on
        yield Entry(agreement, day, planned=not agreement.is_signed)
    for each in registry.pointing_to(Kind.PARTNERSHIP, partnership.id, Kind.DECISION):
        decision = registry.decisions[each]
        yield Entry(decision, decision.decided_on)
    for aid in _aid(registry, partnership):
        yield from (Entry(aid, about=month) for month in aid.months or (None,))


def _aid(registry: Registry, partnership: Partnership) -> Iterator[Aid]:
    """Aid recorded for the partnership, or given by one of its parties."""
    for aid in registry.aid.values():
        if aid.partnership == partnership.id or aid.donor in partnership.legal_parties:
            yield aid


def _day(entry: Entry) -> date | None:
    """The day, or the first of the month where only that is known, to sort by."""
    if entry.on is None and entry.about and not entry.about.startswith("-"):
        return date.fromisoformat(f"{entry.about}-01")
    return entry.on
