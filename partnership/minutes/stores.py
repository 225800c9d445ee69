"""What minutes need remembered; storage/ fulfils it."""

from datetime import date
from typing import Protocol

from partnership.minutes.minutes import Minutes, MinutesForm


class MinutesStore(Protocol):
    """Minutes; they are written as any record, in the transaction of a batch."""

    async def minutes(self, key: str) -> Minutes | None:
        """By the lasting key."""
        ...

    async def minutes_by_number(self, number: int) -> Minutes | None:
        """By the number that people use."""
        ...

    async def minutes_of(self, event: str, form: MinutesForm | None = None) -> list[Minutes]:
        """Minutes of an event, in one form or in all, the oldest first."""
        ...

    async def latest_minutes(self, partnership: str, limit: int = 1) -> list[Minutes]:
        """Minutes of a partnership, those of the latest meeting first."""
        ...

    async def all_minutes(self) -> list[Minutes]:
        """All of them, the oldest first."""
        ...

    async def events_without(self, since: date, until: date) -> list[str]:
        """Keys of held meetings that ended in these days without minutes or a waiver."""
        ...
