"""Putting action items under control: from a line of text, or known in their parts."""

from collections.abc import Iterable, Sequence
from datetime import date

from partnership.access import Action, User
from partnership.editing.base import require
from partnership.membership_records import BoundChat
from partnership.steps import Step
from partnership.tasks.base import TasksBase, kept
from partnership.tasks.drafts import TaskDraft
from partnership.tasks.errors import TaskProblem, TaskRefusedError
from partnership.tasks.making import action_item, step_of
from partnership.tasks.reading import Heard, lines_of, read_task


class Putting(TasksBase):
    """The command /task, and what minutes put under control."""

    __slots__ = ()

    def hear(self, actor: User, text: str, bound: BoundChat | None = None) -> Heard:
        """What `add` would put on the list. Raises as it does."""
        heard = self._heard(actor, text, bound)
        require(actor, Action.MANAGE_STEPS, self.community_of(self._step(heard)))
        return heard

    def _heard(self, actor: User, text: str, bound: BoundChat | None) -> Heard:
        now = self.batches.clock.now()
        return read_task(kept(text), actor, bound, self.registry, self.names, now, self.zone)

    def _step(self, heard: Heard) -> Step:
        return action_item(None, heard.item, heard.belongs, self.registry)

    async def add(
        self, actor: User, text: str, bound: BoundChat | None = None
    ) -> tuple[Step, tuple[date, ...]]:
        """Put one on the list; with it the days to ask about, where the due date is in doubt.

        Raises TaskRefusedError: EMPTY, WHOSE; RestrictedTextError, NotPermittedError.
        """
        heard = self._heard(actor, text, bound)
        (added,) = await self._put(actor, [self._step(heard)])
        return added, heard.choices

    async def add_lines(
        self, actor: User, text: str, bound: BoundChat | None = None
    ) -> tuple[list[Step], tuple[date, ...]]:
        """One, or several of a list with a line each, in one change.

        The days to ask about come with a single one only: in a list a day in doubt is left out.
        Raises as `add`.
        """
        lines = lines_of(text)
        if len(lines) < 2:
            added, choices = await self.add(actor, text, bound)
            return [added], choices
        heard = [self._heard(actor, line, bound) for line in lines]
        return await self._put(actor, [self._step(each) for each in heard]), ()

    async def add_known(self, actor: User, draft: TaskDraft) -> Step:
        """Put one on the list that is known in its parts; the same `key` twice is one.

        Raises TaskRefusedError: WHOSE; RestrictedTextError, NotPermittedError.
        """
        (added,) = await self.add_all(actor, [draft])
        return added

    async def add_all(self, actor: User, drafts: Sequence[TaskDraft]) -> list[Step]:
        """Put several on the list in one change, which /undo takes back as one.

        Those whose key is on the list already come back as they are there. Raises as `add_known`.
        """
        for draft in drafts:
            for text in (draft.what.uk, draft.what.en):
                kept(text or "")
        return await self._put(actor, [step_of(draft, self.registry) for draft in drafts])

    async def _put(self, actor: User, steps: Iterable[Step]) -> list[Step]:
        wanted = list(steps)
        for step in wanted:
            if self.community_of(step) is None:
                raise TaskRefusedError(TaskProblem.WHOSE)
            require(actor, Action.MANAGE_STEPS, self.community_of(step))
        async with self.batches.open(actor.id) as batch:
            known = [await self.steps.step(step.key) for step in wanted]
            return [
                present or await batch.save(step)
                for step, present in zip(wanted, known, strict=True)
            ]
