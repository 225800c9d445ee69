"""Working groups: who works on what; their chats are bound elsewhere."""

from dataclasses import dataclass

from partnership.bilingual import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingGroup:
    """A group made by an event or an order; unknown members are (), unknown head is None."""

    id: str
    name: Bilingual
    purpose: Bilingual | None = None
    community: str | None = None
    """Id of the home place it works for."""
    partnership: str | None = None
    created_at_event: str | None = None
    """Key of the event."""
    head: str | None = None
    members: tuple[str, ...] = ()
    note: Bilingual | None = None
    sources: tuple[str, ...] = ()
