"""From a reading of what somebody wants done to the conversation that does it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers import progress
from handlers.desk import Desk
from handlers.handover import asking as handover
from handlers.meetings import cancelling, checklists, moving, planning
from handlers.meetings import spoken as spoken_events
from handlers.minutes import spoken as spoken_minutes
from handlers.notes import spoken
from handlers.screens import Screen
from handlers.tasks import spoken as spoken_tasks
from partnership.language.questions import Intent, Reading

Act = Callable[[Reading, Desk], Awaitable[Screen | None]]


ABOUT_AN_EVENT = (Intent.EVENTS, Intent.TAKING_PART, Intent.CARD, Intent.UNKNOWN)
"""What may be said of one event: «я буду на зустрічі», «скинь посилання»."""


def acts() -> dict[Intent, Act]:
    """The conversation that each act begins; it asks before anything is saved.

    None where it is but a question, and others answer it.
    """
    return {
        Intent.PLAN: planning.propose,
        Intent.NOTE: spoken.write_down,
        Intent.FIND: spoken.look_up,
        Intent.MOVE: moving.propose,
        Intent.CANCEL: cancelling.propose,
        Intent.CHECKLIST: checklists.propose,
        **dict.fromkeys(ABOUT_AN_EVENT, spoken_events.propose),
        Intent.DUE: spoken_tasks.set_due,
        Intent.DONE: spoken_tasks.report_done,
        Intent.TASK: spoken_tasks.put_on_list,
        Intent.WHO_DOES: spoken_tasks.who_does,
        Intent.OPEN_ITEMS: spoken_tasks.list_asked,
        Intent.PROGRESS: progress.progress_asked,
        Intent.HAND_OVER: handover.spoken,
        Intent.MINUTES: spoken_minutes.minutes_asked,
        Intent.DISCUSSED: spoken_minutes.discussed_in,
        Intent.DICTATE: spoken_minutes.dictation_asked,
    }


async def act(reading: Reading, desk: Desk) -> Screen | None:
    """The beginning of what somebody wants done; None where they only ask."""
    begin = acts().get(reading.intent)
    return None if begin is None else await begin(reading, desk)
