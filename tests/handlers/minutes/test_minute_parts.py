"""Parts of minutes over HTTP: who came, the agenda, the annexes, who said a point."""

from __future__ import annotations

from partnership.agreements import Side
from partnership.minutes.freezing import thaw
from partnership.minutes.minutes import Minutes, Point
from partnership.minutes.paper import Paper
from tests.handlers.dialogue import pressed, said
from tests.support.office import Office
from tests.support.shown import Shown

SPEECH = "наступний візит відбудеться восени"


async def drafted(office: Office, meeting: int) -> Shown:
    """A protocol with one speech, a decision and Chyzhevska as a participant."""
    chat = office.coordinator.private()
    await said(chat, f"/minutes start {meeting}")
    await said(chat, SPEECH)
    await said(chat, "! провести виставку ремесел")
    draft = await pressed(await said(chat, "/minutes stop"), "Протокол")
    await pressed(draft, "Учасники від нас")
    return await said(chat, "Чижевська, Москаленко")


async def agreed(office: Office, meeting: int) -> Shown:
    """The same, agreed by us."""
    return await pressed(await drafted(office, meeting), "Погоджено нами")


async def kept(office: Office) -> Minutes:
    (found,) = await office.app.stores.minutes.all_minutes()
    return found


async def paper(office: Office) -> Paper:
    """What stands on the paper that was agreed."""
    return thaw((await kept(office)).frozen or "")


async def came(office: Office, meeting: int) -> dict[str | None, bool | None]:
    event = await office.app.stores.events.event_by_number(meeting)
    assert event is not None
    return {each.person: each.attended for each in event.participants}


async def spoken(office: Office) -> Point:
    return next(e for e in (await kept(office)).points if "візит" in e.text.text("uk"))


async def opened_speech(shown: Shown) -> Shown:
    """The point that was said, whatever its number."""
    points = await pressed(shown, "Пункти")
    return await pressed(points, points.buttons[0][0])


async def test_a_tap_says_came_then_not_then_not_recorded(office: Office, meeting: int) -> None:
    attendance = await pressed(await drafted(office, meeting), "Присутність")
    assert ["Наталія Чижевська: не внесено"] in attendance.buttons
    attendance = await pressed(attendance, "Наталія Чижевська")
    assert ["Наталія Чижевська: так"] in attendance.buttons
    assert ["Володимир Москаленко: не внесено"] in attendance.buttons
    assert sorted((await came(office, meeting)).values(), key=str) == [None, True]
    attendance = await pressed(attendance, "Наталія Чижевська")
    assert ["Наталія Чижевська: ні"] in attendance.buttons
    minutes = await pressed(attendance, "Назад")
    assert "Володимир Москаленко" in minutes.text
    assert "Чижевська" not in minutes.text
    attendance = await pressed(minutes, "Присутність")
    attendance = await pressed(attendance, "Наталія Чижевська")
    assert ["Наталія Чижевська: не внесено"] in attendance.buttons
    assert "Протокол:" in (await pressed(attendance, "Назад")).text


async def test_who_came_is_corrected_in_agreed_minutes_with_a_reason(
    office: Office, meeting: int
) -> None:
    attendance = await pressed(await agreed(office, meeting), "Присутність")
    why = await pressed(attendance, "Наталія Чижевська")
    assert "Чому його виправляють?" in why.text
    assert True not in (await came(office, meeting)).values()
    amended = await said(why.conversation, "звірено з реєстрацією")
    assert "Наталія Чижевська / Nataliia Chyzhevska (+)" in amended.text
    assert "Причина: звірено з реєстрацією" in amended.text
    assert True in (await came(office, meeting)).values()
    people = [each for side in (await paper(office)).sides for each in side.people]
    assert sorted((each.attended for each in people), key=str) == [None, True]


async def test_without_participants_the_list_says_what_to_do(office: Office, meeting: int) -> None:
    chat = office.coordinator.private()
    forms = await said(chat, f"/minutes {meeting}")
    attendance = await pressed(await pressed(forms, "Скласти: Протокол"), "Присутність")
    assert "спершу внесіть учасників" in attendance.text


async def with_agenda(shown: Shown) -> Shown:
    """Two items added by text, then the agenda again."""
    agenda = await pressed(shown, "Порядок денний")
    await pressed(agenda, "Додати")
    draft = await said(agenda.conversation, "Ярмарок ремесел\nОбмін школярами")
    return await pressed(draft, "Порядок денний")


async def titles(office: Office) -> list[str]:
    return [each.title.text("uk") for each in (await kept(office)).agenda]


async def test_the_agenda_is_added_moved_and_removed(office: Office, meeting: int) -> None:
    draft = await drafted(office, meeting)
    before = await titles(office)
    agenda = await with_agenda(draft)
    assert await titles(office) == [*before, "Ярмарок ремесел", "Обмін школярами"]
    last = len(before) + 2
    agenda = await pressed(agenda, f"{last} вище")
    assert await titles(office) == [*before, "Обмін школярами", "Ярмарок ремесел"]
    assert f"{last}. Ярмарок ремесел" in agenda.text
    asked = await pressed(agenda, f"{last} вилучити")
    assert "Ярмарок ремесел" in asked.text
    await pressed(asked, "Так")
    assert await titles(office) == [*before, "Обмін школярами"]
    await said(agenda.conversation, "/undo")
    assert "Ярмарок ремесел" in await titles(office)


async def test_the_agenda_of_agreed_minutes_changes_with_a_reason(
    office: Office, meeting: int
) -> None:
    await with_agenda(await drafted(office, meeting))
    chat = office.coordinator.private()
    done = await pressed(await pressed_minutes(office, meeting), "Погоджено нами")
    before = await titles(office)
    agenda = await pressed(done, "Порядок денний")
    why = await pressed(agenda, f"{len(before)} вище")
    assert "Чому його виправляють?" in why.text
    amended = await said(chat, "так ішло обговорення")
    assert "Причина: так ішло обговорення" in amended.text
    moved = [*before[:-2], before[-1], before[-2]]
    assert await titles(office) == moved
    listed = [each.title.text("uk") for each in (await paper(office)).items if each.title]
    assert listed == moved
    asked = await pressed(await pressed(amended, "Порядок денний"), f"{len(before)} вилучити")
    await pressed(asked, "Так")
    await said(chat, "питання не розглядали")
    assert "Ярмарок ремесел" not in await titles(office)


async def pressed_minutes(office: Office, meeting: int) -> Shown:
    """The minutes opened anew."""
    return await said(office.coordinator.private(), f"/minutes {meeting}")


async def test_annexes_are_added_and_removed(office: Office, meeting: int) -> None:
    annexes = await pressed(await drafted(office, meeting), "Додатки")
    assert "Додатків не внесено" in annexes.text
    await pressed(annexes, "Додати")
    draft = await said(annexes.conversation, "Список учасників\nПрограма візиту")
    annexes = await pressed(draft, "Додатки")
    assert "1. Список учасників" in annexes.text
    asked = await pressed(annexes, "1 вилучити")
    assert "Список учасників" in asked.text
    annexes = await pressed(asked, "Так")
    assert "1. Програма візиту" in annexes.text
    assert [each.text("uk") for each in (await kept(office)).annexes] == ["Програма візиту"]


async def test_annexes_of_agreed_minutes_change_with_a_reason(office: Office, meeting: int) -> None:
    done = await agreed(office, meeting)
    chat = done.conversation
    await pressed(await pressed(done, "Додатки"), "Додати")
    assert "Чому його виправляють?" in (await said(chat, "Програма візиту")).text
    amended = await said(chat, "додано пізніше")
    assert "Причина: додано пізніше" in amended.text
    assert [each.text("uk") for each in (await paper(office)).annexes] == ["Програма візиту"]
    asked = await pressed(await pressed(amended, "Додатки"), "1 вилучити")
    assert "Чому його виправляють?" in (await pressed(asked, "Так")).text
    await said(chat, "додано помилково")
    assert (await kept(office)).annexes == ()


async def test_the_side_follows_from_the_person_who_said_it(office: Office, meeting: int) -> None:
    draft = await drafted(office, meeting)
    asked = await pressed(await opened_speech(draft), "Хто сказав")
    assert "Хто це сказав?" in asked.text
    assert "Внесено: Чижевської" in (await said(asked.conversation, "Чижевської")).text
    point = await spoken(office)
    assert point.side is Side.HOME
    assert point.speaker is not None


async def test_of_a_speaker_in_words_the_side_is_asked(office: Office, meeting: int) -> None:
    draft = await drafted(office, meeting)
    asked = await pressed(await opened_speech(draft), "Хто сказав")
    sides = await said(asked.conversation, "представниця ліцею Бодрійяр")
    assert "Від чийого імені це сказано?" in sides.text
    point = await pressed(sides, "сторона партнера")
    assert "представниця ліцею Бодрійяр" in point.text
    assert "Чия позиція: сторона партнера" in point.text
    assert (await spoken(office)).side is Side.FOREIGN


async def test_who_said_it_and_for_whom_is_amended_with_reasons(
    office: Office, meeting: int
) -> None:
    done = await agreed(office, meeting)
    chat = done.conversation
    await pressed(await opened_speech(done), "Хто сказав")
    assert "Чому його виправляють?" in (await said(chat, "представниця ліцею")).text
    sides = await said(chat, "уточнено")
    assert "Від чийого імені це сказано?" in sides.text
    await pressed(sides, "сторона партнера")
    amended = await said(chat, "за її словами")
    assert "сторона партнера / the partner’s side" in amended.text
    assert "Причина: за її словами" in amended.text


async def test_officials_change_no_part(office: Office, meeting: int) -> None:
    await drafted(office, meeting)
    number = (await kept(office)).id
    shown = await said(office.official.private(), f"/minutes {meeting}")
    assert not any("Присутність" in row for row in shown.buttons)
    for data in ("r:0", "g:0", "G:", "y:0", "Y:", "z:1"):
        refused = await shown.press(data=f"mn:{number}:{data}")
        assert refused.show_alert


async def test_a_button_of_what_is_gone_says_so(office: Office, meeting: int) -> None:
    draft = await drafted(office, meeting)
    number = (await kept(office)).id
    answers = {"q:999": "питання", "m:999": "питання", "j:999": "додатка", "R:yes.no": "учасника"}
    for data, words in answers.items():
        answer = await draft.press(data=f"mn:{number}:{data}")
        assert words in (answer.text or "")


async def test_in_english_the_parts_are_in_english(office: Office, meeting: int) -> None:
    await drafted(office, meeting)
    chat = office.coordinator.private()
    await said(chat, "/lang en")
    shown = await said(chat, f"/minutes {meeting}")
    assert ["Attendance", "Agenda", "Annexes"] in shown.buttons
    assert "Who was present?" in (await pressed(shown, "Attendance")).text
