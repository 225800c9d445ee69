"""Everything one can do with events; each subject has its own module."""

from partnership.batch import Batches
from partnership.calendar.checking_off import CheckingOff
from partnership.calendar.inviting import Inviting
from partnership.calendar.living import Living
from partnership.calendar.moving_series import MovingSeries
from partnership.calendar.polling import Polling
from partnership.calendar.reading import Reading
from partnership.calendar.reminding import Reminding
from partnership.calendar.stores import CalendarStore
from partnership.calendar.visiting import Visiting
from partnership.checklists.templates import load_templates
from partnership.membership import Membership
from partnership.reminders.finding_people import People
from partnership.reminders.planner import Planner
from partnership.stores import EventStore


class Calendar(MovingSeries, Polling, Visiting, Living, Inviting, CheckingOff, Reminding, Reading):
    """Planning, moving, holding, inviting, preparing and looking up events."""

    __slots__ = ()


def build_calendar(
    batches: Batches, store: CalendarStore, events: EventStore, membership: Membership
) -> Calendar:
    """The calendar, with its planner joined to every batch: call it once for `batches`."""
    people = People(batches.registry, membership)
    planner = Planner(store, people, batches.clock, load_templates())
    batches.followers.append(planner.follow)
    return Calendar(batches, store, events, planner)
