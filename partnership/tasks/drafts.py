"""An action item that is known in its parts already: from minutes, or from a form."""

from dataclasses import dataclass
from datetime import date

from partnership.agreements import Side
from partnership.bilingual import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDraft:
    """What to put under control. Unknown is None; people are ids of the registry."""

    what: Bilingual
    partnership: str | None = None
    community: str | None = None
    """Id of the home place, where no partnership says whose it is."""
    key: str | None = None
    """The lasting key, so that the same point put under control twice is one action item."""
    person: str | None = None
    """Who answers for it."""
    owner: Bilingual | None = None
    """Who answers for it, in words, where it is nobody of the registry."""
    side: Side | None = None
    """Whose side does it, where no person says so by their post."""
    helpers: tuple[str, ...] = ()
    controller: str | None = None
    due: date | None = None
    due_text: Bilingual | None = None
    """Until when, in words, where there is no day."""
    event: str | None = None
    minutes: str | None = None
    point: str | None = None
