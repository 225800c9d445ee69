"""Which person of the registry a user is: said by an admin, proposed where the name is the same."""

from __future__ import annotations

from partnership.access import Role, User
from tests.handlers.dialogue import pressed, said
from tests.support.office import COORDINATOR, OFFICIAL, Office


async def person_of(office: Office, user: int) -> str | None:
    """The person of the registry that a user is linked to."""
    return (await office.app.services.membership.who(user)).person


async def test_an_admin_writes_the_name_in_any_form(office: Office) -> None:
    chat = office.admin.private()
    card = await pressed(await chat.ask("/users"), "Ярина")
    assert "У реєстрі: не внесено" in card.text
    question = await pressed(card, "Хто це в реєстрі")
    assert "Ярина" in question.text
    assert "Бурж" in (await said(chat, "що там з Буржем?")).text
    unknown = await said(chat, "Незнайомченко")
    assert "«Незнайомченко» немає в реєстрі" in unknown.text
    linked = await said(chat, "чижевській")
    assert "У реєстрі: Наталія Чижевська, заступниця" in linked.text
    assert await person_of(office, OFFICIAL) == "chyzhevska"
    await pressed(linked, "Скасувати зв’язок")
    assert await person_of(office, OFFICIAL) is None


async def test_the_same_person_is_given_to_one_user_only(office: Office) -> None:
    chat = office.admin.private()
    for name, told in (("Ярина", "Наталія Чижевська"), ("Тарас", "це вже інший користувач: Ярина")):
        await pressed(await pressed(await chat.ask("/users"), name), "Хто це в реєстрі")
        assert told in (await said(chat, "Чижевська")).text
        await chat.ask("/cancel")
    assert await person_of(office, COORDINATOR) is None


async def test_a_person_of_exactly_the_same_name_is_proposed(office: Office) -> None:
    newcomer = User(id=777, role=Role.OFFICIAL, name="Чижевська Наталія")
    await office.app.stores.members.save_user(newcomer)
    chat = office.admin.private()
    card = await pressed(await chat.ask("/users"), "Чижевська Наталія")
    await pressed(card, "Це Наталія Чижевська")
    assert await person_of(office, 777) == "chyzhevska"


async def test_letting_somebody_in_proposes_who_it_is(office: Office) -> None:
    chat = office.admin.private()
    await chat.ask("/start")
    stranger = office.telegram.person(778, "Nataliia Chyzhevska", language_code="uk")
    await (await stranger.private().ask("/start")).press("Попросити доступ")
    entered = await pressed((await chat.rest())[-1], "Адміністратор")
    card = await pressed(entered, "Це Наталія Чижевська")
    assert "У реєстрі: Наталія Чижевська" in card.text


async def test_a_name_of_two_people_is_asked_about(office: Office) -> None:
    chat = office.admin.private()
    await chat.ask("/lang en")
    await pressed(await pressed(await chat.ask("/users"), "Орест"), "Who is it in the registry")
    answer = await said(chat, "Тарасон")
    assert answer.buttons
