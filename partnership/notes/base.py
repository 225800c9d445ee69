"""What all commands about notes share: stores, the right to change, and numbers."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from partnership.access import Action, Role, User, may
from partnership.batch import Batches
from partnership.errors import NotPermittedError
from partnership.language.names import NameIndex
from partnership.minutes.stores import MinutesStore
from partnership.notes.errors import EmptyNoteError, NoSuchNoteError, RestrictedTextError
from partnership.notes.note import Note
from partnership.notes.scope import Scope
from partnership.notes.stores import NoteStore, SearchStore
from partnership.personal_data import restricted
from partnership.registry import Registry
from partnership.stores import EventStore, StepStore


@dataclass(frozen=True, slots=True)
class NotesBase:
    """The stores of all commands about notes."""

    batches: Batches
    store: NoteStore
    index: SearchStore
    events: EventStore
    steps: StepStore
    minutes: MinutesStore
    names: NameIndex
    zone: ZoneInfo

    @property
    def registry(self) -> Registry:
        """The registry in memory."""
        return self.batches.registry

    @property
    def today(self) -> date:
        """The day where notes are written."""
        return self.batches.clock.now().astimezone(self.zone).date()

    async def note(self, number: int, scope: Scope | None = None) -> Note:
        """By number. Raises NoSuchNoteError, also for one that a group has nothing to do with."""
        found = await self.store.note(number)
        if found is None or found.withdrawn_at is not None:
            raise NoSuchNoteError(number)
        if scope is not None and not scope.covers(found.belongs):
            raise NoSuchNoteError(number)
        return found

    def community_of(self, note: Note) -> str | None:
        """The community that answers for a note."""
        partnership = self.registry.partnerships.get(note.belongs.partnership or "")
        return partnership.home if partnership is not None else note.belongs.community

    def may_change(self, actor: User, note: Note) -> bool:
        """Whoever wrote it down, and coordinators of its community."""
        if actor.role == Role.ADMIN:
            return True
        own = note.author == actor.id and may(actor, Action.WRITE_NOTE)
        community = self.community_of(note)
        return own or (community is not None and may(actor, Action.EDIT_PARTNER, community))

    def require_change(self, actor: User, note: Note) -> None:
        """Raises NotPermittedError for whoever may not change this note."""
        if not self.may_change(actor, note):
            raise NotPermittedError(Action.WRITE_NOTE)


def checked(text: str) -> str:
    """A text without outer spaces that may be kept. Raises EmptyNoteError, RestrictedTextError."""
    kind = restricted(text)
    if kind is not None:
        raise RestrictedTextError(kind)
    if not text.strip():
        raise EmptyNoteError
    return text.strip()
