"""Reminder times, quiet hours, digests and lists of reminders over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.support.clocks import StillClock
from tests.support.group import Group
from tests.support.office import Office
from tests.support.passing_time import deliver, pass_time


async def test_a_group_subscribes_to_the_monthly_digest(
    office: Office, group: Group, clock: StillClock
) -> None:
    room = office.coordinator.in_group(group)
    answer = await room.ask("/digest on")
    assert answer.text == (
        "Групу підписано на щомісячну підбірку конкурсів. Найближча — 01.07.2024 о 09:00. "
        "Зараз конкурсів у реєстрі немає."
    )
    await pass_time(office, clock, datetime(2024, 7, 1, 6, 0, tzinfo=UTC))
    assert "Зараз конкурсів у реєстрі немає." in [each.text for each in await room.rest()]


async def test_the_plan_of_the_week_comes_on_monday(
    office: Office, group: Group, clock: StillClock
) -> None:
    room = office.coordinator.in_group(group)
    await office.coordinator.private().ask("/meeting Бурж 2024-06-18 15:00 онлайн")
    assert "понеділок, 09:00" in (await room.ask("/digest week on")).text
    await pass_time(office, clock, datetime(2024, 6, 17, 6, 0, tzinfo=UTC))
    plan = (await room.rest())[-1]
    assert plan.text.startswith("План тижня")
    assert "15:00 Київ / 14:00 Париж: Онлайн-зустріч Коростень – Бурж" in plan.text


async def test_digests_are_switched_off(office: Office, group: Group, clock: StillClock) -> None:
    room = office.coordinator.in_group(group)
    await room.ask("/digest on")
    assert "Вимкнено" in (await room.ask("/digest calls off")).text
    assert "Усі добірки вимкнено." in (await room.ask("/digest off")).text
    await pass_time(office, clock, datetime(2024, 7, 2, 6, 0, tzinfo=UTC))
    assert await room.rest() == []


async def test_an_official_changes_no_settings_of_a_group(office: Office, group: Group) -> None:
    refused = await office.official.in_group(group).ask("/digest on")
    assert "підписано" not in refused.text


async def test_a_person_chooses_their_own_times(office: Office) -> None:
    chat = office.coordinator.private()
    settings = await chat.ask("/reminders зустріч 2д 30хв")
    assert "Зустрічі: за 2 дн. і за 30 хв" in settings.text
    planned = await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    assert "Нагадування: 23.06 і за 30 хв" in planned.text
    assert "Тихі години: 22:00–06:30" in (await chat.ask("/reminders тиша 22:00–06:30")).text


async def test_times_are_switched_by_buttons(office: Office) -> None:
    chat = office.coordinator.private()
    settings = await chat.ask("/reminders")
    await settings.press("Зустрічі")
    await (await chat.next()).press("☑ за 10 хв")
    await (await chat.next()).press("Назад")
    assert "Зустрічі: за 7 дн., за 1 дн. і за 60 хв" in (await chat.next()).text


async def test_what_is_sent_next_is_listed(office: Office) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    upcoming = await chat.ask("/upcoming")
    assert "Надішлю далі" in upcoming.text
    assert "18.06.2024 15:00: Онлайн-зустріч Коростень – Бурж" in upcoming.text
    assert "→ Тарас" in upcoming.text


async def test_an_official_sees_only_their_own_reminders(office: Office) -> None:
    await office.coordinator.private().ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    assert "Нічого." in (await office.official.private().ask("/upcoming")).text


async def test_what_was_sent_is_listed(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await pass_time(office, clock, datetime(2024, 6, 18, 12, 0, tzinfo=UTC))
    await chat.rest()
    sent = await chat.ask("/deliveries")
    assert "18.06.2024 15:00: Онлайн-зустріч Коростень – Бурж" in sent.text
    assert "надіслано" in sent.text


async def test_a_reminder_is_put_off_and_seen(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await pass_time(office, clock, datetime(2024, 6, 18, 12, 0, tzinfo=UTC))
    reminder = (await chat.rest())[-1]
    answer = await reminder.press("Через 10 хв")
    assert answer.text == "Нагадаю ще раз о 15:10."
    clock.advance(timedelta(minutes=10))
    await deliver(office)
    (again,) = await chat.rest()
    assert "Нагадування: онлайн-зустріч" in again.text
    assert (await again.press("Бачу")).text == "Дякую, записано."
