"""Every state and everything that may be said in it: what follows, and what is refused."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from partnership.access import User
from partnership.steps import Step, StepKind, StepState
from partnership.tasks.errors import TaskRefusedError
from partnership.tasks.tasks import Tasks
from tests.support.builders import OF_KOROSTEN, World, named
from tests.support.calendars import BOURGES

DUE, LATER = date(2024, 6, 20), date(2024, 6, 27)
Deed = Callable[[Tasks, User, Step], Awaitable[Step]]

OPEN = {StepState.OPEN, StepState.IN_PROGRESS, StepState.WAITING_PARTNER}
DEEDS: dict[str, tuple[Deed, set[StepState], StepState | None]] = {
    "work on": (lambda t, a, s: t.work_on(a, s), OPEN, StepState.IN_PROGRESS),
    "wait": (lambda t, a, s: t.wait_for_partner(a, s), OPEN, StepState.WAITING_PARTNER),
    "report": (lambda t, a, s: t.report_done(a, s, "так"), OPEN, StepState.DONE),
    "extend": (lambda t, a, s: t.set_due(a, s, LATER, "час"), OPEN, StepState.IN_PROGRESS),
    "ask": (lambda t, a, s: t.ask_extension(a, s, LATER, "час"), OPEN, None),
    "pass on": (lambda t, a, s: t.pass_on(a, s, "taran"), OPEN, None),
    "helpers": (lambda t, a, s: t.set_helpers(a, s, ("taran",)), OPEN, None),
    "close": (lambda t, a, s: t.close(a, s), {StepState.DONE}, StepState.CLOSED),
    "give back": (
        lambda t, a, s: t.give_back(a, s, "ні"),
        {StepState.DONE},
        StepState.IN_PROGRESS,
    ),
    "cancel": (
        lambda t, a, s: t.cancel(a, s, "зайве"),
        OPEN | {StepState.DONE},
        StepState.CANCELLED,
    ),
}
"""What is done, in which states it may be, and where it leads (None: the state stays)."""


@pytest.mark.parametrize("name", DEEDS)
async def test_each_deed_leads_where_the_domain_says_and_nowhere_else(
    world: World, tasks: Tasks, name: str
) -> None:
    deed, allowed, leads = DEEDS[name]
    for state in StepState:
        step = Step(
            key=f"st-{state}",
            kind=StepKind.ACTION,
            what=named("Catalogues"),
            state=state,
            due=DUE,
            partnership=BOURGES,
        )
        await world.put(step)
        stored = await world.stores.steps.step(step.key)
        assert stored is not None
        if state in allowed:
            changed = await deed(tasks, OF_KOROSTEN, stored)
            assert changed.state is (leads or state), (state, name)
            assert await tasks.task(stored.id) == changed
            if changed != stored:
                await world.editing.undo(OF_KOROSTEN)
            assert await tasks.task(stored.id) == stored, "each is taken back as a whole"
        else:
            with pytest.raises(TaskRefusedError):
                await deed(tasks, OF_KOROSTEN, stored)
            assert await tasks.task(stored.id) == stored
