"""Who hears of what became of an action item; all but the one who did it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from partnership.access import User
from partnership.batch import Batch
from partnership.changes import Change, ChangeKind
from partnership.entities import Kind
from partnership.reminders.announcements import Announcement
from partnership.reminders.finding_people import People
from partnership.reminders.model import Recipient, RecipientKind
from partnership.steps import Step, StepKind
from partnership.tasks.stores import Outbox

UNTOLD = ("import-", "undo-")
"""Batches after which nobody is told that they have something to do."""
_DOERS = frozenset({"owner_person", "helpers"})


class TaskNews(StrEnum):
    """What happened, as the kind of an announcement."""

    ASSIGNED = "task_assigned"
    DUE_CHANGED = "task_due_changed"
    DONE = "task_done"
    RETURNED = "task_returned"
    CANCELLED = "task_cancelled"
    EXTENSION_ASKED = "task_extension_asked"
    EXTENSION_REFUSED = "task_extension_refused"


FOR_CONTROLLERS = frozenset({TaskNews.DONE, TaskNews.EXTENSION_ASKED})
"""What waits for the controllers' decision; the rest is for those who do it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Puts news of action items into the outbox, in the transaction of the change.

    `follow` is joined to every batch, so that whoever is given an action item hears of it
    however that came about: a command, a note, minutes, a handover.
    """

    outbox: Outbox
    people: People

    async def tell(
        self, news: TaskNews, task: Step, batch: Batch, actor: User, reason: str | None = None
    ) -> None:
        """Tell the controllers or the doers; no controller where the actor is one of them."""
        if news in FOR_CONTROLLERS:
            users = await self.people.controllers_of(task)
            if actor.id in {user.id for user in users}:
                return
        else:
            users = await self.people.doers_of(task)
        await self._announce(news, [task], users, batch, reason)

    async def follow(self, batch: Batch) -> None:
        """Tell each new doer of all that they were given, in one message."""
        if batch.actor is None or batch.id.startswith(UNTOLD):
            return
        users: dict[int, User] = {}
        given: dict[int, list[Step]] = {}
        for key, changes in _by_step(batch.changes).items():
            task = await self.outbox.within(batch.work).step(key)
            if task is None or task.kind is not StepKind.ACTION or not task.is_open:
                continue
            before = _doers_before(changes, task)
            for user in await self.people.doers_of(task):
                if user.person not in before:
                    users[user.id] = user
                    given.setdefault(user.id, []).append(task)
        for number, theirs in given.items():
            await self._announce(TaskNews.ASSIGNED, theirs, [users[number]], batch)

    async def _announce(
        self,
        news: TaskNews,
        tasks: Iterable[Step],
        users: Iterable[User],
        batch: Batch,
        reason: str | None = None,
    ) -> None:
        told = [Recipient(RecipientKind.USER, user.id) for user in users if user.id != batch.actor]
        if not told:
            return
        actor = await self.people.membership.who(batch.actor or 0)
        facts = {"steps": [each.key for each in tasks], "by": actor.name, "reason": reason}
        announcement = Announcement(kind=news, facts=facts)
        await self.outbox.within(batch.work).announce(announcement, told, batch.at)


def _by_step(changes: Sequence[Change]) -> dict[str, list[Change]]:
    """The changes of each step after which somebody else may have something to do."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        created = change.what is ChangeKind.CREATED
        if change.kind is Kind.STEP and (created or change.field in _DOERS):
            found.setdefault(change.entity, []).append(change)
    return found


def _doers_before(changes: Iterable[Change], task: Step) -> set[str]:
    """Who had to do it before these changes."""
    before: set[str] = set()
    old = {change.field: change.old for change in changes}
    if None in old:
        return before
    before.update(old.get("helpers", task.helpers) or ())
    before.add(old.get("owner_person", task.owner_person) or "")
    return before
