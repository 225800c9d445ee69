"""Events in SQL: by key, by number, by period, by partnership."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from partnership.entities import Kind
from partnership.events import AHEAD, Event, EventKind
from storage.database import Database
from storage.records import Records

_IN_ORDER = " ORDER BY event.starts_on IS NULL, event.starts_on, event.id"


class SqlEvents:
    """Fulfils `partnership.stores.EventStore`."""

    def __init__(self, database: Database, records: Records) -> None:
        self._database = database
        self._mapping = records.mappings[Kind.EVENT]

    async def event(self, key: str) -> Event | None:
        """By its lasting key."""
        found = await self._find('WHERE "key" = ?', key)
        return found[0] if found else None

    async def event_by_number(self, number: int) -> Event | None:
        """By the number that people use."""
        found = await self._find("WHERE id = ?", number)
        return found[0] if found else None

    async def events(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        partnership: str | None = None,
        kinds: Sequence[EventKind] = (),
    ) -> list[Event]:
        """Events, earliest first, those without a day last; both days inclusive."""
        joined, wanted, parameters = "", ["1 = 1"], list[Any]()
        if partnership is not None:
            joined = ' JOIN event_partnership link ON link.event = event."key"'
            wanted.append("link.partnership = ?")
            parameters.append(partnership)
        if since is not None:
            wanted.append("event.ends_on >= ?")
            parameters.append(since.isoformat())
        if until is not None:
            wanted.append("event.starts_on <= ?")
            parameters.append(until.isoformat())
        if kinds:
            wanted.append(f"event.kind IN ({', '.join('?' * len(kinds))})")
            parameters.extend(kinds)
        return await self._find(f"{joined} WHERE {' AND '.join(wanted)}{_IN_ORDER}", *parameters)

    async def all_events(self) -> list[Event]:
        """Every event, parents before their parts."""
        return await self._find("ORDER BY event.parent IS NOT NULL, event.id")

    async def pending_events(self) -> list[Event]:
        """Events still ahead by their state, dated or not, late ones included."""
        marks = ", ".join("?" * len(AHEAD))
        return await self._find(f"WHERE event.state IN ({marks}){_IN_ORDER}", *sorted(AHEAD))

    async def _find(self, condition: str, *parameters: Any) -> list[Event]:
        rows = await self._database.fetch_all(f"{self._mapping.select} {condition}", parameters)
        return [self._mapping.read(row) for row in rows]
