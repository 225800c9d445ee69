"""Action items in the core: who may do what, in which order, and that it can be undone."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from partnership.access import User
from partnership.errors import NotPermittedError
from partnership.steps import Step, StepState
from partnership.tasks.errors import NoSuchTaskError, TaskProblem, TaskRefusedError
from partnership.tasks.tasks import Tasks
from tests.support.builders import ADMIN, OF_KOROSTEN, OF_ZHYTOMYR, OFFICIAL, STRANGER, World

FRIDAY, LATER, GONE = date(2024, 6, 14), date(2024, 6, 21), date(2024, 6, 11)
Act = Callable[[Tasks, User, Step], Awaitable[object]]


async def refused(attempt: Awaitable[object]) -> TaskProblem:
    with pytest.raises(TaskRefusedError) as caught:
        await attempt
    return caught.value.problem


async def test_a_later_day_is_an_extension_and_needs_a_reason(tasks: Tasks, the_list: Step) -> None:
    dated = await tasks.set_due(OF_KOROSTEN, the_list, FRIDAY)
    assert (dated.due, dated.due_text, dated.state) == (FRIDAY, None, StepState.OPEN)
    attempt = tasks.set_due(OF_KOROSTEN, dated, LATER)
    assert await refused(attempt) is TaskProblem.NEEDS_REASON
    later = await tasks.set_due(OF_KOROSTEN, dated, LATER, "чекаємо на партнера")
    assert (later.due, later.state) == (LATER, StepState.IN_PROGRESS)
    changes = [each for each in await tasks.history(later) if each.field == "due"]
    told = [(each.new, each.reason) for each in changes]
    assert told == [("2024-06-21", "чекаємо на партнера"), ("2024-06-14", None)]
    sooner = await tasks.set_due(OF_KOROSTEN, later, FRIDAY)
    assert sooner.due == FRIDAY


async def test_a_day_that_is_past_is_refused(tasks: Tasks, the_list: Step) -> None:
    assert await refused(tasks.set_due(OF_KOROSTEN, the_list, GONE)) is TaskProblem.PAST


async def test_only_what_is_done_is_closed_and_then_nothing_follows(
    tasks: Tasks, the_list: Step
) -> None:
    assert await refused(tasks.close(OF_KOROSTEN, the_list)) is TaskProblem.NOT_DONE
    done = await tasks.report_done(OF_KOROSTEN, the_list, "надіслано")
    assert done.state is StepState.DONE
    assert done.id in {each.id for each in await tasks.under_control()}
    assert await refused(tasks.report_done(OF_KOROSTEN, done)) is TaskProblem.NOT_OPEN
    closed = await tasks.close(OF_KOROSTEN, done)
    assert closed.id not in {each.id for each in await tasks.under_control()}
    assert await refused(tasks.cancel(OF_KOROSTEN, closed, "зайве")) is TaskProblem.ENDED
    assert await refused(tasks.set_due(OF_KOROSTEN, closed, FRIDAY)) is TaskProblem.NOT_OPEN


@pytest.mark.parametrize("reason", ["", "  "])
async def test_nothing_is_cancelled_without_a_reason(
    tasks: Tasks, the_list: Step, reason: str
) -> None:
    assert await refused(tasks.cancel(OF_KOROSTEN, the_list, reason)) is TaskProblem.NEEDS_REASON


async def test_each_change_is_undone(world: World, tasks: Tasks, the_list: Step) -> None:
    await tasks.pass_on(OF_KOROSTEN, the_list, "chyzhevska")
    passed = await tasks.task(the_list.id)
    assert (passed.owner_person, passed.owner_organisations) == ("chyzhevska", ())
    await world.editing.undo(OF_KOROSTEN)
    assert await tasks.task(the_list.id) == the_list


@pytest.mark.parametrize("actor", [OF_ZHYTOMYR, OFFICIAL, STRANGER])
@pytest.mark.parametrize(
    "act",
    [
        lambda tasks, actor, task: tasks.set_due(actor, task, FRIDAY),
        lambda tasks, actor, task: tasks.report_done(actor, task),
        lambda tasks, actor, task: tasks.close(actor, task),
        lambda tasks, actor, task: tasks.cancel(actor, task, "зайве"),
        lambda tasks, actor, task: tasks.pass_on(actor, task, "chyzhevska"),
        lambda tasks, actor, _task: tasks.add(actor, "Бурж: надіслати каталоги"),
    ],
)
async def test_only_the_community_itself_changes_its_items(
    tasks: Tasks, the_list: Step, actor: User, act: Act
) -> None:
    with pytest.raises(NotPermittedError):
        await act(tasks, actor, the_list)
    assert await tasks.task(the_list.id) == the_list


async def test_an_official_reports_what_is_done_in_the_own_community(
    world: World, tasks: Tasks
) -> None:
    step = await world.stores.steps.step("st-wg-search")
    assert step is not None
    assert (await tasks.report_done(OFFICIAL, step)).state is StepState.DONE


async def test_what_is_no_action_item_has_no_number_here(world: World, tasks: Tasks) -> None:
    intention = await world.stores.steps.step("st-culture")
    assert intention is not None
    for number in (intention.id, 999):
        with pytest.raises(NoSuchTaskError):
            await tasks.task(number)


@pytest.mark.parametrize(
    ("line", "problem"), [("", TaskProblem.EMPTY), ("надіслати каталоги", TaskProblem.WHOSE)]
)
async def test_an_item_needs_words_and_an_owner(
    tasks: Tasks, line: str, problem: TaskProblem
) -> None:
    assert await refused(tasks.add(ADMIN, line)) is problem


async def test_a_day_in_doubt_is_not_kept_but_asked_about(tasks: Tasks) -> None:
    step, choices = await tasks.add(OF_KOROSTEN, "Бурж: надіслати каталоги до 31 червня")
    assert step.due is None
    assert date(2024, 6, 30) in choices
