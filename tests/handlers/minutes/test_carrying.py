"""What stays open after a meeting turns up before the next one, and in /today."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.handlers.dialogue import pressed, said
from tests.handlers.minutes.test_minutes import dictated
from tests.support.clocks import StillClock
from tests.support.office import Office
from tests.support.passing_time import pass_time


async def test_open_action_items_stand_on_the_card_and_in_the_reminder_of_the_next_meeting(
    office: Office, meeting: int, clock: StillClock
) -> None:
    draft = await pressed(await dictated(office, meeting), "Протокол")
    await pressed(draft, "Взяти доручення на контроль")
    await pressed(draft.now, "Погоджено нами")
    chat = draft.conversation
    planned = await said(chat, "/meeting Бурж 25.06 15:00 онлайн")
    assert "25.06.2024" in planned.text
    number = max(each.id for each in await office.app.stores.events.events())
    card = await said(chat, f"/event {number}")
    assert "Винесено з минулої зустрічі:" in card.text
    assert "• Підготувати звіт, строк 15.06.2024 (субота)" in card.text
    await chat.rest()
    await pass_time(office, clock, datetime(2024, 6, 24, 13, tzinfo=UTC))
    reminded = [each for each in await chat.rest() if "Винесено з минулої" in each.text]
    assert len(reminded) == 1
    assert "25.06.2024" in reminded[0].text


async def test_today_names_meetings_without_minutes(office: Office, meeting: int) -> None:
    actor = await office.app.services.membership.who(office.coordinator.id)
    event = await office.app.stores.events.event_by_number(meeting)
    assert event is not None
    await office.app.services.calendar.hold(actor, event.key)
    shown = await said(office.coordinator.private(), "/today")
    assert "без протоколу" in shown.text
    assert f"Онлайн-зустріч Коростень – Бурж (/minutes {meeting})" in shown.text
    opened = await said(office.coordinator.private(), f"/event {meeting}")
    forms = await pressed(opened, "Протокол")
    assert "У якій формі?" in forms.text
