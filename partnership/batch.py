"""One command's writes: records, their change log and memory, kept together or not at all."""

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar, cast

from partnership.changes import Change, ChangeKind
from partnership.clock import Clock
from partnership.entities import GROWING, Entity, Growing, Kind, id_of, kind_of
from partnership.exchange.codec import to_plain
from partnership.registry import Registry
from partnership.stores import RegistryStore, Work

E = TypeVar("E", bound=Entity)


@dataclass(slots=True)
class Batch:
    """The writes of one command; `changes` is what it did so far."""

    work: Work
    registry: Registry
    id: str
    at: datetime
    actor: int | None
    reason: str | None = None
    changes: list[Change] = field(default_factory=list)

    async def save(self, new: E, old: E | None = None) -> E:
        """Write a new record, or the new state of `old`; what is unchanged is not written."""
        changes = list(self._differences(old, new))
        if not changes:
            return new
        stored = cast(E, await self.work.put(new))
        await self._log(changes)
        self.work.after_commit(lambda: self._remember(stored))
        return stored

    async def delete(self, old: Entity) -> None:
        """Remove a record, keeping the whole of it in the log."""
        kind, key = kind_of(old), id_of(old)
        await self.work.delete(kind, key)
        await self._log([self._change(old, ChangeKind.DELETED, old=to_plain(old))])
        self.work.after_commit(lambda: self._forget(kind, key))

    async def note_beside(
        self, kind: Kind, entity: str, field: str, old: object, new: object
    ) -> None:
        """Log a change of what stands beside a record and has its own table.

        `field` has a colon, `old` and `new` are JSON values; whoever writes them brings them
        back when the change is undone.
        """
        if old == new:
            return
        change = Change(
            at=self.at,
            actor=self.actor,
            kind=kind,
            entity=entity,
            what=ChangeKind.CHANGED,
            batch=self.id,
            field=field,
            old=old,
            new=new,
            reason=self.reason,
        )
        await self._log([change])

    def _remember(self, stored: Entity) -> None:
        if isinstance(stored, Growing):
            self.registry.announce(kind_of(stored), stored.key, stored)
        else:
            self.registry.put(stored)

    def _forget(self, kind: Kind, key: str) -> None:
        if kind in GROWING:
            self.registry.announce(kind, key, None)
        else:
            self.registry.remove(kind, key)

    async def _log(self, changes: list[Change]) -> None:
        await self.work.log(changes)
        self.changes.extend(changes)

    def _differences(self, old: E | None, new: E) -> Iterator[Change]:
        if old is None:
            yield self._change(new, ChangeKind.CREATED, new=to_plain(new))
            return
        if old == new:
            return
        before, after = to_plain(old, complete=True), to_plain(new, complete=True)
        for name, value in after.items():
            if before[name] != value:
                yield self._change(new, ChangeKind.CHANGED, field=name, old=before[name], new=value)

    def _change(
        self,
        entity: Entity,
        what: ChangeKind,
        *,
        field: str | None = None,
        old: object = None,
        new: object = None,
    ) -> Change:
        return Change(
            at=self.at,
            actor=self.actor,
            kind=kind_of(entity),
            entity=id_of(entity),
            what=what,
            batch=self.id,
            field=field,
            old=old,
            new=new,
            reason=self.reason,
        )


Follower = Callable[[Batch], Awaitable[None]]
"""Called at the end of each batch, in its transaction, for what must change along with it."""


@dataclass(frozen=True, slots=True)
class Batches:
    """Opens batches: what every use case that writes is given."""

    store: RegistryStore
    registry: Registry
    clock: Clock
    followers: list[Follower] = field(default_factory=list)

    @asynccontextmanager
    async def open(
        self, actor: int | None, reason: str | None = None, *, prefix: str = ""
    ) -> AsyncIterator[Batch]:
        """One transaction; memory follows as soon as it is kept."""
        async with self.store.transaction() as work:
            batch = Batch(
                work=work,
                registry=self.registry,
                id=prefix + secrets.token_hex(6),
                at=self.clock.now(),
                actor=actor,
                reason=reason,
            )
            yield batch
            for follower in self.followers:
                await follower(batch)
