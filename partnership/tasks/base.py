"""What all commands about action items share: the stores, who may do what, the transaction."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from partnership.access import Action, Role, User, may
from partnership.batch import Batch, Batches
from partnership.editing.base import require
from partnership.errors import NotPermittedError
from partnership.language.names import NameIndex
from partnership.notes.errors import RestrictedTextError
from partnership.notes.scope import Scope
from partnership.personal_data import restricted
from partnership.registry import Registry
from partnership.steps import Step, StepKind
from partnership.stores import ChangeStore, StepStore
from partnership.tasks.errors import (
    ControlledByError,
    NoSuchTaskError,
    TaskProblem,
    TaskRefusedError,
)
from partnership.tasks.telling import Telling


@dataclass(slots=True)
class Changing:
    """A command under way on one action item."""

    actor: User
    batch: Batch
    task: Step

    async def save(self, new: Step) -> Step:
        """Keep the new state; what is unchanged is not written."""
        self.task = await self.batch.save(new, self.task)
        return self.task


@dataclass(frozen=True, slots=True)
class TasksBase:
    """The stores of all commands about action items."""

    batches: Batches
    steps: StepStore
    changes: ChangeStore
    names: NameIndex
    zone: ZoneInfo
    telling: Telling

    @property
    def registry(self) -> Registry:
        """The registry in memory."""
        return self.batches.registry

    @property
    def today(self) -> date:
        """The day where action items are due."""
        return self.batches.clock.now().astimezone(self.zone).date()

    async def task(self, number: int, scope: Scope | None = None) -> Step:
        """By number. Raises NoSuchTaskError, also for one that a group has nothing to do with."""
        found = await self.steps.step_by_number(number)
        if found is None or found.kind is not StepKind.ACTION or not self.is_within(found, scope):
            raise NoSuchTaskError(number)
        return found

    def community_of(self, task: Step) -> str | None:
        """The community that answers for it."""
        partnership = self.registry.partnerships.get(task.partnership or "")
        return partnership.home if partnership is not None else task.community

    def is_within(self, task: Step, scope: Scope | None) -> bool:
        """Whether it may be shown here: None is a private chat, where all may."""
        if scope is None or task.partnership in scope.partnerships:
            return True
        return task.partnership is None and task.community in scope.communities

    def may_manage(self, actor: User, task: Step) -> bool:
        """Those who coordinate its community."""
        return may(actor, Action.MANAGE_STEPS, self.community_of(task))

    def may_extend(self, actor: User, task: Step) -> bool:
        """Those who manage it, and its controller."""
        return self.may_manage(actor, task) or controls(actor, task)

    def may_report(self, actor: User, task: Step) -> bool:
        """Those who do it, and everybody of its community."""
        own = self.community_of(task) in actor.communities or actor.role is Role.ADMIN
        return (own or does(actor, task)) and may(actor, Action.REPORT_DONE)

    async def may_close(self, actor: User, task: Step) -> bool:
        """Its controller; where that is nobody who uses the bot, those who manage it."""
        if controls(actor, task):
            return True
        return self.may_manage(actor, task) and await self._elsewhere(actor, task) is None

    def require_manage(self, actor: User, task: Step) -> None:
        """Raises NotPermittedError for whoever does not coordinate its community."""
        require(actor, Action.MANAGE_STEPS)
        require(actor, Action.MANAGE_STEPS, self.community_of(task))

    def require_extend(self, actor: User, task: Step) -> None:
        """Raises NotPermittedError for whoever neither manages nor controls it."""
        if not controls(actor, task):
            self.require_manage(actor, task)

    def require_report(self, actor: User, task: Step) -> None:
        """Raises NotPermittedError for whoever neither does it nor is of its community."""
        if not self.may_report(actor, task):
            raise NotPermittedError(Action.REPORT_DONE, self.community_of(task))

    async def require_close(self, actor: User, task: Step) -> None:
        """Raises NotPermittedError, ControlledByError where somebody else controls it."""
        if controls(actor, task):
            return
        self.require_manage(actor, task)
        controller = await self._elsewhere(actor, task)
        if controller is not None:
            raise ControlledByError(controller)

    async def _elsewhere(self, actor: User, task: Step) -> str | None:
        """The controller, where that is another user of the bot; an admin may always."""
        if task.controller is None or actor.role is Role.ADMIN:
            return None
        users = await self.telling.people.controllers_of(task)
        return task.controller if task.controller in {user.person for user in users} else None

    @asynccontextmanager
    async def _changing(
        self, actor: User, task: Step, reason: str | None = None
    ) -> AsyncIterator[Changing]:
        """One transaction on an action item, read anew inside it.

        Raises NoSuchTaskError where it is gone, RestrictedTextError.
        """
        why = kept(reason) if reason else None
        async with self.batches.open(actor.id, why) as batch:
            present = await self.steps.step(task.key)
            if present is None:
                raise NoSuchTaskError(task.id)
            yield Changing(actor, batch, present)


def does(actor: User, task: Step) -> bool:
    """Whether the actor answers for it, or helps."""
    return actor.person is not None and actor.person in {task.owner_person, *task.helpers}


def controls(actor: User, task: Step) -> bool:
    """Whether the actor is its controller."""
    return actor.person is not None and actor.person == task.controller


def kept(text: str) -> str:
    """The text, where it may be kept. Raises RestrictedTextError."""
    kind = restricted(text)
    if kind is not None:
        raise RestrictedTextError(kind)
    return text.strip()


def refuse_unless(holds: bool, problem: TaskProblem) -> None:
    """Raises TaskRefusedError."""
    if not holds:
        raise TaskRefusedError(problem)
