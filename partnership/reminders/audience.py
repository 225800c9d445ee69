"""To whom reminders of one subject go, and in what part they are concerned."""

from dataclasses import dataclass, field
from datetime import datetime

from partnership.reminders.model import Recipient
from partnership.reminders.settings import ReminderSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """One recipient. A coordinator is asked for links, summaries and results as well."""

    recipient: Recipient
    settings: ReminderSettings
    attends: bool = True
    """Reminded that it begins; a coordinator who does not take part is only asked things."""
    coordinates: bool = False
    sees_embargoed: bool = False
    """May know the place and the hours of an incoming visit."""
    declined: frozenset[datetime | None] = field(default_factory=frozenset)
    """Starts of occurrences that the person will not come to; None is all of them."""
    deputy: Recipient | None = None
    """Who is asked instead where the person does not react."""

    def comes_to(self, occurrence: datetime) -> bool:
        """Whether they are to be reminded of this occurrence."""
        return self.attends and not self.declined & {None, occurrence}
