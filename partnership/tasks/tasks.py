"""What is done with action items; each change in one transaction, logged, undone for a day."""

import secrets
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from partnership.access import Action, Role, User, may
from partnership.agreements import Side
from partnership.batch import Batches
from partnership.bilingual import Bilingual
from partnership.changes import Change
from partnership.editing.base import require
from partnership.entities import Kind
from partnership.errors import NotPermittedError
from partnership.language.names import NameIndex
from partnership.membership_records import BoundChat
from partnership.notes.errors import RestrictedTextError
from partnership.notes.scope import Scope
from partnership.personal_data import restricted
from partnership.registry import Registry
from partnership.steps import OPEN_STATES, Step, StepKind, StepState
from partnership.stores import ChangeStore, StepStore
from partnership.tasks.errors import NoSuchTaskError, TaskProblem, TaskRefusedError
from partnership.tasks.making import action_item, in_its_language, side_of
from partnership.tasks.reading import read_task

UNDER_CONTROL = OPEN_STATES | {StepState.DONE}
"""What is done is on the list until the controller takes it off («знято з контролю»)."""
HISTORY = 20


@dataclass(frozen=True, slots=True)
class Tasks:
    """The use cases of action items. All raise NotPermittedError, RestrictedTextError."""

    batches: Batches
    steps: StepStore
    changes: ChangeStore
    names: NameIndex
    zone: ZoneInfo

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

    async def under_control(self, scope: Scope | None = None) -> list[Step]:
        """All that is not closed yet, soonest due first, those without a date last."""
        found = await self.steps.steps_of_kind(StepKind.ACTION, UNDER_CONTROL)
        return [each for each in found if self.is_within(each, scope)]

    async def history(self, task: Step) -> list[Change]:
        """What was changed about it and why, latest first."""
        return await self.changes.changes(kind=Kind.STEP, entity=task.key, limit=HISTORY)

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

    def may_report(self, actor: User, task: Step) -> bool:
        """Everybody of its community."""
        own = self.community_of(task) in actor.communities or actor.role is Role.ADMIN
        return own and may(actor, Action.REPORT_DONE)

    async def add(
        self, actor: User, text: str, bound: BoundChat | None = None
    ) -> tuple[Step, tuple[date, ...]]:
        """Put one on the list; with it the days to ask about, where the due date is in doubt.

        Raises TaskRefusedError: EMPTY, WHOSE, PAST.
        """
        now = self.batches.clock.now()
        heard = read_task(_kept(text), actor, bound, self.registry, self.names, now, self.zone)
        key = f"t-{secrets.token_hex(6)}"
        step = action_item(key, heard.item, heard.belongs, self.registry)
        require(actor, Action.MANAGE_STEPS, self.community_of(step))
        async with self.batches.open(actor.id) as batch:
            return await batch.save(step), heard.choices

    async def set_due(self, actor: User, task: Step, day: date, reason: str | None = None) -> Step:
        """Say until when; a later day than the one before is an extension, with a reason.

        Raises TaskRefusedError: NOT_OPEN, PAST, NEEDS_REASON.
        """
        self.require_manage(actor, task)
        _refuse_unless(task.is_open, TaskProblem.NOT_OPEN)
        _refuse_unless(day >= self.today, TaskProblem.PAST)
        if not needs_reason(task, day):
            return await self._save(actor, task, replace(task, due=day, due_text=None), reason)
        _refuse_unless(bool(reason), TaskProblem.NEEDS_REASON)
        later = replace(task, due=day, due_text=None, state=StepState.IN_PROGRESS)
        return await self._save(actor, task, later, reason)

    async def report_done(self, actor: User, task: Step, result: str | None = None) -> Step:
        """The doer says that it is done. Raises TaskRefusedError: NOT_OPEN."""
        self.require_report(actor, task)
        _refuse_unless(task.is_open, TaskProblem.NOT_OPEN)
        return await self._save(actor, task, replace(task, state=StepState.DONE), result)

    async def close(self, actor: User, task: Step) -> Step:
        """The controller takes it off the list. Raises TaskRefusedError: NOT_DONE."""
        self.require_manage(actor, task)
        _refuse_unless(task.state is StepState.DONE, TaskProblem.NOT_DONE)
        return await self._save(actor, task, replace(task, state=StepState.CLOSED))

    async def cancel(self, actor: User, task: Step, reason: str) -> Step:
        """Nobody has to do it any more. Raises TaskRefusedError: ENDED, NEEDS_REASON."""
        self.require_manage(actor, task)
        _refuse_unless(task.state in UNDER_CONTROL, TaskProblem.ENDED)
        _refuse_unless(bool(reason.strip()), TaskProblem.NEEDS_REASON)
        return await self._save(actor, task, replace(task, state=StepState.CANCELLED), reason)

    async def pass_on(
        self, actor: User, task: Step, person: str | None, words: str | None = None
    ) -> Step:
        """Somebody else does it: a person of the registry, or whoever the words name.

        Raises TaskRefusedError: NOT_OPEN, EMPTY where nobody is named.
        """
        self.require_manage(actor, task)
        _refuse_unless(task.is_open, TaskProblem.NOT_OPEN)
        _refuse_unless(bool(person or words), TaskProblem.EMPTY)
        side: Side | None = side_of(person, task.partnership, self.registry)
        owner: Bilingual | None = in_its_language(_kept(words)) if words else None
        new = replace(
            task,
            owner_side=side,
            owner_person=person,
            owner=owner,
            owner_organisations=(),
            owner_group=None,
        )
        return await self._save(actor, task, new)

    def require_manage(self, actor: User, task: Step) -> None:
        """Raises NotPermittedError for whoever does not coordinate its community."""
        require(actor, Action.MANAGE_STEPS, self.community_of(task))

    def require_report(self, actor: User, task: Step) -> None:
        """Raises NotPermittedError for whoever is not of its community."""
        if not self.may_report(actor, task):
            raise NotPermittedError(Action.REPORT_DONE, self.community_of(task))

    async def _save(self, actor: User, old: Step, new: Step, reason: str | None = None) -> Step:
        kept = _kept(reason) if reason else None
        async with self.batches.open(actor.id, kept) as batch:
            return await batch.save(new, old)


def needs_reason(task: Step, day: date) -> bool:
    """Whether this due date would be an extension."""
    return task.due is not None and day > task.due


def _kept(text: str) -> str:
    """The text, where it may be kept. Raises RestrictedTextError."""
    kind = restricted(text)
    if kind is not None:
        raise RestrictedTextError(kind)
    return text.strip()


def _refuse_unless(holds: bool, problem: TaskProblem) -> None:
    if not holds:
        raise TaskRefusedError(problem)
