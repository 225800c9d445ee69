"""What action items need besides the registry: an outbox for what people are told."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from partnership.reminders.announcements import Announcement
from partnership.reminders.model import Recipient
from partnership.steps import Step
from partnership.stores import Work


class OutboxWork(Protocol):
    """The outbox within an open transaction."""

    async def step(self, key: str) -> Step | None:
        """By its lasting key, as it stands in the transaction."""
        ...

    async def announce(
        self, announcement: Announcement, recipients: Iterable[Recipient], now: datetime
    ) -> None:
        """Put into the outbox what these are told."""
        ...


class Outbox(Protocol):
    """Where announcements wait to be sent; `partnership.calendar.stores.CalendarStore` is one."""

    def within(self, work: Work) -> OutboxWork:
        """The outbox in the transaction of a change, so that both are kept or neither."""
        ...
