"""Planned steps and action items in SQL."""

from collections.abc import Collection
from typing import Any

from partnership.entities import Kind
from partnership.steps import OPEN_STATES, Step, StepKind, StepState
from storage.database import Database
from storage.records import Records

_ORDER = "ORDER BY due IS NULL, due, id"


class SqlSteps:
    """Fulfils `partnership.stores.StepStore`."""

    def __init__(self, database: Database, records: Records) -> None:
        self._database = database
        self._mapping = records.mappings[Kind.STEP]

    async def step(self, key: str) -> Step | None:
        """By its lasting key."""
        found = await self._find('WHERE "key" = ?', key)
        return found[0] if found else None

    async def step_by_number(self, number: int) -> Step | None:
        """By the number that people use."""
        found = await self._find("WHERE id = ?", number)
        return found[0] if found else None

    async def steps(self, *, partnership: str | None = None, open_only: bool = False) -> list[Step]:
        """Steps, soonest due first, those without a date last."""
        wanted, parameters = ["1 = 1"], list[Any]()
        if partnership is not None:
            wanted.append("partnership = ?")
            parameters.append(partnership)
        if open_only:
            wanted.append(f"state IN ({', '.join('?' * len(OPEN_STATES))})")
            parameters.extend(sorted(OPEN_STATES))
        return await self._find(f"WHERE {' AND '.join(wanted)} {_ORDER}", *parameters)

    async def steps_of_kind(self, kind: StepKind, states: Collection[StepState]) -> list[Step]:
        """Steps of a kind in these states, in the same order."""
        marks = ", ".join("?" * len(states))
        condition = f"WHERE kind = ? AND state IN ({marks}) {_ORDER}"
        return await self._find(condition, kind, *sorted(states))

    async def steps_of_event(self, event: str) -> list[Step]:
        """Steps that were agreed at an event, in the same order."""
        return await self._find(f"WHERE event = ? {_ORDER}", event)

    async def _find(self, condition: str, *parameters: Any) -> list[Step]:
        rows = await self._database.fetch_all(f"{self._mapping.select} {condition}", parameters)
        return [self._mapping.read(row) for row in rows]
