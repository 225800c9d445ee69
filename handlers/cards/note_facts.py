"""Everything that is shown with a note, gathered once for any language."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.reader import Reader
from partnership.events import Event
from partnership.notes.note import Note
from partnership.notes.notes import Notes
from partnership.notes.proposing import Proposal
from partnership.steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFacts:
    """A note with its event, its action item, and what is offered."""

    note: Note
    event: Event | None
    offered_event: Event | None
    step: Step | None
    proposal: Proposal | None
    candidates: tuple[str, ...]
    """Partnerships to choose from where nobody has said whose note it is."""
    may_change: bool


async def gather(
    note: Note, reader: Reader, notes: Notes, *, candidates: tuple[str, ...] = (), ask: bool = True
) -> NoteFacts:
    """The facts about a note for a reader; without `ask` no action item is offered."""
    step = await notes.step_of(note)
    offered = await notes.offered_event(note)
    return NoteFacts(
        note=note,
        event=await _event(note.belongs.event, reader, notes),
        offered_event=await _event(offered, reader, notes),
        step=step,
        proposal=notes.proposal(reader.user, note) if ask and step is None else None,
        candidates=candidates if not note.belongs else (),
        may_change=notes.may_change(reader.user, note) and note.superseded_by is None,
    )


async def _event(key: str | None, reader: Reader, notes: Notes) -> Event | None:
    found = await notes.events.event(key) if key is not None else None
    return reader.sees(found) if found is not None else None
