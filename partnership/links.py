"""Which fields of which records point to which records: one list for index, checks, deletion."""

from collections.abc import Iterator

from partnership.entities import Entity, Kind, Reference, kind_of
from partnership.events import Event
from partnership.minutes.minutes import Minutes

LINKS: dict[Kind, dict[str, Kind]] = {
    Kind.SOURCE: {"publisher": Kind.ORGANISATION, "origin": Kind.ORGANISATION},
    Kind.PLACE: {"sources": Kind.SOURCE},
    Kind.AREA: {"parent": Kind.AREA},
    Kind.ORGANISATION: {
        "place": Kind.PLACE,
        "implemented_by": Kind.ORGANISATION,
        "funded_by": Kind.ORGANISATION,
        "framework": Kind.ORGANISATION,
        "sources": Kind.SOURCE,
    },
    Kind.PERSON: {"supported_by": Kind.ORGANISATION, "sources": Kind.SOURCE},
    Kind.ASSIGNMENT: {
        "organisation": Kind.ORGANISATION,
        "person": Kind.PERSON,
        "sources": Kind.SOURCE,
    },
    Kind.PARTNERSHIP: {
        "home": Kind.PLACE,
        "foreign": Kind.PLACE,
        "legal_parties": Kind.ORGANISATION,
        "home_coordinator_org": Kind.ORGANISATION,
        "home_coordinator": Kind.PERSON,
        "foreign_coordinator_org": Kind.ORGANISATION,
        "foreign_coordinator": Kind.PERSON,
        "areas": Kind.AREA,
        "points_of_contact": Kind.AREA,
        "supporters": Kind.ORGANISATION,
        "sources": Kind.SOURCE,
    },
    Kind.AGREEMENT: {
        "partnership": Kind.PARTNERSHIP,
        "parties": Kind.ORGANISATION,
        "signatories": Kind.PERSON,
        "sources": Kind.SOURCE,
    },
    Kind.LETTER: {
        "partnership": Kind.PARTNERSHIP,
        "sender": Kind.ORGANISATION,
        "recipient": Kind.ORGANISATION,
        "sources": Kind.SOURCE,
    },
    Kind.DECISION: {
        "partnership": Kind.PARTNERSHIP,
        "agreement": Kind.AGREEMENT,
        "body": Kind.ORGANISATION,
        "prepared_by": Kind.ORGANISATION,
        "sources": Kind.SOURCE,
    },
    Kind.AID: {
        "donor": Kind.ORGANISATION,
        "recipients": Kind.PLACE,
        "partnership": Kind.PARTNERSHIP,
        "sources": Kind.SOURCE,
    },
    Kind.EVENT: {
        "partnerships": Kind.PARTNERSHIP,
        "community": Kind.PLACE,
        "parent": Kind.EVENT,
        "place": Kind.PLACE,
        "organisers": Kind.ORGANISATION,
        "facilitator": Kind.ORGANISATION,
        "funder": Kind.ORGANISATION,
        "project": Kind.ORGANISATION,
        "framework": Kind.ORGANISATION,
        "sources": Kind.SOURCE,
    },
    Kind.WORKING_GROUP: {
        "community": Kind.PLACE,
        "partnership": Kind.PARTNERSHIP,
        "created_at_event": Kind.EVENT,
        "head": Kind.PERSON,
        "members": Kind.PERSON,
        "sources": Kind.SOURCE,
    },
    Kind.STEP: {
        "partnership": Kind.PARTNERSHIP,
        "community": Kind.PLACE,
        "owner_organisations": Kind.ORGANISATION,
        "owner_person": Kind.PERSON,
        "owner_group": Kind.WORKING_GROUP,
        "helpers": Kind.PERSON,
        "controller": Kind.PERSON,
        "requested_by": Kind.PERSON,
        "event": Kind.EVENT,
        "minutes": Kind.MINUTES,
        "sources": Kind.SOURCE,
    },
    Kind.MINUTES: {
        "event": Kind.EVENT,
        "partnerships": Kind.PARTNERSHIP,
        "community": Kind.PLACE,
        "chair": Kind.PERSON,
        "minute_taker": Kind.PERSON,
        "next_event": Kind.EVENT,
    },
    Kind.HANDOVER: {"leaving_person": Kind.PERSON, "successor_person": Kind.PERSON},
}


def links_of(entity: Entity) -> Iterator[tuple[str, Kind, str]]:
    """Each reference of a record: path of the field, kind and id of what it points to."""
    for name, kind in LINKS[kind_of(entity)].items():
        value = getattr(entity, name)
        if isinstance(value, tuple):
            for position, each in enumerate(value):
                yield f"{name}[{position}]", kind, each
        elif value is not None:
            yield name, kind, value
    if isinstance(entity, Event):
        yield from _links_of_participants(entity)
    if isinstance(entity, Minutes):
        yield from _links_of_points(entity)


def targets_of(record: Reference) -> Iterator[tuple[Kind, str]]:
    """Kind and id of what a reference record points to; one may come twice."""
    for name, kind in LINKS[kind_of(record)].items():
        value = getattr(record, name)
        if isinstance(value, tuple):
            for each in value:
                yield kind, each
        elif value is not None:
            yield kind, value


def _links_of_participants(event: Event) -> Iterator[tuple[str, Kind, str]]:
    for position, who in enumerate(event.participants):
        path = f"participants[{position}]"
        if who.person is not None:
            yield f"{path}.person", Kind.PERSON, who.person
        elif who.organisation is not None:
            yield f"{path}.organisation", Kind.ORGANISATION, who.organisation
        elif who.place is not None:
            yield f"{path}.place", Kind.PLACE, who.place


def _links_of_points(minutes: Minutes) -> Iterator[tuple[str, Kind, str]]:
    for position, item in enumerate(minutes.agenda):
        if item.step is not None:
            yield f"agenda[{position}].step", Kind.STEP, item.step
    for position, point in enumerate(minutes.points):
        path = f"points[{position}]"
        for name, person in (("speaker", point.speaker), ("owner", point.owner)):
            if person is not None:
                yield f"{path}.{name}", Kind.PERSON, person
        for each in point.helpers:
            yield f"{path}.helpers", Kind.PERSON, each
        for each in point.owner_organisations:
            yield f"{path}.owner_organisations", Kind.ORGANISATION, each
        if point.step is not None:
            yield f"{path}.step", Kind.STEP, point.step
