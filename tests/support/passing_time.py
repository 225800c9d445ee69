"""Time that passes for the running bot: reminders on the way are sent when they are due."""

from __future__ import annotations

import asyncio
from datetime import datetime

from partnership.reminders.model import ReminderState
from tests.support.clocks import StillClock
from tests.support.office import Office


async def pass_time(office: Office, clock: StillClock, until: datetime) -> None:
    """Move the clock from one due time to the next, and at last to `until`."""
    reminders = office.app.stores.reminders
    while (due := await reminders.next_due()) is not None and due <= until:
        clock.move_to(max(due, clock.now()))
        await deliver(office)
    clock.move_to(until)
    await deliver(office)


async def deliver(office: Office) -> None:
    """Send everything that is due now, also what sending leads to."""
    delivery = office.app.reminding.delivery
    while await _to_be_sent(office):
        await delivery.tick()
        await delivery.idle()
        await asyncio.sleep(0)


async def _to_be_sent(office: Office) -> bool:
    """Whether something is due, or is being sent by the bot itself."""
    now = office.clock.now()
    return any(
        row.state is ReminderState.CLAIMED or max(row.due_at, row.next_try_at or now) <= now
        for row in await office.app.stores.reminders.upcoming(limit=50)
    )
