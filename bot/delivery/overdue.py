"""What is done with rows that were not sent in their time: a stop, a broken network, a restore."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.delivery.composing import LATE
from bot.delivery.outcomes import Outcomes
from partnership.reminders.model import Reminder
from partnership.reminders.overdue import superseded
from storage.reminder_claims import SqlReminderClaims


class Overdue:
    """Says which of the claimed rows are still to be sent, and ends the others."""

    def __init__(self, claims: SqlReminderClaims, outcomes: Outcomes) -> None:
        self._claims = claims
        self._outcomes = outcomes

    async def settle(
        self, claimed: Sequence[Reminder], now: datetime, lease: timedelta
    ) -> list[Reminder]:
        """Of what is over nothing is sent, of several late ones about one thing only the latest.

        `lease`: for how long rows are taken that are ended together with the claimed ones.
        """
        over = [each for each in claimed if each.ends_at <= now]
        if over:
            # All rows of an event at once, so that it is reported once.
            rest = await self._claims.claim_over(over, now, lease)
            await self._outcomes.close_over([*over, *rest])
        left = [each for each in claimed if each.ends_at > now]
        late = [each for each in left if now - each.due_at >= LATE]
        if not late:
            return left
        older = superseded(await self._claims.come_due_with(late, now))
        await self._claims.supersede(older)
        ended = {each.id for each in older}
        return [each for each in left if each.id not in ended]
