"""The calendar's tables: what is written comes back, in one transaction or not at all."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from partnership.calendar.arrangement import Answer, Arrangement, Attendance
from partnership.calendar.polls import Poll, Vote
from partnership.checklists.instantiate import instantiate
from partnership.checklists.model import LineState, TemplateCode
from partnership.checklists.templates import load_templates
from partnership.entities import Kind
from partnership.event_parts import (
    ChangedOccurrence,
    Interruption,
    InterruptionCause,
    OfficialOrder,
    ProgrammeItem,
    Series,
)
from partnership.events import EventState
from partnership.exchange.codec import from_plain, to_plain
from partnership.reminders.digests import DigestKind, Subscription
from partnership.reminders.model import Recipient, RecipientKind
from partnership.reminders.offsets import Offset
from partnership.reminders.quiet import QuietHours
from partnership.reminders.settings import ReminderSettings
from tests.support.builders import World, named, open_world
from tests.support.calendars import a_visit, an_event, kyiv, person, utc

OLD, NEW = -100, -1000100


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """An empty registry."""
    async with open_world(tmp_path / "mistok.db") as opened:
        yield opened


def chat(number: int, thread: int | None = None) -> Recipient:
    return Recipient(RecipientKind.CHAT, number, thread)


async def test_everything_that_belongs_to_an_event_comes_back(world: World) -> None:
    moved = ChangedOccurrence(original=kyiv(2024, 6, 25, 10), moved_to=kyiv(2024, 6, 26, 16))
    full = a_visit(
        date(2024, 7, 1),
        date(2024, 7, 5),
        series=Series(rule="FREQ=WEEKLY", changes=(moved, replace(moved, moved_to=None))),
        programme=(
            ProgrammeItem(
                day=date(2024, 7, 2),
                start=time(10),
                topic=named("Station"),
                shelter=named("School"),
                shelter_minutes=4,
                media_allowed=False,
            ),
        ),
        order=OfficialOrder(number="123-р", issued_on=date(2024, 6, 20)),
        reserve_date=date(2024, 7, 8),
        interruption=Interruption(
            at=utc(2024, 7, 2, 8), cause=InterruptionCause.POWER_CUT, item="2"
        ),
        state_reason="тривога",
        minutes_waived="коротка",
        fold=1,
        revision=3,
    )
    await world.put(full)
    stored = await world.stores.events.event(full.key)
    assert stored is not None
    assert replace(stored, id=0) == full
    assert from_plain(Kind.EVENT, to_plain(full)) == full


async def test_what_stands_apart_from_an_event_goes_with_it(world: World) -> None:
    event = an_event(kyiv(2024, 6, 25, 15))
    await world.put(event)
    calendar = world.stores.calendar
    kept = Arrangement(
        event=event.key,
        link="https://zoom.us/j/1",
        organiser=7,
        offsets=(Offset(days=1), Offset(minutes=10)),
    )
    answer = Attendance(
        event=event.key,
        user=9,
        occurrence=utc(2024, 6, 25, 12),
        answer=Answer.DEPUTY,
        name="Ярина",
        deputy="Орест",
        deputy_user=10,
        answered_at=utc(2024, 6, 20),
    )
    async with world.stores.registry.transaction() as work:
        inside = calendar.within(work)
        await inside.put_arrangement(kept)
        await inside.put_attendance(replace(answer, answer=Answer.ASKED))
        await inside.put_attendance(answer)
        await inside.put_told(event.key, [chat(OLD), person(7), chat(OLD, 5), person(7)])
    assert await calendar.arrangement(event.key) == kept
    assert await calendar.attendance(event.key) == [answer]
    assert await calendar.told(event.key) == [chat(OLD), chat(OLD, 5), person(7)]
    stored = await calendar.event(event.key)
    assert stored is not None
    async with world.transfer.batches.open(None) as batch:
        await batch.delete(stored)
    assert await calendar.arrangement(event.key) == Arrangement(event=event.key)
    assert await calendar.attendance(event.key) == []
    assert await calendar.told(event.key) == []


async def test_polls_and_votes_come_back(world: World) -> None:
    await world.put(an_event(kyiv(2024, 6, 25, 15)))
    calendar = world.stores.calendar
    options = (kyiv(2024, 6, 18, 10), kyiv(2024, 6, 20, 15))
    async with world.stores.registry.transaction() as work:
        inside = calendar.within(work)
        poll = await inside.add_poll(
            Poll(id=0, event="ev-call", zone="Europe/Kyiv", options=options, opened_by=7)
        )
        await inside.put_vote(poll.id, 9, 0, Vote.NO)
        await inside.put_vote(poll.id, 9, 0, Vote.IF_NEEDED)
        closed = replace(poll, closed_at=utc(2024, 6, 15), chosen=1)
        await inside.put_poll(closed)
    assert await calendar.polls_of("ev-call") == [replace(closed, votes={(9, 0): Vote.IF_NEEDED})]


async def test_lines_of_checklists_and_edited_templates_come_back(world: World) -> None:
    visit = a_visit(date(2024, 9, 2), date(2024, 9, 4), state=EventState.RETURNED)
    await world.put(visit)
    calendar, template = world.stores.calendar, load_templates()[TemplateCode.OUTGOING]
    lines = instantiate(template, visit, date(2024, 6, 12))
    done = replace(lines[0], state=LineState.DONE, done_by=7, done_at=utc(2024, 6, 20))
    shorter = replace(template, lines=template.lines[:2], edited=True)
    async with world.stores.registry.transaction() as work:
        inside = calendar.within(work)
        await inside.put_lines(lines)
        await inside.put_lines([done])
        await inside.put_template(shorter, 1, utc(2024, 6, 20))
    assert await calendar.planned_events() == [visit.key]
    stored = await calendar.checklist(visit.key)
    assert sorted(stored, key=lambda line: line.line) == [done, *lines[1:]]
    assert await calendar.edited_templates() == {TemplateCode.OUTGOING: shorter}


async def test_a_chat_that_gets_a_new_number_keeps_its_choices(world: World) -> None:
    calendar = world.stores.calendar
    settings = ReminderSettings(
        recipient=chat(OLD),
        offsets={"meeting": (Offset(days=2),), "visit": ()},
        quiet=QuietHours(time(22), time(8)),
    )
    await world.put(an_event(kyiv(2024, 6, 25, 15)))
    async with world.stores.registry.transaction() as work:
        inside = calendar.within(work)
        await inside.put_settings(settings)
        for recipient in (chat(OLD), chat(NEW)):
            week = Subscription(recipient=recipient, kind=DigestKind.WEEK, since=date(2024, 6, 12))
            await inside.put_subscription(week)
        await inside.put_told("ev-call", [chat(OLD)])
    assert (await calendar.settings())[chat(OLD)] == settings
    await world.stores.chats.migrate_chat(OLD, NEW)
    assert await calendar.settings() == {chat(NEW): replace(settings, recipient=chat(NEW))}
    assert [each.recipient for each in await calendar.subscriptions()] == [chat(NEW)]
    assert await calendar.told("ev-call") == [chat(NEW)]


async def test_an_error_in_a_follower_takes_the_change_back(world: World) -> None:
    async def fail(_: object) -> None:
        raise RuntimeError("planning failed")

    world.transfer.batches.followers.append(fail)
    with pytest.raises(RuntimeError):
        await world.put(an_event(kyiv(2024, 6, 25, 15)))
    assert await world.stores.events.event("ev-call") is None


async def test_questions_of_the_planner_are_answered(world: World) -> None:
    await world.put(
        an_event(kyiv(2024, 6, 25, 15)),
        an_event(key="ev-undated"),
        an_event(kyiv(2024, 6, 18, 10), key="ev-series", series=Series(rule="FREQ=DAILY")),
    )
    calendar = world.stores.calendar
    async with world.stores.registry.transaction() as work:
        await calendar.within(work).put_arrangement(Arrangement(event="ev-call", organiser=7))
    assert sorted(await calendar.planned_events()) == ["ev-call", "ev-series"]
    assert [event.key for event in await calendar.series()] == ["ev-series"]
    assert await calendar.arranged_by(7) == ["ev-call"]
