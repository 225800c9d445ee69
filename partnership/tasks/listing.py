"""Lists of action items: one's own, of a partner, of a person, overdue, all; soonest due first."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partnership.access import User
from partnership.changes import Change
from partnership.entities import Kind
from partnership.notes.scope import Scope
from partnership.steps import UNDER_CONTROL, Step, StepKind
from partnership.tasks.base import TasksBase, controls, does

HISTORY = 20


class Shelf(StrEnum):
    """Which action items are listed."""

    MINE = "m"
    """Given to the reader or to the reader's communities, or controlled by the reader.

    All of them for a person of no community whom the registry does not know.
    """
    OVERDUE = "o"
    ALL = "a"
    PARTNER = "p"
    PERSON = "w"
    """What somebody does, helps with, or controls."""
    PERIOD = "d"
    """Those of «mine» that are due from a day until a day, both inclusive."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list that is asked for.

    `target` is the id of the partnership or of the person, or two days: `2024-06-10_2024-06-16`.
    """

    shelf: Shelf
    target: str = ""


class Listing(TasksBase):
    """The command /tasks."""

    __slots__ = ()

    async def under_control(self, scope: Scope | None = None) -> list[Step]:
        """All that is not closed yet, soonest due first, those without a date last."""
        found = await self.steps.steps_of_kind(StepKind.ACTION, UNDER_CONTROL)
        return [each for each in found if self.is_within(each, scope)]

    async def listed(self, wanted: Wanted, reader: User, scope: Scope | None = None) -> list[Step]:
        """Those of a list, in the same order; in a group «mine» are the group's."""
        every = await self.under_control(scope)
        in_group = scope is not None
        return [each for each in every if self._is_on(wanted, each, reader, in_group)]

    async def history(self, task: Step) -> list[Change]:
        """What was changed about it and why, latest first."""
        return await self.changes.changes(kind=Kind.STEP, entity=task.key, limit=HISTORY)

    def _is_on(self, wanted: Wanted, task: Step, reader: User, in_group: bool) -> bool:
        match wanted.shelf:
            case Shelf.MINE:
                return self._is_mine(task, reader, in_group)
            case Shelf.OVERDUE:
                return self._is_mine(task, reader, in_group) and task.overdue_on(self.today)
            case Shelf.PERIOD:
                first, last = days_of(wanted)
                due = task.due is not None and first <= task.due <= last
                return due and self._is_mine(task, reader, in_group)
            case Shelf.PARTNER:
                return task.partnership == wanted.target
            case Shelf.PERSON:
                return wanted.target in {task.owner_person, task.controller, *task.helpers}
        return True

    def _is_mine(self, task: Step, reader: User, in_group: bool) -> bool:
        if in_group or does(reader, task) or controls(reader, task):
            return True
        if not reader.communities:
            return reader.person is None
        return self.community_of(task) in reader.communities


def days_of(wanted: Wanted) -> tuple[date, date]:
    """The first and the last day of a period."""
    first, _sep, last = wanted.target.partition("_")
    return date.fromisoformat(first), date.fromisoformat(last)
