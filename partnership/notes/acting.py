"""From a note to an action item on the list."""

from partnership.access import Action, User, may
from partnership.editing.base import require
from partnership.notes.base import NotesBase
from partnership.notes.errors import NoSuchNoteError
from partnership.notes.note import Note
from partnership.notes.proposing import Proposal, propose
from partnership.steps import Step
from partnership.tasks.making import action_item


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
        return await self.steps.step(action_key(note))

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
            step = action_item(action_key(note), heard, note.belongs, self.registry)
            return await batch.save(step)


def action_key(note: Note) -> str:
    """The key of the action item that is made of a note: one of each."""
    return f"{note.key}-action"
