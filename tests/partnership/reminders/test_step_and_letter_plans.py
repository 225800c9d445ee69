"""Reminders of steps with a date, and of letters that nobody answered."""

from datetime import date

from partnership.letters import Direction, Letter, LetterState
from partnership.reminders.letter_plan import plan_letter_reminders
from partnership.reminders.step_plan import plan_step_reminders
from partnership.steps import Step, StepKind, StepState
from tests.support.builders import World, named
from tests.support.calendars import BOURGES, GROUP, addressee, open_desk, person, rules_of, utc

NOW = utc(2024, 6, 12, 6)
CONTROLLER = addressee(person(), attends=False, coordinates=True)


def a_step(**given) -> Step:
    usual = {
        "key": "st-list",
        "kind": StepKind.ACTION,
        "what": named("List of areas"),
        "state": StepState.OPEN,
        "due": date(2024, 6, 14),
        "partnership": BOURGES,
    }
    return Step(**usual | given)


def a_letter(**given) -> Letter:
    usual = {
        "id": "letter-1",
        "partnership": BOURGES,
        "direction": Direction.OUTGOING,
        "state": LetterState.AWAITING_REPLY,
        "subject": named("Proposal"),
        "sent_on": date(2024, 6, 12),
    }
    return Letter(**usual | given)


def test_a_step_of_m54_is_reminded_of_on_the_eve_and_on_the_day() -> None:
    assert rules_of(plan_step_reminders(a_step(), [addressee()], NOW).wanted) == {
        "step:-1d": utc(2024, 6, 13, 6),
        "step:-0d": utc(2024, 6, 14, 6),
    }


def test_what_is_overdue_is_told_to_the_controller() -> None:
    assert rules_of(plan_step_reminders(a_step(), [CONTROLLER], NOW).wanted) == {
        "step:+1d": utc(2024, 6, 15, 6),
        "step:+7d": utc(2024, 6, 21, 6),
    }


def test_of_a_milestone_only_the_result_is_asked() -> None:
    step = a_step(kind=StepKind.MILESTONE)
    rows = plan_step_reminders(step, [addressee(), CONTROLLER], NOW).wanted
    assert rules_of(rows) == {"step:+1d:outcome": utc(2024, 6, 15, 6)}


def test_intentions_and_what_is_done_are_not_nagged_about() -> None:
    for step in (
        a_step(kind=StepKind.INTENTION),
        a_step(state=StepState.DONE),
        a_step(due=None),
    ):
        assert plan_step_reminders(step, [addressee(), CONTROLLER], NOW).wanted == ()


def test_a_letter_is_asked_about_after_15_25_and_40_working_days() -> None:
    assert rules_of(plan_letter_reminders(a_letter(), [CONTROLLER], NOW).wanted) == {
        "letter:+15w": utc(2024, 7, 3, 6),
        "letter:+25w": utc(2024, 7, 17, 6),
        "letter:+40w": utc(2024, 8, 7, 6),
    }


def test_a_day_set_for_the_reply_counts_instead() -> None:
    letter = a_letter(reply_due_on=date(2024, 6, 28))
    due = rules_of(plan_letter_reminders(letter, [CONTROLLER], NOW).wanted)
    assert due["letter:+15w"] == utc(2024, 6, 28, 6)
    assert due["letter:+25w"] == utc(2024, 7, 12, 6)


def test_answered_and_undated_letters_are_left_alone() -> None:
    for letter in (a_letter(state=LetterState.REPLIED_POSITIVE), a_letter(sent_on=None)):
        assert plan_letter_reminders(letter, [CONTROLLER], NOW).wanted == ()


async def test_any_way_of_writing_a_step_or_a_letter_plans_its_reminders(world: World) -> None:
    desk = await open_desk(world)
    await desk.world.put(a_step(), a_letter())
    rows = await desk.world.stores.reminders.upcoming(limit=50)
    assert {(row.rule, row.recipient) for row in rows if row.rule.startswith("step:-")} >= {
        ("step:-1d", GROUP),
        ("step:-0d", GROUP),
    }
    assert {row.rule for row in rows} >= {"step:+1d", "letter:+15w"}
    answered = a_letter(state=LetterState.REPLIED_POSITIVE)
    done = await desk.world.stores.steps.step("st-list")
    assert done is not None
    async with desk.world.transfer.batches.open(None) as batch:
        await batch.save(answered, a_letter())
        await batch.delete(done)
    assert await desk.world.stores.reminders.upcoming(limit=50) == []
