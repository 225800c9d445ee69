"""Minutes in SQL."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from partnership.entities import Kind
from partnership.events import MEETINGS, TOOK_PLACE
from partnership.minutes.minutes import Minutes, MinutesForm
from storage.database import Database
from storage.records import Records


class SqlMinutes:
    """Fulfils `partnership.minutes.stores.MinutesStore`."""

    def __init__(self, database: Database, records: Records) -> None:
        self._database = database
        self._mapping = records.mappings[Kind.MINUTES]

    async def minutes(self, key: str) -> Minutes | None:
        """By the lasting key."""
        found = await self._find('WHERE "key" = ?', key)
        return found[0] if found else None

    async def minutes_by_number(self, number: int) -> Minutes | None:
        """By the number that people use."""
        found = await self._find("WHERE id = ?", number)
        return found[0] if found else None

    async def minutes_of(self, event: str, form: MinutesForm | None = None) -> list[Minutes]:
        """Minutes of an event, in one form or in all, the oldest first."""
        if form is None:
            return await self._find("WHERE event = ? ORDER BY id", event)
        return await self._find("WHERE event = ? AND form = ?", event, form)

    async def latest_minutes(self, partnership: str, limit: int = 1) -> list[Minutes]:
        """Minutes of a partnership, those of the latest meeting first."""
        return await self._find(
            "JOIN event_partnership link ON link.event = minutes.event"
            " WHERE link.partnership = ?"
            " ORDER BY minutes.day IS NULL, minutes.day DESC, minutes.id DESC LIMIT ?",
            partnership,
            limit,
        )

    async def all_minutes(self) -> list[Minutes]:
        """All of them, the oldest first."""
        return await self._find("ORDER BY id")

    async def events_without(self, since: date, until: date) -> list[str]:
        """Keys of held meetings that ended in these days without minutes or a waiver."""
        states, kinds = sorted(TOOK_PLACE), sorted(MEETINGS)
        rows = await self._database.fetch_all(
            'SELECT "key" FROM event WHERE ends_on BETWEEN ? AND ?'
            f" AND state IN ({_marks(states)}) AND kind IN ({_marks(kinds)})"
            " AND minutes_waived IS NULL"
            ' AND NOT EXISTS (SELECT 1 FROM minutes WHERE minutes.event = event."key")'
            " ORDER BY ends_on, id",
            (since.isoformat(), until.isoformat(), *states, *kinds),
        )
        return [row[0] for row in rows]

    async def _find(self, condition: str, *parameters: Any) -> list[Minutes]:
        rows = await self._database.fetch_all(f"{self._mapping.select} {condition}", parameters)
        return [self._mapping.read(row) for row in rows]


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))
