"""Dictation over HTTP: a group writes its meeting down, line by line."""

from __future__ import annotations

from partnership.notes.note import Note, NoteKind
from tests.handlers.dialogue import said
from tests.handlers.minutes.conftest import WorkingGroup
from tests.support.office import Office


async def notes_of(office: Office) -> list[Note]:
    found = await office.app.stores.notes.notes(None, 100, 0)
    return found[::-1]


async def test_three_people_write_one_meeting_down(
    office: Office, working_group: WorkingGroup, meeting: int
) -> None:
    begun = await said(working_group.coordinator, "/minutes start")
    assert "Записую: Онлайн-зустріч Коростень – Бурж, 12.06.2024 (середа), 10:00" in begun.text
    await working_group.official.send("Бондюель: наступний візит організовує Бурж")
    await working_group.admin.send("! провести виставку ремесел восени")
    await working_group.coordinator.send("Чижевська: підготувати звіт до 15.06")
    await office.telegram.settled()
    notes = await notes_of(office)
    assert [(each.kind, each.author_name) for each in notes] == [
        (NoteKind.NOTE, "Ярина"),
        (NoteKind.DECISION, "Дарина"),
        (NoteKind.ACTION, "Тарас"),
    ]
    event = await office.app.stores.events.event_by_number(meeting)
    assert event is not None
    assert {each.belongs.event for each in notes} == {event.key}
    shown = begun.now.text
    assert "1. Бондюель: наступний візит організовує Бурж" in shown
    assert "2. Рішення: провести виставку ремесел восени" in shown
    assert (
        "3. Доручення: «підготувати звіт», виконавиця — Наталія Чижевська, "
        "строк 15.06.2024 (субота)" in shown
    )
    ended = await said(working_group.admin, "/minutes stop")
    assert "Записано: 1 нотатка, 1 рішення і 1 доручення." in ended.text
    assert ended.buttons == [["Протокол"], ["Резюме двома мовами"], ["Запис бесіди"]]
