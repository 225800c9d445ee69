"""People of the registry who use the bot: who does, helps with, and controls action items."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.handlers.dialogue import said
from tests.support.clocks import StillClock
from tests.support.office import Office

CHYZHEVSKA, TKACHUK = "chyzhevska", "tkachuk"
REPORT = "/task Бурж: підготувати звіт, відповідальна Чижевська, контроль — Ткачук, до 20 червня"


@pytest.fixture
async def linked(office: Office, clock: StillClock) -> Office:
    """The official is Чижевська, the coordinator of Korosten is Ткачук; it is ten o'clock."""
    clock.advance(timedelta(hours=1))
    membership = office.app.services.membership
    admin = await membership.who(office.admin.id)
    await membership.link(admin, office.official.id, CHYZHEVSKA)
    await membership.link(admin, office.coordinator.id, TKACHUK)
    for human in (office.official, office.coordinator, office.admin):
        await said(human.private(), "/help")
    return office
