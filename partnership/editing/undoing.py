"""Taking back one's own last command, for a day; and reading the change log."""

from collections.abc import Sequence
from typing import Any

from partnership.access import Action, Role, User
from partnership.batch import Batch
from partnership.changes import UNDO_WITHIN, UNDOING, Change, ChangeKind
from partnership.editing.base import Edited, EditingBase, require
from partnership.entities import GROWING, Entity, Kind
from partnership.errors import NothingToUndoError, NotPermittedError, UndoConflictError
from partnership.exchange.codec import from_plain, to_plain

Link = tuple[Kind, str]
Plain = dict[str, Any] | None


class Undoing(EditingBase):
    """The commands /undo and /log."""

    __slots__ = ()

    async def undo(self, actor: User, batch: str | None = None) -> Edited:
        """Take back `batch`, or the actor's last command within a day.

        Raises NothingToUndoError, UndoConflictError where somebody changed the same since,
        NotPermittedError for a command of somebody else (an admin may).
        """
        require(actor, Action.UNDO)
        async with self.batches.open(actor.id, prefix=UNDOING) as writing:
            wanted = batch or await self.change_log.last_batch(actor.id, writing.at - UNDO_WITHIN)
            changes = await self.change_log.batch(wanted) if wanted else []
            _check_own(changes, actor, writing)
            await self._take_back(writing, changes)
            await writing.work.mark_undone(changes[0].batch, writing.at)
            return Edited.by(writing, changes[0].entity)

    async def log(
        self,
        actor: User,
        *,
        kind: Kind | None = None,
        entity: str | None = None,
        limit: int = 20,
        before: int | None = None,
    ) -> list[Change]:
        """The change log, latest first; `before` is the id of the last change seen."""
        require(actor, Action.READ_LOG)
        return await self.change_log.changes(kind=kind, entity=entity, limit=limit, before=before)

    async def _take_back(self, writing: Batch, changes: Sequence[Change]) -> None:
        present: dict[Link, Entity | None] = {}
        wanted: dict[Link, Plain] = {}
        for change in reversed(changes):
            if change.is_beside:
                await self._take_back_beside(writing, change)
                continue
            link = (change.kind, change.entity)
            if link not in wanted:
                present[link] = await self._present(writing, *link)
                entity = present[link]
                wanted[link] = None if entity is None else to_plain(entity, complete=True)
            wanted[link] = await self._before(change, wanted[link])
        for link, plain in wanted.items():
            old = present[link]
            if plain is not None:
                await writing.save(from_plain(link[0], plain), old)
            elif old is not None:
                if await self.pointing_to(*link) - wanted.keys():
                    raise UndoConflictError(tuple(changes))
                await writing.delete(old)

    async def _take_back_beside(self, writing: Batch, change: Change) -> None:
        """Log it the other way round: whoever keeps it follows the batch and puts it back."""
        since = await self.change_log.changes_since(change.kind, change.entity, change.id)
        others = [each for each in since if each.field == change.field]
        if any(each.batch != change.batch for each in others):
            raise UndoConflictError(tuple(others))
        await writing.note_beside(
            change.kind, change.entity, change.field or "", change.new, change.old
        )

    async def _before(self, change: Change, now: Plain) -> Plain:
        """The state of a record before a change. Raises UndoConflictError."""
        if change.what == ChangeKind.CREATED:
            since = await self.change_log.changes_since(change.kind, change.entity, change.id)
            others = tuple(
                each for each in since if each.batch != change.batch and not each.is_beside
            )
            if others or now is None:
                raise UndoConflictError(others)
            return None
        if change.what == ChangeKind.DELETED:
            if now is not None:
                raise UndoConflictError((change,))
            return dict(change.old)
        field = change.field or ""
        if now is None or now[field] != change.new:
            raise UndoConflictError((change,))
        return now | {field: change.old}

    async def _present(self, writing: Batch, kind: Kind, key: str) -> Entity | None:
        if kind in GROWING:
            return await writing.work.growing(kind, key)
        found: Entity | None = self.registry.table(kind).get(key)
        return found


def _check_own(changes: Sequence[Change], actor: User, writing: Batch) -> None:
    if not changes or changes[0].undone_at is not None:
        raise NothingToUndoError
    if actor.role == Role.ADMIN:
        return
    if changes[0].actor != actor.id:
        raise NotPermittedError(Action.UNDO)
    if changes[0].at < writing.at - UNDO_WITHIN:
        raise NothingToUndoError
