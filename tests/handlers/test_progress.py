"""The weekly digest of action items over HTTP: text, picture, both languages, and silence."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image

from bot.sandbox.errors import bad_request
from tests.handlers.dialogue import said
from tests.support.clocks import StillClock
from tests.support.conversation import Conversation
from tests.support.group import Group
from tests.support.office import Office
from tests.support.passing_time import pass_time
from tests.support.shown import Shown

MONDAY = datetime(2024, 6, 17, 6, 0, tzinfo=UTC)
"""09:00 in Kyiv."""


@pytest.fixture
async def group(office: Office) -> Group:
    """A group bound to the partnership with Bourges."""
    made = office.telegram.group("Бурж", owner=office.admin, members=(office.coordinator,))
    await made.add_bot(office.admin)
    await office.admin.in_group(made).ask_all("/bind Бурж")
    return made


async def pictures_in(chat: Conversation) -> list[Shown]:
    return [each for each in await chat.rest() if "photo" in each.body]


async def monday_in(chat: Conversation, office: Office, clock: StillClock) -> list[Shown]:
    await chat.rest()
    await office.app.reminding.roll()
    await pass_time(office, clock, MONDAY)
    return await pictures_in(chat)


async def give_a_day(office: Office) -> None:
    """The list of areas is due on the Friday before."""
    await said(office.coordinator.private(), "встанови строк списку напрямків до п'ятниці")


async def test_a_group_gets_what_is_open_and_overdue_with_a_picture(
    office: Office, group: Group, clock: StillClock
) -> None:
    await give_a_day(office)
    (digest,) = await monday_in(office.coordinator.in_group(group), office, clock)
    assert "Доручення: Коростень – Бурж, станом на 17.06.2024 (понеділок)" in digest.text
    assert "• Бурж: знято з контролю 0 з 2; прострочено 1; у роботі 1" in digest.text
    assert "Прострочено: 1\n• № " in digest.text
    assert "14.06.2024 · Підготувати список напрямків" in digest.text
    with Image.open(BytesIO(digest.file[1])) as picture:
        assert picture.format == "PNG"
        assert picture.width == 1080


async def test_a_coordinator_gets_theirs_in_their_language(
    office: Office, clock: StillClock
) -> None:
    chat = office.coordinator.private()
    await give_a_day(office)
    await said(chat, "/lang en")
    (digest,) = await monday_in(chat, office, clock)
    assert "Action items: Korosten, as of 17 Jun 2024 (Monday)" in digest.text
    assert "• Bourges: closed 0 of 2; overdue 1; under way 1" in digest.text


async def test_a_group_that_reads_both_languages_gets_one_picture_and_both_texts(
    office: Office, group: Group, clock: StillClock
) -> None:
    room = office.admin.in_group(group)
    binding = await room.ask("/bind Бурж")
    await binding.press("Українська + English")
    (digest,) = await monday_in(room, office, clock)
    assert "знято з контролю 0 з 2" in digest.text
    assert "closed 0 of 2" in digest.text


async def test_nothing_is_sent_where_nothing_is_open(office: Office, clock: StillClock) -> None:
    await office.admin.private().ask("/role 105 coordinator kropyvnytskyi")
    chat = office.neighbour.private()
    await said(chat, "/start")
    assert await monday_in(chat, office, clock) == []


async def test_the_button_below_it_switches_it_off(
    office: Office, group: Group, clock: StillClock
) -> None:
    chat, room = office.coordinator.private(), office.coordinator.in_group(group)
    await said(chat, "/start")
    (digest,) = await monday_in(chat, office, clock)
    await digest.press("Не надсилати щопонеділка")
    told = await chat.next()
    assert "Вимкнено: щотижнева добірка доручень (понеділок, 09:00)." in told.text
    await pass_time(office, clock, MONDAY + timedelta(days=7))
    assert await pictures_in(chat) == []
    assert len(await pictures_in(room)) == 2


async def test_the_command_switches_it_off_and_on_again(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await said(chat, "/start")
    assert "☑ Щотижнева добірка доручень" in str((await chat.ask("/digest")).buttons)
    await said(chat, "/digest доручення off")
    assert "☐ Щотижнева добірка доручень" in str((await chat.ask("/digest")).buttons)
    assert await monday_in(chat, office, clock) == []
    answer = await said(chat, "/digest доручення on")
    assert "щотижневу добірку доручень" in answer.text
    assert "24.06.2024 о 09:00" in answer.text


async def test_progress_is_shown_on_request_with_its_picture(office: Office) -> None:
    await give_a_day(office)
    chat = office.coordinator.private()
    answer = (await chat.ask_all("/progress"))[-1]
    assert answer.text.startswith("Доручення: Коростень, станом на 12.06.2024 (середа)")
    assert "• Бурж: знято з контролю 0 з 2; у роботі 2" in answer.text
    assert answer.file[0].endswith(".png")
    assert answer.buttons == [["На контролі"]]
    await answer.press("На контролі")
    assert "№ " in (await chat.next()).text


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Бурж", "Доручення: Коростень – Бурж"),
        ("Буржем", "Доручення: Коростень – Бурж"),
        ("Bourges", "Доручення: Коростень – Бурж"),
        ("Коростень", "Доручення: Коростень"),
        ("усі", "Доручення: усі партнерства"),
    ],
)
async def test_whose_progress_is_shown(office: Office, words: str, title: str) -> None:
    answer = (await office.coordinator.private().ask_all(f"/progress {words}"))[0]
    assert answer.text.startswith(f"{title}, станом на")
    assert "photo" in answer.body


async def test_a_partner_without_action_items_gets_no_picture_but_a_way_on(office: Office) -> None:
    answer = await said(office.neighbour.private(), "/progress Дортмунд")
    assert "photo" not in answer.body
    assert "Доручень не внесено. Додати доручення: /task" in answer.text


async def test_a_partner_that_nobody_knows_is_said_to_be_unknown(office: Office) -> None:
    answer = await said(office.coordinator.private(), "/progress Атлантида")
    assert "У реєстрі немає партнера «Атлантида»." in answer.text


async def test_a_group_sees_only_its_own(office: Office, group: Group) -> None:
    room = office.coordinator.in_group(group)
    assert (await room.ask_all("/progress усі"))[-1].text.startswith("Доручення: Коростень – Бурж")
    refused = (await room.ask_all("/progress Житомир"))[-1]
    assert "У цій групі показую лише її доручення." in refused.text


async def test_a_group_in_both_languages_asks_once_and_gets_one_picture(
    office: Office, group: Group
) -> None:
    room = office.admin.in_group(group)
    await (await room.ask("/bind Бурж")).press("Українська + English")
    await room.rest()
    (answer,) = await room.ask_all("/progress")
    assert "знято з контролю 0 з 2" in answer.text
    assert "closed 0 of 2" in answer.text
    assert answer.buttons == [["На контролі / Under control"]]


async def test_long_texts_go_on_below_the_picture_and_lose_nothing(office: Office) -> None:
    chat = office.coordinator.private()
    for number in range(1, 13):
        await said(chat, f"/task Бурж: підготувати розділ {number} спільного звіту про співпрацю")
    first, *more = await chat.ask_all("/progress")
    whole = "\n".join(each.text for each in (first, *more))
    assert "photo" in first.body
    assert len(first.text) <= 1024
    assert more
    assert "знято з контролю 0 з 14; у роботі 14" in whole
    assert "та ще 4: /tasks" in whole
    assert first.buttons == []
    assert more[-1].buttons == [["На контролі"]]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("яка частка виконаних доручень?", "Доручення: Коростень, станом на"),
        ("Який відсоток виконання доручень з Буржем", "Доручення: Коростень – Бурж, станом на"),
        ("скільки доручень знято з контролю?", "знято з контролю 0 з 2"),
        ("What share of action items is closed?", "Доручення: Коростень, станом на"),
        ("how many tasks are done for Bourges", "Доручення: Коростень – Бурж, станом на"),
    ],
)
async def test_plain_questions_get_the_picture_too(office: Office, words: str, told: str) -> None:
    answer = (await office.coordinator.private().ask_all(words))[0]
    assert told in answer.text
    assert "photo" in answer.body


async def test_a_question_about_a_community_is_about_that_one(office: Office) -> None:
    answer = (await office.coordinator.private().ask_all("прогрес доручень Житомира"))[0]
    assert answer.text.startswith("Доручення: Житомир, станом на")


@pytest.mark.parametrize(
    "refusal",
    ["not enough rights to send photos to the chat", "PHOTO_INVALID_DIMENSIONS"],
)
async def test_a_chat_that_takes_no_pictures_gets_the_text(office: Office, refusal: str) -> None:
    chat = office.coordinator.private()
    office.telegram.faults.refuse(bad_request(refusal), "sendPhoto")
    (answer,) = await chat.ask_all("/progress")
    assert "photo" not in answer.body
    assert "• Бурж: знято з контролю 0 з 2; у роботі 2" in answer.text
    assert answer.buttons == [["На контролі"]]


async def test_a_picture_that_cannot_be_drawn_costs_nobody_the_text(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_chart: object) -> bytes:
        raise OSError("no typeface")

    monkeypatch.setattr("handlers.charts.drawing.draw", fail)
    answer = (await office.coordinator.private().ask_all("/progress"))[0]
    assert "photo" not in answer.body
    assert answer.text.startswith("Доручення: Коростень, станом на")


async def test_a_picture_whose_text_is_long_is_sent_again_whole_after_a_fault(
    office: Office, group: Group, clock: StillClock
) -> None:
    for number in range(1, 13):
        words = f"/task Бурж: підготувати розділ {number} спільного звіту про співпрацю"
        await said(office.coordinator.private(), words)
    room = office.coordinator.in_group(group)
    await room.rest()
    await office.app.reminding.roll()
    office.telegram.faults.server_error("sendMessage", chat_id=group.id)
    await pass_time(office, clock, MONDAY + timedelta(minutes=1))
    came = await room.rest()
    assert ["photo" in each.body for each in came] == [True, True, False]
    assert "та ще 4: /tasks" in came[-1].text
    assert came[-1].buttons[-1] == ["Не надсилати щопонеділка"]


async def test_a_topic_gets_its_picture_and_a_deleted_one_falls_back_to_the_group(
    office: Office, clock: StillClock
) -> None:
    forum = office.telegram.group("Бурж", owner=office.admin, topics=("Справи",))
    await forum.add_bot(office.admin)
    topic = office.admin.in_group(forum, topic="Справи")
    await topic.ask_all("/bind Бурж")
    assert len(await monday_in(topic, office, clock)) == 1
    forum.delete_topic("Справи")
    room = office.admin.in_group(forum)
    await room.rest()
    await office.app.reminding.roll()
    await pass_time(office, clock, MONDAY + timedelta(days=7))
    (digest,) = await pictures_in(room)
    assert "message_thread_id" not in digest.body


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("/tasks", "Доручення: Коростень, станом на"),
        ("/tasks Бурж", "Доручення: Коростень – Бурж, станом на"),
    ],
)
async def test_the_list_of_action_items_leads_to_the_picture(
    office: Office, command: str, title: str
) -> None:
    chat = office.coordinator.private()
    listed = await said(chat, command)
    await listed.press("Стан виконання")
    answer = await chat.next()
    assert answer.text.startswith(title)
    assert "photo" in answer.body


async def test_one_of_several_places_is_chosen_by_button(office: Office) -> None:
    chat = office.admin.private()
    await said(chat, "/start")
    shown = (await chat.ask_all("/progress Бурж"))[0]
    assert (await shown.press(data="pg::kutaisi")).text is None
    assert (await chat.next()).text.startswith("Доручення: Житомир – Кутаїсі")
    gone = await shown.press(data="pg::atlantis")
    assert gone.text == "Ця кнопка застаріла."
