"""Who does an action item, who helps, who controls it."""

from dataclasses import replace

from partnership.access import User
from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.steps import Step
from partnership.tasks.base import TasksBase, kept, refuse_unless
from partnership.tasks.errors import TaskProblem
from partnership.tasks.making import in_its_language, side_of, without


class Assigning(TasksBase):
    """For those who coordinate the community. All raise NotPermittedError."""

    __slots__ = ()

    async def pass_on(
        self,
        actor: User,
        task: Step,
        person: str | None,
        words: str | None = None,
        side: Side | None = None,
    ) -> Step:
        """Somebody else does it: a person of the registry, whoever the words name, or a side.

        Raises TaskRefusedError: NOT_OPEN, EMPTY where nobody is named; RestrictedTextError.
        """
        self.require_manage(actor, task)
        refuse_unless(bool(person or words or side), TaskProblem.EMPTY)
        owner: Bilingual | None = in_its_language(kept(words)) if words else None
        async with self._changing(actor, task) as change:
            refuse_unless(change.task.is_open, TaskProblem.NOT_OPEN)
            new = replace(
                change.task,
                owner_side=side_of(person, task.partnership, self.registry) or side,
                owner_person=person,
                owner=owner,
                owner_organisations=(),
                owner_group=None,
                helpers=without(change.task.helpers, person),
            )
            return await change.save(new)

    async def set_helpers(self, actor: User, task: Step, helpers: tuple[str, ...]) -> Step:
        """Who does it together with the one who answers for it; nobody where empty.

        Raises TaskRefusedError: NOT_OPEN.
        """
        self.require_manage(actor, task)
        async with self._changing(actor, task) as change:
            refuse_unless(change.task.is_open, TaskProblem.NOT_OPEN)
            known = without(helpers, change.task.owner_person)
            return await change.save(replace(change.task, helpers=known))

    async def set_controller(self, actor: User, task: Step, controller: str | None) -> Step:
        """Who takes it off control; None leaves that to the coordinators.

        Raises TaskRefusedError: ENDED.
        """
        self.require_manage(actor, task)
        async with self._changing(actor, task) as change:
            refuse_unless(change.task.is_under_control, TaskProblem.ENDED)
            return await change.save(replace(change.task, controller=controller))
