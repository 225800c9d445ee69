"""Minute taking over the example registry, on 12 June 2024, two weeks after the online meeting."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from partnership.access import User
from partnership.bilingual import Bilingual
from partnership.calendar.calendar import Calendar, build_calendar
from partnership.events import Event
from partnership.minutes.edits import Edit
from partnership.minutes.minutes import Minutes, MinutesForm
from partnership.minutes.paper import Paper
from partnership.minutes.taking import MinuteTaking
from partnership.naming import index_of
from partnership.notes.note import Belongs, Note, NoteKind
from partnership.notes.notes import Notes
from partnership.notes.writing import NewNote
from tests.support.builders import OF_KOROSTEN, World

MEETING = "ev-online-2024-05-28"
KYIV = ZoneInfo("Europe/Kyiv")


@dataclass
class Desk:
    """A coordinator’s desk: the use cases, and short ways to what tests need of them."""

    world: World
    calendar: Calendar
    notes: Notes
    taking: MinuteTaking

    async def draft(
        self, form: MinutesForm = MinutesForm.PROTOCOL, event: str = MEETING
    ) -> Minutes:
        """The minutes of the online meeting of Korosten and Bourges."""
        return await self.taking.draft(OF_KOROSTEN, event, form)

    async def note(
        self, text: str, kind: NoteKind = NoteKind.NOTE, actor: User = OF_KOROSTEN, **given: Any
    ) -> Note:
        """A note on that meeting."""
        written = await self.notes.write(actor, NewNote(text=text, kind=kind, **given))
        belongs = Belongs(partnership="korosten-bourges", event=MEETING)
        return await self.notes.place(actor, written.note.id, belongs)

    async def change(self, minutes: Minutes, edit: Edit) -> Minutes:
        """One edit of a draft by the coordinator."""
        return await self.taking.change(OF_KOROSTEN, minutes.key, edit)

    async def event(self, key: str = MEETING) -> Event:
        """The event as it is stored."""
        found = await self.world.stores.events.event(key)
        assert found is not None
        return found

    async def stored(self, minutes: Minutes) -> Minutes | None:
        """The minutes as they are stored."""
        return await self.world.stores.minutes.minutes(minutes.key)


@pytest.fixture
def desk(world: World) -> Desk:
    """The use cases over the example registry."""
    names, stores, batches = (
        index_of(world.registry.records()),
        world.stores,
        world.transfer.batches,
    )
    calendar = build_calendar(batches, stores.calendar, stores.events, world.membership)
    notes = Notes(
        batches,
        stores.notes,
        stores.search,
        stores.events,
        stores.steps,
        stores.minutes,
        names,
        KYIV,
    )
    taking = MinuteTaking(
        batches,
        stores.minutes,
        stores.events,
        stores.steps,
        stores.notes,
        calendar,
        world.membership,
        names,
        KYIV,
    )
    return Desk(world, calendar, notes, taking)


def lines_of(paper: Paper) -> dict[str, str]:
    """Every line of a paper by its number, in Ukrainian where that is known."""
    found = list(numbered_lines(paper))
    assert len({number for number, _text in found}) == len(found)
    return {number: text.text("uk") for number, text in found}


def numbered_lines(paper: Paper) -> Iterator[tuple[str, Bilingual]]:
    """Every line of a paper in its order."""
    for item in paper.items:
        yield from ((each.number, each.text) for each in item.heard)
        yield from ((each.number, each.text) for each in item.spoke)
        yield from ((each.number, each.text) for each in item.resolved)
        yield from ((each.number, each.what) for each in item.actions)
