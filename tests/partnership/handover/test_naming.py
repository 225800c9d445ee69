"""Who hands over to whom, in the words of officials."""

import pytest

from partnership.access import Role, User
from partnership.handover.naming import Naming
from partnership.naming import index_of
from tests.support.builders import example_registry

TARAS = User(id=102, role=Role.COORDINATOR, name="Тарас", username="taras")
ORESTA = User(id=105, role=Role.COORDINATOR, name="Ореста Коваль", username="oresta")
LINKED = User(id=103, role=Role.OFFICIAL, name="Наталя Ч.", username="nata", person="chyzhevska")
USERS = (TARAS, ORESTA, LINKED)


@pytest.fixture(scope="module")
def naming():
    registry = example_registry()
    return Naming(registry, index_of(registry.records()), USERS)


def who(parties):
    return [party.person.id if party.person else party.user.name for party in parties]


@pytest.mark.parametrize(
    "text",
    [
        "Сергієнко Чижевська",
        "сергієнко чижевській",
        "Serhiienko Chyzhevska",
        "Катерина Сергієнко → Наталія Чижевська",
        "Сергієнко @nata",
        "Сергієнко 103",
        "передай справи Сергієнко Чижевській",
        "передай Чижевській справи Сергієнко",
        "передати справи від Сергієнко до Чижевської",
        "Чижевська приймає справи Сергієнко",
        "Чижевська приймає справи від Сергієнко",
        "Сергієнко передає справи Чижевській",
        "Сергієнко звільняється, справи приймає Чижевська",
        "замість Сергієнко тепер Чижевська",
        "hand over Serhiienko’s work to Chyzhevska",
        "hand Serhiienko over to Chyzhevska",
        "hand over to Chyzhevska from Serhiienko",
        "Chyzhevska takes over from Serhiienko",
        "Chyzhevska replaces Serhiienko",
        "transfer everything from Serhiienko to Chyzhevska",
        "усі партнерства Сергієнко передаємо Чижевській",
        "Serhiienko resigned; Chyzhevska takes over her partnerships",
        "Сергієнко йде в декрет, передай справи Чижевській",
        "передай партнерства Кропивницького від Сергієнко Чижевській",
    ],
)
def test_both_sides_are_read_whatever_the_order(naming, text):
    sides = naming.sides(text)
    assert (who(sides.leaving), who(sides.successor)) == (["serhiienko"], ["chyzhevska"])
    assert sides.are_sure


@pytest.mark.parametrize(
    ("text", "leaving", "successor"),
    [
        ("передай справи Тараса Оресті Коваль", "Тарас", "Ореста Коваль"),
        ("@taras @oresta", "Тарас", "Ореста Коваль"),
        ("справи Тараса передай Чижевській", "Тарас", "chyzhevska"),
        ("Тарас Москаленко", "Тарас", "moskalenko"),
    ],
)
def test_users_are_found_by_the_name_they_have_in_telegram(naming, text, leaving, successor):
    sides = naming.sides(text)
    assert (who(sides.leaving), who(sides.successor)) == ([leaving], [successor])


@pytest.mark.parametrize(
    "text",
    [
        "передай мої справи Чижевській",
        "хочу передати свої партнерства Чижевській",
        "hand over my work to Chyzhevska",
    ],
)
def test_ones_own_are_handed_over_to_the_one_who_is_named(naming, text):
    sides = naming.sides(text)
    assert sides.mine
    assert (who(sides.leaving), who(sides.successor)) == ([], ["chyzhevska"])


def test_one_name_alone_is_the_one_who_leaves_and_a_dative_the_one_who_takes_over(naming):
    assert who(naming.sides("Сергієнко").leaving) == ["serhiienko"]
    assert who(naming.sides("передай справи Чижевській").successor) == ["chyzhevska"]
    assert who(naming.sides("передай справи до Чижевської").successor) == ["chyzhevska"]


def test_nobody_is_invented(naming):
    sides = naming.sides("передай справи")
    assert (sides.leaving, sides.successor) == ((), ())
    assert naming.one("Неіснуюча Особа") == ()
