"""Users after a handover and after it was taken back, whatever they had."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from partnership.access import Role, User
from partnership.handover.holdings import Holdings
from partnership.handover.members import back_again, handed_over
from partnership.handover.moves import moves_of
from partnership.handover.party import Party

COMMUNITIES = st.lists(
    st.sampled_from(["korosten", "zhytomyr", "lutsk", "kropyvnytskyi"]), unique=True
)
LEAVING = st.builds(
    User,
    id=st.just(1),
    role=st.sampled_from([Role.COORDINATOR, Role.ADMIN]),
    communities=COMMUNITIES.map(tuple),
)
SUCCESSOR = st.builds(
    User,
    id=st.just(2),
    role=st.sampled_from([Role.OFFICIAL, Role.COORDINATOR, Role.ADMIN]),
    communities=COMMUNITIES.map(tuple),
)


def handed(leaving, successor):
    holdings = Holdings(communities=leaving.communities)
    at = datetime(2024, 6, 12, tzinfo=UTC)
    sides = Party(user=leaving), Party(user=successor)
    return moves_of(holdings, *sides, (), key="handover-1", at=at, language="uk").record


def after(users, changed):
    return {**users, **{user.id: user for user in changed}}


@given(LEAVING, SUCCESSOR)
def test_every_community_passes_and_none_is_lost(leaving, successor):
    before = {1: leaving, 2: successor}
    now = after(before, handed_over(handed(leaving, successor), before))
    assert now[1].communities == ()
    assert set(now[2].communities) == {*leaving.communities, *successor.communities}
    assert now[2].role != Role.OFFICIAL or not leaving.communities


@given(LEAVING, SUCCESSOR)
def test_what_is_taken_back_is_as_it_was(leaving, successor):
    before = {1: leaving, 2: successor}
    record = handed(leaving, successor)
    now = after(before, handed_over(record, before))
    assert after(now, back_again(record, now)) == before


@given(LEAVING, SUCCESSOR, COMMUNITIES)
def test_what_was_given_meanwhile_stays(leaving, successor, given_since):
    before = {1: leaving, 2: successor}
    record = handed(leaving, successor)
    now = after(before, handed_over(record, before))
    more = tuple(each for each in given_since if each not in now[2].communities)
    now[2] = User(id=2, role=now[2].role, communities=(*now[2].communities, *more))
    assert set(more) <= set(after(now, back_again(record, now))[2].communities)


def test_who_lost_access_meanwhile_does_not_get_it_back_by_this():
    leaving = User(id=1, role=Role.COORDINATOR, communities=("lutsk",))
    successor = User(id=2, role=Role.OFFICIAL)
    record = handed(leaving, successor)
    now = {2: User(id=2, role=Role.COORDINATOR, communities=("lutsk",))}
    assert back_again(record, now) == [successor]
