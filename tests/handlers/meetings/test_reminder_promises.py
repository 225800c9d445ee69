"""What is promised of reminders and shown by no other test: each sentence over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from aiogram.fsm.storage.base import StorageKey

from partnership.reminders.model import RecipientKind, ReminderState
from partnership.reminders.quiet import QuietHours
from tests.handlers.meetings.test_known_failures import kyiv, reminders
from tests.support.clocks import StillClock
from tests.support.group import Group
from tests.support.office import Office
from tests.support.passing_time import deliver, pass_time

SECOND = timedelta(seconds=1)


async def due_days(office: Office, user: int) -> list[str]:
    """When a person will be reminded, by the clocks of the event."""
    rows = await office.app.stores.reminders.upcoming(recipient=user, limit=100)
    return [f"{row.wall:%d.%m %H:%M}" for row in rows if row.subject_kind == "event"]


async def test_a_meeting_is_reminded_of_seven_days_a_day_an_hour_and_ten_minutes_before(
    office: Office, clock: StillClock
) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    heard = []
    for moment in ("18T15:00", "24T15:00", "25T14:00", "25T14:50"):
        before = kyiv(f"2024-06-{moment[:2]}", moment[3:]) - SECOND
        await pass_time(office, clock, before)
        await chat.rest()
        await pass_time(office, clock, before + SECOND)
        heard += reminders(await chat.rest())
    assert len(heard) == 4


async def test_a_visit_is_reminded_of_by_days_and_each_of_its_days_at_eight(
    office: Office,
) -> None:
    chat = office.coordinator.private()
    await (await chat.ask("/visit Бурж 1-2 вересня")).press("Ми їдемо")
    await (await chat.next()).press("Так")
    await chat.rest()
    due = await due_days(office, office.coordinator.id)
    assert {day[:5] for day in due} >= {"02.08", "18.08", "25.08", "29.08", "31.08"}
    assert "01.09 08:00" in due


async def test_a_reminder_says_what_when_how_to_join_and_what_is_still_open(
    office: Office, clock: StillClock
) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await pass_time(office, clock, kyiv("2024-06-25", "14:00"))
    reminder = (await chat.rest())[-1]
    what, when, how, still_open = reminder.text.split("\n")[:4]
    assert what == "Нагадування: онлайн-зустріч Коростень – Бурж"
    assert when.endswith("15:00 Київ / 14:00 Париж")
    assert how == "Посилання: не внесено"
    assert "У переліку підготовки не виконано" in still_open
    for label in ("Буду", "Не буду", "До календаря (.ics)", "Бачу", "Через 10 хв"):
        assert reminder.button(label)


async def test_what_is_planned_too_late_for_every_offset_is_reminded_of_once_at_once(
    office: Office, clock: StillClock
) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-12 09:08 онлайн")
    await deliver(office)
    assert len(reminders(await chat.rest())) == 1
    await pass_time(office, clock, kyiv("2024-06-12", "10:00"))
    assert reminders(await chat.rest()) == []


async def test_the_summary_is_asked_for_half_an_hour_after_the_end_and_next_morning(
    office: Office, clock: StillClock
) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    for asked_at in (kyiv("2024-06-25", "16:30"), kyiv("2024-06-26", "09:00")):
        await pass_time(office, clock, asked_at - SECOND)
        await chat.rest()
        await pass_time(office, clock, asked_at)
        assert any(each.text.startswith("Внесіть підсумки") for each in await chat.rest())


async def test_of_a_signing_the_result_is_asked(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    question = await chat.ask("підписання угоди з Буржем 25.06.2024 о 15:00")
    await question.press("Так")
    await pass_time(office, clock, kyiv("2024-06-26", "09:00"))
    asked = [each.text for each in await chat.rest()]
    assert any(text.startswith("Який результат") for text in asked), asked


async def test_what_did_not_arrive_is_told_and_listed_with_the_reason(
    office: Office, clock: StillClock
) -> None:
    chat, guest = office.coordinator.private(), office.official.private()
    guest.chat.started = True
    await (await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")).press("Відкрити")
    await (await chat.next()).press("Ще")
    await (await chat.next()).press("Запросити людей")
    await (await chat.next()).press("+ Ярина")
    await deliver(office)
    guest.chat.bot_blocked = True
    await pass_time(office, clock, kyiv("2024-06-18", "15:00"))
    told = [each.text for each in await chat.rest() if "Не доставлено" in each.text]
    assert len(told) == 1
    assert "Ярина" in told[0]
    assert "Причина: бота заблоковано" in told[0]
    listed = await chat.ask("/deliveries")
    await listed.press("Лише недоставлене")
    assert "Ярина · не доставлено: бота заблоковано" in (await chat.next()).text


async def test_the_general_topic_is_written_to_without_a_number_of_a_topic(
    office: Office, clock: StillClock
) -> None:
    group = office.telegram.group("Бурж", owner=office.admin, topics=("Зустрічі",))
    await group.add_bot(office.admin)
    await office.admin.in_group(group).ask_all("/bind Бурж")
    await office.coordinator.private().ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await pass_time(office, clock, kyiv("2024-06-18", "15:00"))
    sent = [
        one
        for one in office.telegram.requests.of("sendMessage")
        if int(one.parameters["chat_id"]) == group.id and "Нагадування" in one.parameters["text"]
    ]
    assert len(sent) == 1
    assert "message_thread_id" not in sent[0].parameters
    assert sent[0].error_code is None


async def test_a_lost_topic_is_reported_once_a_day_and_loses_no_reminder(
    office: Office, clock: StillClock
) -> None:
    group = office.telegram.group("Бурж", owner=office.admin, topics=("Зустрічі",))
    await group.add_bot(office.admin)
    await office.admin.in_group(group, topic="Зустрічі").ask_all("/bind Бурж")
    chat, room = office.coordinator.private(), office.admin.in_group(group)
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    group.close_topic("Зустрічі", office.admin)
    await pass_time(office, clock, kyiv("2024-06-25", "13:59"))
    await room.rest()
    await chat.rest()
    await pass_time(office, clock, kyiv("2024-06-25", "15:00"))
    assert len(reminders(await room.rest())) == 2
    told = [each for each in await chat.rest() if "Тему закрито або видалено" in each.text]
    assert told == []


async def test_where_nobody_coordinates_the_administrators_hear_of_a_removal(
    office: Office, group: Group
) -> None:
    membership = office.app.services.membership
    office.admin.private().chat.started = True
    await membership.revoke(await membership.who(office.admin.id), office.coordinator.id)
    await group.remove_bot(office.admin)
    told = [each.text for each in await office.admin.private().rest()]
    assert any("вилучено з групи «Бурж»" in text for text in told)


async def test_all_that_is_kept_of_a_group_follows_it_to_its_new_number(
    office: Office, clock: StillClock
) -> None:
    group = office.telegram.group("Бурж", owner=office.admin, supergroup=False)
    await group.add_bot(office.admin)
    room = office.admin.in_group(group)
    await room.ask_all("/bind Бурж")
    await room.ask("/reminders тиша 20:00–08:00")
    await room.ask("/digest week")
    await office.coordinator.private().ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await deliver(office)
    old, admin = group.id, office.admin.id
    states = office.app.dispatcher.storage
    await states.set_data(StorageKey(bot_id=0, chat_id=old, user_id=admin), {"typed": "так"})
    await group.upgrade(office.admin)
    await office.telegram.settled()

    stores = office.app.stores
    assert await stores.reminders.upcoming(recipient=old) == []
    assert len(await stores.reminders.upcoming(recipient=group.id, limit=50)) > 4
    (chosen,) = [
        each
        for who, each in (await stores.calendar.settings()).items()
        if who.kind is RecipientKind.CHAT
    ]
    assert chosen.recipient.id == group.id
    assert chosen.quiet != QuietHours()
    subscribed = {each.recipient.id for each in await stores.calendar.subscriptions()}
    assert group.id in subscribed
    assert old not in subscribed
    for event in await stores.calendar.planned_events():
        assert old not in {each.id for each in await stores.calendar.told(event)}
    moved = StorageKey(bot_id=0, chat_id=group.id, user_id=admin)
    assert await states.get_data(moved) == {"typed": "так"}
    upcoming = await office.admin.private().ask("/upcoming")
    assert "→ група «Бурж»" in upcoming.text
    assert str(old) not in upcoming.text


async def test_a_429_holds_everybody_to_the_second(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await deliver(office)
    office.telegram.faults.too_many_requests("sendMessage", chat_id=chat.chat.id, retry_after=1)
    clock.move_to(kyiv("2024-06-18", "15:00"))
    await office.app.reminding.delivery.tick()
    await office.app.reminding.delivery.idle()
    (refused,) = [one for one in office.telegram.requests.all if one.error_code == 429]
    await office.admin.private().ask("/help")
    answered = office.telegram.requests.of("sendMessage")[-1]
    assert int(answered.parameters["chat_id"]) == office.admin.id
    assert 1 <= answered.monotonic - refused.monotonic < 2
    clock.advance(SECOND)
    await deliver(office)
    again = [
        one
        for one in office.telegram.requests.of("sendMessage")
        if one.parameters["text"] == refused.parameters["text"] and one.error_code is None
    ]
    assert len(again) == 1
    assert again[0].monotonic - refused.monotonic >= 1


async def test_each_row_ends_with_a_word_and_a_reason(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await pass_time(office, clock, datetime(2024, 7, 20, tzinfo=UTC))
    rows = await office.app.stores.reminders.ended(limit=100)
    assert rows
    ends = {ReminderState.SENT, ReminderState.SENT_LATE}
    assert all(row.state in ends or row.reason for row in rows)
