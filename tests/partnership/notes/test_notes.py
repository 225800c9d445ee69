"""Notes as a use case: placed by name, group or event of the day; scope; search lines."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from partnership.access import Role, User
from partnership.agreements import Side
from partnership.errors import NothingToUndoError, NotPermittedError
from partnership.events import EventState, Span
from partnership.membership_records import BoundChat
from partnership.naming import index_of
from partnership.notes.asking import read_search
from partnership.notes.errors import FileRefusedError, NoSuchNoteError, RestrictedTextError
from partnership.notes.note import Belongs, FileKind, NoteFile
from partnership.notes.notes import Notes
from partnership.notes.scope import scope_of
from partnership.notes.writing import NewNote
from tests.support.builders import (
    K2,
    OF_KOROSTEN,
    OF_ZHYTOMYR,
    OFFICIAL,
    STRANGER,
    an_event,
    named,
)

BOURGES = Belongs(partnership="korosten-bourges")
KYIV = ZoneInfo("Europe/Kyiv")


@pytest.fixture
def notes(world):
    stores, names = world.stores, index_of(world.registry.records())
    return Notes(
        world.transfer.batches,
        stores.notes,
        stores.search,
        stores.events,
        stores.steps,
        stores.minutes,
        names,
        KYIV,
    )


async def written(notes, text, actor=OF_KOROSTEN, bound=None, **given):
    return (await notes.write(actor, NewNote(text=text, **given), bound)).note


async def test_the_name_before_the_colon_goes_and_other_colons_stay(notes):
    assert (await written(notes, "Буржу: о 12:30 дзвінок")).text == "о 12:30 дзвінок"
    assert (await written(notes, "О 12:30 дзвінок до Буржа")).text == "О 12:30 дзвінок до Буржа"
    assert (await written(notes, "https://bourges.fr: сторінка")).text.startswith("https://")


async def test_a_group_says_whose_note_it_is_unless_another_partner_is_named(notes):
    bound = BoundChat(chat=-1, partnership="korosten-bourges")
    assert (await written(notes, "привеземо хор", bound=bound)).belongs == BOURGES
    named_other = await written(notes, "Дортмунд: лист", OF_ZHYTOMYR, bound)
    assert named_other.belongs.partnership == "zhytomyr-dortmund"
    community = BoundChat(chat=-1, community="korosten")
    assert (await written(notes, "хор", bound=community)).belongs == Belongs(community="korosten")


async def test_several_partners_are_asked_about(notes):
    result = await notes.write(OF_ZHYTOMYR, NewNote(text="говорили про Плоцьк і Битом"))
    assert not result.note.belongs
    assert set(result.candidates) >= {"zhytomyr-plock", "zhytomyr-bytom"}


async def test_what_is_written_during_an_event_belongs_to_it(notes, world):
    today = date(2024, 6, 12)
    event = an_event(
        "call", planned=Span(today, today), partnerships=("korosten-bourges",), title=named("Call")
    )
    await world.put(event)
    assert (await written(notes, "Бурж: почали")).belongs == replace(BOURGES, event="call")
    await world.put(replace(event, state=EventState.CANCELLED))
    assert (await written(notes, "Бурж: почали")).belongs == BOURGES


@pytest.mark.parametrize(
    "new",
    [
        NewNote(text="Бурж: паспорт АБ 123456"),
        NewNote(text="Бурж: копія", file=NoteFile("i", FileKind.DOCUMENT, "паспорт FA123456.pdf",
                                                  9, "application/pdf")),
        NewNote(text="ДСК: план"),
    ],
)  # fmt: skip
async def test_what_may_not_be_kept_is_not(notes, new):
    with pytest.raises(RestrictedTextError):
        await notes.write(OF_KOROSTEN, new)
    assert await notes.store.count(None) == 0


@pytest.mark.parametrize(("size", "mime"), [(21 << 20, "application/pdf"), (9, "application/zip")])
async def test_files_too_big_or_of_other_types_are_refused(notes, size, mime):
    file = NoteFile("i", FileKind.DOCUMENT, "a", size, mime)
    with pytest.raises(FileRefusedError):
        await written(notes, "Бурж: файл", file=file)


async def test_strangers_do_not_write_and_neighbours_do_not_correct(notes):
    with pytest.raises(NotPermittedError):
        await written(notes, "Бурж: хор", STRANGER)
    note = await written(notes, "Бурж: хор", OFFICIAL)
    with pytest.raises(NotPermittedError):
        await notes.correct(OF_ZHYTOMYR, note.id, "інше")
    assert (await notes.correct(OF_KOROSTEN, note.id, "інше")).supersedes == note.id


async def test_a_note_is_taken_back_for_a_day_and_what_it_corrected_stands_again(notes, world):
    old = await written(notes, "Бурж: хор із 20 осіб")
    new = await notes.correct(OF_KOROSTEN, old.id, "хор із 30 осіб")
    await notes.take_back(OF_KOROSTEN, new.id)
    with pytest.raises(NoSuchNoteError):
        await notes.note(new.id)
    assert await notes.note(old.id) == old
    assert await notes.bring_again(OF_KOROSTEN, new.id) == new
    assert (await notes.note(old.id)).superseded_by == new.id
    await notes.take_back(OF_KOROSTEN, new.id)
    world.clock.move_to(K2 + timedelta(days=2))
    with pytest.raises(NothingToUndoError):
        await notes.take_back(OF_KOROSTEN, old.id)


async def test_an_action_item_knows_its_side_its_event_and_its_note(notes):
    note = await written(notes, "Бурж: обмін, відповідальна Чижевська, до 1 липня")
    step = await notes.put_on_list(OF_KOROSTEN, note.id)
    assert (step.partnership, step.due) == ("korosten-bourges", date(2024, 7, 1))
    assert step.owner_side in {Side.HOME, None}
    assert await notes.step_of(note) == step
    with pytest.raises(NotPermittedError):
        await notes.put_on_list(OFFICIAL, note.id)


async def test_a_group_finds_only_what_it_is_about(notes, world):
    await written(notes, "Бурж: виставка")
    await written(notes, "Дортмунд: виставка", OF_ZHYTOMYR)
    scope = scope_of(BoundChat(chat=-1, partnership="korosten-bourges"), world.registry)
    everywhere = await notes.find("виставку", (), None)
    assert everywhere.total == 2
    here = await notes.find("виставку", (), scope)
    assert [each.belongs for each in here.records] == [BOURGES]
    assert (await notes.find("виставку; Дортмунд", (), scope)).total == 0


@pytest.mark.parametrize(
    ("line", "words", "place", "since", "author"),
    [
        ("культура", "культура", None, None, None),
        ("культура; Бурж", "культура", "bourges", None, None),
        ("культура; 2024", "культура", None, "2024-01-01", None),
        ("культура; травень 2024; Тарас", "культура", None, "2024-05-01", "Тарас"),
        ("; Буржі; автор Бурж", "", "bourges", None, "Бурж"),
        ("budget; Bourges; last week", "budget", "bourges", "2024-06-03", None),
    ],
)
def test_a_search_line_is_read_part_by_part(registry, line, words, place, since, author):
    names = index_of(registry.records())
    asked = read_search(line, registry, names, own=(), now=K2, zone="Europe/Kyiv")
    found = (
        asked.words,
        asked.place.id if asked.place else None,
        asked.period.start.isoformat() if asked.period else None,
        asked.author,
    )
    assert found == (words, place, since, author)


async def test_admins_and_coordinators_of_its_community_may_change_a_note(notes):
    note = await written(notes, "Бурж: хор", OFFICIAL)
    assert notes.may_change(User(id=99, role=Role.ADMIN), note)
    assert notes.may_change(OF_KOROSTEN, note)
    assert not notes.may_change(OF_ZHYTOMYR, note)
