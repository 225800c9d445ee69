"""Dictation over HTTP: a group writes its meeting down, line by line."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path

import pytest

from partnership.events import EventState
from partnership.membership_records import ChatLanguage
from partnership.notes.note import Note, NoteKind
from tests.handlers.dialogue import pressed, said
from tests.handlers.minutes.conftest import WorkingGroup, gather_group
from tests.support.clocks import StillClock
from tests.support.office import Office, open_office
from tests.support.passing_time import pass_time


async def notes_of(office: Office) -> list[Note]:
    found = await office.app.stores.notes.notes(None, 100, 0)
    return found[::-1]


async def test_three_people_write_one_meeting_down(
    office: Office, working_group: WorkingGroup, meeting: int
) -> None:
    begun = await said(working_group.coordinator, "/minutes start")
    assert "Записую: Онлайн-зустріч Коростень – Бурж, 12.06.2024 (середа), 08:30" in begun.text
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


async def test_a_message_of_several_lines_gives_several_points(
    office: Office, working_group: WorkingGroup
) -> None:
    await said(working_group.coordinator, "/minutes start")
    await said(working_group.official, "- культура\n- освіта\n\n2. вирішили обмінятися класами")
    assert [each.text for each in await notes_of(office)] == [
        "культура",
        "освіта",
        "вирішили обмінятися класами",
    ]


async def test_an_edit_corrects_the_point_and_keeps_what_was_said_before(
    office: Office, working_group: WorkingGroup
) -> None:
    begun = await said(working_group.coordinator, "/minutes start")
    message = await working_group.official.send("перший\nдругий\nтретій")
    await office.telegram.settled()
    await working_group.official.edit(message, "другий\nтретій, виправлено")
    await office.telegram.settled()
    notes = await notes_of(office)
    assert [each.text for each in notes] == ["другий", "третій, виправлено"]
    assert notes[1].supersedes is not None
    assert "1. другий\n2. третій, виправлено" in begun.now.text
    assert "перший" not in begun.now.text


async def test_an_edit_by_itself_changes_nothing_twice(
    office: Office, working_group: WorkingGroup
) -> None:
    await said(working_group.coordinator, "/minutes start")
    message = await working_group.official.send("станція очищення води")
    await office.telegram.settled()
    before = await notes_of(office)
    await working_group.official.edit(message, "станція очищення води ")
    await office.telegram.settled()
    assert await notes_of(office) == before


async def test_a_line_with_a_passport_is_refused_and_the_others_are_kept(
    office: Office, working_group: WorkingGroup
) -> None:
    await said(working_group.coordinator, "/minutes start")
    shown = await working_group.official.ask_all("культура\nпаспорт делегата FA123456\nосвіта")
    assert any("1 рядок не записано: персональні документи" in each.text for each in shown)
    assert [each.text for each in await notes_of(office)] == ["культура", "освіта"]


async def test_the_last_point_and_any_message_can_be_taken_back_and_brought_again(
    office: Office, working_group: WorkingGroup
) -> None:
    begun = await said(working_group.coordinator, "/minutes start")
    first = await working_group.official.send("перший")
    await working_group.official.send("другий")
    await office.telegram.settled()
    await begun.now.press("Прибрати останній", by=office.official)
    gone = (await working_group.official.rest())[-2]
    assert gone.text == "Прибрано: другий"
    await working_group.official.send("видалити", reply_to=first)
    await office.telegram.settled()
    assert await notes_of(office) == []
    await gone.press("Повернути", by=office.official)
    assert [each.text for each in await notes_of(office)] == ["другий"]


async def test_questions_are_answered_and_are_no_points(
    office: Office, working_group: WorkingGroup
) -> None:
    await said(working_group.coordinator, "/minutes start")
    answer = (await working_group.official.ask_all("?хто координує Бурж"))[-1]
    assert "Чижевська" in answer.text
    assert await notes_of(office) == []
    await said(working_group.official, "Чи готовий Бурж прийняти делегацію?")
    assert len(await notes_of(office)) == 1


async def test_in_private_a_question_is_answered_and_a_line_is_a_point(
    office: Office, meeting: int
) -> None:
    chat = office.coordinator.private()
    begun = await said(chat, f"/minutes start {meeting}")
    assert "Записую: Онлайн-зустріч Коростень – Бурж" in begun.text
    assert "адміністратором" not in begun.text
    answer = await said(chat, "Хто мер Буржа?")
    assert await notes_of(office) == []
    assert "Записую" not in answer.text
    await said(chat, "обговорили станцію очищення води")
    assert len(await notes_of(office)) == 1


async def test_a_stranger_in_the_group_writes_nothing(
    office: Office, working_group: WorkingGroup
) -> None:
    await said(working_group.coordinator, "/minutes start")
    with working_group.stranger.silence():
        await working_group.stranger.send("я теж хочу записати")
        await office.telegram.settled()
    assert await notes_of(office) == []
    refused = await said(working_group.stranger, "/minutes stop")
    assert "недоступно" in refused.text or "ті, кому" in refused.text


async def test_without_a_meeting_one_is_chosen_or_begins_now(office: Office) -> None:
    chat = office.coordinator.private()
    asked = await said(chat, "/minutes start Бурж")
    assert asked.text == "Яку зустріч записуємо?"
    assert asked.buttons == [["Онлайн-зустріч, що починається зараз"]]
    begun = await pressed(asked, "Онлайн-зустріч, що починається зараз")
    assert "Записую: Онлайн-зустріч Коростень – Бурж, 12.06.2024 (середа), 09:00" in begun.text
    await said(chat, "вітальне слово")
    (note,) = await notes_of(office)
    assert note.belongs.event is not None
    event = await office.app.stores.events.event(note.belongs.event)
    assert event is not None
    assert event.state is EventState.RUNNING


async def test_an_official_plans_no_meeting_and_is_told_what_to_do(office: Office) -> None:
    asked = await said(office.official.private(), "/minutes start Бурж")
    assert "Вкажіть партнера" in asked.text
    unknown = await said(office.official.private(), "/minutes start Ульм")
    assert "немає" in unknown.text


async def test_after_fifteen_points_a_new_message_shows_the_rest(
    office: Office, working_group: WorkingGroup
) -> None:
    begun = await said(working_group.coordinator, "/minutes start")
    text = "\n".join(f"пункт номер {number}" for number in range(1, 19))
    await working_group.official.send(text)
    await office.telegram.settled()
    assert "15. пункт номер 15" in begun.now.text
    assert begun.now.buttons == []
    latest = working_group.official.last
    assert latest.id != begun.id
    assert "16. пункт номер 16\n17. пункт номер 17\n18. пункт номер 18" in latest.text
    await said(working_group.official, "ще один")
    assert "19. ще один" in latest.now.text


async def test_points_go_along_when_it_was_another_meeting(
    office: Office, working_group: WorkingGroup
) -> None:
    begun = await said(working_group.coordinator, "/minutes start")
    await said(working_group.coordinator, "вітальне слово")
    await said(office.coordinator.private(), "/meeting Бурж 12.06 18:00 онлайн")
    await begun.now.press("Інша подія")
    asked = working_group.coordinator.last
    assert asked.text == "Яка це зустріч? Усі пункти перейдуть до неї."
    await asked.press("18:00")
    (note,) = await notes_of(office)
    assert note.belongs.event is not None
    event = await office.app.stores.events.event(note.belongs.event)
    assert event is not None
    assert event.planned.start_time == time(18)


async def test_where_the_bot_sees_little_it_says_so_and_replies_count(
    office: Office, meeting: int
) -> None:
    group = await gather_group(office, admin=False)
    shown = await group.coordinator.ask_all("/minutes start")
    assert "Зробіть мене адміністратором групи" in shown[0].text
    await group.official.send("станція очищення води", reply_to=shown[-1])
    await office.telegram.settled()
    assert [each.text for each in await notes_of(office)] == ["станція очищення води"]


async def test_a_group_of_both_languages_reads_the_head_in_both(
    office: Office, working_group: WorkingGroup
) -> None:
    chats = office.app.services.membership.groups
    bound = chats.chat_of(working_group.group.id)
    assert bound is not None
    admin = await office.app.services.membership.who(office.admin.id)
    await chats.set_language(admin, bound, ChatLanguage.BOTH)
    begun = await said(working_group.coordinator, "/minutes start")
    assert "Записую: " in begun.text
    assert "Writing down: " in begun.text
    await said(working_group.coordinator, "! спільна виставка")
    assert begun.now.text.count("спільна виставка") == 1
    ended = await said(working_group.coordinator, "/minutes stop")
    assert "Записано: 1 рішення." in ended.text
    assert "Written down: 1 decision." in ended.text


async def test_in_english_all_is_in_english(office: Office, meeting: int) -> None:
    chat = office.coordinator.private()
    await said(chat, "/lang en")
    begun = await said(chat, f"/minutes start {meeting}")
    assert "Writing down: Online meeting Korosten – Bourges" in begun.text
    await said(chat, "decided to hold a book fair")
    await said(chat, "Chyzhevska: prepare the report by 15 June")
    ended = await said(chat, "/minutes stop")
    assert "Written down: 1 decision and 1 action item." in ended.text


async def test_whoever_forgets_to_end_it_is_asked_once(
    office: Office, working_group: WorkingGroup, clock: StillClock
) -> None:
    await said(working_group.coordinator, "/minutes start")
    clock.advance(timedelta(hours=1))
    await said(working_group.coordinator, "вітальне слово")
    await working_group.coordinator.rest()
    await pass_time(office, clock, clock.now() + timedelta(hours=2, minutes=50))
    assert not any("Запис триває" in each.text for each in await working_group.official.rest())
    await pass_time(office, clock, clock.now() + timedelta(hours=5))
    asked = [each for each in await working_group.coordinator.rest() if "Запис триває" in each.text]
    assert len(asked) == 1
    ended = await pressed(asked[0], "Завершити")
    assert "Запис завершено" in ended.text


async def test_it_goes_on_after_a_restart(
    tmp_path: Path, template: Path, clock: StillClock
) -> None:
    async with open_office(tmp_path, template, clock) as office:
        chat = office.coordinator.private()
        asked = await said(chat, "/minutes start Бурж")
        await pressed(asked, "Онлайн-зустріч, що починається зараз")
        await said(chat, "перший пункт")
    async with open_office(tmp_path, None, clock) as office:
        chat = office.coordinator.private()
        chat.chat.last_message_id = 100
        await said(chat, "другий пункт")
        again = await said(chat, "/minutes start")
        assert "1. перший пункт\n2. другий пункт" in again.text
        ended = await said(chat, "/minutes stop")
        assert "Записано: 2 нотатки." in ended.text
        assert [each.text for each in await notes_of(office)] == ["перший пункт", "другий пункт"]
        after = await said(chat, "другий пункт")
        assert "Записую" not in after.text


async def test_it_goes_on_in_the_supergroup_that_a_group_becomes(
    office: Office, meeting: int
) -> None:
    people = (office.coordinator,)
    group = office.telegram.group("Група", owner=office.admin, members=people, supergroup=False)
    await group.add_bot(office.admin, admin=True)
    await office.admin.in_group(group).ask_all("/bind Бурж")
    chat = office.coordinator.in_group(group)
    await said(chat, "/minutes start")
    for text in ("перший", "другий", "третій"):
        await said(chat, text)
    await group.upgrade(office.admin)
    await office.telegram.settled()
    chat = office.coordinator.in_group(group)
    for text in ("четвертий", "п’ятий", "шостий", "сьомий", "восьмий"):
        shown = await said(chat, text)
    assert "1. перший\n2. другий\n3. третій\n4. четвертий" in shown.text
    assert "8. восьмий" in shown.text
    assert len(await notes_of(office)) == 8


async def test_a_group_writes_down_only_its_own_meetings(
    office: Office, working_group: WorkingGroup
) -> None:
    await said(office.neighbour.private(), "/meeting Дортмунд 13.06 15:00 онлайн")
    other = max(event.id for event in await office.app.stores.events.events())
    refused = await said(working_group.coordinator, f"/minutes start {other}")
    assert "лише зустрічі її партнерств" in refused.text
    named = await said(working_group.coordinator, "/minutes start Дортмунд")
    assert "лише зустрічі її партнерств" in named.text


@pytest.mark.parametrize(
    "words",
    [
        "почни запис зустрічі з Буржем",
        "записуй зустріч з Буржем",
        "take minutes of the Bourges call",
    ],
)
async def test_plain_words_begin_with_one_tap(office: Office, meeting: int, words: str) -> None:
    asked = await said(office.coordinator.private(), words)
    assert asked.text == "Яку зустріч записуємо?"
    await pressed(asked, "08:30")
    assert "Записую: Онлайн-зустріч Коростень – Бурж" in office.coordinator.private().last.text
