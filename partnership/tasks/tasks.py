"""Everything one can do with action items; each subject has its own module.

Each change is one transaction, logged, undone for a day; those concerned hear of it.
"""

from zoneinfo import ZoneInfo

from partnership.batch import Batches
from partnership.calendar.calendar import Calendar
from partnership.language.names import NameIndex
from partnership.stores import ChangeStore, StepStore
from partnership.tasks.assigning import Assigning
from partnership.tasks.finishing import Finishing
from partnership.tasks.listing import Listing
from partnership.tasks.putting import Putting
from partnership.tasks.scheduling import Scheduling
from partnership.tasks.telling import Telling


class Tasks(Putting, Assigning, Scheduling, Finishing, Listing):
    """Put under control, assigned, dated, done, closed, listed."""

    __slots__ = ()


def build_tasks(
    batches: Batches,
    steps: StepStore,
    changes: ChangeStore,
    names: NameIndex,
    zone: ZoneInfo,
    calendar: Calendar,
) -> Tasks:
    """The use cases, with what is told joined to every batch: call it once for `batches`."""
    telling = Telling(calendar.store, calendar.planner.people)
    batches.followers.append(telling.follow)
    return Tasks(batches, steps, changes, names, zone, telling)
