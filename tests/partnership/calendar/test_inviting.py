"""Answers, links, polls, snoozing, and what happens while a meeting runs."""

from datetime import date, timedelta

import pytest

from partnership.bilingual import Bilingual
from partnership.calendar.arrangement import Answer
from partnership.calendar.errors import NotALinkError, PollClosedError, StateRefusedError
from partnership.calendar.meeting_links import Service, find_link
from partnership.calendar.planning import NewEvent
from partnership.calendar.polls import Vote, best_option
from partnership.calendar.timing import Timing
from partnership.errors import NotPermittedError, WrongValueError
from partnership.event_parts import InterruptionCause
from partnership.events import EventKind, EventState
from partnership.reminders.model import SubjectKind
from partnership.reminders.offsets import Offset
from tests.support.builders import ADMIN, OF_KOROSTEN, OF_ZHYTOMYR, OFFICIAL, STRANGER
from tests.support.calendars import BOURGES, GROUP, Desk, kyiv, person, utc

M43 = kyiv(2024, 6, 25, 15)


async def recipients(desk: Desk, event: str, rule: str) -> set[int]:
    return {who for each, _, who in await desk.due(event) if each == rule}


async def test_who_was_asked_is_reminded_until_they_decline(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    await desk.calendar.ask(OF_KOROSTEN, event.key, [OFFICIAL])
    everybody = {GROUP.id, OF_KOROSTEN.id, OFFICIAL.id}
    assert await recipients(desk, event.key, "event:-1d") == everybody
    answers = await desk.calendar.rsvp(OFFICIAL, event.key, Answer.NOT_COMING)
    assert [(each.user, each.answer) for each in answers] == [(OFFICIAL.id, Answer.NOT_COMING)]
    assert await recipients(desk, event.key, "event:-1d") == everybody - {OFFICIAL.id}
    await desk.calendar.rsvp(OFFICIAL, event.key, Answer.COMING)
    assert await recipients(desk, event.key, "event:-1d") == everybody


async def test_a_deputy_is_reminded_instead(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    await desk.calendar.rsvp(
        OFFICIAL, event.key, Answer.DEPUTY, deputy="Орест", deputy_user=OF_ZHYTOMYR.id
    )
    found = await recipients(desk, event.key, "event:-1d")
    assert found == {GROUP.id, OF_KOROSTEN.id, OF_ZHYTOMYR.id}


async def test_strangers_do_not_answer(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    with pytest.raises(NotPermittedError):
        await desk.calendar.rsvp(STRANGER, event.key, Answer.COMING)


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("Ось: https://us02web.zoom.us/j/861?pwd=x, пароль у чаті", Service.ZOOM),
        ("https://teams.microsoft.com/l/meetup-join/19%3a", Service.TEAMS),
        ("(https://meet.google.com/abc-defg-hij)", Service.MEET),
        ("https://korosten.webex.com/meet/pr1", Service.WEBEX),
        ("https://bbb.example.org/b/abc-def", Service.BIG_BLUE_BUTTON),
        ("https://meet.example.org/rooms/abc-def-ghi/join", Service.BIG_BLUE_BUTTON),
        ("https://example.org/call", Service.OTHER),
        ("https://notzoom.us.example.org/j/1", Service.OTHER),
    ],
)
def test_links_of_meetings_are_recognised(text: str, service: Service) -> None:
    link = find_link(text)
    assert link is not None
    assert link.service == service
    assert not link.url.endswith((",", ")"))


async def test_the_link_is_kept_apart_from_the_event(desk: Desk) -> None:
    event = await desk.plan_call(M43, link="https://zoom.us/j/5551234")
    assert "zoom" not in repr(await desk.world.stores.events.event(event.key))
    assert "zoom" not in await desk.world.transfer.write()
    assert await desk.calendar.link_of(OFFICIAL, event.key) == "https://zoom.us/j/5551234"
    with pytest.raises(NotALinkError):
        await desk.calendar.set_link(OF_KOROSTEN, event.key, "посилання буде пізніше")
    with pytest.raises(NotPermittedError):
        await desk.calendar.link_of(STRANGER, event.key)


async def test_a_poll_finds_the_date_and_one_tap_plans_it(desk: Desk) -> None:
    idea = NewEvent(kind=EventKind.MEETING, timing=Timing(), partnerships=(BOURGES,))
    event = (await desk.calendar.plan(OF_KOROSTEN, idea)).event
    assert event.state == EventState.IDEA
    options = [kyiv(2024, 6, 20, 15), kyiv(2024, 6, 18, 10)]
    poll = await desk.calendar.open_poll(OF_KOROSTEN, event.key, options)
    assert poll.options == (kyiv(2024, 6, 18, 10), kyiv(2024, 6, 20, 15))
    assert best_option(poll) is None
    await desk.calendar.vote(OFFICIAL, poll.id, 0, Vote.NO)
    await desk.calendar.vote(OFFICIAL, poll.id, 1, Vote.YES)
    poll = await desk.calendar.vote(OF_ZHYTOMYR, poll.id, 0, Vote.YES)
    assert best_option(poll) == 1
    planned = await desk.calendar.schedule(OF_KOROSTEN, poll.id, 1)
    assert planned.event.planned.start == date(2024, 6, 20)
    assert planned.event.state == EventState.PLANNED
    with pytest.raises(PollClosedError):
        await desk.calendar.vote(OFFICIAL, poll.id, 0, Vote.YES)


async def test_a_snooze_concerns_one_occurrence_only(desk: Desk) -> None:
    timing = Timing(start=date(2024, 6, 18), start_time=M43.time(), rule="FREQ=WEEKLY")
    event = await desk.plan_call(M43, timing=timing)
    rows = await desk.world.stores.reminders.of_subject(SubjectKind.EVENT, event.key)
    mine = next(row for row in rows if row.recipient == person(OF_KOROSTEN.id))
    before = await desk.due(event.key)
    until = utc(2024, 6, 18, 11, 30)
    again = await desk.calendar.snooze(OF_KOROSTEN, mine, until)
    assert (again.occurrence, again.due_at) == (mine.occurrence, until)
    added = set(await desk.due(event.key)) - set(before)
    assert added == {(again.rule, until, OF_KOROSTEN.id)}
    await desk.calendar.set_reserve_date(OF_KOROSTEN, event.key, date(2024, 6, 30))
    assert added <= set(await desk.due(event.key))
    with pytest.raises(WrongValueError):
        await desk.calendar.snooze(OF_KOROSTEN, mine, mine.ends_at + timedelta(minutes=1))
    with pytest.raises(NotPermittedError):
        await desk.calendar.snooze(OFFICIAL, mine, until)


async def test_who_saw_the_reminder_needs_no_deputy(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    await desk.calendar.rsvp(OFFICIAL, event.key, Answer.COMING, deputy_user=ADMIN.id)
    rule = f"event:-30m:escalation:{OFFICIAL.id}"
    assert await recipients(desk, event.key, rule) == {ADMIN.id}
    rows = await desk.world.stores.reminders.of_subject(SubjectKind.EVENT, event.key)
    mine = next(row for row in rows if row.recipient == person(OFFICIAL.id))
    await desk.calendar.acknowledge(OFFICIAL, mine)
    assert await recipients(desk, event.key, rule) == set()
    await desk.calendar.set_reserve_date(OF_KOROSTEN, event.key, date(2024, 6, 30))
    assert await recipients(desk, event.key, rule) == set()


async def test_times_set_for_one_event_hold_for_it_alone(desk: Desk) -> None:
    event, other = await desk.plan_call(M43), await desk.plan_call(kyiv(2024, 6, 26, 15))
    await desk.calendar.set_offsets(OF_KOROSTEN, event.key, (Offset(minutes=120),))
    assert {rule for rule, _, who in await desk.due(event.key) if who == GROUP.id} == {
        "event:-120m"
    }
    assert await recipients(desk, other.key, "event:-7d") == {GROUP.id, OF_KOROSTEN.id}


async def test_a_meeting_stops_at_an_alert_and_goes_on(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    desk.world.clock.move_to(utc(2024, 6, 25, 12, 20))
    stopped = await desk.calendar.interrupt(
        OF_KOROSTEN, event.key, InterruptionCause.ALERT, "Пункт 2: водопостачання"
    )
    assert stopped.event.interruption is not None
    assert stopped.event.interruption.at == utc(2024, 6, 25, 12, 20)
    resumed = await desk.calendar.resume(OF_KOROSTEN, event.key)
    assert resumed.event.state == EventState.RUNNING
    outcome = Bilingual("Домовились про обмін", "Agreed on an exchange")
    held = await desk.calendar.hold(OF_KOROSTEN, event.key, (outcome,))
    assert (held.event.state, held.event.outcomes) == (EventState.HELD, (outcome,))
    assert {row.rule for row in held.reminders} == {"event:+1d:minutes", "event:late:minutes"}
    with pytest.raises(StateRefusedError):
        await desk.calendar.set_state(OF_KOROSTEN, event.key, EventState.CLOSED)


async def test_a_coordinator_who_leaves_hands_the_questions_over(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    await desk.calendar.set_organiser(ADMIN, event.key, ADMIN.id)
    assert await recipients(desk, event.key, "event:+30m:summary") == {ADMIN.id}
