"""Adding a contact: a person, the post they hold, and how they are reached at work."""

from dataclasses import dataclass, replace

from partnership.access import Action, User
from partnership.agreements import Side
from partnership.batch import Batch
from partnership.bilingual import Bilingual
from partnership.channels import email_channel, phone_channel
from partnership.editing.base import Edited, EditingBase
from partnership.entities import Kind
from partnership.errors import NotFoundError, WrongValueError
from partnership.identifiers import unique_slug
from partnership.organisations import Organisation, OrganisationKind
from partnership.partnerships import Partnership
from partnership.people import Assignment, Channel, Gender, Person
from partnership.places import Place
from partnership.queries import posts_of

_HOSTS = (
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.COMMUNITY,
    OrganisationKind.LOCAL_COUNCIL,
)
"""Where somebody works of whom only the town is said, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewContact:
    """A contact as a person tells it. Names the person by `person` (an id) or by `name`."""

    side: Side
    name: Bilingual | None = None
    person: str | None = None
    position: Bilingual | None = None
    organisation: str | None = None
    phone: str | None = None
    email: str | None = None
    gender: Gender | None = None
    coordinates: bool = False
    """Whether this person coordinates the partnership on their side."""


class AddingContacts(EditingBase):
    """The command /addcontact."""

    __slots__ = ()

    async def add_contact(self, actor: User, partnership: str, contact: NewContact) -> Edited:
        """Add a person, or what is new of a known one; `Edited.id` is the person's id.

        Raises WrongValueError for a phone or an address that cannot be one, and where
        neither a name nor a person is given.
        """
        self._permitted(actor, Action.EDIT_CONTACT, partnership)
        async with self.batches.open(actor.id) as batch:
            old = self._partnership(partnership)
            place = self._place_of(old, contact.side)
            person = await self._person(batch, contact, place)
            if contact.position is not None:
                await self._post(batch, contact, contact.position, person, place)
            if contact.coordinates:
                await batch.save(_coordinated(old, contact.side, person), old)
            return Edited.by(batch, person.id)

    def _place_of(self, partnership: Partnership, side: Side) -> Place:
        chosen = partnership.home if side == Side.HOME else partnership.foreign[0]
        return self.registry.places[chosen]

    async def _person(self, batch: Batch, contact: NewContact, place: Place) -> Person:
        old = self._known(contact, place)
        channels = _channels(contact, place.country)
        if old is not None:
            merged = tuple(dict.fromkeys((*old.channels, *channels)))
            return await batch.save(replace(old, channels=merged), old)
        if contact.name is None:
            raise WrongValueError("name", "", "missing")
        new = Person(
            id=unique_slug(_surname(contact.name), self.registry.people, "person"),
            name=contact.name,
            gender=contact.gender,
            channels=channels,
        )
        return await batch.save(new)

    def _known(self, contact: NewContact, place: Place) -> Person | None:
        """The person named by id, or one of the same name with a post at the same place."""
        if contact.person is not None:
            if contact.person not in self.registry.people:
                raise NotFoundError(Kind.PERSON, contact.person)
            return self.registry.people[contact.person]
        for person in self.registry.people.values():
            if person.name == contact.name and self._works_at(person, place):
                return person
        return None

    def _works_at(self, person: Person, place: Place) -> bool:
        offices = self.registry.organisations
        posts = posts_of(self.registry, person.id)
        return not posts or any(offices[post.organisation].place == place.id for post in posts)

    async def _post(
        self,
        batch: Batch,
        contact: NewContact,
        position: Bilingual,
        person: Person,
        place: Place,
    ) -> None:
        office = await self._office(batch, contact, place)
        for post in posts_of(self.registry, person.id):
            if (post.organisation, post.position) == (office, position):
                return
        await batch.save(
            Assignment(
                id=unique_slug(person.id, self.registry.assignments, "post"),
                person=person.id,
                organisation=office,
                position=position,
                as_of=batch.at.date(),
            )
        )

    async def _office(self, batch: Batch, contact: NewContact, place: Place) -> str:
        if contact.organisation is not None:
            if contact.organisation not in self.registry.organisations:
                raise NotFoundError(Kind.ORGANISATION, contact.organisation)
            return contact.organisation
        there = self.registry.pointing_to(Kind.PLACE, place.id, Kind.ORGANISATION)
        offices = [self.registry.organisations[each] for each in there]
        hosts = [each for kind in _HOSTS for each in offices if each.kind == kind]
        if hosts:
            return hosts[0].id
        office = Organisation(
            id=unique_slug(f"{place.id}-municipality", self.registry.organisations, "office"),
            kind=OrganisationKind.MUNICIPALITY,
            name=place.name,
            place=place.id,
        )
        return (await batch.save(office)).id


def _coordinated(old: Partnership, side: Side, person: Person) -> Partnership:
    if side == Side.HOME:
        return replace(old, home_coordinator=person.id)
    return replace(old, foreign_coordinator=person.id)


def _channels(contact: NewContact, country: str) -> tuple[Channel, ...]:
    given = (
        phone_channel(contact.phone, country) if contact.phone else None,
        email_channel(contact.email) if contact.email else None,
    )
    return tuple(channel for channel in given if channel)


def _surname(name: Bilingual) -> str:
    return (name.en or "").split(" ")[-1]
