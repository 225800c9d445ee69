"""A coordinator without a community is told what to do, and is given one with a tap."""

from __future__ import annotations

from partnership.access import Role, User
from tests.support.office import K1, Office
from tests.support.people import Human


async def newcomer(office: Office) -> Human:
    """A coordinator to whom nobody has given a community."""
    user = User(id=110, name="Олена", role=Role.COORDINATOR, added_at=K1)
    await office.app.stores.members.save_user(user)
    await office.app.services.membership.load()
    return office.telegram.person(110, "Олена")


async def test_who_has_no_community_asks_for_one_and_can_plan_then(office: Office) -> None:
    olena, daryna = (await newcomer(office)).private(), office.admin.private()
    daryna.chat.started = True
    refused = await olena.ask("/meeting Бурж 2024-06-25 15:00")
    assert "ще не надано жодної громади" in refused.text
    await refused.press("Запитати адміністратора")
    assert "Запит надіслано" in (await olena.next()).text
    (asked,) = await daryna.rest()
    assert "Олена" in asked.text
    await asked.press("Коростень")
    assert "Коростень" in (await daryna.next()).text
    assert "Ваша громада: Коростень" in (await olena.next()).text
    assert "Заплановано" in (await olena.ask("/meeting Бурж 2024-06-25 15:00")).text


async def test_plain_words_are_answered_the_same_way(office: Office) -> None:
    olena = (await newcomer(office)).private()
    assert "громади" in (await olena.ask("зустріч з Буржем у четвер о 15:00")).text


async def test_the_list_of_people_gives_a_community_with_two_taps(office: Office) -> None:
    await newcomer(office)
    daryna = office.admin.private()
    await (await daryna.ask("/users")).press("Надати громаду: Олена")
    await (await daryna.next()).press("Житомир")
    assert "Олена — координатор партнерств, Житомир" in (await daryna.next()).text
