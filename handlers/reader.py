"""Who reads an answer, and with what: given to every handler as `reader`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from partnership.access import User
from partnership.overview import Overview
from partnership.registry import Registry


@dataclass(frozen=True, slots=True)
class Reader:
    """The person, their language and their time, and the registry they read."""

    user: User
    language: str
    now: datetime
    """Aware, UTC."""
    zone: ZoneInfo
    registry: Registry
    overview: Overview
    private: bool = True
    """Whether nobody else reads along: personal details are shown only then."""

    @property
    def today(self) -> date:
        """The day on the reader's wall."""
        return self.now.astimezone(self.zone).date()
