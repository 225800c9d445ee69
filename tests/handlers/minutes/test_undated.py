"""A meeting of which nobody recorded the day: asked for from its minutes, over HTTP."""

from __future__ import annotations

from datetime import date

from tests.handlers.dialogue import pressed, said
from tests.support.office import Office

MEETING = "ev-krefeld-meetings"


async def test_the_day_is_asked_for_and_the_last_one_of_that_name_is_meant(office: Office) -> None:
    event = await office.app.stores.events.event(MEETING)
    assert event is not None
    chat = office.admin.private()
    draft = await pressed(await said(chat, f"/minutes {event.id}"), "Скласти: Протокол")
    assert "• день" in draft.text
    asked = await pressed(draft, "День")
    assert "Якого дня це було?" in asked.text
    again = await said(chat, "1 липня 2030")
    assert "не бачу однозначної дати" in again.text.casefold()
    draft = await said(chat, "28 травня")
    assert "28.05.2024 (вівторок)" in draft.text
    assert "• день" not in draft.text
    event = await office.app.stores.events.event(MEETING)
    assert event is not None
    assert event.starts_on == date(2024, 5, 28)
