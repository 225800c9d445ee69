"""«Бурж: підготувати звіт, відповідальна Чижевська, до 20 червня» as an action item."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from partnership.access import User
from partnership.language.dates import Precision, When, date_of, read_when
from partnership.language.names import NameIndex
from partnership.membership_records import BoundChat
from partnership.notes.note import Belongs, Note, NoteKind
from partnership.notes.placing import place_text
from partnership.notes.proposing import Proposal, propose
from partnership.registry import Registry
from partnership.tasks.errors import TaskProblem, TaskRefusedError

_BULLET = re.compile(r"^(?:\d{1,2}[.)]|[-–—•*·])\s+")
_OF_EVENT = re.compile(
    r"\b(?:зустріч|візит|поїздк|захо?д|семінар|підписан|дзвін|нарад|делегац"
    r"|meeting|visit|trip|call|seminar|signing|event|delegation)",
    re.IGNORECASE,
)
"""A day that may be that of an event."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard; `choices` are days to ask about where the one that was named is in doubt."""

    item: Proposal
    belongs: Belongs
    choices: tuple[date, ...] = ()


def read_task(
    text: str,
    actor: User,
    bound: BoundChat | None,
    registry: Registry,
    names: NameIndex,
    now: datetime,
    zone: ZoneInfo,
) -> Heard:
    """What, who, until when, and whose it is. Raises TaskRefusedError: EMPTY, WHOSE."""
    placed = place_text(text, actor, bound, registry, names)
    belongs = placed.belongs
    if not belongs and len(actor.communities) == 1:
        belongs = Belongs(community=actor.communities[0])
    local = now.astimezone(zone)
    note = Note(
        key="", kind=NoteKind.ACTION, text=placed.text, author=actor.id, author_name="", at=local
    )
    item = propose(note, names, zone.key)
    if item is None:
        raise TaskRefusedError(TaskProblem.EMPTY)
    if not belongs:
        raise TaskRefusedError(TaskProblem.WHOSE)
    if item.due is None:
        return _with_bare_day(item, belongs, local, zone)
    when = read_when(placed.text, now=local, zone=zone.key)
    choices = days_in_doubt(when) if when is not None else ()
    return Heard(replace(item, due=None) if choices else item, belongs, choices)


def _with_bare_day(item: Proposal, belongs: Belongs, now: datetime, zone: ZoneInfo) -> Heard:
    """«Надіслати каталоги 20 червня»: a day without «до»; that of a meeting is asked about."""
    when = read_when(item.what, now=now, zone=zone.key)
    if when is None or when.rrule or when.precision is not Precision.DAY or not when.rest.strip():
        return Heard(item, belongs)
    choices = days_in_doubt(when) or (day_of(when),)
    if day_of(when) < now.date():
        return Heard(item, belongs)
    ends = item.what.startswith(when.rest.strip(" ,;–—-"))
    if len(choices) > 1 and ends:
        return Heard(replace(item, what=when.rest.strip(" ,;–—-")), belongs, choices)
    if len(choices) > 1 or not ends or _OF_EVENT.search(item.what):
        return Heard(item, belongs, choices)
    return Heard(replace(item, what=when.rest.strip(" ,;–—-"), due=choices[0]), belongs)


def lines_of(text: str) -> list[str]:
    """«Бурж:» and under it a list of items: each line with the name of the partner before it."""
    lines = [each.strip() for each in text.strip().splitlines() if each.strip()]
    if len(lines) < 2:
        return lines
    head = lines[0] if lines[0].endswith(":") else ""
    items = lines[1:] if head else lines
    return [f"{head} {_BULLET.sub('', each)}".strip() for each in items]


def day_of(when: When) -> date:
    """The last day of what was named: «до п’ятниці», «цього тижня»."""
    return date_of(when.end or when.start)


def days_in_doubt(when: When) -> tuple[date, ...]:
    """The likely days where the one that was named is in doubt, best first."""
    return tuple(
        dict.fromkeys(date_of(each.start) for doubt in when.doubts for each in doubt.choices)
    )
