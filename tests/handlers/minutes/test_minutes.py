"""Minutes over HTTP: drafted from a dictation, filled in, agreed, amended, sent as files."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from partnership.minutes.minutes import Minutes, MinutesState
from tests.handlers.dialogue import pressed, said
from tests.handlers.minutes.conftest import WorkingGroup
from tests.support.office import Office
from tests.support.passing_time import deliver
from tests.support.shown import Shown

SAID = (
    "Бондюель: наступний візит організовує Бурж",
    "! провести виставку ремесел восени",
    "Чижевська: підготувати звіт до 15.06",
    "надіслати каталоги до 20 червня",
)


async def dictated(office: Office, meeting: int) -> Shown:
    """What the end of a dictation in private shows."""
    chat = office.coordinator.private()
    await said(chat, f"/minutes start {meeting}")
    for line in SAID:
        await said(chat, line)
    return await said(chat, "/minutes stop")


async def only_minutes(office: Office) -> Minutes:
    (found,) = await office.app.stores.minutes.all_minutes()
    return found


async def test_a_protocol_is_drafted_with_all_that_was_said(office: Office, meeting: int) -> None:
    draft = await pressed(await dictated(office, meeting), "Протокол")
    assert "Протокол: Онлайн-зустріч Коростень – Бурж, 12.06.2024 (середа), 08:30" in draft.text
    assert "Стан: проєкт" in draft.text
    assert "Пункти: 1 виступ, 1 рішення і 2 доручення" in draft.text
    assert "• реєстраційний номер" in draft.text
    assert "• хто відповідає: 3.4" in draft.text
    assert ["DOCX", "PDF"] in draft.buttons


async def test_what_is_missing_is_asked_for_one_by_one(office: Office, meeting: int) -> None:
    draft = await pressed(await dictated(office, meeting), "Протокол")
    asked = await pressed(draft, "Реєстраційний номер")
    assert "Який номер надано в канцелярії" in asked.text
    draft = await said(asked.conversation, "№ 12/03 від 14 червня")
    assert "Реєстраційний № 12/03 від 14.06.2024" in draft.text
    await pressed(draft, "Хто головував")
    draft = await said(asked.conversation, "Москаленко")
    assert "Головує: Володимир Москаленко" in draft.text
    asked = await pressed(draft, "Хто відповідає")
    assert "Надіслати каталоги" in asked.text
    draft = await said(asked.conversation, "Чижевська")
    assert "хто відповідає" not in draft.text


async def test_a_value_that_cannot_be_read_loses_nothing(office: Office, meeting: int) -> None:
    draft = await pressed(await dictated(office, meeting), "Протокол")
    asked = await pressed(draft, "Учасники від нас")
    again = await said(asked.conversation, "Чижевська, Ковальчук-Невідома")
    assert "У реєстрі немає: Ковальчук-Невідома" in again.text
    draft = await said(asked.conversation, "Чижевська, Москаленко")
    assert "Наталія Чижевська, Володимир Москаленко" in draft.text
    back = await pressed(await pressed(draft, "Учасники від партнера"), "Назад")
    assert "Бракує" in back.text


async def test_points_are_edited_translated_given_a_date_and_removed(
    office: Office, meeting: int
) -> None:
    draft = await pressed(await dictated(office, meeting), "Резюме двома мовами")
    assert "переклад" in draft.text
    asked = await pressed(draft, "Переклад")
    assert "Напишіть текст англійською" in asked.text
    draft = await said(asked.conversation, "A translated text")
    assert "Внесено: A translated text" in draft.text
    points = await pressed(draft, "Пункти")
    point = await pressed(points, "3.4")
    asked = await pressed(point, "Строк")
    draft = await said(asked.conversation, "25 червня")
    assert "Внесено: 25.06.2024 (вівторок)" in draft.text
    point = await pressed(await pressed(draft, "Пункти"), "3.2")
    removing = await pressed(point, "Вилучити")
    assert "Вилучити цей пункт?" in removing.text
    points = await pressed(removing, "Так")
    assert "Провести виставку" not in points.text
    await said(asked.conversation, "/undo")
    points = await pressed(await said(asked.conversation, f"/minutes {meeting}"), "Пункти")
    assert "Провести виставку" in points.text


async def test_a_summary_needs_both_sides_and_then_changes_with_a_reason(
    office: Office, meeting: int
) -> None:
    draft = await pressed(await dictated(office, meeting), "Резюме двома мовами")
    review = await pressed(draft, "На розгляд")
    assert "На розгляді; бракує ще" in review.text
    ours = await pressed(review, "Погоджено нами")
    assert "Очікується погодження партнера" in ours.text
    agreed = await pressed(ours, "Погоджено партнером")
    assert "Стан: погоджено, 12.06.2024 (середа)" in agreed.text
    assert (await only_minutes(office)).state is MinutesState.AGREED
    chat = agreed.conversation
    await pressed(agreed, "Наступна зустріч")
    why = await said(chat, "онлайн у вересні")
    assert "Чому його виправляють?" in why.text
    amended = await said(chat, "партнер уточнив листом")
    assert "Зміни після погодження" in amended.text
    assert "Причина: партнер уточнив листом" in amended.text


async def test_back_to_the_draft_with_a_reason(office: Office, meeting: int) -> None:
    draft = await pressed(await dictated(office, meeting), "Протокол")
    review = await pressed(draft, "На розгляд")
    await pressed(review, "Повернути до проєкту")
    back = await said(review.conversation, "бракує учасників")
    assert "Це знову проєкт" in back.text


async def test_action_items_come_under_control_once(office: Office, meeting: int) -> None:
    draft = await pressed(await dictated(office, meeting), "Протокол")
    controlled = await pressed(draft, "Взяти доручення на контроль")
    assert "2 доручення взято на контроль" in controlled.text
    assert "на контролі: 2" in controlled.text
    steps = await office.app.stores.steps.steps(partnership="korosten-bourges", open_only=True)
    assert {"Підготувати звіт", "Надіслати каталоги"} <= {each.what.text("uk") for each in steps}


@pytest.mark.parametrize("form", ["Протокол", "Резюме двома мовами", "Запис бесіди"])
async def test_files_are_sent_with_a_readable_name(office: Office, meeting: int, form: str) -> None:
    draft = await pressed(await dictated(office, meeting), form)
    await draft.press("DOCX")
    name, content = draft.conversation.last.file
    assert name.endswith("2024-06-12.docx")
    text = "\n".join(_texts(content))
    assert "провести виставку ремесел восени" in text.casefold()
    await draft.press("PDF")
    assert draft.conversation.last.file[1].startswith(b"%PDF")


async def test_the_short_summary_is_published_to_the_group_without_names(
    office: Office, working_group: WorkingGroup, meeting: int
) -> None:
    draft = await pressed(await dictated(office, meeting), "Протокол")
    preview = await pressed(draft, "Опублікувати підсумок у групі")
    assert "Надіслати це до: " in preview.text
    assert "Провести виставку ремесел восени" in preview.text
    await working_group.official.rest()
    done = await pressed(preview, "Надіслати")
    assert "Підсумок надсилається до 1 групи." in done.text
    await deliver(office)
    shown = [each for each in await working_group.official.rest() if "Підсумок" in each.text]
    assert len(shown) == 1
    assert "Підготувати звіт" in shown[0].text
    assert "Чижевська" not in shown[0].text


async def test_no_minutes_are_needed_is_said_with_a_reason(office: Office, meeting: int) -> None:
    chat = office.coordinator.private()
    shown = await said(chat, f"/minutes {meeting}")
    assert "Скласти: Протокол" in shown.buttons[0]
    await pressed(shown, "Протокол не потрібен")
    waived = await said(chat, "робоча розмова")
    assert "Протокол не потрібен: робоча розмова" in waived.text
    event = await office.app.stores.events.event_by_number(meeting)
    assert event is not None
    assert event.minutes_waived == "робоча розмова"


async def test_the_list_shows_what_needs_somebody(office: Office, meeting: int) -> None:
    chat = office.coordinator.private()
    await said(chat, f"/minutes start {meeting}")
    assert "триває запис" in (await said(chat, "/minutes")).text
    await said(chat, "вітальне слово")
    ended = await said(chat, "/minutes stop")
    await pressed(ended, "Протокол")
    listed = await said(chat, "/minutes")
    assert "Протокол, проєкт" in listed.text


async def test_officials_read_and_do_not_write(office: Office, meeting: int) -> None:
    draft = await pressed(await dictated(office, meeting), "Протокол")
    number = (await only_minutes(office)).id
    shown = await said(office.official.private(), f"/minutes {meeting}")
    assert "Пункти: 1 виступ" in shown.text
    assert ["DOCX", "PDF"] in shown.buttons
    assert not any("На розгляд" in row for row in shown.buttons)
    refused = await shown.press(data=f"mn:{number}:s:")
    assert refused.show_alert
    neighbour = await office.neighbour.private().ask_all(f"/minutes {meeting}")
    refused = await neighbour[-1].press(data=f"mn:{number}:s:")
    assert refused.show_alert
    assert draft.text


async def test_in_a_group_minutes_are_sent_in_private(
    office: Office, working_group: WorkingGroup, meeting: int
) -> None:
    await office.coordinator.start()
    await said(working_group.coordinator, "/minutes start")
    await said(working_group.coordinator, "! спільна виставка")
    ended = await said(working_group.coordinator, "/minutes stop")
    answer = await ended.press("Протокол")
    assert answer.text == "Надіслано вам в особистий чат."
    assert "Пункти: 1 рішення" in office.coordinator.private().last.text
    assert "Пункти: 1 рішення" not in working_group.coordinator.last.text


async def test_in_english_all_is_in_english(office: Office, meeting: int) -> None:
    chat = office.coordinator.private()
    await said(chat, "/lang en")
    await said(chat, f"/minutes start {meeting}")
    await said(chat, "decided to hold a book fair")
    draft = await pressed(await said(chat, "/minutes stop"), "Protocol")
    assert "Protocol: Online meeting Korosten – Bourges" in draft.text
    assert "Points: 1 decision" in draft.text
    assert "• registration number" in draft.text


def _texts(content: bytes) -> list[str]:
    document = docx.Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(each.text for each in document.paragraphs), *cells]


@pytest.mark.parametrize(
    "words",
    [
        "зроби протокол зустрічі з Буржем",
        "Склади, будь ласка, протокол по Буржу",
        "draft minutes of the Bourges call: protocol",
        "протокол зустрічі з буржем",
        "що треба для протоколу?",
        "чого бракує в протоколі зустрічі з Буржем?",
    ],
)
async def test_plain_words_open_the_minutes(office: Office, meeting: int, words: str) -> None:
    await pressed(await dictated(office, meeting), "Протокол")
    shown = await said(office.coordinator.private(), words)
    assert "Протокол: Онлайн-зустріч Коростень – Бурж, 12.06.2024" in shown.text
    assert "Бракує:" in shown.text


async def test_a_draft_is_made_from_plain_words_for_the_latest_meeting(
    office: Office, meeting: int
) -> None:
    chat = office.coordinator.private()
    shown = await said(chat, "зроби резюме зустрічі з Буржем")
    assert "Резюме двома мовами: Онлайн-зустріч Коростень – Бурж, 12.06.2024" in shown.text
    assert (await only_minutes(office)).state is MinutesState.DRAFT
    listed = await said(chat, "покажи протоколи")
    assert "Резюме двома мовами, проєкт" in listed.text


async def test_of_a_meeting_without_minutes_the_discussion_is_told_and_a_draft_offered(
    office: Office,
) -> None:
    shown = await said(office.coordinator.private(), "протокол останньої зустрічі з Буржем")
    forms = await pressed(shown, "Скласти протокол")
    draft = await pressed(forms, "Скласти: Протокол")
    assert "28.05.2024" in draft.text
    assert "Стан: проєкт" in draft.text


async def test_of_several_meetings_with_a_partner_one_is_chosen(
    office: Office, meeting: int
) -> None:
    asked = await said(office.coordinator.private(), "/minutes Бурж")
    assert asked.text.startswith("Яка зустріч?")
    assert asked.buttons[0][0].startswith("12.06.2024 (середа), 08:30 · Онлайн-зустріч")
    forms = await pressed(asked, "28.05.2024 (вівторок)")
    assert "У якій формі?" in forms.text
    named = await said(office.coordinator.private(), "/minutes протокол Бурж")
    assert "Протокол: Онлайн-зустріч Коростень – Бурж, 12.06.2024" in named.text
