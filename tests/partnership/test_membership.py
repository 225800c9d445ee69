"""Who is let in, by whom, with what; and which groups are bound to what."""

import re
from datetime import timedelta

import pytest

from partnership.access import Role
from partnership.errors import (
    InvitationError,
    LastAdminError,
    NoRequestError,
    NotPermittedError,
    PersonTakenError,
    UnknownUserError,
)
from partnership.membership_records import ChatLanguage
from tests.support.builders import ADMIN, OF_KOROSTEN, OFFICIAL, STRANGER, open_world

NEWCOMER = 77
GROUP, SUPERGROUP = -500, -100500


async def test_a_stranger_asks_once_and_is_let_in_with_a_role_and_a_community(world):
    membership = world.membership
    assert (await membership.who(NEWCOMER)).role == Role.STRANGER
    assert await membership.request_access(NEWCOMER, "Нова Людина", "nova")
    assert not await membership.request_access(NEWCOMER, "Нова Людина", "nova")
    (request,) = await membership.requests(ADMIN)
    assert (request.user, request.name) == (NEWCOMER, "Нова Людина")
    approved = await membership.approve(ADMIN, NEWCOMER, Role.COORDINATOR, ["korosten"])
    assert approved == await membership.who(NEWCOMER)
    assert approved.communities == ("korosten",)
    assert await membership.requests(ADMIN) == []


async def test_the_slower_of_two_admins_hears_that_it_is_done(world):
    await world.membership.request_access(NEWCOMER, "Нова Людина")
    await world.membership.refuse(ADMIN, NEWCOMER)
    with pytest.raises(NoRequestError):
        await world.membership.approve(ADMIN, NEWCOMER, Role.OFFICIAL)


async def test_roles_survive_a_restart_and_owners_are_always_admins(world, tmp_path):
    await world.membership.request_access(NEWCOMER, "Нова Людина")
    await world.membership.approve(ADMIN, NEWCOMER, Role.OFFICIAL, ["lutsk"])
    async with open_world(tmp_path / "mistok.db", owners=frozenset({5, NEWCOMER})) as restarted:
        assert (await restarted.membership.who(5)).role == Role.ADMIN
        owner = await restarted.membership.who(NEWCOMER)
        assert (owner.role, owner.communities) == (Role.ADMIN, ("lutsk",))
        await restarted.membership.set_language(NEWCOMER, "en")
        with pytest.raises(LastAdminError):
            await restarted.membership.set_role(ADMIN, NEWCOMER, Role.OFFICIAL)
    async with open_world(tmp_path / "mistok.db") as without_owners:
        user = await without_owners.membership.who(NEWCOMER)
        assert (user.role, user.language) == (Role.OFFICIAL, "en")


async def test_the_last_admin_can_be_neither_demoted_nor_removed(world):
    membership = world.membership
    token = await membership.invite(ADMIN, Role.ADMIN)
    first = await membership.redeem(token, 70, "Перша")
    for attempt in (
        membership.set_role(first, first.id, Role.OFFICIAL),
        membership.revoke(first, first.id),
    ):
        with pytest.raises(LastAdminError):
            await attempt
    second = await membership.redeem(await membership.invite(first, Role.ADMIN), 71, "Друга")
    await membership.revoke(second, first.id)
    assert (await membership.who(first.id)).role == Role.STRANGER


async def test_revoking_takes_effect_at_once(world):
    token = await world.membership.invite(ADMIN, Role.COORDINATOR, "korosten")
    await world.membership.redeem(token, NEWCOMER, "Нова")
    await world.membership.revoke(ADMIN, NEWCOMER)
    assert (await world.membership.who(NEWCOMER)).role == Role.STRANGER
    with pytest.raises(UnknownUserError):
        await world.membership.revoke(ADMIN, NEWCOMER)


@pytest.mark.parametrize("actor", [STRANGER, OFFICIAL, OF_KOROSTEN])
async def test_only_admins_let_people_in(world, actor):
    membership = world.membership
    await membership.request_access(NEWCOMER, "Нова Людина")
    for attempt in (
        membership.approve(actor, NEWCOMER, Role.OFFICIAL),
        membership.refuse(actor, NEWCOMER),
        membership.set_role(actor, NEWCOMER, Role.ADMIN),
        membership.revoke(actor, NEWCOMER),
        membership.invite(actor, Role.OFFICIAL),
        membership.users(actor),
        membership.requests(actor),
        membership.groups.bind(actor, GROUP, community="korosten"),
        membership.groups.unbind(actor, GROUP),
    ):
        with pytest.raises(NotPermittedError):
            await attempt


async def test_an_invitation_fits_a_deep_link_and_works_once(world):
    token = await world.membership.invite(ADMIN, Role.COORDINATOR, "korosten")
    assert re.fullmatch(r"[A-Za-z0-9_-]{20,56}", token)
    entered = await world.membership.redeem(token, NEWCOMER, "Нова", "nova")
    assert (entered.role, entered.communities) == (Role.COORDINATOR, ("korosten",))
    with pytest.raises(InvitationError) as caught:
        await world.membership.redeem(token, NEWCOMER + 1, "Інша")
    assert caught.value.problem == "used"
    stored = await world.stores.database.fetch_all("SELECT * FROM invitation")
    assert token not in repr(stored)


async def test_an_invitation_runs_out_and_an_invented_one_is_unknown(world):
    token = await world.membership.invite(ADMIN, Role.OFFICIAL)
    world.clock.advance(timedelta(days=7))
    for given, problem in ((token, "expired"), ("invented", "unknown")):
        with pytest.raises(InvitationError) as caught:
            await world.membership.redeem(given, NEWCOMER, "Нова")
        assert caught.value.problem == problem
    assert (await world.membership.who(NEWCOMER)).role == Role.STRANGER


async def test_an_invitation_never_lowers_a_role(world):
    membership = world.membership
    await membership.redeem(await membership.invite(ADMIN, Role.ADMIN), NEWCOMER, "Нова")
    lower = await membership.invite(ADMIN, Role.OFFICIAL, "lutsk")
    again = await membership.redeem(lower, NEWCOMER, "Нова")
    assert (again.role, again.communities) == (Role.ADMIN, ("lutsk",))


async def test_choosing_a_language_keeps_an_open_request(world):
    await world.membership.request_access(NEWCOMER, "Нова Людина")
    await world.membership.set_language(NEWCOMER, "en")
    assert (await world.membership.who(NEWCOMER)).language == "en"
    approved = await world.membership.approve(ADMIN, NEWCOMER, Role.OFFICIAL)
    assert approved.language == "en"


async def test_somebody_let_in_from_the_command_line_needs_no_restart(world):
    assert (await world.membership.who(NEWCOMER)).role == Role.STRANGER
    await world.stores.members.save_user(type(ADMIN)(id=NEWCOMER, role=Role.OFFICIAL))
    assert (await world.membership.who(NEWCOMER)).role == Role.OFFICIAL


async def test_a_topic_has_its_own_binding_and_else_that_of_its_group(world):
    groups = world.membership.groups
    await groups.bind(ADMIN, GROUP, title="Група", community="korosten")
    await groups.bind(
        ADMIN, GROUP, thread=7, partnership="korosten-bourges", language=ChatLanguage.BOTH
    )
    assert (await world.membership.chat_of(GROUP)).community == "korosten"
    assert (await world.membership.chat_of(GROUP, 7)).partnership == "korosten-bourges"
    assert (await world.membership.chat_of(GROUP, 8)).community == "korosten"
    assert await world.membership.chat_of(GROUP - 1) is None
    await groups.unbind(ADMIN, GROUP, 7)
    assert (await world.membership.chat_of(GROUP, 7)).community == "korosten"


async def test_bindings_follow_a_group_that_becomes_a_supergroup(world, tmp_path):
    groups = world.membership.groups
    await groups.bind(ADMIN, GROUP, community="korosten", language=ChatLanguage.EN)
    await groups.bind(ADMIN, GROUP, thread=7, community="korosten")
    await groups.follow_migration(GROUP, SUPERGROUP)
    assert groups.chat_of(GROUP) is None
    assert groups.chat_of(SUPERGROUP).language == ChatLanguage.EN
    async with open_world(tmp_path / "mistok.db") as restarted:
        assert restarted.membership.groups.all() == groups.all()


async def test_a_user_is_one_person_of_the_registry_and_nobody_else_is(world, tmp_path):
    membership = world.membership
    for user in (NEWCOMER, NEWCOMER + 1):
        await membership.request_access(user, "Нова Людина")
        await membership.approve(ADMIN, user, Role.COORDINATOR, ["korosten"])
    await membership.link(ADMIN, NEWCOMER, "chyzhevska")
    assert (await membership.user_of_person("chyzhevska")).id == NEWCOMER
    with pytest.raises(PersonTakenError) as caught:
        await membership.link(ADMIN, NEWCOMER + 1, "chyzhevska")
    assert caught.value.user.id == NEWCOMER
    async with open_world(tmp_path / "mistok.db") as restarted:
        assert (await restarted.membership.who(NEWCOMER)).person == "chyzhevska"
    await membership.link(ADMIN, NEWCOMER, None)
    assert await membership.user_of_person("chyzhevska") is None
    linked = await membership.link(ADMIN, NEWCOMER + 1, "chyzhevska")
    assert linked == await membership.who(NEWCOMER + 1)


async def test_only_a_member_is_linked_and_only_by_an_admin(world):
    with pytest.raises(NotPermittedError):
        await world.membership.link(OF_KOROSTEN, OF_KOROSTEN.id, "chyzhevska")
    with pytest.raises(UnknownUserError):
        await world.membership.link(ADMIN, NEWCOMER, "chyzhevska")
