"""The card of a partnership: everything one wants to see at a glance, and what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partnership.agreements import Agreement, Side
from partnership.areas import Area
from partnership.contacts import Contact, coordinator
from partnership.events import AHEAD, TOOK_PLACE, UNDER_WAY, Event
from partnership.letters import Letter
from partnership.organisations import Organisation
from partnership.partnerships import Partnership
from partnership.places import Place
from partnership.queries import agreements_of, letters_of
from partnership.registry import Registry
from partnership.sources import Source
from partnership.stages import SIGNED_STAGES
from partnership.steps import Step


class MissingFact(StrEnum):
    """What nobody has recorded: «не внесено»."""

    AREAS = "areas"
    HOME_COORDINATOR = "home_coordinator"
    FOREIGN_COORDINATOR = "foreign_coordinator"
    SINCE = "since"
    AS_OF = "as_of"
    DOCUMENT = "document"
    """The stage wants a signed document and none is recorded."""
    LEGAL_PARTIES = "legal_parties"
    REPLY = "reply"
    OUTCOME = "outcome"
    EVENT_DATE = "event_date"


@dataclass(frozen=True, slots=True)
class Agenda:
    """The events and open steps of one partnership, as the store has them."""

    events: tuple[Event, ...] = ()
    open_steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A partnership with all that its message shows; nothing in it is invented."""

    partnership: Partnership
    home: Place
    foreign: tuple[Place, ...]
    areas: tuple[Area, ...]
    points_of_contact: tuple[Area, ...]
    supporters: tuple[Organisation, ...]
    home_coordinator: Contact | None
    foreign_coordinator: Contact | None
    next_event: Event | None
    last_event: Event | None
    unknown_outcomes: tuple[Event, ...]
    undated_events: tuple[Event, ...]
    open_steps: tuple[Step, ...]
    letters_awaiting: tuple[Letter, ...]
    agreement: Agreement | None
    """The latest one, signed or in preparation."""
    sources: tuple[Source, ...]
    missing: tuple[MissingFact, ...]


def build_card(registry: Registry, partnership: Partnership, agenda: Agenda, today: date) -> Card:
    """The card as of `today`, in the zone of the reader."""
    awaiting = tuple(each for each in letters_of(registry, partnership.id) if each.awaits_reply)
    agreement = next(iter(agreements_of(registry, partnership.id)), None)
    unknown = tuple(each for each in agenda.events if each.outcome_unknown_on(today))
    undated = undated_among(agenda.events)
    home_side = coordinator(registry, partnership, Side.HOME)
    foreign_side = coordinator(registry, partnership, Side.FOREIGN)
    facts = {
        MissingFact.AREAS: bool(partnership.areas),
        MissingFact.HOME_COORDINATOR: home_side is not None,
        MissingFact.FOREIGN_COORDINATOR: foreign_side is not None,
        MissingFact.SINCE: partnership.since is not None,
        MissingFact.AS_OF: partnership.as_of is not None,
        MissingFact.DOCUMENT: _documented(partnership, agreement),
        MissingFact.LEGAL_PARTIES: bool(partnership.legal_parties),
        MissingFact.REPLY: not awaiting,
        MissingFact.OUTCOME: not unknown,
        MissingFact.EVENT_DATE: not undated,
    }
    return Card(
        partnership=partnership,
        home=registry.places[partnership.home],
        foreign=tuple(registry.places[each] for each in partnership.foreign),
        areas=tuple(registry.areas[each] for each in partnership.areas),
        points_of_contact=tuple(registry.areas[each] for each in partnership.points_of_contact),
        supporters=tuple(registry.organisations[each] for each in partnership.supporters),
        home_coordinator=home_side,
        foreign_coordinator=foreign_side,
        next_event=next(_ahead_of(agenda.events, today), None),
        last_event=_last_held(agenda.events),
        unknown_outcomes=unknown,
        undated_events=undated,
        open_steps=agenda.open_steps,
        letters_awaiting=awaiting,
        agreement=agreement,
        sources=tuple(registry.sources[each] for each in partnership.sources),
        missing=tuple(fact for fact, known in facts.items() if not known),
    )


def undated_among(events: Sequence[Event]) -> tuple[Event, ...]:
    """Events that are planned but have no day yet."""
    return tuple(each for each in events if each.state in AHEAD and each.starts_on is None)


def _documented(partnership: Partnership, agreement: Agreement | None) -> bool:
    if partnership.stage not in SIGNED_STAGES or partnership.confirmed_by_document:
        return True
    return agreement is not None and agreement.is_signed


def _ahead_of(events: Sequence[Event], today: date) -> Iterator[Event]:
    """Dated events that are to come or go on, soonest first: the store sorts them."""
    for event in events:
        alive = event.state in AHEAD or event.state in UNDER_WAY
        if alive and event.ends_on and event.ends_on >= today:
            yield event


def _last_held(events: Sequence[Event]) -> Event | None:
    held = [each for each in events if each.state in TOOK_PLACE]
    dated = [each for each in held if each.starts_on]
    return dated[-1] if dated else held[-1] if held else None
