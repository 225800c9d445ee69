"""The report on action items: what is overdue, what is open, and the share closed per partner."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from partnership.clock import Clock
from partnership.entities import Entity, Kind
from partnership.notes.scope import Scope
from partnership.progress import Progress, counts_since, progress_of
from partnership.registry import Registry
from partnership.steps import OPEN_STATES, Step, StepKind, StepState
from partnership.stores import ChangeStore, StepStore

PERIOD = timedelta(days=365)
"""Closed items of so long a time count: a share over all the years would say nothing of today."""
COUNTED = OPEN_STATES | {StepState.DONE, StepState.CLOSED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReport:
    """Action items as of a day."""

    on: date
    progress: tuple[Progress, ...]
    """The most overdue first; last those of which no action item is recorded."""
    overdue: tuple[Step, ...]
    """Longest overdue first."""
    open: tuple[Step, ...]
    """The others that are still to be done: soonest due first, those without a date last."""
    done: tuple[Step, ...]
    """Reported as done, and not taken off control yet."""

    @property
    def is_quiet(self) -> bool:
        """Whether nothing waits for anybody."""
        return not (self.overdue or self.open or self.done)


@dataclass(slots=True)
class ProgressReports:
    """Makes reports; who may read one is decided before.

    On a Monday many are made in a row: what they are made of is read once, until a step changes.
    """

    registry: Registry
    steps: StepStore
    changes: ChangeStore
    clock: Clock
    zone: ZoneInfo
    _known: tuple[list[Step], dict[str, date]] | None = None
    _writes: int = 0

    def __post_init__(self) -> None:
        self.registry.listeners.append(self._notice)

    async def report(self, scope: Scope | None = None) -> ProgressReport:
        """The action items of some partnerships and communities; None is the whole registry."""
        today = self.clock.now().astimezone(self.zone).date()
        first = today - PERIOD
        steps, closed_on = await self._read()
        found = [
            step
            for step in steps
            if _is_within(step, scope) and counts_since(step, first, closed_on.get(step.key))
        ]
        return ProgressReport(
            on=today,
            progress=tuple(progress_of(found, self.registry, today, self._partnerships(scope))),
            overdue=tuple(each for each in found if each.overdue_on(today)),
            open=tuple(e for e in found if e.is_open and not e.overdue_on(today)),
            done=tuple(each for each in found if each.state is StepState.DONE),
        )

    def scope_of(self, communities: Collection[str]) -> Scope | None:
        """What these communities answer for; without any the whole registry."""
        if not communities:
            return None
        homes = frozenset(communities)
        own = (each.id for each in self.registry.partnerships.values() if each.home in homes)
        return Scope(frozenset(own), homes)

    async def _read(self) -> tuple[list[Step], dict[str, date]]:
        """All action items that may count, and when each was closed."""
        known, writes = self._known, self._writes
        if known is None:
            steps = await self.steps.steps_of_kind(StepKind.ACTION, COUNTED)
            known = steps, await self.changes.closed_steps()
            if writes == self._writes:
                self._known = known
        return known

    def _notice(self, kind: Kind, _key: str, _record: Entity | None) -> None:
        if kind is Kind.STEP:
            self._writes += 1
            self._known = None

    def _partnerships(self, scope: Scope | None) -> list[str]:
        """Those that are shown even where nothing is recorded."""
        return [
            each.id
            for each in self.registry.partnerships_in_order()
            if each.archived_at is None and (scope is None or each.id in scope.partnerships)
        ]


def _is_within(step: Step, scope: Scope | None) -> bool:
    if scope is None or step.partnership in scope.partnerships:
        return True
    return step.partnership is None and step.community in scope.communities
