"""The commands on stage and status, from the refusal to the signed agreement."""

from datetime import date

import pytest

from partnership.agreements import AgreementKind, AgreementState
from partnership.editing import SignedAgreement
from partnership.errors import NotPermittedError, StageRefusedError, StatusRefusedError
from partnership.stages import Refused, Stage, StageRefusal, Status
from tests.support.builders import ADMIN, OF_KOROSTEN, OF_ZHYTOMYR, a_place

TODAY = date(2024, 6, 12)
DORTMUND = "zhytomyr-dortmund"
SIGNED = SignedAgreement(signed_on=date(2023, 2, 23), number="7")


async def test_m39_twinning_wants_a_signed_agreement_first(world):
    with pytest.raises(StageRefusedError) as caught:
        await world.editing.set_stage(ADMIN, DORTMUND, Stage.TWINNING, on=TODAY)
    refusal = caught.value.refusal
    assert refusal.reason == StageRefusal.NEEDS_AGREEMENT
    assert refusal.now == Stage.EXPLORATION
    assert await world.editing.check_stage(ADMIN, DORTMUND, Stage.TWINNING) == refusal
    assert world.registry.partnerships[DORTMUND].stage == Stage.EXPLORATION


async def test_the_agreement_in_preparation_is_the_one_that_gets_signed(world):
    edited = await world.editing.set_stage(
        OF_ZHYTOMYR, DORTMUND, Stage.SOLIDARITY, on=TODAY, agreement=SIGNED
    )
    (agreement,) = world.registry.agreements.values()
    assert (agreement.signed_on, agreement.number) == (date(2023, 2, 23), "7")
    assert agreement.state == AgreementState.SIGNED
    assert agreement.planned_on == date(2023, 2, 9)
    partnership = world.registry.partnerships[DORTMUND]
    assert partnership.stage == Stage.SOLIDARITY
    assert partnership.status == Status.ACTIVE
    assert partnership.confirmed_by_document
    assert partnership.next_stage is None
    assert partnership.as_of == date(2023, 2, 23)
    assert {change.batch for change in edited.changes} == {edited.batch}


async def test_another_agreement_is_entered_beside_it(world):
    await world.editing.set_stage(ADMIN, DORTMUND, Stage.TWINNING, on=TODAY, agreement=SIGNED)
    kinds = {each.kind: each.is_signed for each in world.registry.agreements.values()}
    assert kinds == {AgreementKind.SOLIDARITY: False, AgreementKind.TWINNING: True}


async def test_a_correction_needs_an_admin_and_confirms_nothing(world):
    with pytest.raises(NotPermittedError):
        await world.editing.set_stage(
            OF_ZHYTOMYR, DORTMUND, Stage.TWINNING, on=TODAY, correction_reason="помилка"
        )
    edited = await world.editing.set_stage(
        ADMIN, DORTMUND, Stage.TWINNING, on=TODAY, correction_reason="помилка"
    )
    assert world.registry.partnerships[DORTMUND].stage == Stage.TWINNING
    assert not world.registry.partnerships[DORTMUND].confirmed_by_document
    assert {change.reason for change in edited.changes} == {"помилка"}


async def test_a_held_meeting_proves_that_talks_have_begun(world):
    verdict = await world.editing.check_stage(ADMIN, "zhytomyr-augsburg", Stage.EXPLORATION)
    assert isinstance(verdict, Refused)
    assert verdict.reason == StageRefusal.NEEDS_REPLY_OR_EVENT
    meeting = await world.stores.events.event("ev-online-2024-05-28")
    meeting = type(meeting)(
        key="ev-augsburg", kind=meeting.kind, title=meeting.title, state=meeting.state,
        partnerships=("zhytomyr-augsburg",),
    )  # fmt: skip
    await world.put(meeting)
    await world.editing.set_stage(OF_ZHYTOMYR, "zhytomyr-augsburg", Stage.EXPLORATION, on=TODAY)
    assert world.registry.partnerships["zhytomyr-augsburg"].as_of == TODAY


async def test_a_partnership_that_came_to_lie_in_the_aggressor_state_gets_no_stage(world):
    await world.put(a_place("Brest", country="BY"))
    broken = world.registry.partnerships[DORTMUND]
    async with world.transfer.batches.open(None) as batch:
        await batch.save(type(broken)(
            id="zhytomyr-brest", home="zhytomyr", foreign=("brest",),
            stage=Stage.CONTACT, status=Status.DORMANT,
        ))  # fmt: skip
    with pytest.raises(StageRefusedError) as caught:
        await world.editing.set_stage(
            ADMIN, "zhytomyr-brest", Stage.TWINNING, on=TODAY, agreement=SIGNED
        )
    assert caught.value.refusal.reason == StageRefusal.AGGRESSOR_STATE


@pytest.mark.parametrize("status", [Status.DORMANT, Status.SUSPENDED, Status.ENDED])
async def test_a_pause_or_an_end_wants_a_reason(world, status):
    with pytest.raises(StatusRefusedError) as caught:
        await world.editing.set_status(OF_KOROSTEN, "korosten-bourges", status)
    assert caught.value.needs_reason
    await world.editing.set_status(OF_KOROSTEN, "korosten-bourges", status, reason="рішення ради")
    assert world.registry.partnerships["korosten-bourges"].status == status


async def test_an_ended_partnership_does_not_come_back_without_an_admin(world):
    name = "korosten-bourges"
    await world.editing.set_status(OF_KOROSTEN, name, Status.ENDED, reason="рішення ради")
    with pytest.raises(StatusRefusedError):
        await world.editing.set_status(OF_KOROSTEN, name, Status.ACTIVE, reason="спроба")
    await world.editing.set_status(ADMIN, name, Status.ACTIVE, reason="помилка")
    assert world.registry.partnerships[name].status == Status.ACTIVE
