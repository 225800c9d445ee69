"""People and their roles: /users, /role, /revoke."""

from __future__ import annotations

import pytest

from partnership.access import Role, User
from tests.support.office import ADMIN, COORDINATOR, OFFICIAL, STRANGER, Office


async def test_everybody_with_access_is_listed_page_by_page(office: Office) -> None:
    members = office.app.stores.members
    for number in range(17):
        await members.save_user(User(id=500 + number, role=Role.OFFICIAL, name=f"Людина {number}"))
    chat = office.admin.private()
    shown = await chat.ask("/users")
    assert shown.text.startswith("Мають доступ: 21")
    assert shown.buttons[-1] == ["1/3", "›"]
    seen = shown.text
    for _page in range(2):
        await shown.now.press("›")
        seen += shown.now.text
    assert [name for name in ("Дарина", "Тарас", "Людина 16") if name not in seen] == []
    assert shown.now.buttons[-1] == ["‹", "3/3"]


async def test_an_open_request_stands_below_the_list(office: Office) -> None:
    await (await office.stranger.private().ask("/start")).press("Попросити доступ")
    shown = await office.admin.private().ask_all("/users")
    assert "Alex" in shown[-1].text
    assert shown[-1].button("Відмовити")


async def test_a_role_and_communities_are_given(office: Office) -> None:
    answer = await office.admin.private().ask(f"/role {OFFICIAL} координатор Коростень, Луцьк")
    assert answer.text == "Ярина — координатор партнерств, Коростень, Луцьк"
    changed = await office.app.services.membership.who(OFFICIAL)
    assert (changed.role, changed.communities) == ("coordinator", ("korosten", "lutsk"))


async def test_a_role_keeps_the_communities_where_none_is_named(office: Office) -> None:
    await office.admin.private().ask(f"/role {COORDINATOR} official")
    changed = await office.app.services.membership.who(COORDINATOR)
    assert (changed.role, changed.communities) == ("official", ("korosten",))


@pytest.mark.parametrize(
    "words",
    ["", "103", "103 mayor", "abc official", "103 official Атлантида", "9" * 40 + " official"],
)
async def test_a_wrong_line_is_met_with_an_example(office: Office, words: str) -> None:
    answer = await office.admin.private().ask(f"/role {words}".strip())
    assert "/role 123456789 coordinator Коростень" in answer.text
    assert (await office.app.services.membership.who(OFFICIAL)).role == "official"


@pytest.mark.parametrize("command", ["/role 4242 official", "/revoke 4242"])
async def test_somebody_unknown_is_said_to_be_so(office: Office, command: str) -> None:
    assert "4242" in (await office.admin.private().ask(command)).text


async def test_access_is_taken_away_after_a_confirmation(office: Office) -> None:
    chat, theirs = office.admin.private(), office.official.private()
    card = await theirs.ask("/partner Бурж")
    question = await chat.ask(f"/revoke {OFFICIAL}")
    assert (await office.app.services.membership.who(OFFICIAL)).role == "official"
    await question.press("Відкликати доступ")
    assert "Ярина" in question.now.text
    assert (await office.app.services.membership.who(OFFICIAL)).role == "stranger"
    assert "partners" not in theirs.commands()
    answer = await card.press("Історія")
    assert answer.show_alert
    assert "надав доступ адміністратор" in str(answer.text)
    assert card.now.text == card.text


async def test_one_may_step_back_from_taking_access_away(office: Office) -> None:
    question = await office.admin.private().ask(f"/revoke {OFFICIAL}")
    await question.press("Назад")
    assert question.now.text.startswith("Мають доступ: 4")
    assert (await office.app.services.membership.who(OFFICIAL)).role == "official"


async def test_the_last_admin_stays(office: Office) -> None:
    chat = office.admin.private()
    question = await chat.ask(f"/revoke {ADMIN}")
    answer = await question.press("Відкликати доступ")
    assert answer.text == "Це останній адміністратор: спершу призначте іншого."
    assert "останній адміністратор" in (await chat.ask(f"/role {ADMIN} official")).text
    assert (await office.app.services.membership.who(ADMIN)).role == "admin"


async def test_a_second_tap_on_a_revocation_is_an_alert(office: Office) -> None:
    question = await office.admin.private().ask(f"/revoke {OFFICIAL}")
    await question.press("Відкликати доступ")
    answer = await question.press(data=f"rvk:{OFFICIAL}")
    assert answer.show_alert
    assert str(OFFICIAL) in str(answer.text)


async def test_somebody_let_in_by_the_command_line_may_get_another_role_unseen(
    office: Office,
) -> None:
    await office.app.stores.members.save_user(User(id=STRANGER, role=Role.OFFICIAL, name="Alex"))
    answer = await office.admin.private().ask(f"/role {STRANGER} coordinator Луцьк")
    assert answer.text == "Alex — координатор партнерств, Луцьк"
