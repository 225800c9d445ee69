"""From draft to both sides’ yes: what may follow what, and what is frozen then."""

from dataclasses import replace
from datetime import date

import pytest

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.events import EventState, Participant, Span
from partnership.minutes import edits
from partnership.minutes.errors import MinutesProblem, MinutesRefusedError
from partnership.minutes.minutes import Minutes, MinutesForm, MinutesState, Point, PointKind
from partnership.minutes.missing import Lack, missing
from tests.partnership.minutes.conftest import MEETING, Desk, lines_of
from tests.support.builders import OF_KOROSTEN, a_place, an_event, named

POINT = Point(kind=PointKind.ACTION, text=Bilingual("Надіслати кошторис"), owner="chyzhevska")


@pytest.fixture
async def agreed(desk: Desk) -> Minutes:
    """A protocol with one own action, agreed."""
    minutes = await desk.draft()
    await desk.change(minutes, edits.add_point(POINT))
    return await desk.taking.agree(OF_KOROSTEN, minutes.key)


async def test_a_protocol_needs_our_yes_only(desk: Desk) -> None:
    minutes = await desk.draft()
    review = await desk.taking.submit(OF_KOROSTEN, minutes.key)
    assert review.state is MinutesState.REVIEW
    done = await desk.taking.agree(OF_KOROSTEN, minutes.key)
    assert (done.state, done.agreed_on) == (MinutesState.AGREED, date(2024, 6, 12))
    assert (await desk.event()).state is EventState.MINUTES_AGREED
    with pytest.raises(MinutesRefusedError) as caught:
        await desk.taking.agree(OF_KOROSTEN, minutes.key)
    assert caught.value.problem is MinutesProblem.AGREED


async def test_a_summary_needs_both_and_a_change_needs_both_again(desk: Desk) -> None:
    minutes = await desk.draft(MinutesForm.SUMMARY)
    ours = await desk.taking.agree(OF_KOROSTEN, minutes.key, Side.HOME)
    assert (ours.state, ours.agreed_by) == (MinutesState.REVIEW, (Side.HOME,))
    registered = await desk.change(minutes, edits.set_number("7"))
    assert registered.agreed_by == (Side.HOME,)
    changed = await desk.change(minutes, edits.set_conclusions(named("Далі")))
    assert changed.agreed_by == ()
    await desk.taking.agree(OF_KOROSTEN, minutes.key, Side.FOREIGN, on=date(2024, 6, 10))
    done = await desk.taking.agree(OF_KOROSTEN, minutes.key, Side.HOME)
    assert (done.state, set(done.agreed_by)) == (MinutesState.AGREED, {Side.HOME, Side.FOREIGN})


async def test_the_event_waits_for_all_its_minutes(desk: Desk) -> None:
    protocol, summary = await desk.draft(), await desk.draft(MinutesForm.SUMMARY)
    await desk.taking.agree(OF_KOROSTEN, protocol.key)
    assert (await desk.event()).state is EventState.MINUTES_DRAFT
    for side in (Side.HOME, Side.FOREIGN):
        await desk.taking.agree(OF_KOROSTEN, summary.key, side)
    assert (await desk.event()).state is EventState.MINUTES_AGREED


async def test_what_is_refused_says_why(desk: Desk, agreed: Minutes) -> None:
    taking, key = desk.taking, agreed.key
    await desk.world.put(an_event(state=EventState.HELD, partnerships=("korosten-bourges",)))
    empty = await desk.draft(event="ev-1")
    edit = edits.set_conclusions(named("Інакше"))
    attempts = [
        (taking.submit(OF_KOROSTEN, key), MinutesProblem.NOT_A_DRAFT),
        (taking.return_to_draft(OF_KOROSTEN, key, "хиба"), MinutesProblem.NOT_IN_REVIEW),
        (taking.return_to_draft(OF_KOROSTEN, empty.key, " "), MinutesProblem.NEEDS_REASON),
        (taking.change(OF_KOROSTEN, key, edit), MinutesProblem.AGREED),
        (taking.amend(OF_KOROSTEN, key, edit, " "), MinutesProblem.NEEDS_REASON),
        (taking.amend(OF_KOROSTEN, empty.key, edit, "хиба"), MinutesProblem.NOT_AGREED),
        (taking.agree(OF_KOROSTEN, empty.key), MinutesProblem.EMPTY),
        (taking.agree(OF_KOROSTEN, empty.key, Side.FOREIGN), MinutesProblem.EMPTY),
        (
            taking.add_participant(OF_KOROSTEN, key, Participant(person="taran")),
            MinutesProblem.AGREED,
        ),
    ]
    for attempt, problem in attempts:
        with pytest.raises(MinutesRefusedError) as caught:
            await attempt
        assert caught.value.problem is problem


async def test_a_protocol_needs_no_yes_of_the_partner(desk: Desk) -> None:
    minutes = await desk.draft()
    with pytest.raises(MinutesRefusedError) as caught:
        await desk.taking.agree(OF_KOROSTEN, minutes.key, Side.FOREIGN)
    assert caught.value.problem is MinutesProblem.OTHER_SIDE


async def test_agreed_minutes_say_that_the_meeting_took_place(desk: Desk) -> None:
    today = date(2024, 6, 12)
    linked = ("korosten-bourges",)
    await desk.world.put(an_event(planned=Span(today, today), partnerships=linked))
    minutes = await desk.change(await desk.draft(event="ev-1"), edits.add_point(POINT))
    await desk.taking.agree(OF_KOROSTEN, minutes.key)
    event = await desk.event("ev-1")
    assert (event.state, event.actual) == (EventState.MINUTES_AGREED, Span(today, today))
    closed = await desk.calendar.set_state(OF_KOROSTEN, "ev-1", EventState.CLOSED)
    assert closed.event.state is EventState.CLOSED


async def test_back_to_the_draft_keeps_the_reason_in_the_log(desk: Desk) -> None:
    minutes = await desk.draft()
    await desk.taking.submit(OF_KOROSTEN, minutes.key)
    back = await desk.taking.return_to_draft(OF_KOROSTEN, minutes.key, "немає строків")
    assert back.state is MinutesState.DRAFT
    last = (await desk.world.stores.changes.changes(entity=minutes.key, limit=1))[0]
    assert (last.field, last.reason) == ("state", "немає строків")


async def test_agreed_minutes_stay_as_they_were_whatever_the_registry_says(
    desk: Desk, agreed: Minutes
) -> None:
    before = await desk.taking.paper(agreed)
    person = desk.world.registry.people["chyzhevska"]
    post = desk.world.registry.assignments["chyzhevska"]
    event = await desk.event()
    await desk.world.put(
        replace(person, name=named("Інше Прізвище")),
        replace(post, position=named("інша посада")),
    )
    async with desk.world.transfer.batches.open(None) as batch:
        await batch.save(replace(event, title=named("Інша назва"), participants=()), event)
    await desk.note("пізня нотатка")
    await desk.taking.refresh(OF_KOROSTEN, agreed.key)
    stored = await desk.stored(agreed)
    assert stored is not None
    assert await desk.taking.paper(stored) == before


async def test_an_amendment_changes_its_own_part_only(desk: Desk, agreed: Minutes) -> None:
    before = await desk.taking.paper(agreed)
    person = desk.world.registry.people["chyzhevska"]
    await desk.world.put(replace(person, name=named("Інше Прізвище")))
    other = next(each for each in agreed.points if each.step == "st-next-visit")
    edit = edits.set_due(other.id, date(2024, 9, 1))
    new = await desk.taking.amend(OF_KOROSTEN, agreed.key, edit, "строк узгоджено листом")
    paper = await desk.taking.paper(new)
    actions = {each.what.uk: each for item in paper.items for each in item.actions}
    own = actions["Надіслати кошторис"].who
    assert own is not None
    assert own.uk == "Наталія Чижевська"
    assert actions[other.text.uk].due == date(2024, 9, 1)
    assert paper.sides == before.sides
    (amendment,) = new.amendments
    assert (amendment.field, amendment.reason) == ("points", "строк узгоджено листом")
    assert (amendment.by_name, amendment.after.endswith("01.09.2024")) == ("Коростень", True)
    assert paper.amendments == new.amendments
    await desk.world.editing.undo(OF_KOROSTEN)
    assert await desk.stored(agreed) == agreed


async def test_who_took_part_is_amended_from_the_event(desk: Desk, agreed: Minutes) -> None:
    event = await desk.event()
    fewer = tuple(each for each in event.participants if each.person != "taran")
    await desk.calendar.set_participants(OF_KOROSTEN, MEETING, fewer)
    new = await desk.taking.amend_participants(OF_KOROSTEN, agreed.key, "не була присутня")
    (amendment,) = new.amendments
    assert amendment.field == "participants"
    assert "Таран" in amendment.before
    assert "Таран" not in amendment.after
    paper = await desk.taking.paper(new)
    assert paper.amendments == new.amendments
    names = [each.name.uk or "" for side in paper.sides for each in side.people]
    assert names
    assert not any("Таран" in name for name in names)
    assert await desk.taking.amend_participants(OF_KOROSTEN, agreed.key, "ще раз") == new


async def test_points_removed_and_added_later_are_told_one_by_one(
    desk: Desk, agreed: Minutes
) -> None:
    first = agreed.points[0]
    await desk.taking.amend(OF_KOROSTEN, agreed.key, edits.remove_point(first.id), "зайве")
    added = edits.add_point(Point(kind=PointKind.RESOLVED, text=Bilingual("Новий пункт")))
    new = await desk.taking.amend(OF_KOROSTEN, agreed.key, added, "пропущено")
    removed, later = new.amendments[0], new.amendments[-1]
    assert (first.text.uk or "") in removed.before
    assert removed.after == ""
    assert (later.before, "Новий пункт" in later.after) == ("", True)
    assert "Новий пункт" in lines_of(await desk.taking.paper(new)).values()


async def test_the_office_registers_agreed_minutes_without_amending_them(
    desk: Desk, agreed: Minutes
) -> None:
    number = edits.set_number("01-14/7", date(2024, 6, 12))
    new = await desk.taking.amend(OF_KOROSTEN, agreed.key, number)
    assert new.amendments == ()
    assert (await desk.taking.paper(new)).number == "01-14/7"
    with pytest.raises(MinutesRefusedError):
        await desk.taking.amend(OF_KOROSTEN, agreed.key, edits.set_number("8"))


async def test_actions_are_put_under_control_with_their_source(desk: Desk) -> None:
    minutes = await desk.draft()
    point = replace(POINT, due=date(2024, 6, 25))
    minutes = await desk.change(minutes, edits.add_point(point))
    known = next(each for each in minutes.points if each.step == "st-next-visit")
    await desk.change(minutes, edits.set_due(known.id, date(2024, 8, 1)))
    new = await desk.taking.put_under_control(OF_KOROSTEN, minutes.key)
    own = next(each for each in new.points if each.text == POINT.text)
    steps = desk.world.stores.steps
    step, before = await steps.step(own.step or ""), await steps.step("st-next-visit")
    assert step is not None
    assert before is not None
    assert (step.owner_person, step.due, step.owner_side) == (
        "chyzhevska",
        date(2024, 6, 25),
        Side.HOME,
    )
    assert (step.event, step.minutes, step.partnership) == (MEETING, new.key, "korosten-bourges")
    paper = await desk.taking.paper(new)
    assert lines_of(paper)[step.point or ""] == "Надіслати кошторис"
    assert (before.due, before.minutes) == (date(2024, 8, 1), new.key)
    again = await desk.taking.put_under_control(OF_KOROSTEN, minutes.key)
    assert again == new
    await desk.world.editing.undo(OF_KOROSTEN)
    assert await steps.step(step.key) is None


async def test_action_items_follow_the_number_of_their_point(desk: Desk) -> None:
    minutes = await desk.draft()
    minutes = await desk.change(minutes, edits.add_point(POINT))
    own = minutes.points[-1].id
    await desk.taking.put_under_control(OF_KOROSTEN, minutes.key)

    async def number() -> str | None:
        step = await desk.world.stores.steps.step(f"{minutes.key}-{own}")
        return step.point if step is not None else None

    before = await number()
    item = minutes.agenda[0].id
    await desk.change(minutes, edits.put_under_item(own, item))
    agreed = await desk.taking.agree(OF_KOROSTEN, minutes.key)
    assert (before, await number()) == ("7.4", "1.2")
    first = next(each for each in agreed.points if each.item == item and each.id != own)
    await desk.taking.amend(OF_KOROSTEN, minutes.key, edits.remove_point(first.id), "зайве")
    assert await number() == "1.1"


async def test_a_point_under_control_that_is_removed_stays_away(desk: Desk) -> None:
    minutes = await desk.change(await desk.draft(), edits.add_point(POINT))
    own = minutes.points[-1].id
    await desk.taking.put_under_control(OF_KOROSTEN, minutes.key)
    fewer = await desk.change(minutes, edits.remove_point(own))
    assert (await desk.taking.refresh(OF_KOROSTEN, minutes.key)).points == fewer.points


async def test_agreeing_may_put_everything_under_control_at_once(desk: Desk) -> None:
    minutes = await desk.draft()
    await desk.change(minutes, edits.add_point(POINT))
    done = await desk.taking.agree(OF_KOROSTEN, minutes.key, control=True)
    actions = [each for each in done.points if each.kind is PointKind.ACTION]
    assert all(each.step for each in actions)
    paper = await desk.taking.paper(done)
    assert all(each.under_control for item in paper.items for each in item.actions)
    await desk.world.editing.undo(OF_KOROSTEN)
    back = await desk.stored(minutes)
    assert back is not None
    assert (back.state, back.frozen) == (MinutesState.DRAFT, None)
    assert (await desk.event()).state is EventState.MINUTES_DRAFT


async def test_attendance_is_recorded_with_the_event(desk: Desk) -> None:
    minutes = await desk.draft()
    who = next(each for each in (await desk.event()).participants if each.person)
    await desk.taking.set_attended(OF_KOROSTEN, minutes.key, who, attended=True)
    guest = Participant(person="serhiienko", side=Side.HOME)
    await desk.taking.add_participant(OF_KOROSTEN, minutes.key, guest)
    people = [each for side in (await desk.taking.paper(minutes)).sides for each in side.people]
    assert [each.attended for each in people].count(True) == 1
    assert "Катерина Сергієнко" in {each.name.uk for each in people}


async def test_what_was_agreed_at_home_stays_though_a_place_is_renamed(
    desk: Desk, agreed: Minutes
) -> None:
    bourges = desk.world.registry.places["bourges"]
    await desk.world.put(replace(a_place("X"), id="x"), replace(bourges, name=named("Y")))
    stored = await desk.stored(agreed)
    assert stored is not None
    assert named("Y") not in (await desk.taking.paper(stored)).parties


async def test_what_is_missing_stays_no_obstacle(desk: Desk, agreed: Minutes) -> None:
    lacks = {each.what for each in missing(await desk.taking.paper(agreed))}
    assert {Lack.NUMBER, Lack.CHAIR, Lack.MINUTE_TAKER, Lack.HOURS, Lack.DUES} <= lacks
    assert agreed.state is MinutesState.AGREED
    assert await desk.taking.latest("korosten-bourges") == [agreed]
    assert (await desk.taking.minutes(agreed.id)) == agreed
