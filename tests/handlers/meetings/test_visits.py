"""Visits over HTTP: who travels, programme, delegation, order, states, embargo."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.support.clocks import StillClock
from tests.support.conversation import Conversation
from tests.support.group import Group
from tests.support.office import Office
from tests.support.passing_time import pass_time
from tests.support.shown import Shown


async def visit(chat: Conversation, who: str = "Ми їдемо") -> Shown:
    """The card of a visit in September."""
    question = await chat.ask("/visit Бурж 1-5 вересня")
    await question.press(who)
    await (await chat.next()).press("Так")
    await (await chat.next()).press("Відкрити")
    return await chat.next()


async def more(card: Shown, what: str) -> Shown:
    """Behind a button of «Ще»."""
    await card.press("Ще")
    await (await card.conversation.next()).press(what)
    return await card.conversation.next()


async def test_who_travels_is_asked(office: Office) -> None:
    chat = office.coordinator.private()
    assert (await chat.ask("/visit Бурж 1-5 вересня")).text == "Хто їде?"
    said = await chat.ask("делегація з Буржа приїде до нас 1-5 вересня")
    assert "Усе правильно?" in said.text


async def test_a_programme_is_written_line_by_line(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await more(await visit(chat), "Програма")
    shown = await chat.ask(
        "01.09 10:00–11:30 Зустріч у ратуші; мала зала; відповідає Петренко; укриття: метро, 5 хв"
    )
    assert "10:00–11:30 Зустріч у ратуші (мала зала; відповідає: Петренко;" in shown.text
    assert "укриття: метро, 5 хв пішки" in shown.text
    assert "«вечеря»" in (await chat.ask("вечеря")).text
    assert "не підходить" in (await chat.ask("08.09 10:00 Вечеря")).text
    await pass_time(office, clock, datetime(2024, 9, 1, 5, 0, tzinfo=UTC))
    day = [each for each in await chat.rest() if "програма дня" in each.text]
    assert "Зустріч у ратуші" in day[0].text


async def test_a_delegation_has_roles(office: Office) -> None:
    chat = office.coordinator.private()
    await more(await visit(chat), "Делегація")
    shown = await chat.ask("Чижевська — керівник делегації")
    assert "Наталія Чижевська, голова делегації" in shown.text
    assert "немає в реєстрі" in (await chat.ask("Абракадабренко — перекладач")).text


async def test_nobody_departs_without_an_order(office: Office) -> None:
    chat = office.coordinator.private()
    card = await visit(chat)
    states = await more(card, "Наступний стан")
    refused = await states.press("делегація виїхала")
    assert "розпорядження" in (refused.text or "")
    await states.press("Назад")
    await more(await chat.next(), "Розпорядження")
    kept = await chat.ask("45-р від 01.06.2024")
    assert "Робочий візит" in kept.text


async def test_a_meeting_within_a_visit(office: Office) -> None:
    chat = office.coordinator.private()
    card = await visit(chat)
    question = await more(card, "Зустріч у межах візиту")
    assert "Коли?" in question.text
    await (await chat.ask("02.09.2024 10:00")).press("Так")
    await (await chat.next()).press("Відкрити")
    assert "У межах події: Робочий візит Коростень – Бурж" in (await chat.next()).text


async def test_a_visit_becomes_an_online_meeting(office: Office) -> None:
    chat = office.coordinator.private()
    await more(await visit(chat), "Провести онлайн")
    question = await chat.ask("02.09.2024 10:00")
    await question.press("Так")
    assert "02.09.2024 (понеділок), 10:00" in (await chat.next()).text


async def test_the_programme_of_guests_is_kept_from_groups(office: Office, group: Group) -> None:
    chat, room = office.coordinator.private(), office.coordinator.in_group(group)
    card = await visit(chat, "Приїжджають до нас")
    await more(card, "Програма")
    await chat.ask("01.09 10:00 Зустріч у ратуші")
    number = card.text.partition("№ ")[2].split()[0]
    shown = await room.ask(f"/event {number}")
    assert "лише координатори" in shown.text
    assert "10:00" not in shown.text


async def test_one_event_has_reminder_times_of_its_own(office: Office) -> None:
    chat = office.coordinator.private()
    planned = await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    number = planned.buttons[0][0].rpartition(" ")[2]
    card = await chat.ask(f"/reminders {number} 3д 2г")
    assert "Нагадування: 22.06 і за 120 хв" in card.text


async def test_a_group_reads_both_languages(
    office: Office, group: Group, clock: StillClock
) -> None:
    room = office.admin.in_group(group)
    bound = (await room.ask_all("/bind Бурж"))[-1]
    await bound.press("Українська + English")
    await office.coordinator.private().ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await room.rest()
    await pass_time(office, clock, datetime(2024, 6, 18, 12, 0, tzinfo=UTC))
    reminder = (await room.rest())[-1]
    assert "Нагадування: онлайн-зустріч Коростень – Бурж" in reminder.text
    assert "Reminder: online meeting Korosten – Bourges" in reminder.text


async def test_nothing_is_sent_at_night_but_what_begins(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 06:00 онлайн")
    await pass_time(office, clock, datetime(2024, 6, 24, 2, 0, tzinfo=UTC))
    await chat.rest()
    await pass_time(office, clock, datetime(2024, 6, 24, 18, 0, tzinfo=UTC))
    heard = [each.text for each in await chat.rest() if "Нагадування" in each.text]
    assert heard == []
    await pass_time(office, clock, datetime(2024, 6, 25, 2, 0, tzinfo=UTC))
    assert any("Нагадування" in each.text for each in await chat.rest())


async def test_somebody_who_does_not_react_is_stood_in_for(
    office: Office, clock: StillClock
) -> None:
    chat, other = office.coordinator.private(), office.official.private()
    other.chat.started = True
    planned = await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await planned.press("Відкрити")
    await (await chat.next()).press("Учасники")
    await (await chat.next()).press("Хто мене заступить")
    await chat.next()
    assert "запитаю: Ярина" in (await chat.ask("Ярина")).text
    await pass_time(office, clock, datetime(2024, 6, 25, 11, 29, tzinfo=UTC))
    await other.rest()
    await pass_time(office, clock, datetime(2024, 6, 25, 11, 30, tzinfo=UTC))
    assert "заступаєте" in (await other.rest())[0].text


async def test_whoever_has_seen_it_is_not_stood_in_for(office: Office, clock: StillClock) -> None:
    chat, other = office.coordinator.private(), office.official.private()
    other.chat.started = True
    planned = await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await planned.press("Відкрити")
    await (await chat.next()).press("Учасники")
    await (await chat.next()).press("Хто мене заступить")
    await chat.next()
    await chat.ask("Ярина")
    await pass_time(office, clock, datetime(2024, 6, 25, 11, 0, tzinfo=UTC))
    await (await chat.rest())[-1].press("Бачу")
    await pass_time(office, clock, datetime(2024, 6, 25, 11, 45, tzinfo=UTC))
    assert await other.rest() == []


async def test_a_holiday_is_noticed_when_planning(office: Office) -> None:
    question = await office.coordinator.private().ask("зустріч з Буржем 15 серпня о 15:00")
    assert "Святковий день: 15.08.2024, Франція" in question.text


async def test_whom_the_registry_knows_is_kept_though_another_is_unknown(office: Office) -> None:
    chat = office.coordinator.private()
    await more(await visit(chat), "Делегація")
    shown = await chat.ask("Чижевська — керівник делегації\nАбракадабренко — перекладач")
    assert "Наталія Чижевська, голова делегації" in shown.text
    assert "«Абракадабренко» немає в реєстрі" in shown.text
    await shown.press("✗ 1")
    assert "Чижевська" not in (await chat.next()).text


async def test_a_plan_comes_with_its_calendar_file(office: Office) -> None:
    chat = office.coordinator.private()
    planned = await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await planned.press("До календаря (.ics)")
    name, content = (await chat.next()).file
    assert name.endswith(".ics")
    assert b"METHOD:" in content
