"""The path of a reminder: claimed when it is due, sent in its turn, and ended with a reason."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.delivery.composing import Composition, Render
from bot.delivery.outcomes import Outcomes
from bot.delivery.overdue import Overdue
from bot.delivery.owners import is_gone
from bot.delivery.sender import Delivered, Sender
from bot.schedule import Schedule
from bot.tasks import Tasks
from partnership.clock import Clock
from partnership.reminders.model import Reminder
from storage.reminder_claims import NextClaim, SqlReminderClaims
from storage.reminders import SqlReminders

log = structlog.get_logger(__name__)

AHEAD = timedelta(seconds=2)
"""Rows are claimed so long before they are due, and stand in line when their instant comes."""
LEASE = timedelta(minutes=1)
"""How long a claim lasts; what is still in hand then is claimed anew."""
BATCH = 100
MOST_IN_HAND = 2_000
PATIENCE = 60.0
"""Seconds that a row waits in memory for its chat; with more to wait it goes back."""
AT_ONCE = 25
"""Rows begun before others on the loop have a turn."""
PAUSE_AFTER_FAILURE = timedelta(seconds=5)


class ReminderDelivery:
    """Sends what is due. `tick` does it once; `run` does it whenever the alarm rings."""

    def __init__(
        self,
        reminders: SqlReminders,
        claims: SqlReminderClaims,
        sender: Sender,
        render: Render,
        outcomes: Outcomes,
        schedule: Schedule,
        clock: Clock,
        tasks: Tasks,
        ahead: timedelta = AHEAD,
    ) -> None:
        self._reminders = reminders
        self._claims = claims
        self._sender = sender
        self._render = render
        self._outcomes = outcomes
        self._overdue = Overdue(claims, outcomes)
        self._schedule = schedule
        self._clock = clock
        self._tasks = tasks
        self._ahead = ahead
        self._in_hand: dict[int, tuple[Composition, asyncio.Task[None]]] = {}
        self._next: NextClaim | None = None
        self._full = False
        self._stopping = False
        self._woken = asyncio.Event()

    @property
    def next_due(self) -> datetime | None:
        """When the earliest row is due that is not in hand, as far as the last look knows."""
        return self._next.at if self._next else None

    def start(self) -> None:
        """Look for due rows now, at every change of plans and whenever the alarm rings."""
        self._reminders.on_change(self.wake)
        self._schedule.on_alarm(self.wake)
        self._tasks.spawn(self.run(), name="reminders")
        self.wake()

    def wake(self) -> None:
        """Look for due rows as soon as possible."""
        self._woken.set()

    async def run(self) -> None:
        """Tick at every awakening until `stop`; a failure is logged, and tried again soon."""
        await self._take_over()
        while not self._stopping:
            await self._woken.wait()
            self._woken.clear()
            try:
                await self.tick()
            except Exception:
                log.exception("looking for due reminders failed")
                self._schedule.arm(self._clock.now() + PAUSE_AFTER_FAILURE)

    async def _take_over(self) -> None:
        """Put back at once what a process that was killed had in hand."""
        try:
            until = self._clock.now() + LEASE
            for owner in await self._claims.others(until):
                if is_gone(owner):
                    left = await self._claims.free(owner, until)
                    log.warning("took over reminders of a process that is gone", rows=left)
        except Exception:
            log.exception("what a dead process left waits for the end of its lease")

    async def tick(self) -> int:
        """Claim what is due or about to be, set the alarm; how many rows were taken on."""
        taken_on, begun_at = 0, self._clock.now()
        while not self._stopping:
            asked = min(BATCH, MOST_IN_HAND - len(self._in_hand))
            claimed = await self._claim(asked) if asked else []
            taken_on += await self._begin(claimed)
            self._full = not asked
            if len(claimed) < asked or not asked:
                break
        self._next = await self._claims.next_claim()
        self._schedule.arm(None if self._full else self._next_look(begun_at))
        return taken_on

    def _next_look(self, last: datetime) -> datetime | None:
        """When to look again, where nobody changes any plan before."""
        if self._next is None:
            return None
        at = self._next.at if self._next.leased else self._next.at - self._ahead
        # All that is due within `ahead` is in hand: no need to look for each row alone.
        return max(at, last + self._ahead / 2)

    async def idle(self) -> None:
        """Wait until nothing is in hand."""
        while self._in_hand:
            await asyncio.wait({task for _, task in self._in_hand.values()})

    async def stop(self, deadline: float) -> None:
        """Let what is with Telegram end, at most `deadline` seconds; put everything else back."""
        self._stopping = True
        self._woken.set()
        under_way = {task for each, task in self._in_hand.values() if each.begun}
        for each, task in self._in_hand.values():
            if not each.begun:
                task.cancel()
        if under_way:
            _, unfinished = await asyncio.wait(under_way, timeout=deadline)
            for task in unfinished:
                task.cancel()
        await self.idle()
        put_back = await self._claims.release()
        log.info("reminders stopped", put_back=put_back)

    async def _claim(self, most: int) -> list[Reminder]:
        return await self._claims.claim(self._clock.now(), LEASE, most, self._ahead)

    async def _begin(self, claimed: Sequence[Reminder]) -> int:
        """Sort claimed rows: to be ended, to wait for their chats, to be sent now."""
        fresh = [each for each in claimed if each.id not in self._in_hand]
        await self._share_out(await self._overdue.settle(fresh, self._clock.now(), LEASE))
        return len(fresh)

    async def _share_out(self, reminders: Sequence[Reminder]) -> None:
        """Take in hand what its chat will take soon; the rest waits in the database."""
        now, later, joining = self._clock.now(), [], Counter[int]()
        for number, each in enumerate(reminders, start=1):
            chat = each.recipient.id
            wait = self._sender.wait_for(each.recipient, joining[chat])
            if wait > PATIENCE:
                later.append((each, now + timedelta(seconds=wait)))
                continue
            self._take_in_hand(each)
            joining[chat] += 1
            if number % AT_ONCE == 0:
                # Everybody else on the loop has a turn meanwhile, and the begun ones queue up.
                await asyncio.sleep(0)
                joining.clear()
        if later:
            await self._claims.postpone(later)

    def _take_in_hand(self, reminder: Reminder) -> None:
        composition = Composition(reminder, self._claims, self._render, self._clock)
        task = self._tasks.spawn(self._deliver(composition), name=f"reminder {reminder.id}")
        self._in_hand[reminder.id] = composition, task
        task.add_done_callback(lambda _: self._let_go(reminder.id))

    def _let_go(self, number: int) -> None:
        del self._in_hand[number]
        if self._full and len(self._in_hand) <= MOST_IN_HAND - BATCH:
            self.wake()

    async def _deliver(self, composition: Composition) -> None:
        reminder = composition.reminder
        result = await self._sender.send(
            reminder.recipient,
            composition.compose,
            partial(self._outcomes.delivered, composition),
            reminder.priority,
            self._on_timer(reminder.next_try_at or reminder.due_at),
        )
        if not isinstance(result, Delivered):
            await self._outcomes.not_delivered(composition, result)
            # It may be due again before the alarm that is set.
            self.wake()

    def _on_timer(self, instant: datetime) -> float:
        """An instant by the loop's timer."""
        early = instant - self._clock.now()
        return asyncio.get_running_loop().time() + early.total_seconds()
