"""Which stage may follow which: the table of the domain document, and what proves a stage."""

import itertools

import pytest

from partnership.access import Role
from partnership.stages import (
    NEXT_STAGES,
    SIGNED_STAGES,
    Allowed,
    Refused,
    Stage,
    StageFacts,
    StageRefusal,
    check_stage_change,
)

ALL_FACTS = StageFacts(
    country_codes=frozenset({"DE"}),
    letter_recorded=True,
    reply_recorded=True,
    event_held=True,
    signed_stages=SIGNED_STAGES,
)


def reason_of(facts, now, wanted, **given):
    verdict = check_stage_change(facts, now, wanted, role=given.pop("role", Role.ADMIN), **given)
    return verdict.reason if isinstance(verdict, Refused) else None


@pytest.mark.parametrize(
    ("now", "wanted"), [(now, to) for now, targets in NEXT_STAGES.items() for to in sorted(targets)]
)
def test_every_transition_of_the_table_is_open_once_it_is_proved(now, wanted):
    assert check_stage_change(ALL_FACTS, now, wanted, role=Role.COORDINATOR) == Allowed()


@pytest.mark.parametrize(
    ("now", "wanted"), [(a, b) for a, b in itertools.product(Stage, Stage) if b.rank < a.rank]
)
def test_a_step_back_is_only_a_correction_by_an_admin_with_a_reason(now, wanted):
    assert reason_of(ALL_FACTS, now, wanted) == StageRefusal.BACK_NEEDS_CORRECTION
    assert reason_of(ALL_FACTS, now, wanted, correction_reason="помилка") is None
    refused = reason_of(ALL_FACTS, now, wanted, role=Role.COORDINATOR, correction_reason="помилка")
    assert refused == StageRefusal.CORRECTION_NEEDS_ADMIN


@pytest.mark.parametrize("wanted", sorted(SIGNED_STAGES))
def test_a_signed_stage_wants_its_own_agreement(wanted):
    others = StageFacts(signed_stages=SIGNED_STAGES - {wanted})
    assert reason_of(others, Stage.EXPLORATION, wanted) == StageRefusal.NEEDS_AGREEMENT
    proved = StageFacts(signed_stages=frozenset({wanted}))
    assert reason_of(proved, Stage.EXPLORATION, wanted) is None


def test_contact_wants_a_letter_and_talks_want_a_reply_or_an_event():
    nothing = StageFacts()
    assert reason_of(nothing, Stage.SEARCH, Stage.CONTACT) == StageRefusal.NEEDS_LETTER
    assert reason_of(StageFacts(letter_recorded=True), Stage.SEARCH, Stage.CONTACT) is None
    refusal = reason_of(nothing, Stage.CONTACT, Stage.EXPLORATION)
    assert refusal == StageRefusal.NEEDS_REPLY_OR_EVENT
    for proof in (StageFacts(reply_recorded=True), StageFacts(event_held=True)):
        assert reason_of(proof, Stage.CONTACT, Stage.EXPLORATION) is None


def test_a_stage_without_paper_cannot_be_skipped():
    assert reason_of(ALL_FACTS, Stage.SEARCH, Stage.COOPERATION) == StageRefusal.NOT_NEXT
    verdict = check_stage_change(ALL_FACTS, Stage.SEARCH, Stage.EXPLORATION, role=Role.ADMIN)
    assert isinstance(verdict, Refused)
    assert verdict.possible == {Stage.CONTACT}


@pytest.mark.parametrize("country", ["RU", "BY"])
@pytest.mark.parametrize("reason", [None, "помилка"])
def test_a_partner_from_the_aggressor_state_is_refused_whatever_the_papers(country, reason):
    facts = StageFacts(country_codes=frozenset({"DE", country}), signed_stages=SIGNED_STAGES)
    refusal = reason_of(facts, Stage.EXPLORATION, Stage.TWINNING, correction_reason=reason)
    assert refusal == StageRefusal.AGGRESSOR_STATE


def test_the_stage_one_is_at_is_not_set_again():
    assert reason_of(ALL_FACTS, Stage.TWINNING, Stage.TWINNING) == StageRefusal.SAME
