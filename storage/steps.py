"""Planned steps and action items in SQL."""

from typing import Any

from partnership.entities import Kind
from partnership.steps import OPEN_STATES, Step
from storage.database import Database
from storage.records import Records


class SqlSteps:
    """Fulfils `partnership.stores.StepStore`."""

    def __init__(self, database: Database, records: Records) -> None:
        self._database = database
        self._mapping = records.mappings[Kind.STEP]

    async def step(self, key: str) -> Step | None:
        """By its lasting key."""
        found = await self._find('WHERE "key" = ?', key)
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
        order = "ORDER BY due IS NULL, due, id"
        return await self._find(f"WHERE {' AND '.join(wanted)} {order}", *parameters)

    async def _find(self, condition: str, *parameters: Any) -> list[Step]:
        rows = await self._database.fetch_all(f"{self._mapping.select} {condition}", parameters)
        return [self._mapping.read(row) for row in rows]
