"""Getting in: asked by a stranger, answered by an admin with one tap."""

from __future__ import annotations

from tests.support.office import ADMIN, STRANGER, Office
from tests.support.shown import Shown


async def request(office: Office) -> Shown:
    """Let the stranger ask; what the admin hears of it."""
    await office.admin.start()
    await office.telegram.settled()
    await office.admin.private().rest()
    welcome = await office.stranger.private().ask("/start")
    await welcome.press("Попросити доступ")
    return await office.admin.private().next()


async def test_an_admin_lets_a_stranger_in_with_one_tap_and_the_person_is_told(
    office: Office,
) -> None:
    asked = await request(office)
    assert "Alex" in asked.text
    assert ["Посадова особа, Коростень", "Координатор партнерств, Коростень"] in asked.buttons
    chat = office.stranger.private()
    assert (await chat.next()).text == "Ваш запит передано адміністраторам. Зачекайте, будь ласка."
    await asked.press("Координатор партнерств, Коростень")
    assert (await chat.next()).text.startswith("Місток")
    assert asked.now.text == "Alex — координатор партнерств, Коростень"
    assert asked.now.buttons == []
    assert "Бурж (Франція) — Коростень" in (await chat.ask("/partner Бурж")).text
    entered = await office.app.services.membership.who(STRANGER)
    assert (entered.role, entered.communities) == ("coordinator", ("korosten",))
    assert "addpartner" in chat.commands()


async def test_a_declined_person_is_told_and_stays_outside(office: Office) -> None:
    asked = await request(office)
    chat = office.stranger.private()
    await chat.next()
    await asked.press("Відмовити")
    assert "відхилено" in (await chat.next()).text
    assert "доступ адміністратор" in (await chat.ask("/partners")).text


async def test_the_second_admin_finds_the_request_answered(office: Office) -> None:
    asked = await request(office)
    await asked.press("Посадова особа, Житомир")
    before = await office.app.services.membership.who(STRANGER)
    answer = await asked.press(data=f"apr:{STRANGER}:a:")
    assert (answer.text, answer.show_alert) == ("На цей запит уже відповіли.", True)
    assert await office.app.services.membership.who(STRANGER) == before


async def test_two_requests_are_heard_once(office: Office) -> None:
    await request(office)
    chat = office.stranger.private()
    welcome = await chat.ask("/start")
    with office.admin.private().silence():
        await welcome.press("Попросити доступ")
        await office.telegram.settled()
    assert "Ваш запит" in (await chat.next()).text


async def test_an_admin_who_never_started_the_bot_keeps_nobody_from_hearing(
    office: Office,
) -> None:
    membership = office.app.services.membership
    admin = await membership.who(ADMIN)
    await membership.set_role(admin, office.official.id, admin.role)
    await request(office)
    assert "Ваш запит" in (await office.stranger.private().next()).text


async def test_a_request_speaks_the_language_of_the_admin_and_the_welcome_that_of_the_person(
    office: Office,
) -> None:
    await office.admin.private().ask("/lang en")
    await office.stranger.private().ask("/lang uk")
    asked = await request(office)
    assert "asks for access" in asked.text
    await office.stranger.private().next()
    await asked.press("Official, Lutsk")
    assert "пам’ять" in (await office.stranger.private().next()).text


async def test_forged_buttons_let_nobody_in(office: Office) -> None:
    asked = await request(office)
    for data in (
        f"apr:{STRANGER}:x:korosten",
        f"apr:{STRANGER}:c:",
        f"apr:{STRANGER}:a:korosten",
        f"apr:{STRANGER}:o:atlantis",
        f"apr:{STRANGER}:o:bourges",
        "apr:abc:o:korosten",
    ):
        answer = await asked.press(data=data)
        assert answer.text == "Ця кнопка застаріла.", data
    assert (await office.app.services.membership.who(STRANGER)).role == "stranger"


async def test_somebody_with_access_needs_no_request(office: Office) -> None:
    shown = await office.official.private().ask("/start")
    answer = await shown.press(data="ask")
    assert answer.text == "Ви вже маєте доступ."
