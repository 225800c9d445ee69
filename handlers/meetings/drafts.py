"""An event before it is saved: kept in the conversation until the person says yes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from hashlib import blake2b
from typing import Any

from aiogram.fsm.context import FSMContext
from pydantic import TypeAdapter

from partnership.bilingual import Bilingual
from partnership.calendar.planning import NewEvent
from partnership.calendar.timing import Timing
from partnership.events import VISITS, EventKind, VisitDirection
from partnership.language.dates import Doubt

KEY = "event_draft"


class Purpose(StrEnum):
    """What is done with a draft once it is confirmed."""

    PLAN = "plan"
    MOVE = "move"
    ONLINE = "online"
    """Meet online instead of travelling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is known so far; what is empty or in doubt is asked, one question at a time."""

    token: str
    purpose: Purpose = Purpose.PLAN
    event: str | None = None
    """Key of the event that is moved."""
    occurrence: str | None = None
    """Of a series: the wall time by its rule, ISO; None is the series as a whole."""
    following: bool = False
    """Whether all later occurrences go along."""
    undecided: bool = False
    """Whether it is still to be asked if they do."""
    kind: EventKind = EventKind.ONLINE_MEETING
    partnerships: tuple[str, ...] = ()
    """Those that may be meant; one where it is decided."""
    together: bool = False
    """Whether all of them take part: several partners in one visit."""
    assumed: bool = False
    """Whether nobody named the partner and only one can be meant: confirmed, never just saved."""
    unknown: str = ""
    """A name that the registry does not have, to say so."""
    timing: Timing | None = None
    """None while nobody has said when; without a day for an idea."""
    day: date | None = None
    """Chosen from the calendar while the hour, or the last day, is still to come."""
    doubts: tuple[Doubt, ...] = ()
    choices: tuple[Timing, ...] = ()
    """The likely answers to the doubts."""
    direction: VisitDirection | None = None
    title: str | None = None
    link: str | None = None
    parent: str | None = None
    """Key of the visit of which the event is a part."""
    unread: str = ""
    """A text in which no time was found, to say so."""

    @property
    def needs_partner(self) -> bool:
        """Whether somebody has to say with whom."""
        decided = len(self.partnerships) == 1 or self.together
        return self.purpose is Purpose.PLAN and not decided

    @property
    def needs_direction(self) -> bool:
        """Whether somebody has to say who travels."""
        planning = self.purpose is Purpose.PLAN
        return planning and self.kind in VISITS and self.direction is None

    def at(self, timing: Timing) -> Draft:
        """The draft with its time decided."""
        return replace(self, timing=timing, day=None, doubts=(), choices=(), unread="")


def token_of(now: datetime, *parts: str) -> str:
    """Tells the buttons of this draft from those of an older one.

    It follows from what is asked and when: in a group that reads two languages a question is
    worded twice, and its buttons are the same.
    """
    return blake2b(" ".join([now.isoformat(), *parts]).encode(), digest_size=4).hexdigest()


async def keep(draft: Draft, state: FSMContext) -> None:
    """Remember the draft; it replaces the one before."""
    await state.update_data({KEY: _adapter().dump_python(draft, mode="json")})


async def kept(state: FSMContext, token: str | None = None) -> Draft | None:
    """The draft of this conversation; None where it is gone, or is not the one of `token`."""
    plain: dict[str, Any] | None = (await state.get_data()).get(KEY)
    draft = _adapter().validate_python(plain) if plain is not None else None
    return draft if draft is not None and token in {None, draft.token} else None


async def drop(state: FSMContext) -> None:
    """Forget the draft and whatever was waited for."""
    await state.clear()


def event_of(draft: Draft) -> NewEvent:
    """The event to be planned, or to be shown before it is."""
    return NewEvent(
        kind=draft.kind,
        timing=draft.timing or Timing(),
        partnerships=draft.partnerships if draft.together else draft.partnerships[:1],
        title=Bilingual(uk=draft.title) if draft.title else None,
        direction=draft.direction,
        link=draft.link,
        parent=draft.parent,
    )


@cache
def _adapter() -> TypeAdapter[Draft]:
    """Built at the first draft: most updates need none."""
    return TypeAdapter(Draft)
