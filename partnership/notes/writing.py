"""Writing down, correcting, putting in its place, taking back."""

import secrets
from dataclasses import dataclass, replace

from partnership.access import Action, User
from partnership.changes import UNDO_WITHIN
from partnership.editing.base import require
from partnership.entities import Kind
from partnership.errors import NotFoundError, NothingToUndoError
from partnership.membership_records import BoundChat
from partnership.notes.base import NotesBase, checked
from partnership.notes.errors import NoSuchNoteError, SupersededError
from partnership.notes.files import check_file
from partnership.notes.note import Belongs, Message, Note, NoteFile, NoteKind
from partnership.notes.placing import place_text, recent_event, running_event


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNote:
    """What is to be written down."""

    text: str
    kind: NoteKind = NoteKind.NOTE
    said_by: str | None = None
    source: Message | None = None
    file: NoteFile | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A note that is kept; `candidates` are partnerships to ask about."""

    note: Note
    candidates: tuple[str, ...] = ()


class WritingNotes(NotesBase):
    """The commands /note, /decision, /action and what follows them."""

    __slots__ = ()

    async def write(self, actor: User, new: NewNote, bound: BoundChat | None = None) -> Written:
        """Keep a note; where it belongs is read from it, and an event of today takes it.

        The same message twice is one note. Raises RestrictedTextError, EmptyNoteError,
        FileRefusedError, NotPermittedError; then nothing of it is kept.
        """
        require(actor, Action.WRITE_NOTE)
        placed = place_text(checked(new.text), actor, bound, self.registry, self.names)
        text = checked(placed.text)
        if new.file is not None:
            checked(new.file.name)
            check_file(new.file)
        if new.said_by is not None:
            checked(new.said_by)
        known = await self.store.note_of(new.source, new.kind) if new.source else None
        if known is not None:
            return Written(known)
        belongs = await self._at_event_of_today(placed.belongs)
        async with self.batches.open(actor.id) as batch:
            note = Note(
                key=f"n-{secrets.token_hex(6)}",
                kind=new.kind,
                text=text,
                author=actor.id,
                author_name=actor.name or str(actor.id),
                at=batch.at,
                said_by=new.said_by,
                belongs=belongs,
                source=new.source,
                file=new.file,
            )
            return Written(await self.store.put(batch.work, note), placed.candidates)

    async def correct(self, actor: User, number: int, text: str) -> Note:
        """Write a note anew: the old one stays in the history of the new.

        Raises SupersededError, RestrictedTextError, EmptyNoteError, NotPermittedError.
        """
        text, old = checked(text), await self._current(actor, number)
        async with self.batches.open(actor.id) as batch:
            new = replace(
                old,
                id=0,
                key=f"n-{secrets.token_hex(6)}",
                text=text,
                author=actor.id,
                author_name=actor.name or str(actor.id),
                at=batch.at,
                supersedes=old.id,
            )
            stored = await self.store.put(batch.work, new)
            await self.store.put(batch.work, replace(old, superseded_by=stored.id))
            return stored

    async def place(self, actor: User, number: int, belongs: Belongs) -> Note:
        """Say whose note it is; the text stays untouched.

        Raises NotFoundError for a partnership, event or community that is not there.
        """
        old = await self._current(actor, number)
        belongs = await self._known(belongs)
        async with self.batches.open(actor.id) as batch:
            return await self.store.put(batch.work, replace(old, belongs=belongs))

    async def take_back(self, actor: User, number: int) -> Note:
        """Put a note out of sight within a day; what it corrected stands again.

        Raises NothingToUndoError where it is older.
        """
        note = await self._current(actor, number)
        if self.batches.clock.now() - note.at > UNDO_WITHIN:
            raise NothingToUndoError
        before = await self.store.note(note.supersedes) if note.supersedes else None
        async with self.batches.open(actor.id) as batch:
            if before is not None:
                await self.store.put(batch.work, replace(before, superseded_by=None))
            return await self.store.put(batch.work, replace(note, withdrawn_at=batch.at))

    async def bring_again(self, actor: User, number: int) -> Note:
        """The note that was taken back stands as before; one that stands is left as it is.

        Raises SupersededError where what it corrected has got another correction since.
        """
        note = await self.store.note(number)
        if note is None:
            raise NoSuchNoteError(number)
        self.require_change(actor, note)
        if note.withdrawn_at is None:
            return note
        before = await self.store.note(note.supersedes) if note.supersedes else None
        if before is not None and before.superseded_by is not None:
            raise SupersededError(before.superseded_by)
        async with self.batches.open(actor.id) as batch:
            if before is not None:
                await self.store.put(batch.work, replace(before, superseded_by=note.id))
            return await self.store.put(batch.work, replace(note, withdrawn_at=None))

    async def _current(self, actor: User, number: int) -> Note:
        note = await self.note(number)
        self.require_change(actor, note)
        if note.superseded_by is not None:
            raise SupersededError(note.superseded_by)
        return note

    async def _at_event_of_today(self, belongs: Belongs) -> Belongs:
        """With the event that is on today: whoever writes at a meeting writes about it."""
        if belongs.partnership is None:
            return belongs
        events = await self.events.events(
            since=self.today, until=self.today, partnership=belongs.partnership
        )
        event = running_event(events, self.today)
        return replace(belongs, event=event.key) if event is not None else belongs

    async def offered_event(self, note: Note) -> str | None:
        """Key of a recent event to which the note may belong; None where one is said already."""
        belongs = note.belongs
        if belongs.partnership is None or belongs.event is not None:
            return None
        event = recent_event(await self.events.events(partnership=belongs.partnership), self.today)
        return event.key if event is not None else None

    async def _known(self, belongs: Belongs) -> Belongs:
        if belongs.partnership and belongs.partnership not in self.registry.partnerships:
            raise NotFoundError(Kind.PARTNERSHIP, belongs.partnership)
        if belongs.community and belongs.community not in self.registry.places:
            raise NotFoundError(Kind.PLACE, belongs.community)
        if belongs.event and await self.events.event(belongs.event) is None:
            raise NotFoundError(Kind.EVENT, belongs.event)
        return belongs
