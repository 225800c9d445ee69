"""What becomes of a row after an attempt, and who hears of it when it did not go well."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.delivery.composing import Composition, Silence
from bot.delivery.errors import (
    Failure,
    Migrated,
    Refused,
    TooMany,
    TopicGone,
    Transient,
    Unreachable,
)
from bot.delivery.retries import next_attempt
from bot.delivery.sender import Delivered, Withdrawn
from partnership.clock import Clock
from partnership.reminders.model import Recipient, Reminder, ReminderState
from partnership.reminders.undelivered import Trouble, is_worth_telling, thing_of
from storage.reminder_claims import SqlReminderClaims
from storage.undelivered import SqlUndelivered

log = structlog.get_logger(__name__)

DAY = timedelta(days=1)
REFUSALS = 3
"""Attempts at a message that Telegram does not take for a reason unknown to us."""

Responsible = Callable[[Reminder, Recipient | None], Awaitable[Sequence[Recipient]]]
"""Who is told that a reminder did not arrive: the coordinators of its subject, but for the one
named, who cannot be reached."""
People = tuple[Recipient, ...]


class Outcomes:
    """Writes down how an attempt ended."""

    def __init__(
        self,
        claims: SqlReminderClaims,
        undelivered: SqlUndelivered,
        responsible: Responsible,
        clock: Clock,
    ) -> None:
        self._claims = claims
        self._undelivered = undelivered
        self._responsible = responsible
        self._clock = clock
        self._lost_topics: dict[Recipient, datetime] = {}

    async def not_delivered(self, composition: Composition, result: Withdrawn | Failure) -> None:
        """End the row with a reason, or put it back for another attempt."""
        reminder = composition.reminder
        match result:
            case Withdrawn():
                await self._withdrawn(reminder, composition.silence)
            case Unreachable(reason):
                await self.close([reminder], ReminderState.FAILED, reason)
            case TopicGone():
                await self.close([reminder], ReminderState.FAILED, "topic_gone")
            case TooMany(seconds):
                again = self._clock.now() + timedelta(seconds=seconds)
                await self._claims.postpone([(reminder, again)])
            case Transient(reason):
                await self._retry(reminder, reason)
            case Refused(reason):
                await self._refused(reminder, reason)
            case Migrated():
                await self._refused(reminder, "the group keeps moving")

    async def close(self, reminders: Sequence[Reminder], state: ReminderState, reason: str) -> None:
        """End rows that were not sent, and put a word to the responsible into the outbox."""
        found: dict[Hashable, People] = {}
        told: dict[People, list[Reminder]] = {}
        for each in reminders:
            log.warning("not delivered", reminder=each.id, state=state.value, reason=reason)
            unreached = each.recipient if state is ReminderState.FAILED else None
            about = each.subject_kind, each.subject, is_worth_telling(each), unreached
            if about not in found:
                found[about] = await self._responsible_for(each, unreached)
            told.setdefault(found[about], []).append(each)
        for people, theirs in told.items():
            await self._undelivered.close(
                self._claims, theirs, state, reason, people, self._clock.now()
            )

    async def close_over(self, reminders: Sequence[Reminder]) -> None:
        """End rows that it is too late to send; the reason is what kept them, where known.

        What is over is reported once, whoever was to be reminded of it, and however often.
        """
        kept_by: dict[Hashable, str] = {}
        for each in reminders:
            kept_by[thing_of(each)] = each.reason or kept_by.get(thing_of(each), "over")
        by_reason: dict[str, list[Reminder]] = {}
        for each in reminders:
            by_reason.setdefault(kept_by[thing_of(each)], []).append(each)
        for reason, theirs in by_reason.items():
            await self.close(theirs, ReminderState.MISSED, reason)

    async def delivered(self, composition: Composition, delivered: Delivered) -> None:
        """Mark the row sent, or sent late."""
        reminder = composition.reminder
        state = ReminderState.SENT_LATE if composition.late else ReminderState.SENT
        now = self._clock.now()
        sent = replace(reminder, recipient=delivered.recipient)
        if not await self._claims.mark_sent(sent, state, now, delivered.message_id):
            log.warning("sent, and planned anew meanwhile", reminder=reminder.id)
        if delivered.topic_lost and self._is_news(reminder.recipient, now):
            people = await self._responsible_for(reminder, None)
            await self._undelivered.tell([sent], Trouble.TOPIC_GONE, "topic_gone", people, now)

    def _is_news(self, topic: Recipient, now: datetime) -> bool:
        """Whether nobody heard of this topic since a day; every reminder of it falls back."""
        told_at = self._lost_topics.get(topic)
        if told_at is not None and now - told_at < DAY:
            return False
        self._lost_topics[topic] = now
        return True

    async def _withdrawn(self, reminder: Reminder, silence: Silence | None) -> None:
        match silence:
            case Silence.OVER:
                await self.close_over([reminder])
            case Silence.NOTHING_TO_SAY:
                await self._claims.end(reminder, ReminderState.CANCELLED, "nothing_to_say")
            case Silence.BROKEN:
                await self._refused(reminder, "no_text")

    async def _refused(self, reminder: Reminder, reason: str) -> None:
        if reminder.attempts + 1 < REFUSALS:
            await self._retry(reminder, reason)
        else:
            await self.close([reminder], ReminderState.FAILED, reason)

    async def _retry(self, reminder: Reminder, reason: str) -> None:
        await self._claims.retry(reminder, next_attempt(reminder, self._clock.now()), reason)

    async def _responsible_for(self, reminder: Reminder, unreached: Recipient | None) -> People:
        if not is_worth_telling(reminder):
            return ()
        return tuple(await self._responsible(reminder, unreached))
