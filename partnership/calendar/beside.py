"""What is changed by hand beside an event: in the change log, so that /undo takes it back too.

A field of such a change has a colon: `line:ONL03`, `answer:102`, `arrangement:link`.
"""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from partnership.batch import Batch
from partnership.calendar.arrangement import Arrangement, Attendance
from partnership.calendar.polls import Poll
from partnership.calendar.stores import CalendarStore, CalendarWork
from partnership.changes import UNDOING, Change
from partnership.checklists.model import ChecklistLine, TemplateCode
from partnership.entities import Kind


class Beside(StrEnum):
    """What a change beside an event is about: the part of its field before the colon."""

    LINE = "line"
    """A line of a checklist, by its id."""
    CHECKLIST = "checklist"
    """A whole checklist, added or taken away."""
    ANSWER = "answer"
    """Of a person by their number, with the start of the occurrence where it is a series."""
    ARRANGEMENT = "arrangement"
    """The link, the organiser, or the reminder times of the event alone."""
    POLL = "poll"


async def record_line(batch: Batch, old: ChecklistLine, new: ChecklistLine) -> None:
    """A line of a checklist was changed."""
    field = f"{Beside.LINE}:{new.line}"
    await batch.note_beside(Kind.EVENT, new.event, field, plain_line(old), plain_line(new))


async def record_checklist(
    batch: Batch, event: str, code: TemplateCode, lines: list[ChecklistLine], *, added: bool
) -> None:
    """A checklist was added, or taken away with these lines."""
    plain = [plain_line(each) for each in lines]
    old, new = (None, plain) if added else (plain, None)
    await batch.note_beside(Kind.EVENT, event, f"{Beside.CHECKLIST}:{code}", old, new)


async def record_answer(batch: Batch, old: Attendance | None, new: Attendance) -> None:
    """Somebody was asked, or answered."""
    field = f"{Beside.ANSWER}:{new.user}"
    if new.occurrence is not None:
        field += f":{new.occurrence.isoformat()}"
    before = None if old is None else _answer().dump_python(old, mode="json")
    after = _answer().dump_python(new, mode="json")
    await batch.note_beside(Kind.EVENT, new.event, field, before, after)


async def record_arrangement(batch: Batch, old: Arrangement, new: Arrangement) -> None:
    """Link, organiser or reminder times of an event were changed."""
    before, after = (_arrangement().dump_python(each, mode="json") for each in (old, new))
    for name, value in after.items():
        if before[name] != value:
            field = f"{Beside.ARRANGEMENT}:{name}"
            await batch.note_beside(Kind.EVENT, new.event, field, before[name], value)


async def record_poll(batch: Batch, old: Poll | None, new: Poll) -> None:
    """A poll was opened, or closed."""
    before, after = (_poll_state(each) for each in (old, new))
    await batch.note_beside(Kind.EVENT, new.event, f"{Beside.POLL}:{new.id}", before, after)


def plain_line(line: ChecklistLine) -> dict[str, Any]:
    """A line as JSON values."""
    plain: dict[str, Any] = _line().dump_python(line, mode="json")
    return plain


def line_of(plain: object) -> ChecklistLine:
    """The line that JSON values describe."""
    return _line().validate_python(plain)


def answer_of(plain: object) -> Attendance:
    """The answer that JSON values describe."""
    return _answer().validate_python(plain)


class PuttingBack:
    """Follows batches that take something back, and puts back what stood beside an event."""

    def __init__(self, store: CalendarStore) -> None:
        self._store = store

    async def follow(self, batch: Batch) -> None:
        """Write the values that the batch restores; planning anew follows after."""
        if not batch.id.startswith(UNDOING):
            return
        work = self._store.within(batch.work)
        for change in batch.changes:
            if change.kind is Kind.EVENT and change.is_beside:
                await _put_back(work, change, batch.at)


async def _put_back(work: CalendarWork, change: Change, now: datetime) -> None:
    what, _colon, name = (change.field or "").partition(":")
    match Beside(what):
        case Beside.LINE:
            await work.put_lines([line_of(change.new)])
        case Beside.CHECKLIST if change.new is None:
            await work.delete_lines(change.entity, TemplateCode(name))
        case Beside.CHECKLIST:
            await work.put_lines([line_of(each) for each in change.new])
        case Beside.ANSWER if change.new is None:
            await work.delete_attendance(answer_of(change.old))
        case Beside.ANSWER:
            await work.put_attendance(answer_of(change.new))
        case Beside.ARRANGEMENT:
            await _put_arrangement(work, change.entity, name, change.new)
        case Beside.POLL:
            await _put_poll(work, int(name), change.new, now)


async def _put_arrangement(work: CalendarWork, event: str, name: str, value: object) -> None:
    plain = _arrangement().dump_python(await work.arrangement(event), mode="json")
    await work.put_arrangement(_arrangement().validate_python(plain | {name: value}))


async def _put_poll(work: CalendarWork, number: int, state: object, now: datetime) -> None:
    """Open again, or closed: a poll whose opening is taken back stays closed on record."""
    poll = await work.poll(number)
    if poll is not None:
        closed = now if state is None else None
        await work.put_poll(replace(poll, closed_at=closed, chosen=None))


def _poll_state(poll: Poll | None) -> dict[str, Any] | None:
    return None if poll is None else {"open": poll.is_open, "chosen": poll.chosen}


@cache
def _line() -> TypeAdapter[ChecklistLine]:
    return TypeAdapter(ChecklistLine)


@cache
def _answer() -> TypeAdapter[Attendance]:
    return TypeAdapter(Attendance)


@cache
def _arrangement() -> TypeAdapter[Arrangement]:
    return TypeAdapter(Arrangement)
