"""Archive and restore; delete only what has no history."""

from collections import Counter
from dataclasses import replace

from partnership.access import Action, User
from partnership.editing.base import Edited, EditingBase, require
from partnership.entities import GROWING, Kind, Reference
from partnership.errors import HasHistoryError, NotFoundError, UnknownFieldError


class Removing(EditingBase):
    """The commands /archive and /restore."""

    __slots__ = ()

    async def archive(self, actor: User, partnership: str, reason: str | None = None) -> Edited:
        """Put a partnership away; it stays found by those who look for it."""
        self._permitted(actor, Action.ARCHIVE, partnership)
        async with self.batches.open(actor.id, reason) as batch:
            old = self._partnership(partnership)
            if old.archived_at is None:
                await batch.save(replace(old, archived_at=batch.at), old)
            return Edited.by(batch, partnership)

    async def restore(self, actor: User, partnership: str) -> Edited:
        """Take a partnership out of the archive."""
        self._permitted(actor, Action.ARCHIVE, partnership)
        async with self.batches.open(actor.id) as batch:
            old = self._partnership(partnership)
            await batch.save(replace(old, archived_at=None), old)
            return Edited.by(batch, partnership)

    async def delete(
        self, actor: User, kind: Kind, record: str, reason: str | None = None
    ) -> Edited:
        """Delete a reference record to which nothing points.

        Raises HasHistoryError with what does, by kind: then it is archived instead.
        """
        require(actor, Action.DELETE)
        if kind in GROWING:
            raise UnknownFieldError(kind, "id")
        async with self.batches.open(actor.id, reason) as batch:
            found: Reference | None = self.registry.table(kind).get(record)
            if found is None:
                raise NotFoundError(kind, record)
            pointing = await self.pointing_to(kind, record)
            if pointing:
                counts = Counter(source for source, _ in pointing)
                raise HasHistoryError(kind, record, dict(counts))
            await batch.delete(found)
            return Edited.by(batch, record)
