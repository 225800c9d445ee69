"""Everything one can do with events; each subject has its own module."""

from datetime import timedelta

from partnership.batch import Batches
from partnership.calendar.beside import PuttingBack
from partnership.calendar.checking_off import CheckingOff
from partnership.calendar.inviting import Inviting
from partnership.calendar.living import Living
from partnership.calendar.moving_series import MovingSeries
from partnership.calendar.polling import Polling
from partnership.calendar.reading import Reading
from partnership.calendar.reminding import Reminding
from partnership.calendar.stores import CalendarStore
from partnership.calendar.telling_back import TellingBack
from partnership.calendar.visiting import Visiting
from partnership.checklists.templates import load_templates
from partnership.membership import Membership
from partnership.reminders.finding_people import People
from partnership.reminders.planner import Planner
from partnership.reminders.rules import MINUTES_AFTER
from partnership.stores import EventStore


class Calendar(
    MovingSeries,
    Polling,
    Visiting,
    Living,
    Inviting,
    CheckingOff,
    Reminding,
    TellingBack,
    Reading,
):
    """Planning, moving, holding, inviting, preparing and looking up events."""

    __slots__ = ()


def build_calendar(
    batches: Batches,
    store: CalendarStore,
    events: EventStore,
    membership: Membership,
    minutes_after: timedelta = MINUTES_AFTER,
) -> Calendar:
    """The calendar, with its planner joined to every batch: call it once for `batches`."""
    people = People(batches.registry, membership)
    planner = Planner(store, people, batches.clock, load_templates(), minutes_after)
    calendar = Calendar(batches, store, events, planner)
    put_back = PuttingBack(store).follow
    batches.followers.extend([put_back, planner.follow, calendar.tell_taken_back])
    return calendar
