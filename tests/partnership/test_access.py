"""Roles and actions: one rule."""

import pytest

from partnership.access import IN_OWN_COMMUNITY_ONLY, PERMITTED, Action, Role, User, may

ROLES = list(Role)


@pytest.mark.parametrize("action", list(Action))
def test_a_higher_role_may_do_all_that_a_lower_one_may(action):
    allowed = [action in PERMITTED[role] for role in ROLES]
    assert allowed == sorted(allowed)


def test_a_stranger_may_only_ask_and_choose_a_language():
    stranger = User(id=1)
    may_do = {action for action in Action if may(stranger, action)}
    assert may_do == {Action.ASK_FOR_ACCESS, Action.CHOOSE_LANGUAGE}


def test_an_official_reads_and_writes_notes_but_plans_nothing():
    official = User(id=1, role=Role.OFFICIAL, communities=("zhytomyr",))
    assert may(official, Action.READ)
    assert may(official, Action.WRITE_NOTE, "korosten")
    assert not may(official, Action.PLAN_EVENT, "zhytomyr")
    assert not may(official, Action.ADD_PARTNER, "zhytomyr")


@pytest.mark.parametrize("action", sorted(IN_OWN_COMMUNITY_ONLY))
def test_a_coordinator_acts_for_the_communities_given_to_them_only(action):
    coordinator = User(id=1, role=Role.COORDINATOR, communities=("korosten",))
    assert may(coordinator, action, "korosten")
    assert may(coordinator, action)
    assert not may(coordinator, action, "zhytomyr")
    assert not may(User(id=2, role=Role.COORDINATOR), action)


@pytest.mark.parametrize("action", list(Action))
def test_an_admin_may_do_everything_everywhere(action):
    assert may(User(id=1, role=Role.ADMIN), action, "korosten")


@pytest.mark.parametrize(
    "action", [Action.CORRECT_STAGE, Action.DELETE, Action.MANAGE_USERS, Action.BIND_CHAT]
)
def test_only_an_admin_corrects_deletes_lets_in_and_binds(action):
    assert [role for role in Role if action in PERMITTED[role]] == [Role.ADMIN]
