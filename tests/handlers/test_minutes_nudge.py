"""Coordinators are told that a meeting has no minutes: over HTTP."""

from __future__ import annotations

from datetime import timedelta

from partnership.calendar.planning import NewEvent
from partnership.calendar.timing import Timing
from partnership.events import EventKind
from partnership.minutes.minutes import MinutesForm
from tests.handlers.dialogue import pressed
from tests.support.clocks import StillClock
from tests.support.office import COORDINATOR, Office
from tests.support.passing_time import pass_time

MISSING = "Протокол не внесено"


async def test_missing_minutes_are_asked_for_until_there_is_a_draft(
    office: Office, clock: StillClock
) -> None:
    chat = office.coordinator.private()
    await chat.ask("/start")
    services = office.app.services
    actor = await services.membership.who(COORDINATOR)
    wall = (clock.now() + timedelta(hours=4)).replace(tzinfo=None)
    new = NewEvent(
        kind=EventKind.ONLINE_MEETING,
        timing=Timing.at(wall, "Europe/Kyiv"),
        partnerships=("korosten-bourges",),
    )
    event = (await services.calendar.plan(actor, new)).event
    await pass_time(office, clock, clock.now() + timedelta(hours=3))
    await services.calendar.hold(actor, event.key)
    await pass_time(office, clock, clock.now() + timedelta(days=1))
    await office.telegram.settled()
    (asked,) = [each for each in chat.history if MISSING in each.text]
    assert asked.text.startswith(f"{MISSING}: ")
    assert asked.buttons[0] == ["Скласти протокол"]
    assert "Протокол не потрібен" in asked.buttons[1]
    forms = await pressed(asked, "Скласти протокол")
    await pressed(forms, "Скласти: Протокол")
    (minutes,) = await services.minute_taking.minutes_of(event.key)
    assert minutes.form is MinutesForm.PROTOCOL
    await pass_time(office, clock, clock.now() + timedelta(days=7))
    await office.telegram.settled()
    assert not any(MISSING in each.text for each in chat.history)
