"""Records, registries and whole worlds for the tests of the core: no Telegram, no aiogram."""

import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from bot.stores import Stores
from partnership.access import Role, User
from partnership.agreements import Agreement, AgreementKind, AgreementState
from partnership.areas import Area
from partnership.batch import Batches
from partnership.bilingual import Bilingual
from partnership.editing import Editing
from partnership.entities import Entity, Growing, Reference
from partnership.events import Event, EventFormat, EventKind, EventState, Precision, Span
from partnership.exchange.document import read_document
from partnership.exchange.transfer import Transfer
from partnership.letters import Direction, Letter, LetterState
from partnership.membership import Membership
from partnership.organisations import Organisation, OrganisationKind
from partnership.overview import Overview
from partnership.partnerships import Partnership
from partnership.people import Assignment, Person
from partnership.places import Place
from partnership.registry import Registry
from partnership.stages import Stage, Status
from partnership.steps import Step, StepKind, StepState
from tests.support.clocks import StillClock

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "registry.json"

K2 = datetime(2024, 6, 12, 6, 0, tzinfo=UTC)
"""Wednesday, 09:00 in Kyiv: the second clock of the labelled messages."""

ADMIN = User(id=1, role=Role.ADMIN, name="Адмін")
OF_KOROSTEN = User(id=2, role=Role.COORDINATOR, name="Коростень", communities=("korosten",))
OF_ZHYTOMYR = User(id=3, role=Role.COORDINATOR, name="Житомир", communities=("zhytomyr",))
OFFICIAL = User(id=4, role=Role.OFFICIAL, name="Посадовиця", communities=("zhytomyr",))
STRANGER = User(id=5)


def named(text: str) -> Bilingual:
    """A text that is the same in both languages."""
    return Bilingual(text, text)


def a_place(name: str = "Ulm", **given: Any) -> Place:
    """A German town, unless said otherwise."""
    usual: dict[str, Any] = {"id": name.lower(), "name": named(name), "country": "DE"}
    return Place(**usual | given)


def a_partnership(home: str = "zhytomyr", partner: str = "ulm", **given: Any) -> Partnership:
    """A search for a partner, unless said otherwise."""
    usual: dict[str, Any] = {
        "id": f"{home}-{partner}",
        "home": home,
        "foreign": (partner,),
        "stage": Stage.SEARCH,
        "status": Status.PROSPECT,
    }
    return Partnership(**usual | given)


def an_event(key: str = "ev-1", **given: Any) -> Event:
    """A planned online meeting without a day, unless said otherwise."""
    usual: dict[str, Any] = {
        "key": key,
        "kind": EventKind.ONLINE_MEETING,
        "title": named("Meeting"),
        "state": EventState.PLANNED,
    }
    return Event(**usual | given)


@cache
def example_records() -> tuple[Entity, ...]:
    """The example registry, read once for all tests."""
    return tuple(read_document(EXAMPLE.read_text("utf-8")))


def example_registry() -> Registry:
    """The reference records of the example registry in memory."""
    records = example_records()
    return Registry.of(each for each in records if not isinstance(each, Growing))


@dataclass
class World:
    """Everything the core needs, over a real database file."""

    stores: Stores
    clock: StillClock
    registry: Registry
    overview: Overview
    editing: Editing
    membership: Membership
    transfer: Transfer

    async def put(self, *records: Entity) -> None:
        """Write records as if they had always been there."""
        async with self.transfer.batches.open(None) as batch:
            for record in records:
                await batch.save(record)


@asynccontextmanager
async def open_world(
    path: Path, *, now: datetime = K2, owners: frozenset[int] = frozenset()
) -> AsyncIterator[World]:
    """A world over the database at `path`, made where there is none; closed at the end."""
    stores = await Stores.open(path)
    try:
        clock = StillClock(now)
        registry = Registry.of(await stores.registry.load())
        batches = Batches(stores.registry, registry, clock)
        membership = Membership(stores.members, stores.chats, clock, owners)
        await membership.load()
        yield World(
            stores=stores,
            clock=clock,
            registry=registry,
            overview=Overview(registry, stores.events, stores.steps),
            editing=Editing(batches, stores.events, stores.steps, stores.changes, stores.minutes),
            membership=membership,
            transfer=Transfer(batches, stores.events, stores.steps, stores.minutes),
        )
    finally:
        await stores.close()


async def make_example(path: Path) -> Path:
    """A database with the example registry, to be copied by `copy_of`."""
    async with open_world(path) as world:
        await world.transfer.read(EXAMPLE.read_text("utf-8"))
    return path


def copy_of(template: Path, folder: Path) -> Path:
    """A copy of a closed database file."""
    return Path(shutil.copy(template, folder / "mistok.db"))


def big_registry(partnerships: int) -> list[Reference]:
    """A registry of that many partnerships, the same each time, for benchmarks.

    One home community for every hundred partnerships, one foreign town, council, contact
    and letter for each, an agreement for every third.
    """
    homes = max(1, partnerships // 100)
    records: list[Reference] = [Area(id=f"area-{n}", name=named(f"Area {n}")) for n in range(30)]
    for number in range(homes):
        name = Bilingual(f"Громада{number}", f"Hromada{number}")
        records.append(Place(id=f"home-{number}", name=name, country="UA", home=True))
    for number in range(partnerships):
        records.extend(_one_of_many(number, f"home-{number % homes}"))
    return records


def _one_of_many(number: int, home: str) -> Iterator[Reference]:
    town, council = f"town-{number}", f"council-{number}"
    person, partnership = f"person-{number}", f"partnership-{number}"
    country = ("DE", "PL", "FR", "NL", "LT")[number % 5]
    yield Place(id=town, name=Bilingual(f"Місто{number}", f"Town{number}"), country=country)
    yield Organisation(
        id=council, kind=OrganisationKind.LOCAL_COUNCIL, name=named(f"Council {number}"), place=town
    )
    yield Person(id=person, name=Bilingual(f"Особа Прізвище{number}", f"Person Surname{number}"))
    yield Assignment(id=person, person=person, organisation=council, position=named("Mayor"))
    yield Partnership(
        id=partnership,
        home=home,
        foreign=(town,),
        stage=list(Stage)[number % 10],
        status=Status.ACTIVE,
        legal_parties=(council,),
        foreign_coordinator=person,
        areas=tuple(f"area-{(number + step) % 30}" for step in range(5)),
        as_of=date(2024, 1, 1) + timedelta(days=number % 300),
    )
    yield Letter(
        id=f"letter-{number}",
        partnership=partnership,
        direction=Direction.OUTGOING,
        state=LetterState.CLOSED,
        subject=named(f"Letter {number}"),
        recipient=council,
    )
    if number % 3 == 0:
        yield Agreement(
            id=f"agreement-{number}",
            partnership=partnership,
            kind=AgreementKind.MEMORANDUM,
            state=AgreementState.SIGNED,
            signed_on=date(2023, 5, 1),
        )


def events_of_many(partnerships: int, each: int = 6) -> Iterator[Event | Step]:
    """Events and steps for `big_registry`: `each` held meetings, one ahead, two open steps."""
    for number in range(partnerships):
        linked = (f"partnership-{number}",)
        for turn in range(each + 1):
            day = date(2023, 1, 15) + timedelta(days=90 * turn + number % 60)
            held = turn < each
            yield an_event(
                f"ev-{number}-{turn}",
                state=EventState.HELD if held else EventState.PLANNED,
                actual=Span(day, day) if held else Span(),
                planned=Span() if held else Span(day, day),
                precision=Precision.DAY,
                format=EventFormat.ONLINE,
                partnerships=linked,
            )
        for turn in range(2):
            yield Step(
                key=f"st-{number}-{turn}",
                kind=StepKind.ACTION,
                what=named("Do"),
                state=StepState.OPEN,
                partnership=linked[0],
            )
