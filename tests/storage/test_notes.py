"""Notes and search in SQL: numbers, current ones, case forms, filters, and what is typed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from partnership.entities import Kind
from partnership.events import Span
from partnership.language.stems import stems
from partnership.letters import Direction, Letter, LetterState
from partnership.notes.note import Belongs, FileKind, Message, Note, NoteFile, NoteKind
from partnership.notes.stores import Hit, Subject, Wanted
from partnership.steps import Step, StepKind, StepState
from storage import search as search_module
from storage.notes import SqlNotes
from storage.records import Records
from storage.registry import SqlRegistry
from storage.search import SqlSearch
from tests.support.builders import a_partnership, a_place, an_event, named

AT = datetime(2024, 6, 12, 6, 0, tzinfo=UTC)
ULM = Belongs(partnership="zhytomyr-ulm")


def a_note(key, text, **given):
    usual = {"kind": NoteKind.NOTE, "author": 1, "author_name": "Тарас Шпак", "at": AT}
    return Note(**{**usual, "key": key, "text": text, "belongs": ULM, **given})


class Store:
    def __init__(self, database):
        records = Records()
        self.registry = SqlRegistry(database, records)
        self.notes = SqlNotes(database)
        self.index = SqlSearch(database, records)

    async def write(self, *notes):
        async with self.registry.transaction() as work:
            return [await self.notes.put(work, note) for note in notes]

    async def put(self, *records):
        async with self.registry.transaction() as work:
            for record in records:
                await work.put(record)

    async def find(self, text, **wanted):
        found = await self.index.search(Wanted(stems=tuple(stems(text)), **wanted), 10, 0)
        return [hit.record for hit in found.hits]


@pytest.fixture
async def store(database):
    opened = Store(database)
    await opened.put(
        a_place("Zhytomyr", country="UA", home=True), a_place("Ulm"), a_partnership("zhytomyr")
    )
    return opened


async def test_a_note_comes_back_as_it_was_written(store):
    file = NoteFile("id-1", FileKind.DOCUMENT, "програма.pdf", 1_000, "application/pdf")
    source = Message(-100, 7, "https://t.me/c/100/7")
    (note,) = await store.write(a_note("a", "Домовились", file=file, source=source, said_by="Ада"))
    assert note.id == 1
    assert await store.notes.note(1) == note
    assert await store.notes.note_of(source, NoteKind.NOTE) == note
    assert await store.notes.note_of(source, NoteKind.DECISION) is None
    assert await store.notes.note(2) is None


async def test_notes_are_listed_latest_first_and_superseded_ones_are_not(store):
    old, *_ = await store.write(a_note("a", "перша"), a_note("b", "друга"), a_note("c", "третя"))
    (new,) = await store.write(a_note("d", "виправлена", supersedes=old.id))
    await store.write(replace(old, superseded_by=new.id))
    assert [each.key for each in await store.notes.notes(ULM, 10, 0)] == ["d", "c", "b"]
    assert [each.key for each in await store.notes.notes(None, 1, 1)] == ["c"]
    assert await store.notes.count(ULM) == 3
    assert await store.notes.count(Belongs(partnership="other")) == 0
    assert await store.find("перша") == []
    assert await store.find("виправлену") == [str(new.id)]


async def test_any_case_form_and_either_language_finds(store):
    await store.write(a_note("a", "Культурний обмін восени"), a_note("b", "Budget of exchanges"))
    for typed in ("культурного обміну", "ОБМІНАМИ", "обмін", "культурні"):
        assert await store.find(typed) == ["1"], typed
    assert await store.find("exchange budgets") == ["2"]
    assert await store.find("обмін budget") == []


async def test_letters_events_and_steps_are_found_and_follow_their_changes(store):
    letter = Letter(
        id="l-1",
        partnership="zhytomyr-ulm",
        direction=Direction.OUTGOING,
        state=LetterState.SENT,
        subject=named("Запрошення делегації"),
        sent_on=date(2024, 5, 1),
    )
    step = Step(key="s-1", kind=StepKind.ACTION, what=named("Перекласти програму"),
                state=StepState.OPEN, partnership="zhytomyr-ulm")  # fmt: skip
    await store.put(letter, step, an_event("e-1", title=named("Виставка ремесел")))
    assert await store.find("делегацію") == ["l-1"]
    assert await store.find("програм") == ["s-1"]
    assert await store.find("виставку") == ["e-1"]
    await store.put(an_event("e-1", title=named("Концерт")))
    assert await store.find("виставка") == []
    assert await store.find("концерту") == ["e-1"]


async def test_filters_narrow_by_partner_period_and_author(store):
    await store.put(
        a_place("Bonn"),
        a_partnership("zhytomyr", "bonn"),
        an_event(
            "e-1", title=named("Бюджет"), planned=Span(date(2023, 1, 5)), community="zhytomyr"
        ),
    )
    await store.write(
        a_note("a", "Бюджет виставки"),
        a_note("b", "Бюджет", belongs=Belongs(partnership="zhytomyr-bonn"), said_by="Ярина"),
    )
    assert await store.find("бюджету", partnerships=["zhytomyr-bonn"]) == ["2"]
    assert await store.find("бюджету", communities=["zhytomyr"]) == ["e-1"]
    assert await store.find("бюджету", author=tuple(stems("Ярини"))) == ["2"]
    assert await store.find("", author=tuple(stems("Шпака"))) == ["2", "1"]
    in_2023 = await store.find("бюджет", since=date(2023, 1, 1), until=date(2023, 12, 31))
    assert in_2023 == ["e-1"]


async def test_the_better_fit_comes_first_and_many_come_latest_first(store, monkeypatch):
    await store.write(
        a_note("a", "Про бюджет поїздки, квитки, готель, переклад, страхування та інше"),
        a_note("b", "Бюджет, бюджет"),
    )
    assert await store.find("бюджет") == ["2", "1"]
    monkeypatch.setattr(search_module, "RANKED", 1)
    found = await store.index.search(Wanted(stems=tuple(stems("бюджет"))), 10, 0)
    assert (found.total, found.ranked) == (1, False)


@pytest.mark.parametrize("typed", ['"', "a OR b", "stems:", "NEAR(а б)", "*", "бюдж*", "-", "'"])
async def test_nothing_that_is_typed_is_taken_for_syntax(store, typed):
    await store.write(a_note("a", "Домовились"))
    assert await store.find(typed) == []


async def test_an_index_of_older_stems_is_made_anew(store, database):
    await store.write(a_note("a", "Домовились про виставку"))
    await store.put(an_event("e-1", title=named("Виставка")))
    async with database.transaction() as transaction:
        await transaction.execute("DELETE FROM search_index")
        await transaction.execute("DELETE FROM search_version")
    await store.index.refresh()
    await store.index.refresh()
    found = await store.index.search(Wanted(stems=tuple(stems("виставок"))), 10, 0)
    assert set(found.hits) == {Hit(Subject.EVENT, "e-1"), Hit(Subject.NOTE, "1")}


async def test_a_record_that_is_deleted_is_not_found(store):
    await store.put(an_event("e-1", title=named("Виставка")))
    async with store.registry.transaction() as work:
        await work.delete(Kind.EVENT, "e-1")
    assert await store.find("виставка") == []
