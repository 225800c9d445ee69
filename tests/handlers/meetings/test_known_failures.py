"""Ten failures that other reminder bots are known for, shown not to happen here."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.support.clocks import StillClock
from tests.support.group import Group
from tests.support.office import K2, Office, open_office
from tests.support.passing_time import deliver, pass_time
from tests.support.shown import Shown

MINUTE = timedelta(minutes=1)


def kyiv(day: str, hour: str) -> datetime:
    """A wall time of Kyiv."""
    return datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=ZoneInfo("Europe/Kyiv"))


def reminders(shown: list[Shown]) -> list[str]:
    """The texts of those that say that something begins."""
    return [each.text for each in shown if "Нагадування: " in each.text]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (datetime(2026, 3, 24, 8, 0, tzinfo=UTC), datetime(2026, 3, 31, 7, 0, tzinfo=UTC)),
        (datetime(2026, 10, 20, 7, 0, tzinfo=UTC), datetime(2026, 10, 27, 8, 0, tzinfo=UTC)),
    ],
)
async def test_a_weekly_call_keeps_its_wall_time_when_the_clocks_change(
    office: Office, clock: StillClock, before: datetime, after: datetime
) -> None:
    clock.move_to(before - timedelta(days=4))
    chat = office.coordinator.private()
    await (await chat.ask("зустріч з Буржем щовівторка об 11:00")).press("Так")
    for hour_before in (before, after):
        await pass_time(office, clock, hour_before - MINUTE)
        await chat.rest()
        await pass_time(office, clock, hour_before)
        (reminder,) = reminders(await chat.rest())
        assert "11:00 Київ / 10:00 Париж" in reminder


async def test_a_call_moved_forward_in_the_last_hour_still_reminds(
    office: Office, clock: StillClock
) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-12 17:00 онлайн")
    await pass_time(office, clock, kyiv("2024-06-12", "12:10"))
    await chat.rest()
    await (await chat.ask("перенеси зустріч з Буржем на 13:00")).press("Так")
    assert "12.06.2024 (середа), 13:00" in (await chat.next()).text
    await pass_time(office, clock, kyiv("2024-06-12", "18:00"))
    heard = reminders(await chat.rest())
    assert len(heard) == 1
    assert "13:00 Київ / 12:00 Париж" in heard[0]


async def test_a_rule_added_too_late_blasts_nothing(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-17 15:00 онлайн")
    await chat.ask("/reminders зустріч 30д 14д 1д")
    await deliver(office)
    assert reminders(await chat.rest()) == []
    await pass_time(office, clock, kyiv("2024-06-16", "15:00"))
    assert len(reminders(await chat.rest())) == 1


async def test_a_process_killed_over_a_due_time_sends_one_late_message(
    tmp_path: Path, template: Path
) -> None:
    clock = StillClock(K2)
    async with open_office(tmp_path, template, clock) as office:
        await office.coordinator.private().ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    clock.move_to(kyiv("2024-06-24", "20:00"))
    async with open_office(tmp_path, None, clock) as office:
        chat = office.coordinator.private()
        chat.chat.started = True
        await deliver(office)
        heard = reminders(await chat.rest())
        assert len(heard) == 1, heard
        assert "Із запізненням: мало надійти 24.06.2024" in heard[0]
        sent = await office.admin.private().ask("/deliveries")
        assert "скасовано: замість нього надіслано пізніше нагадування" in sent.text
        await pass_time(office, clock, kyiv("2024-06-25", "13:59"))
        assert reminders(await chat.rest()) == []


async def test_an_event_that_was_over_before_the_process_came_back_is_reported_once(
    tmp_path: Path, template: Path
) -> None:
    clock = StillClock(K2)
    async with open_office(tmp_path, template, clock) as office:
        group = office.telegram.group("Бурж", owner=office.admin)
        await group.add_bot(office.admin)
        await office.admin.in_group(group).ask_all("/bind Бурж")
        await office.coordinator.private().ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    clock.move_to(kyiv("2024-06-25", "16:10"))
    async with open_office(tmp_path, None, clock) as office:
        chat = office.coordinator.private()
        chat.chat.started = True
        await deliver(office)
        (report,) = [each.text for each in await chat.rest() if "Не надіслано" in each.text]
        assert report.count("•") == 1
        assert "група «Бурж»" in report
        assert "Тарас" in report


async def test_a_snooze_leaves_next_week_alone(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await (await chat.ask("зустріч з Буржем щовівторка о 15:00")).press("Так")
    await chat.next()
    await pass_time(office, clock, kyiv("2024-06-18", "14:00"))
    (hour_before,) = [
        each for each in (await chat.rest())[-1:] if each.text.startswith("Нагадування")
    ]
    await hour_before.press("Через 10 хв")
    await pass_time(office, clock, kyiv("2024-06-18", "14:30"))
    assert len(reminders(await chat.rest())) == 1
    await pass_time(office, clock, kyiv("2024-06-25", "13:59"))
    await chat.rest()
    await pass_time(office, clock, kyiv("2024-06-25", "14:40"))
    assert len(reminders(await chat.rest())) == 1


async def test_a_stale_button_does_nothing(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await pass_time(office, clock, kyiv("2024-06-18", "15:00"))
    reminder = (await chat.rest())[-1]
    await (await chat.ask("скасуй зустріч з Буржем")).press("зміна планів")
    await chat.rest()
    answer = await reminder.press("Буду")
    assert answer.text == "Подія вже минула або скасована."
    assert await chat.rest() == []
    assert (await reminder.press(data="dr:000000:yes:")).text == "Ця кнопка застаріла."
    assert (await reminder.press(data="rm:999999:0")).text == "Ця кнопка застаріла."


async def test_a_group_that_becomes_a_supergroup_is_followed(
    office: Office, clock: StillClock
) -> None:
    group = office.telegram.group("Бурж", owner=office.admin, supergroup=False)
    await group.add_bot(office.admin)
    await office.admin.in_group(group).ask_all("/bind Бурж")
    await office.coordinator.private().ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    group.upgrade_unnoticed(office.admin)
    room = office.admin.in_group(group)
    await pass_time(office, clock, kyiv("2024-06-18", "15:00"))
    assert len(reminders(await room.rest())) == 1
    await pass_time(office, clock, kyiv("2024-06-24", "15:00"))
    assert len(reminders(await room.rest())) == 1


async def test_a_deleted_topic_falls_back_to_the_group(office: Office, clock: StillClock) -> None:
    group = office.telegram.group("Бурж", owner=office.admin, topics=("Зустрічі",))
    await group.add_bot(office.admin)
    await office.admin.in_group(group, topic="Зустрічі").ask_all("/bind Бурж")
    chat, room = office.coordinator.private(), office.admin.in_group(group)
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    group.delete_topic("Зустрічі")
    await room.rest()
    await pass_time(office, clock, kyiv("2024-06-18", "15:00"))
    (in_group,) = reminders(await room.rest())
    assert in_group.startswith("Нагадування: онлайн-зустріч")
    assert any("Тему закрито або видалено" in each.text for each in await chat.rest())


async def test_a_removed_bot_is_noticed_and_told(
    office: Office, group: Group, clock: StillClock
) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await group.remove_bot(office.admin)
    assert any("вилучено з групи «Бурж»" in each.text for each in await chat.rest())
    await pass_time(office, clock, kyiv("2024-06-18", "15:00"))
    assert len(reminders(await chat.rest())) == 1


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
async def test_friday_is_read_with_any_apostrophe(office: Office, apostrophe: str) -> None:
    chat = office.coordinator.private()
    question = await chat.ask(f"зустріч з Буржем у п{apostrophe}ятницю о 15:00")
    assert "14.06.2024 (п’ятниця)" in question.text


async def test_an_event_moved_twice_in_one_minute_reminds_of_the_last_time_only(
    office: Office, group: Group, clock: StillClock
) -> None:
    chat, room = office.coordinator.private(), office.official.in_group(group)
    clock.advance(5 * MINUTE)
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    for day in ("26.06 о 15:00", "27.06 о 16:00"):
        await (await chat.ask(f"перенеси зустріч з Буржем на {day}")).press("Так")
        await chat.rest()
        clock.advance(timedelta(seconds=20))
    await room.rest()
    await pass_time(office, clock, kyiv("2024-06-28", "15:00"))
    heard = reminders(await room.rest())
    assert len(heard) == 4
    assert all("27.06.2024 (четвер), 16:00 Київ / 15:00 Париж" in each for each in heard)
