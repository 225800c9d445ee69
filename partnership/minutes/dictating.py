"""Writing a meeting down as it is said: each line is a note at once, so that nothing is lost."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from partnership.access import Action, User
from partnership.batch import Batch, Batches
from partnership.calendar.stores import CalendarStore
from partnership.editing.base import require
from partnership.entities import Entity, Kind
from partnership.events import CALLED_OFF, Event
from partnership.minutes.dictated_notes import NoteWriting, line_of
from partnership.minutes.dictation import DictatedPoint, Dictation, DictationStore
from partnership.minutes.dictation_reminder import forgotten_row
from partnership.minutes.spoken_points import Listener, SpokenPoint, spoken_lines
from partnership.notes.note import Belongs, Message, Note
from partnership.notes.notes import Notes
from partnership.personal_data import restricted
from partnership.queries import communities_of
from partnership.reminders.model import SubjectKind

OFFERED = timedelta(days=1)
"""Events of today and of the day before are offered: a meeting may last past midnight."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a message: its notes, and how many of its lines may not be kept."""

    notes: tuple[Note, ...]
    refused: int = 0
    changed: bool = False


@dataclass(slots=True)
class Dictating:
    """Dictations, the running ones read from memory; call `load` once before the rest."""

    batches: Batches
    store: DictationStore
    notes: Notes
    calendar: CalendarStore
    _running: dict[tuple[int, int], Dictation] = field(default_factory=dict)

    async def load(self) -> None:
        """Read what was running when the process ended; a group may have got a new number."""
        self._running = {(each.chat, each.thread): each for each in await self.store.running()}

    def forget_event(self, kind: Kind, key: str, record: Entity | None) -> None:
        """An event that is taken back takes its dictation along (a listener of the registry)."""
        if kind is Kind.EVENT and record is None:
            running = self._running.items()
            self._running = {place: each for place, each in running if each.event != key}

    def running_in(self, chat: int, thread: int) -> Dictation | None:
        """The dictation of a chat, or of a topic."""
        return self._running.get((chat, thread))

    def all_running(self) -> list[Dictation]:
        """Every dictation that nobody has ended."""
        return list(self._running.values())

    async def event(self, dictation: Dictation) -> Event | None:
        """What is written down."""
        return await self.notes.events.event(dictation.event)

    async def candidates(
        self, partnerships: Sequence[str], communities: Sequence[str]
    ) -> list[Event]:
        """The meetings of today and yesterday that may be meant, the latest first."""
        today = self.notes.today
        found = await self.notes.events.events(since=today - OFFERED, until=today)
        registry = self.batches.registry
        meant = [
            each
            for each in found
            if each.state not in CALLED_OFF and each.series is None
            if set(each.partnerships) & set(partnerships)
            or (not partnerships and communities_of(registry, each) & set(communities))
        ]
        return meant[::-1]

    async def begin(self, actor: User, chat: int, thread: int, event: str) -> Dictation:
        """Begin to write an event down; a dictation that runs here already is returned."""
        require(actor, Action.WRITE_NOTE)
        known = self.running_in(chat, thread)
        if known is not None:
            return known
        async with self.batches.open(actor.id) as batch:
            new = Dictation(
                chat=chat,
                thread=thread,
                event=event,
                started_by=actor.id,
                started_at=batch.at.replace(microsecond=0),
                heard_at=batch.at,
            )
            return await self._keep(batch, new)

    async def take(self, actor: User, dictation: Dictation, source: Message, text: str) -> Taken:
        """The points of a message; edited, or read a second time, it corrects those it had.

        Lines with personal documents are refused, the others are kept.
        """
        require(actor, Action.WRITE_NOTE)
        said, refused = self._listen(text)
        before = [each.note for each in await self.store.points(dictation.id, source.id)]
        for note in before:
            self.notes.require_change(actor, note)
        if [line_of(each) for each in before] == [*said]:
            return Taken(tuple(before), refused)
        belongs = await self._belongs(dictation)
        async with self.batches.open(actor.id) as batch:
            writing = NoteWriting(self.notes.store, batch, actor, source, belongs)
            kept = await writing.write_all(before, said)
            await self.store.put_points(batch.work, dictation.id, source.id, kept)
            await self._keep(batch, replace(dictation, heard_at=batch.at))
        return Taken(tuple(kept), refused, changed=True)

    async def take_back(self, actor: User, dictation: Dictation, message: int | None) -> list[Note]:
        """Put out of sight the points of a message, or the last one; each can be brought again."""
        found = await self.store.points(dictation.id, message)
        meant = found[-1:] if message is None else found
        for point in meant:
            self.notes.require_change(actor, point.note)
        async with self.batches.open(actor.id) as batch:
            for point in meant:
                withdrawn = replace(point.note, withdrawn_at=batch.at)
                await self.notes.store.put(batch.work, withdrawn)
        return [point.note for point in meant]

    async def move(self, actor: User, dictation: Dictation, event: str) -> Dictation:
        """It was another event: all that was written down goes along."""
        require(actor, Action.WRITE_NOTE)
        moved = replace(dictation, event=event)
        belongs = await self._belongs(moved)
        points = await self.store.points(dictation.id)
        async with self.batches.open(actor.id) as batch:
            for point in points:
                await self.notes.store.put(batch.work, replace(point.note, belongs=belongs))
            return await self._keep(batch, moved)

    async def stop(self, actor: User, dictation: Dictation) -> Dictation:
        """End it; messages that are corrected later still correct their points."""
        require(actor, Action.WRITE_NOTE)
        async with self.batches.open(actor.id) as batch:
            return await self._keep(batch, replace(dictation, stopped_at=batch.at))

    async def points(self, dictation: Dictation) -> list[DictatedPoint]:
        """All points in the order of the chat."""
        return await self.store.points(dictation.id)

    async def show_at(self, dictation: Dictation, summary: int | None, shown: int) -> Dictation:
        """Remember the message that shows what was understood."""
        await self.store.remember_summary(dictation.id, summary, shown)
        place = (dictation.chat, dictation.thread)
        current = self._running.get(place, dictation)
        current = replace(current, summary=summary, shown=shown)
        if place in self._running:
            self._running[place] = current
        return current

    def _listen(self, text: str) -> tuple[tuple[SpokenPoint, ...], int]:
        """What may be kept, and how many lines may not be.

        Where only all of it together gives a document away, nothing is kept.
        """
        lines = list(spoken_lines(text))
        kept = "\n".join(each for each in lines if restricted(each) is None)
        if restricted(kept) is not None:
            return (), len(lines)
        listener = Listener(self.batches.registry, self.notes.names, self.notes.zone.key)
        points = listener.points(kept, self.batches.clock.now())
        return points, len(lines) - len(points)

    async def _belongs(self, dictation: Dictation) -> Belongs:
        event = await self.event(dictation)
        partnerships = event.partnerships if event is not None else ()
        community = event.community if event is not None else None
        first = next(iter(partnerships), None)
        return Belongs(first, dictation.event, None if first else community)

    async def _keep(self, batch: Batch, dictation: Dictation) -> Dictation:
        """Store it, in memory after the commit, and plan the question whether to end it."""
        kept = await self.store.put(batch.work, dictation)
        work = self.calendar.within(batch.work)
        rows = await work.reminders_of(SubjectKind.DICTATION, str(kept.id))
        row = forgotten_row(kept, rows, self.notes.zone)
        if kept.stopped_at is None:
            await work.put_reminders([row])
        else:
            await work.cancel_reminders([each.key for each in rows if each.is_open], "stopped")
        batch.work.after_commit(lambda: self._remember(kept))
        return kept

    def _remember(self, dictation: Dictation) -> None:
        place = (dictation.chat, dictation.thread)
        if dictation.stopped_at is not None:
            self._running.pop(place, None)
            return
        known = self._running.get(place)
        if known is not None and known.id == dictation.id:
            # The summary may have moved on while this was written.
            dictation = replace(dictation, summary=known.summary, shown=known.shown)
        self._running[place] = dictation
