"""A coordinator leaves: everything passes to the successor, and can come back."""

import dataclasses
from datetime import date, timedelta

import pytest

from partnership.access import Role, User
from partnership.calendar.arrangement import Answer
from partnership.checklists.model import TemplateCode
from partnership.errors import LastAdminError, NotPermittedError
from partnership.handover.errors import NothingToHandOverError, NotYoursError, SamePartyError
from partnership.handover.handovers import Handovers, build_handovers
from partnership.handover.moves import Obstacle
from partnership.language.names import NameIndex
from partnership.letters import Direction, Letter, LetterState
from partnership.reminders.model import Recipient, RecipientKind, SubjectKind
from partnership.steps import Step, StepKind, StepState
from tests.support.builders import (
    ADMIN,
    OF_KOROSTEN,
    OF_ZHYTOMYR,
    OFFICIAL,
    World,
    named,
)
from tests.support.calendars import BOURGES, Desk, a_call, kyiv, open_desk

HOUR = kyiv(2024, 6, 25, 15)
LETTER = Letter(
    id="bourges-letter",
    partnership=BOURGES,
    direction=Direction.OUTGOING,
    state=LetterState.AWAITING_REPLY,
    subject=named("Program"),
    sent_on=date(2024, 6, 10),
)


@dataclasses.dataclass
class Office:
    """A calendar with handovers joined to it."""

    desk: Desk
    handovers: Handovers

    @property
    def world(self) -> World:
        """The stores and use cases under it."""
        return self.desk.world

    async def pass_on(self, actor: User, leaving: int, successor: int):
        """Hand over from user to user."""
        sides = [await self.handovers.party(user=each) for each in (leaving, successor)]
        return await self.handovers.hand_over(actor, *sides)

    async def rows(self) -> dict[int, list[tuple]]:
        """Open reminders of people: subject, rule and due time, by recipient."""
        found: dict[int, list[tuple]] = {}
        for row in await self.world.stores.reminders.upcoming(limit=1_000):
            announced = row.subject_kind is SubjectKind.ANNOUNCEMENT
            if row.recipient.kind is RecipientKind.USER and not announced:
                found.setdefault(row.recipient.id, []).append((row.subject, row.rule, row.due_at))
        return {who: sorted(rows) for who, rows in found.items()}


@pytest.fixture
async def office(world):
    desk = await open_desk(world)
    handovers = build_handovers(
        world.transfer.batches, desk.calendar, world.stores.steps, world.membership, NameIndex()
    )
    return Office(desk, handovers)


@pytest.fixture
async def busy(office):
    """The coordinator of Korosten has a call, a step, a letter, an invitation; so has nobody."""
    membership = office.world.membership
    await membership.link(ADMIN, OF_KOROSTEN.id, "moskalenko")
    await membership.link(ADMIN, OFFICIAL.id, "chyzhevska")
    event = await office.desk.plan_call(HOUR)
    await office.desk.calendar.add_checklist(OF_KOROSTEN, event.key, TemplateCode.ONLINE)
    (line, *_) = await office.desk.calendar.checklist(event.key)
    await office.desk.calendar.assign(
        OF_KOROSTEN, event.key, line.line, "Коростень", OF_KOROSTEN.id
    )
    await office.desk.calendar.rsvp(OF_KOROSTEN, event.key, Answer.COMING)
    await office.world.put(
        LETTER,
        Step(
            key="st-report",
            kind=StepKind.ACTION,
            what=named("Report"),
            state=StepState.OPEN,
            partnership=BOURGES,
            owner_person="moskalenko",
            controller="moskalenko",
            due=date(2024, 6, 20),
        ),
    )
    await office.desk.calendar.plan_anew()
    return office


async def test_everything_passes_in_one_step_and_nobody_else_is_reminded(busy):
    before = await busy.rows()
    result = await busy.pass_on(ADMIN, OF_KOROSTEN.id, OFFICIAL.id)
    after = await busy.rows()
    assert before[OF_KOROSTEN.id]
    assert OF_KOROSTEN.id not in after
    assert after[OFFICIAL.id] == before[OF_KOROSTEN.id]
    successor = await busy.world.membership.who(OFFICIAL.id)
    assert successor.role is Role.COORDINATOR
    assert successor.communities == ("zhytomyr", "korosten")
    assert (await busy.world.membership.who(OF_KOROSTEN.id)).communities == ()
    assert busy.world.registry.partnerships[BOURGES].home_coordinator == "chyzhevska"
    step = await busy.world.stores.steps.step("st-report")
    assert (step.owner_person, step.controller) == ("chyzhevska", "chyzhevska")
    (event,) = (each for each in result.preview.holdings.events if each.starts_on)
    card = await busy.desk.calendar.card(ADMIN, event.key)
    assert card.organiser == OFFICIAL.id
    (line,) = (each for each in await busy.desk.calendar.checklist(event.key) if each.person)
    assert (line.person, line.user) == ("Наталія Чижевська", OFFICIAL.id)
    (answer,) = card.answers
    assert (answer.user, answer.answer) == (OFFICIAL.id, Answer.ASKED)


async def test_undo_brings_all_of_it_back(busy):
    before = await busy.rows()
    users = {each.id: each for each in await busy.world.stores.members.users()}
    (event,) = await busy.world.stores.calendar.arranged_by(OF_KOROSTEN.id)
    lines = await busy.desk.calendar.checklist(event)
    answers = await busy.world.stores.calendar.attendance(event)
    partnership = busy.world.registry.partnerships[BOURGES]
    await busy.pass_on(ADMIN, OF_KOROSTEN.id, OFFICIAL.id)
    await busy.world.editing.undo(ADMIN)
    assert await busy.rows() == before
    assert {each.id: each for each in await busy.world.stores.members.users()} == users
    assert await busy.world.membership.who(OF_KOROSTEN.id) == users[OF_KOROSTEN.id]
    assert await busy.desk.calendar.checklist(event) == lines
    assert await busy.world.stores.calendar.attendance(event) == answers
    assert await busy.world.stores.calendar.arranged_by(OF_KOROSTEN.id) == [event]
    assert busy.world.registry.partnerships[BOURGES] == partnership
    step = await busy.world.stores.steps.step("st-report")
    assert (step.owner_person, step.controller) == ("moskalenko", "moskalenko")


async def test_what_somebody_changed_meanwhile_stays_when_a_handover_is_taken_back(busy):
    (event,) = await busy.world.stores.calendar.arranged_by(OF_KOROSTEN.id)
    result = await busy.pass_on(ADMIN, OF_KOROSTEN.id, OFFICIAL.id)
    await busy.desk.calendar.set_organiser(ADMIN, event, ADMIN.id)
    await busy.world.editing.undo(ADMIN, result.batch)
    assert (await busy.world.stores.calendar.arrangement(event)).organiser == ADMIN.id


async def test_a_person_of_the_registry_hands_over_to_another_without_the_bot(office):
    leaving = await office.handovers.party(person="serhiienko")
    successor = await office.handovers.party(person="chyzhevska")
    result = await office.handovers.hand_over(ADMIN, leaving, successor)
    held = [each.id for each in result.preview.holdings.partnerships]
    assert held == ["kropyvnytskyi-venlo", "kropyvnytskyi-krefeld"]
    registry = office.world.registry
    assert {registry.partnerships[each].home_coordinator for each in held} == {"chyzhevska"}
    assert result.preview.moves.obstacles == {Obstacle.NO_USER}
    await office.world.editing.undo(ADMIN)
    assert {registry.partnerships[each].home_coordinator for each in held} == {"serhiienko"}


async def test_a_successor_who_is_no_person_of_the_registry_takes_what_a_user_can(busy):
    result = await busy.pass_on(ADMIN, OF_KOROSTEN.id, OF_ZHYTOMYR.id)
    assert result.preview.moves.obstacles == {Obstacle.NO_PERSON}
    assert busy.world.registry.partnerships[BOURGES].home_coordinator is None
    assert (await busy.world.stores.steps.step("st-report")).owner_person == "moskalenko"
    assert (await busy.world.membership.who(OF_ZHYTOMYR.id)).communities == (
        "zhytomyr",
        "korosten",
    )


async def test_coordinators_hand_over_their_own_and_admins_anybodys(busy):
    with pytest.raises(NotYoursError):
        await busy.pass_on(OF_ZHYTOMYR, OF_KOROSTEN.id, OF_ZHYTOMYR.id)
    with pytest.raises(NotPermittedError):
        await busy.pass_on(OFFICIAL, OFFICIAL.id, OF_ZHYTOMYR.id)
    result = await busy.pass_on(OF_KOROSTEN, OF_KOROSTEN.id, OF_ZHYTOMYR.id)
    assert result.handover.leaving_user == OF_KOROSTEN.id


async def test_nobody_hands_over_to_themselves_nor_nothing(busy):
    with pytest.raises(SamePartyError):
        await busy.pass_on(ADMIN, OF_KOROSTEN.id, OF_KOROSTEN.id)
    nobody = await busy.handovers.party(person="tarrisson")
    with pytest.raises(NothingToHandOverError):
        await busy.handovers.hand_over(
            ADMIN, nobody, await busy.handovers.party(user=OF_ZHYTOMYR.id)
        )


async def test_access_is_taken_apart_from_the_handover_and_comes_back_with_undo(busy):
    result = await busy.pass_on(ADMIN, OF_KOROSTEN.id, OFFICIAL.id)
    membership = busy.world.membership
    with pytest.raises(NotPermittedError):
        await busy.handovers.take_access(OF_KOROSTEN, result.handover.key)
    await busy.handovers.take_access(ADMIN, result.handover.key)
    assert (await membership.who(OF_KOROSTEN.id)).role is Role.STRANGER
    await busy.world.editing.undo(ADMIN)
    back = await membership.who(OF_KOROSTEN.id)
    assert (back.role, back.communities, back.person) == (Role.COORDINATOR, (), "moskalenko")
    await busy.world.editing.undo(ADMIN)
    assert (await membership.who(OF_KOROSTEN.id)).communities == ("korosten",)


async def test_access_comes_back_without_the_person_somebody_else_is_by_now(busy):
    result = await busy.pass_on(ADMIN, OF_KOROSTEN.id, OFFICIAL.id)
    membership = busy.world.membership
    _leaving, batch = await busy.handovers.take_access(ADMIN, result.handover.key)
    await membership.link(ADMIN, OF_ZHYTOMYR.id, "moskalenko")
    await busy.world.editing.undo(ADMIN, batch)
    back = await membership.who(OF_KOROSTEN.id)
    assert (back.role, back.person) == (Role.COORDINATOR, None)


async def test_the_last_admin_keeps_access(busy):
    await busy.desk.calendar.plan(ADMIN, a_call(HOUR, partnerships=("zhytomyr-bytom",)))
    result = await busy.pass_on(ADMIN, ADMIN.id, OF_ZHYTOMYR.id)
    with pytest.raises(LastAdminError):
        await busy.handovers.take_access(ADMIN, result.handover.key)


async def test_history_keeps_the_one_who_left(busy):
    past = Step(
        key="st-past",
        kind=StepKind.ACTION,
        what=named("Done long ago"),
        state=StepState.CLOSED,
        partnership=BOURGES,
        owner_person="moskalenko",
    )
    await busy.world.put(past)
    await busy.pass_on(ADMIN, OF_KOROSTEN.id, OFFICIAL.id)
    assert (await busy.world.stores.steps.step("st-past")).owner_person == "moskalenko"
    log = await busy.world.editing.log(ADMIN, limit=50)
    assert any(each.field == "owner_person" and each.old == "moskalenko" for each in log)


async def test_the_former_coordinator_hears_no_more_of_changes(busy):
    (event,) = await busy.world.stores.calendar.arranged_by(OF_KOROSTEN.id)
    await busy.pass_on(ADMIN, OF_KOROSTEN.id, OFFICIAL.id)
    busy.world.clock.advance(timedelta(hours=1))
    told = await busy.desk.calendar.cancel(ADMIN, event, "plans")
    assert Recipient(RecipientKind.USER, OFFICIAL.id) in told.told
    assert Recipient(RecipientKind.USER, OF_KOROSTEN.id) not in told.told
