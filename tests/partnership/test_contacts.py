"""Adding contacts, and reading phones and addresses as people type them."""

import pytest

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.channels import email_channel, phone_channel
from partnership.editing import NewContact
from partnership.errors import NotPermittedError, WrongValueError
from partnership.people import Channel, ChannelKind
from tests.support.builders import ADMIN, OF_KOROSTEN, OF_ZHYTOMYR

BOURGES = "korosten-bourges"


@pytest.mark.parametrize(
    ("typed", "country", "read"),
    [
        ("050 123 45 67", "UA", "+380501234567"),
        ("8 050 123-45-67", "UA", "+380501234567"),
        ("8(0412) 48-11-11", "UA", None),
        ("+33 2 48 57 80 00", "UA", "+33248578000"),
        ("02 48 57 80 00", "FR", "+33248578000"),
        ("12", "UA", None),
        ("подзвоніть мені", "UA", None),
    ],
)
def test_phones_are_read_as_people_type_them(typed, country, read):
    if read is None:
        with pytest.raises(WrongValueError) as caught:
            phone_channel(typed, country)
        assert caught.value.value == typed
    else:
        assert phone_channel(typed, country) == Channel(ChannelKind.PHONE, read)


def test_addresses_are_checked_without_asking_the_network():
    assert email_channel(" Mayor@Ville-Bourges.FR ").value == "Mayor@ville-bourges.fr"
    for wrong in ("mayor", "mayor@", "a b@c.fr"):
        with pytest.raises(WrongValueError):
            email_channel(wrong)


async def test_a_new_contact_gets_a_post_at_the_partners_municipality(world):
    added = await world.editing.add_contact(
        OF_KOROSTEN,
        BOURGES,
        NewContact(
            side=Side.FOREIGN,
            name=Bilingual("Марі Дюпон", "Marie Dupont"),
            position=Bilingual("радниця", "adviser"),
            phone="02 48 57 80 00",
            email="m.dupont@ville-bourges.fr",
            coordinates=True,
        ),
    )
    assert added.id == "dupont"
    person = world.registry.people["dupont"]
    assert [channel.value for channel in person.channels] == [
        "+33248578000",
        "m.dupont@ville-bourges.fr",
    ]
    contact = world.overview.contacts(BOURGES)[0]
    assert (contact.person, contact.coordinates, contact.side) == (person, True, Side.FOREIGN)
    assert contact.post.organisation == "bourges-municipality"


async def test_a_known_person_gets_what_is_new_only(world):
    contact = NewContact(
        side=Side.HOME, name=world.registry.people["chyzhevska"].name, phone="050 123 45 67"
    )
    added = await world.editing.add_contact(OF_KOROSTEN, BOURGES, contact)
    assert added.id == "chyzhevska"
    again = await world.editing.add_contact(OF_KOROSTEN, BOURGES, contact)
    assert again.changes == ()
    assert len(world.registry.people) == 13


async def test_where_no_office_is_known_the_towns_own_is_entered(world):
    contact = NewContact(
        side=Side.FOREIGN, name=Bilingual(uk="Ян Новак"), position=Bilingual(uk="заступник мера")
    )
    added = await world.editing.add_contact(OF_ZHYTOMYR, "zhytomyr-plock", contact)
    (office,) = [o for o in world.registry.organisations.values() if o.place == "plock"]
    assert office.name == world.registry.places["plock"].name
    assert added.id == "person"


async def test_a_wrong_phone_leaves_nothing_behind(world):
    contact = NewContact(side=Side.FOREIGN, name=Bilingual("Ян Новак", "Jan Nowak"), phone="12")
    with pytest.raises(WrongValueError):
        await world.editing.add_contact(ADMIN, "zhytomyr-plock", contact)
    assert "nowak" not in world.registry.people
    with pytest.raises(WrongValueError):
        await world.editing.add_contact(ADMIN, "zhytomyr-plock", NewContact(side=Side.HOME))


async def test_contacts_are_added_by_the_coordinators_of_the_community(world):
    contact = NewContact(side=Side.FOREIGN, name=Bilingual("Ян Новак", "Jan Nowak"))
    with pytest.raises(NotPermittedError):
        await world.editing.add_contact(OF_KOROSTEN, "zhytomyr-plock", contact)


def test_contacts_list_coordinators_first_then_post_holders(world):
    found = world.overview.contacts("kropyvnytskyi-venlo")
    assert [contact.coordinates for contact in found] == [True, False, False]
    assert {contact.person.id for contact in found[1:]} == {"biezhan", "scholten"}
    offices = world.overview.contacts("zhytomyr-dortmund")
    assert (offices[0].person, offices[0].organisation.id) == (None, "dortmund-oir")
