"""Planning over HTTP: in one line, in own words, step by step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.support.clocks import StillClock
from tests.support.office import Office
from tests.support.passing_time import pass_time


async def test_a_meeting_is_planned_in_one_line(office: Office) -> None:
    answer = await office.coordinator.private().ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    for fact in (
        "Заплановано: онлайн-зустріч Коростень – Бурж, 25.06.2024 (вівторок)",
        "15:00 Київ / 14:00 Париж",
        "Нагадування: 18.06, 24.06, за 60 хв",
    ):
        assert fact in answer.text


async def test_a_meeting_in_own_words_is_saved_after_a_yes(office: Office) -> None:
    chat = office.coordinator.private()
    question = await chat.ask("зустріч з Буржем у четвер о 15:00")
    assert "Онлайн-зустріч Коростень – Бурж: 13.06.2024 (четвер)" in question.text
    assert "15:00 Київ / 14:00 Париж" in question.text
    assert question.buttons == [["Так", "Ні"]]
    await question.press("Так")
    planned = await chat.next()
    assert planned.id == question.id
    assert "Заплановано: онлайн-зустріч Коростень – Бурж, 13.06.2024" in planned.text


async def test_a_no_saves_nothing(office: Office) -> None:
    chat = office.coordinator.private()
    question = await chat.ask("зустріч з Буржем у четвер о 15:00")
    await question.press("Ні")
    assert "Нічого не збережено" in (await chat.next()).text
    assert "Нічого не заплановано" in (await chat.ask("/week")).text


async def test_a_doubtful_date_is_asked_with_its_likely_answers(office: Office) -> None:
    chat = office.admin.private()
    await chat.ask("/lang en")
    question = await chat.ask("meeting with Venlo on 05/06")
    for fact in ("ambiguous", "5 Jun 2024", "is in the past", "5 Jun 2025", "6 May 2025"):
        assert fact in question.text
    await question.press("6 May 2025")
    assert "6 May 2025 (Tuesday)" in (await chat.next()).text


async def test_a_doubt_is_answered_in_writing_too(office: Office) -> None:
    chat = office.admin.private()
    await chat.ask("meeting with Venlo on 05/06")
    confirmed = await chat.ask("2024-07-05 11:00")
    assert "05.07.2024 (п’ятниця), 11:00 Київ / 10:00 Амстердам" in confirmed.text


async def test_a_reminder_comes_when_the_clock_says_so(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await pass_time(office, clock, datetime(2024, 6, 25, 10, 59, tzinfo=UTC))
    await chat.rest()
    clock.advance(timedelta(minutes=1))
    office.app.reminding.schedule.wake()
    reminder = await chat.next()
    assert reminder.text.startswith("Нагадування: онлайн-зустріч Коростень – Бурж")
    assert "15:00 Київ / 14:00 Париж" in reminder.text
    assert reminder.button("Буду")
    assert reminder.button("До календаря (.ics)")


async def test_officials_plan_nothing(office: Office) -> None:
    chat = office.official.private()
    assert "недоступно" in (await chat.ask("/meeting Бурж 2024-06-25 15:00")).text
    refused = await chat.ask("зустріч з Буржем у четвер о 15:00")
    assert "роль" in refused.text


async def test_a_neighbour_cannot_plan_for_another_community(office: Office) -> None:
    refused = await office.neighbour.private().ask("зустріч з Буржем у четвер о 15:00")
    assert "Коростень" in refused.text
    assert "лише для своєї громади" in refused.text


async def test_a_meeting_without_a_time_is_asked_for_one(office: Office) -> None:
    chat = office.coordinator.private()
    question = await chat.ask("/meeting Бурж")
    assert "Коли?" in question.text
    again = await chat.ask("колись потім")
    assert "колись потім" in again.text
    assert "14.06.2024 (п’ятниця), 10:00 Київ" in (await chat.ask("у п'ятницю о 10")).text


async def test_an_idea_needs_no_date(office: Office) -> None:
    chat = office.coordinator.private()
    question = await chat.ask("/meeting Бурж")
    await question.press("Поки без дати")
    await (await chat.next()).press("Так")
    assert "дату не внесено" in (await chat.next()).text


async def test_a_button_of_an_older_draft_does_nothing(office: Office) -> None:
    chat = office.coordinator.private()
    old = await chat.ask("зустріч з Буржем у четвер о 15:00")
    await chat.ask("зустріч з Буржем у п’ятницю о 11")
    answer = await old.press("Так")
    assert answer.text == "Ця кнопка застаріла."
    assert "Нічого не заплановано" in (await chat.ask("/week")).text
