"""All kinds of record of the registry, by name: what change log, store and exchange share."""

from enum import StrEnum

from partnership.agreements import Agreement
from partnership.aid import Aid
from partnership.areas import Area
from partnership.decisions import Decision
from partnership.events import Event
from partnership.handover.record import Handover
from partnership.letters import Letter
from partnership.minutes.minutes import Minutes
from partnership.organisations import Organisation
from partnership.partnerships import Partnership
from partnership.people import Assignment, Person
from partnership.places import Place
from partnership.sources import Source
from partnership.steps import Step
from partnership.working_groups import WorkingGroup

Reference = (
    Source
    | Place
    | Area
    | Organisation
    | Person
    | Assignment
    | Partnership
    | Agreement
    | Letter
    | Decision
    | Aid
    | WorkingGroup
)
"""Small and slow records, read from memory."""

Growing = Event | Step | Minutes | Handover
"""Records that grow with the years and stay in the store."""

Entity = Reference | Growing


class Kind(StrEnum):
    """Kinds of record; each points only to earlier ones or its own, steps also to minutes."""

    SOURCE = "source"
    PLACE = "place"
    AREA = "area"
    ORGANISATION = "organisation"
    PERSON = "person"
    ASSIGNMENT = "assignment"
    PARTNERSHIP = "partnership"
    AGREEMENT = "agreement"
    LETTER = "letter"
    DECISION = "decision"
    AID = "aid"
    EVENT = "event"
    WORKING_GROUP = "working_group"
    STEP = "step"
    MINUTES = "minutes"
    HANDOVER = "handover"


GROWING = frozenset({Kind.EVENT, Kind.STEP, Kind.MINUTES, Kind.HANDOVER})
"""Kinds that stay in the store; their `id` is a number of one database, their `key` lasts."""

CLASS_OF: dict[Kind, type[Entity]] = {
    Kind.SOURCE: Source,
    Kind.PLACE: Place,
    Kind.AREA: Area,
    Kind.ORGANISATION: Organisation,
    Kind.PERSON: Person,
    Kind.ASSIGNMENT: Assignment,
    Kind.PARTNERSHIP: Partnership,
    Kind.AGREEMENT: Agreement,
    Kind.LETTER: Letter,
    Kind.DECISION: Decision,
    Kind.AID: Aid,
    Kind.EVENT: Event,
    Kind.WORKING_GROUP: WorkingGroup,
    Kind.STEP: Step,
    Kind.MINUTES: Minutes,
    Kind.HANDOVER: Handover,
}

KIND_OF: dict[type[Entity], Kind] = {cls: kind for kind, cls in CLASS_OF.items()}


def kind_of(entity: Entity) -> Kind:
    """The kind of a record."""
    return KIND_OF[type(entity)]


def id_of(entity: Entity) -> str:
    """The lasting text id: the key of records that grow with the years, the id of all others."""
    return entity.key if isinstance(entity, Growing) else entity.id
