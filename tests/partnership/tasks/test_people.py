"""Doers, helpers and controllers: who may do what, who is reminded, who hears of what."""

from datetime import date

import pytest

from partnership.errors import NotPermittedError
from partnership.reminders.model import SubjectKind
from partnership.steps import Step, StepState
from partnership.tasks.drafts import TaskDraft
from partnership.tasks.errors import ControlledByError, TaskProblem, TaskRefusedError
from partnership.tasks.listing import Shelf, Wanted
from partnership.tasks.making import in_its_language
from partnership.tasks.tasks import Tasks
from partnership.tasks.telling import TaskNews
from tests.partnership.tasks.conftest import CONTROLLER, DOER, HELPER
from tests.support.builders import ADMIN, OF_KOROSTEN, OF_ZHYTOMYR, World
from tests.support.calendars import BOURGES, GROUP, utc

FRIDAY, LATER = date(2024, 6, 21), date(2024, 6, 28)


def a_draft(**given: object) -> TaskDraft:
    usual: dict[str, object] = {
        "what": in_its_language("надіслати каталоги"),
        "partnership": BOURGES,
        "person": "chyzhevska",
        "helpers": ("tkachuk",),
        "controller": "taran",
        "due": FRIDAY,
    }
    return TaskDraft(**usual | given)  # type: ignore[arg-type]


@pytest.fixture
async def item(tasks: Tasks) -> Step:
    """Catalogues: done by the official, helped by another, controlled by a third."""
    return await tasks.add_known(OF_KOROSTEN, a_draft())


async def told(world: World) -> list[tuple[str, int]]:
    """What waits to be said to whom, as kind and user."""
    rows = await world.stores.reminders.upcoming(limit=100)
    news = [row for row in rows if row.subject_kind is SubjectKind.ANNOUNCEMENT]
    return [(row.rule, row.recipient.id) for row in news]


async def test_the_days_before_go_to_those_who_do_it_the_days_after_to_the_controller(
    world: World, item: Step
) -> None:
    rows = await world.stores.calendar.reminders_of(SubjectKind.STEP, item.key)
    due = {(row.rule, row.recipient.id): row.due_at for row in rows if row.is_open}
    before = {"step:-7d": utc(2024, 6, 14, 6), "step:-1d": utc(2024, 6, 20, 6)}
    before["step:-0d"] = utc(2024, 6, 21, 6)
    after = {"step:+1d": utc(2024, 6, 22, 6), "step:+7d": utc(2024, 6, 28, 6)}
    wanted = {(rule, who): at for who in (41, 42, GROUP.id) for rule, at in before.items()}
    wanted |= {(rule, 43): at for rule, at in after.items()}
    assert due == wanted


async def test_without_a_controller_who_uses_the_bot_the_coordinators_are_asked(
    world: World, tasks: Tasks
) -> None:
    item = await tasks.add_known(OF_KOROSTEN, a_draft(person=None, controller="serhiienko"))
    rows = await world.stores.calendar.reminders_of(SubjectKind.STEP, item.key)
    recipients = {(row.rule, row.recipient.id) for row in rows}
    assert ("step:+1d", OF_KOROSTEN.id) in recipients
    assert ("step:-1d", OF_KOROSTEN.id) in recipients, "nobody else answers for it"
    assert (await tasks.report_done(OF_KOROSTEN, item)).state is StepState.DONE
    assert (await tasks.close(OF_KOROSTEN, item)).state is StepState.CLOSED


async def test_doers_report_and_only_the_controller_takes_it_off_control(
    tasks: Tasks, item: Step
) -> None:
    done = await tasks.report_done(HELPER, item, "надіслано")
    assert done.result is not None
    assert done.result.uk == "надіслано"
    for actor in (DOER, HELPER, OF_ZHYTOMYR):
        with pytest.raises(NotPermittedError):
            await tasks.close(actor, done)
    with pytest.raises(ControlledByError) as refused:
        await tasks.close(OF_KOROSTEN, done)
    assert refused.value.person == "taran"
    returned = await tasks.give_back(CONTROLLER, done, "бракує підпису")
    assert returned.state is StepState.IN_PROGRESS
    await tasks.report_done(DOER, returned)
    assert (await tasks.close(CONTROLLER, returned)).state is StepState.CLOSED


async def test_an_admin_closes_what_anybody_controls(tasks: Tasks, item: Step) -> None:
    done = await tasks.report_done(DOER, item)
    assert (await tasks.close(ADMIN, done)).state is StepState.CLOSED


async def test_a_doer_asks_for_an_extension_and_the_controller_decides(
    world: World, tasks: Tasks, item: Step
) -> None:
    with pytest.raises(NotPermittedError):
        await tasks.set_due(DOER, item, LATER, "немає перекладу")
    asked = await tasks.ask_extension(DOER, item, LATER, "немає перекладу")
    assert (asked.due, asked.asked_until) == (FRIDAY, LATER)
    assert (TaskNews.EXTENSION_ASKED, CONTROLLER.id) in await told(world)
    granted = await tasks.grant_extension(CONTROLLER, asked)
    assert (granted.due, granted.asked_until, granted.asked_why) == (LATER, None, None)
    reasons = [each.reason for each in await tasks.history(granted) if each.field == "due"]
    assert reasons == ["немає перекладу"]
    with pytest.raises(TaskRefusedError) as refused:
        await tasks.grant_extension(CONTROLLER, granted)
    assert refused.value.problem is TaskProblem.NOTHING_ASKED


async def test_an_extension_that_is_refused_leaves_the_due_date(
    world: World, tasks: Tasks, item: Step
) -> None:
    asked = await tasks.ask_extension(DOER, item, LATER, "немає перекладу")
    kept = await tasks.refuse_extension(CONTROLLER, asked)
    assert (kept.due, kept.asked_until) == (FRIDAY, None)
    assert (TaskNews.EXTENSION_REFUSED, DOER.id) in await told(world)


@pytest.mark.parametrize(
    ("day", "reason", "problem"),
    [
        (FRIDAY, "причина", TaskProblem.NOT_LATER),
        (date(2024, 6, 1), "причина", TaskProblem.PAST),
        (LATER, " ", TaskProblem.NEEDS_REASON),
    ],
)
async def test_a_request_needs_a_later_day_and_a_reason(
    tasks: Tasks, item: Step, day: date, reason: str, problem: TaskProblem
) -> None:
    with pytest.raises(TaskRefusedError) as refused:
        await tasks.ask_extension(DOER, item, day, reason)
    assert refused.value.problem is problem


async def test_those_concerned_hear_of_each_change_and_the_actor_does_not(
    world: World, tasks: Tasks, item: Step
) -> None:
    given = {(TaskNews.ASSIGNED, DOER.id), (TaskNews.ASSIGNED, HELPER.id)}
    assert set(await told(world)) == given
    await tasks.report_done(DOER, item)
    assert set(await told(world)) - given == {(TaskNews.DONE, CONTROLLER.id)}
    await tasks.give_back(CONTROLLER, item, "бракує підпису")
    returned = {(TaskNews.RETURNED, DOER.id), (TaskNews.RETURNED, HELPER.id)}
    assert returned <= set(await told(world))
    await tasks.cancel(OF_KOROSTEN, item, "зміна планів")
    assert (TaskNews.CANCELLED, DOER.id) in await told(world)


async def test_whoever_is_given_one_hears_of_it_and_undo_tells_nobody(
    world: World, tasks: Tasks, the_list: Step
) -> None:
    await tasks.pass_on(OF_KOROSTEN, the_list, "chyzhevska")
    assert await told(world) == [(TaskNews.ASSIGNED, DOER.id)]
    await tasks.set_helpers(OF_KOROSTEN, the_list, ("tkachuk", "chyzhevska"))
    assert sorted(await told(world)) == [
        (TaskNews.ASSIGNED, DOER.id),
        (TaskNews.ASSIGNED, HELPER.id),
    ]
    assert (await tasks.task(the_list.id)).helpers == ("tkachuk",), "no doer helps themselves"
    before = await told(world)
    await world.editing.undo(OF_KOROSTEN)
    assert (await tasks.task(the_list.id)).helpers == ()
    assert await told(world) == before


async def test_several_are_put_under_control_and_taken_back_as_one(
    world: World, tasks: Tasks
) -> None:
    drafts = [a_draft(key=f"p-{number}", point=f"3.{number}") for number in (1, 2)]
    added = await tasks.add_all(OF_KOROSTEN, drafts)
    assert [each.point for each in added] == ["3.1", "3.2"]
    assert await tasks.add_all(OF_KOROSTEN, drafts) == added, "the same keys are the same items"
    assert (await told(world)).count((TaskNews.ASSIGNED, DOER.id)) == 1, "one message for all"
    await world.editing.undo(OF_KOROSTEN)
    keys = {each.key for each in await tasks.under_control()}
    assert not keys & {"p-1", "p-2"}


async def test_a_doer_takes_back_what_they_reported_too_soon(tasks: Tasks, item: Step) -> None:
    done = await tasks.report_done(DOER, item)
    assert (await tasks.work_on(DOER, done)).state is StepState.IN_PROGRESS
    await tasks.report_done(DOER, item)
    with pytest.raises(TaskRefusedError):
        await tasks.work_on(OF_KOROSTEN, item)


async def test_mine_are_those_i_do_help_with_or_control_and_those_of_my_communities(
    tasks: Tasks, item: Step
) -> None:
    mine = Wanted(Shelf.MINE)
    for user in (DOER, HELPER, CONTROLLER):
        assert await tasks.listed(mine, user) == [item], user.name
    assert item in await tasks.listed(mine, OF_KOROSTEN)
    assert item not in await tasks.listed(mine, OF_ZHYTOMYR)
    assert item in await tasks.listed(Wanted(Shelf.ALL), OF_ZHYTOMYR)


async def test_a_day_that_is_set_later_is_told_to_those_who_do_it(
    world: World, tasks: Tasks
) -> None:
    item = await tasks.add_known(OF_KOROSTEN, a_draft(due=None))
    await tasks.set_due(OF_KOROSTEN, item, FRIDAY)
    assert (TaskNews.DUE_CHANGED, DOER.id) in await told(world)


async def test_waiting_for_the_partner_is_still_open(tasks: Tasks, item: Step) -> None:
    waiting = await tasks.wait_for_partner(DOER, item)
    assert (waiting.state, waiting.is_open) == (StepState.WAITING_PARTNER, True)
    assert (await tasks.work_on(DOER, waiting)).state is StepState.IN_PROGRESS
