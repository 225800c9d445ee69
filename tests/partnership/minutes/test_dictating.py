"""Dictation in the core: a message read twice, edited, taken back; what a restart finds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnership.errors import NotPermittedError
from partnership.minutes.dictating import Dictating
from partnership.minutes.dictation import Dictation
from partnership.notes.note import Message, Note, NoteKind
from partnership.reminders.model import SubjectKind
from tests.partnership.minutes.conftest import MEETING, Desk
from tests.support.builders import OF_KOROSTEN, OFFICIAL, STRANGER, World

CHAT = -100
LINES = st.lists(st.sampled_from(["культура", "освіта", "спорт", "вода"]), max_size=4)


@pytest.fixture
async def dictating(world: World, desk: Desk) -> Dictating:
    batches = world.transfer.batches
    found = Dictating(batches, world.stores.dictations, desk.notes, world.stores.calendar)
    await found.load()
    return found


@pytest.fixture
async def dictation(dictating: Dictating) -> Dictation:
    return await dictating.begin(OF_KOROSTEN, CHAT, 0, MEETING)


async def texts(dictating: Dictating, dictation: Dictation) -> list[str]:
    return [each.note.text for each in await dictating.points(dictation)]


async def test_a_message_that_telegram_repeats_is_not_doubled(
    dictating: Dictating, dictation: Dictation
) -> None:
    source = Message(CHAT, 5)
    first = await dictating.take(OF_KOROSTEN, dictation, source, "культура\n! виставка")
    again = await dictating.take(OF_KOROSTEN, dictation, source, "культура\n! виставка")
    assert first.changed
    assert not again.changed
    assert again.notes == first.notes
    assert [each.kind for each in again.notes] == [NoteKind.NOTE, NoteKind.DECISION]


async def test_points_stand_in_the_order_of_the_chat(
    dictating: Dictating, dictation: Dictation
) -> None:
    for number, text in ((9, "третій"), (5, "перший"), (7, "другий")):
        await dictating.take(OF_KOROSTEN, dictation, Message(CHAT, number), text)
    assert await texts(dictating, dictation) == ["перший", "другий", "третій"]


async def test_a_restart_finds_what_was_running_and_nothing_that_was_ended(
    world: World, desk: Desk, dictating: Dictating, dictation: Dictation
) -> None:
    await dictating.take(OF_KOROSTEN, dictation, Message(CHAT, 5), "культура")
    batches = world.transfer.batches
    restarted = Dictating(batches, world.stores.dictations, desk.notes, world.stores.calendar)
    await restarted.load()
    found = restarted.running_in(CHAT, 0)
    assert found is not None
    assert await texts(restarted, found) == ["культура"]
    await restarted.stop(OF_KOROSTEN, found)
    await dictating.load()
    assert dictating.running_in(CHAT, 0) is None


async def test_an_edit_after_the_end_still_corrects(
    dictating: Dictating, dictation: Dictation
) -> None:
    await dictating.take(OF_KOROSTEN, dictation, Message(CHAT, 5), "култура")
    ended = await dictating.stop(OF_KOROSTEN, dictation)
    await dictating.take(OF_KOROSTEN, ended, Message(CHAT, 5), "культура")
    assert await texts(dictating, ended) == ["культура"]
    assert dictating.running_in(CHAT, 0) is None


async def test_what_only_together_is_a_document_is_refused_as_a_whole(
    dictating: Dictating, dictation: Dictation
) -> None:
    text = "паспорт делегата\n№ 123456789\nкультура"
    taken = await dictating.take(OF_KOROSTEN, dictation, Message(CHAT, 5), text)
    assert (taken.notes, taken.refused) == ((), 3)
    assert await texts(dictating, dictation) == []


async def test_nobody_changes_the_points_of_others_but_coordinators(
    dictating: Dictating, dictation: Dictation
) -> None:
    await dictating.take(OF_KOROSTEN, dictation, Message(CHAT, 5), "культура")
    with pytest.raises(NotPermittedError):
        await dictating.take_back(OFFICIAL, dictation, None)
    with pytest.raises(NotPermittedError):
        await dictating.take(STRANGER, dictation, Message(CHAT, 6), "освіта")
    await dictating.take(OFFICIAL, dictation, Message(CHAT, 6), "освіта")
    await dictating.take_back(OF_KOROSTEN, dictation, None)
    assert await texts(dictating, dictation) == ["культура"]


async def test_the_question_whether_it_was_forgotten_moves_on_with_each_point(
    world: World, dictating: Dictating, dictation: Dictation
) -> None:
    begun = world.clock.now()
    world.clock.advance(timedelta(hours=2))
    await dictating.take(OF_KOROSTEN, dictation, Message(CHAT, 5), "культура")
    rows = await world.stores.calendar.reminders_of(SubjectKind.DICTATION, str(dictation.id))
    assert [each.due_at for each in rows] == [begun + timedelta(hours=5)]
    await dictating.stop(OF_KOROSTEN, dictation)
    rows = await world.stores.calendar.reminders_of(SubjectKind.DICTATION, str(dictation.id))
    assert not any(each.is_open for each in rows)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINES, min_size=1, max_size=4))
async def test_whatever_is_edited_the_last_wording_stands_and_no_note_is_lost(
    dictating: Dictating, dictation: Dictation, world: World, wordings: list[list[str]]
) -> None:
    seen: set[int] = set()
    source = Message(CHAT, 5)
    for lines in wordings:
        taken = await dictating.take(OF_KOROSTEN, dictation, source, "\n".join(lines))
        seen |= {each.id for each in taken.notes}
    assert await texts(dictating, dictation) == wordings[-1]
    kept: list[Note | None] = [await world.stores.notes.note(each) for each in seen]
    assert None not in kept
