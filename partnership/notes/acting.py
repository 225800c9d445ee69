"""From a note to an action item on the list."""

from partnership.access import Action, User, may
from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.editing.base import require
from partnership.language.text import is_cyrillic, words
from partnership.notes.base import NotesBase
from partnership.notes.errors import NoSuchNoteError
from partnership.notes.note import Note
from partnership.notes.proposing import Proposal, propose
from partnership.queries import posts_of
from partnership.steps import Step, StepKind, StepState


class ActingOnNotes(NotesBase):
    """What is offered under a note, and done after «yes»."""

    __slots__ = ()

    def proposal(self, actor: User, note: Note) -> Proposal | None:
        """The action item in a note, for whoever may put it on the list."""
        community = self.community_of(note)
        if community is None or not may(actor, Action.MANAGE_STEPS, community):
            return None
        return propose(note, self.names, self.zone.key)

    async def step_of(self, note: Note) -> Step | None:
        """The action item that was made of a note."""
        return await self.steps.step(_key(note))

    async def put_on_list(self, actor: User, number: int) -> Step:
        """Make the action item of a note; pressed twice it is one. Undone by /undo.

        Raises NotPermittedError, NoSuchNoteError where the note holds no action item.
        """
        note = await self.note(number)
        require(actor, Action.MANAGE_STEPS, self.community_of(note))
        known = await self.step_of(note)
        if known is not None:
            return known
        heard = propose(note, self.names, self.zone.key)
        if heard is None:
            raise NoSuchNoteError(number)
        async with self.batches.open(actor.id) as batch:
            return await batch.save(self._step(note, heard))

    def _step(self, note: Note, heard: Proposal) -> Step:
        return Step(
            key=_key(note),
            kind=StepKind.ACTION,
            what=_in_its_language(heard.what),
            state=StepState.OPEN,
            partnership=note.belongs.partnership,
            community=note.belongs.community,
            owner_side=self._side(note, heard.person),
            owner_person=heard.person,
            owner=_in_its_language(heard.owner) if heard.owner else None,
            event=note.belongs.event,
            due=heard.due,
        )

    def _side(self, note: Note, person: str | None) -> Side | None:
        """On whose side a person works; None where no post says so."""
        partnership = self.registry.partnerships.get(note.belongs.partnership or "")
        if person is None or partnership is None:
            return None
        for post in posts_of(self.registry, person):
            place = self.registry.organisations[post.organisation].place
            if place == partnership.home:
                return Side.HOME
            if place in partnership.foreign:
                return Side.FOREIGN
        return None


def _key(note: Note) -> str:
    return f"{note.key}-action"


def _in_its_language(text: str) -> Bilingual:
    first = next(iter(words(text)), "")
    return Bilingual(uk=text) if is_cyrillic(first) else Bilingual(en=text)
