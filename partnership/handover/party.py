"""Who hands over and who takes over: a user of the bot, a person of the registry, or both."""

from collections.abc import Iterable
from dataclasses import dataclass

from partnership.access import Role, User
from partnership.people import Person
from partnership.places import HOME_COUNTRY
from partnership.queries import posts_of
from partnership.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody on one side of a handover; one of the two is always there."""

    user: User | None = None
    """None where they do not use the bot, or left it."""
    person: Person | None = None
    """None where nobody said which person of the registry the user is."""

    def name(self, language: str) -> str:
        """As the registry has it, else as Telegram does."""
        if self.person is not None:
            return self.person.name.text(language)
        return self.user.name or str(self.user.id) if self.user is not None else ""

    @property
    def coordinates(self) -> bool:
        """Whether communities are theirs to coordinate."""
        return self.user is not None and self.user.role in {Role.COORDINATOR, Role.ADMIN}

    def is_same(self, other: "Party") -> bool:
        """Whether both are one and the same human."""
        same_user = self.user is not None and other.user is not None
        same_person = self.person is not None and other.person is not None
        return (same_user and self.user == other.user) or (
            same_person and self.person == other.person
        )


def party_of_user(user: User, registry: Registry) -> Party:
    """A user, with the person they are where that is known."""
    return Party(user=user, person=registry.people.get(user.person or ""))


def parties_of(users: Iterable[User], registry: Registry) -> list[Party]:
    """Everybody who may hand over or take over: users first, then the rest of the registry."""
    known = [party_of_user(user, registry) for user in users if user.role != Role.STRANGER]
    taken = {each.person.id for each in known if each.person is not None}
    others = (each for each in registry.people.values() if each.id not in taken)
    return [*known, *(Party(person=each) for each in others)]


def is_ours(party: Party, registry: Registry) -> bool:
    """Whether they may be on our side: a user, or somebody without a post abroad only."""
    if party.user is not None or party.person is None:
        return True
    posts = posts_of(registry, party.person.id)
    offices = (registry.organisations[post.organisation] for post in posts)
    places = [registry.places[each.place] for each in offices if each.place is not None]
    return not places or any(place.country == HOME_COUNTRY for place in places)
