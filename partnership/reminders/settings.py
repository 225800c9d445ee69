"""What a group or a person chose about reminders, and what holds where they chose nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from partnership.events import VISITS, Event
from partnership.reminders.model import Recipient
from partnership.reminders.offsets import Offset
from partnership.reminders.quiet import QuietHours


class OffsetGroup(StrEnum):
    """Things that are reminded of in the same way."""

    MEETING = "meeting"
    VISIT = "visit"
    STEP = "step"


def _offsets(*texts: str) -> tuple[Offset, ...]:
    return tuple(Offset.parse(text) for text in texts)


DEFAULT_OFFSETS: dict[OffsetGroup, tuple[Offset, ...]] = {
    OffsetGroup.MEETING: _offsets("-7d", "-1d", "-60m", "-10m"),
    OffsetGroup.VISIT: _offsets("-30d", "-14d", "-7d", "-3d", "-1d"),
    OffsetGroup.STEP: _offsets("-7d", "-1d", "-0d"),
}
"""Domain document, 1.11."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderSettings:
    """The choices of one recipient; `offsets` by kind of event or by group of kinds."""

    recipient: Recipient
    offsets: dict[str, tuple[Offset, ...]] = field(default_factory=dict)
    quiet: QuietHours = field(default_factory=QuietHours)

    def offsets_for(
        self, event: Event, of_event: tuple[Offset, ...] | None = None
    ) -> tuple[Offset, ...]:
        """What was set for the event itself, else for its kind, its group, else the usual."""
        group = group_of(event)
        if of_event is not None:
            return of_event
        chosen = self.offsets.get(event.kind, self.offsets.get(group))
        return DEFAULT_OFFSETS[group] if chosen is None else chosen

    def offsets_for_steps(self) -> tuple[Offset, ...]:
        """When this recipient is reminded of a date by which something is to be done."""
        chosen = self.offsets.get(OffsetGroup.STEP)
        return DEFAULT_OFFSETS[OffsetGroup.STEP] if chosen is None else chosen


Settings = Mapping[Recipient, ReminderSettings]


def settings_of(settings: Settings, who: Recipient) -> ReminderSettings:
    """The recipient's own; a topic without any follows its group."""
    whole = Recipient(who.kind, who.id)
    return settings.get(who) or settings.get(whole) or ReminderSettings(recipient=who)


def group_of(event: Event) -> OffsetGroup:
    """Whether an event is reminded of as a visit or as a meeting."""
    return OffsetGroup.VISIT if event.kind in VISITS else OffsetGroup.MEETING
