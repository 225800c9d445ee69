"""Moving and calling off over HTTP: shown first, told to those who knew, reminders follow."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.support.clocks import StillClock
from tests.support.group import Group
from tests.support.office import Office
from tests.support.passing_time import deliver, pass_time


async def test_a_move_in_own_words_shows_old_and_new(office: Office) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    question = await chat.ask("перенеси зустріч з Буржем на п'ятницю 14:00")
    assert (
        "25.06.2024 (вівторок), 15:00 Київ / 14:00 Париж → 14.06.2024 (п’ятниця)" in question.text
    )
    await question.press("Так")
    moved = await chat.next()
    assert "Перенесено: онлайн-зустріч Коростень – Бурж" in moved.text
    assert "Нагадування: 13.06, за 60 хв і за 10 хв" in moved.text


async def test_an_hour_alone_keeps_the_day(office: Office) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    card = await chat.ask("/event")
    await card.press("Онлайн-зустріч Коростень – Бурж")
    await (await chat.next()).press("Перенести")
    assert "Коли?" in (await chat.next()).text
    question = await chat.ask("на 16:30")
    assert "→ 25.06.2024 (вівторок), 16:30 Київ / 15:30 Париж" in question.text


async def test_those_who_were_told_hear_old_and_new(
    office: Office, group: Group, clock: StillClock
) -> None:
    chat, room = office.coordinator.private(), office.official.in_group(group)
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await pass_time(office, clock, datetime(2024, 6, 18, 12, 0, tzinfo=UTC))
    assert any("Нагадування" in each.text for each in await room.rest())
    question = await chat.ask("перенеси зустріч з Буржем на 26.06 о 14:00")
    await question.press("Так")
    await deliver(office)
    (told,) = await room.rest()
    assert "Перенесено: онлайн-зустріч Коростень – Бурж" in told.text
    assert "25.06.2024 (вівторок), 15:00 Київ / 14:00 Париж → 26.06.2024 (середа)" in told.text


async def test_a_cancelled_meeting_tells_once_and_falls_silent(
    office: Office, group: Group, clock: StillClock
) -> None:
    chat, room = office.coordinator.private(), office.official.in_group(group)
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await pass_time(office, clock, datetime(2024, 6, 18, 12, 0, tzinfo=UTC))
    await room.rest()
    question = await chat.ask("скасуй зустріч з Буржем")
    assert "Скасувати" in question.text
    await question.press("на прохання партнера")
    assert "Причина: на прохання партнера" in (await chat.next()).text
    await pass_time(office, clock, datetime(2024, 7, 10, 12, 0, tzinfo=UTC))
    (told,) = await room.rest()
    assert "Скасовано: онлайн-зустріч Коростень – Бурж" in told.text


async def test_one_meeting_of_a_series_is_moved_alone(office: Office) -> None:
    chat = office.coordinator.private()
    await (await chat.ask("зустріч з Буржем щовівторка о 10")).press("Так")
    assert "щотижня: вівторок" in (await chat.next()).text
    question = await chat.ask("перенеси зустріч з Буржем на 19.06 о 11:00")
    assert "18.06.2024 (вівторок), 10:00" in question.text
    await question.press("Лише цю")
    await chat.next()
    week = (await chat.ask("/week")).text
    assert "19.06.2024" not in week
    assert "11:00 Онлайн-зустріч" not in week


async def test_another_plan_or_a_question_is_no_reason_to_cancel(office: Office) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    for words in ("зустріч з Буржем 27 червня о 15:00", "хто контакт у Буржі?"):
        await chat.ask("скасуй зустріч з Буржем")
        assert "Скасовано" not in (await chat.ask(words)).text
    await chat.ask("скасуй зустріч з Буржем")
    cancelled = await chat.ask("захворіла перекладачка")
    assert "Причина: захворіла перекладачка" in cancelled.text
