"""The change log in SQL."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from partnership.changes import Change, ChangeKind
from partnership.entities import Kind
from partnership.steps import StepState
from storage.database import Database, Transaction

_COLUMNS = "id, at, actor, kind, entity, what, batch, field, old, new, reason, undone_at"


class SqlChanges:
    """Fulfils `partnership.stores.ChangeStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def batch(self, batch: str) -> list[Change]:
        """Changes of one batch in the order of writing."""
        return await self._find("batch = ? ORDER BY id", batch)

    async def last_batch(self, actor: int, since: datetime) -> str | None:
        """The latest batch of `actor` since then that is not undone and undoes nothing."""
        rows = await self._database.fetch_all(
            "SELECT batch FROM change WHERE actor = ? AND at >= ? AND undone_at IS NULL"
            " AND batch NOT LIKE 'undo-%' ORDER BY id DESC LIMIT 1",
            (actor, since.isoformat()),
        )
        return rows[0][0] if rows else None

    async def changes(
        self,
        *,
        kind: Kind | None = None,
        entity: str | None = None,
        limit: int = 20,
        before: int | None = None,
    ) -> list[Change]:
        """Latest first; `before` is the id where the last page ended."""
        wanted, parameters = ["1 = 1"], list[Any]()
        for condition, value in (("kind = ?", kind), ("entity = ?", entity), ("id < ?", before)):
            if value is not None:
                wanted.append(condition)
                parameters.append(value)
        return await self._find(
            f"{' AND '.join(wanted)} ORDER BY id DESC LIMIT ?", *parameters, limit
        )

    async def closed_steps(self) -> dict[str, date]:
        """The day on which each step was taken off control last, by key, in UTC."""
        rows = await self._database.fetch_all(
            "SELECT entity, max(at) FROM change WHERE kind = ? AND field = 'state' AND new = ?"
            " AND undone_at IS NULL GROUP BY entity",
            (Kind.STEP, json.dumps(StepState.CLOSED)),
        )
        return {key: datetime.fromisoformat(at).date() for key, at in rows}

    async def changes_since(self, kind: Kind, entity: str, after: int) -> list[Change]:
        """Changes of a record after the change `after` that stand: neither undone nor undoing."""
        return await self._find(
            "kind = ? AND entity = ? AND id > ? AND undone_at IS NULL"
            " AND batch NOT LIKE 'undo-%' ORDER BY id",
            kind,
            entity,
            after,
        )

    async def _find(self, condition: str, *parameters: Any) -> list[Change]:
        rows = await self._database.fetch_all(
            f"SELECT {_COLUMNS} FROM change WHERE {condition}",
            parameters,
        )
        return [_read(row) for row in rows]


async def log_changes(transaction: Transaction, changes: Iterable[Change]) -> None:
    """Write changes within the transaction that makes them."""
    columns = _COLUMNS.removeprefix("id, ")
    await transaction.execute_many(
        f"INSERT INTO change ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_write(change) for change in changes],
    )


async def mark_undone(transaction: Transaction, batch: str, at: datetime) -> None:
    """Mark the changes of a batch as taken back."""
    await transaction.execute(
        "UPDATE change SET undone_at = ? WHERE batch = ?", (at.isoformat(), batch)
    )


def _write(change: Change) -> tuple[Any, ...]:
    return (
        change.at.isoformat(),
        change.actor,
        change.kind,
        change.entity,
        change.what,
        change.batch,
        change.field,
        json.dumps(change.old, ensure_ascii=False),
        json.dumps(change.new, ensure_ascii=False),
        change.reason,
        change.undone_at and change.undone_at.isoformat(),
    )


def _read(row: Any) -> Change:
    number, at, actor, kind, entity, what, batch, field, old, new, reason, undone_at = row
    return Change(
        id=number,
        at=datetime.fromisoformat(at),
        actor=actor,
        kind=Kind(kind),
        entity=entity,
        what=ChangeKind(what),
        batch=batch,
        field=field,
        old=json.loads(old),
        new=json.loads(new),
        reason=reason,
        undone_at=datetime.fromisoformat(undone_at) if undone_at else None,
    )
