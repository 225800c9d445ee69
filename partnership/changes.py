"""The change log: who changed what, when, from which value to which, and why."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from partnership.entities import Kind

UNDO_WITHIN = timedelta(hours=24)
"""How long one's own change can be taken back."""
UNDOING = "undo-"
"""What the names of batches begin with that take something back."""


class ChangeKind(StrEnum):
    """What happened to a record."""

    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of one record, before and after, in the values of the exchange format.

    For a created or deleted record `field` is None and the whole record stands in `new` or
    `old`. Changes of one command share `batch` and are undone together. `actor` is None for
    an import from the command line.
    """

    at: datetime
    actor: int | None
    kind: Kind
    entity: str
    what: ChangeKind
    batch: str
    field: str | None = None
    old: Any = None
    new: Any = None
    reason: str | None = None
    id: int = 0
    undone_at: datetime | None = None

    @property
    def is_beside(self) -> bool:
        """Whether it is about what stands beside a record: an answer, a line of a checklist."""
        return self.field is not None and ":" in self.field
