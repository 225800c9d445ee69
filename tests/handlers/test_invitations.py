"""Invitations: a link for one person, for a week."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.support.clocks import StillClock
from tests.support.office import OFFICIAL, STRANGER, Office

OVER = "Це запрошення вже недійсне."


async def invitation(office: Office, words: str = "official Коростень") -> str:
    """The link that `/invite` gives."""
    answer = await office.admin.private().ask(f"/invite {words}")
    return answer.text.splitlines()[-1]


async def test_a_link_lets_one_person_in(office: Office) -> None:
    link = await invitation(office, "coordinator Коростень")
    await office.stranger.follow(link)
    assert "пам’ять" in (await office.stranger.private().next()).text
    entered = await office.app.services.membership.who(STRANGER)
    assert (entered.role, entered.communities) == ("coordinator", ("korosten",))
    other = office.telegram.person(900, "Інша")
    await other.follow(link)
    assert OVER in (await other.private().next()).text
    assert (await office.app.services.membership.who(900)).role == "stranger"


async def test_a_link_runs_out_after_a_week(office: Office, clock: StillClock) -> None:
    link = await invitation(office)
    clock.advance(timedelta(days=7))
    await office.stranger.follow(link)
    assert OVER in (await office.stranger.private().next()).text
    assert (await office.app.services.membership.who(STRANGER)).role == "stranger"


async def test_a_link_holds_until_the_week_is_over(office: Office, clock: StillClock) -> None:
    link = await invitation(office)
    clock.advance(timedelta(days=7, seconds=-1))
    await office.stranger.follow(link)
    await office.telegram.settled()
    assert (await office.app.services.membership.who(STRANGER)).role == "official"


async def test_a_link_fits_what_telegram_allows(office: Office) -> None:
    payload = parse_qs(urlsplit(await invitation(office)).query)["start"][0]
    assert len(payload) <= 64
    assert payload.replace("-", "").replace("_", "").isalnum()


async def test_a_link_adds_a_community_and_never_lowers_a_role(office: Office) -> None:
    await office.neighbour.follow(await invitation(office, "official Луцьк"))
    await office.telegram.settled()
    raised = await office.app.services.membership.who(office.neighbour.id)
    assert (raised.role, raised.communities) == ("coordinator", ("zhytomyr", "lutsk"))


async def test_a_link_that_gives_nothing_new_stays_for_whom_it_is_meant(office: Office) -> None:
    link = await invitation(office, "official Житомир")
    await office.official.follow(link)
    assert "пам’ять" in (await office.official.private().next()).text
    await office.stranger.follow(link)
    await office.telegram.settled()
    assert (await office.app.services.membership.who(STRANGER)).role == "official"


async def test_whoever_tries_their_own_link_does_not_use_it_up(office: Office) -> None:
    link = await invitation(office, "official Луцьк")
    await office.admin.follow(link)
    assert "для іншої людини" in (await office.admin.private().next()).text
    await office.stranger.follow(link)
    await office.telegram.settled()
    assert (await office.app.services.membership.who(STRANGER)).role == "official"


@pytest.mark.parametrize("words", ["", "official", "mayor Коростень", "official Атлантида"])
async def test_what_is_missing_is_asked_for_with_an_example(office: Office, words: str) -> None:
    answer = await office.admin.private().ask(f"/invite {words}".strip())
    assert "/invite official Коростень" in answer.text
    assert "t.me" not in answer.text


async def test_an_admin_is_invited_without_a_community(office: Office) -> None:
    await office.stranger.follow(await invitation(office, "admin"))
    await office.telegram.settled()
    assert (await office.app.services.membership.who(STRANGER)).role == "admin"


async def test_a_link_in_a_group_lets_nobody_in(office: Office) -> None:
    payload = parse_qs(urlsplit(await invitation(office)).query)["start"][0]
    group = office.telegram.group("Група", owner=office.admin, members=(office.stranger,))
    await group.add_bot(office.admin)
    chat = office.stranger.in_group(group)
    assert await chat.ask_all(f"/start {payload}") != []
    assert (await office.app.services.membership.who(STRANGER)).role == "stranger"
    assert (await office.app.services.membership.who(OFFICIAL)).role == "official"
