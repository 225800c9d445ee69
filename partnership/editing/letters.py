"""Letters that wait for an answer: it came, or nobody waits any longer."""

from dataclasses import replace
from datetime import date

from partnership.access import Action, User
from partnership.editing.base import Edited, EditingBase
from partnership.entities import Kind
from partnership.errors import NotFoundError, WrongValueError
from partnership.letters import REPLIED, Letter, LetterState


class AnsweringLetters(EditingBase):
    """What is recorded about the reply to a letter."""

    __slots__ = ()

    async def record_reply(self, actor: User, letter: str, state: LetterState, on: date) -> Edited:
        """An answer came on a day: positive, neutral or negative.

        Raises WrongValueError for a state that is no reply, NotFoundError, NotPermittedError.
        """
        if state not in REPLIED:
            raise WrongValueError("state", state.value)
        return await self._set(actor, letter, state=state, reply_on=on)

    async def close_letter(self, actor: User, letter: str) -> Edited:
        """Nobody waits for an answer any longer."""
        return await self._set(actor, letter, state=LetterState.CLOSED)

    def _letter(self, actor: User, letter: str) -> Letter:
        found = self.registry.letters.get(letter)
        if found is None:
            raise NotFoundError(Kind.LETTER, letter)
        self._permitted(actor, Action.EDIT_PARTNER, found.partnership)
        return found

    async def _set(
        self, actor: User, letter: str, *, state: LetterState, reply_on: date | None = None
    ) -> Edited:
        async with self.batches.open(actor.id) as batch:
            old = self._letter(actor, letter)
            await batch.save(replace(old, state=state, reply_on=reply_on or old.reply_on), old)
            return Edited.by(batch, letter)
