"""Whom to call: coordinators first, then those who hold posts with the parties."""

from collections.abc import Iterator
from dataclasses import dataclass

from partnership.agreements import Side
from partnership.entities import Kind
from partnership.organisations import Organisation
from partnership.partnerships import Partnership
from partnership.people import Assignment, Person
from partnership.queries import posts_of
from partnership.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person with the post, or an organisation where nobody is named."""

    side: Side
    coordinates: bool
    person: Person | None = None
    post: Assignment | None = None
    organisation: Organisation | None = None
    partnerships: tuple[str, ...] = ()


def coordinator(registry: Registry, partnership: Partnership, side: Side) -> Contact | None:
    """The coordinator on one side, None where neither a person nor an office is recorded."""
    home = side == Side.HOME
    who = partnership.home_coordinator if home else partnership.foreign_coordinator
    office = partnership.home_coordinator_org if home else partnership.foreign_coordinator_org
    if who is None and office is None:
        return None
    post = next(iter(posts_of(registry, who)), None) if who else None
    named = office or (post.organisation if post else None)
    return Contact(
        side=side,
        coordinates=True,
        person=registry.people[who] if who else None,
        post=post,
        organisation=registry.organisations[named] if named else None,
        partnerships=(partnership.id,),
    )


def contacts(registry: Registry, partnership: Partnership) -> list[Contact]:
    """Coordinators of both sides, then everybody with a post at one of the places."""
    found = [coordinator(registry, partnership, side) for side in (Side.HOME, Side.FOREIGN)]
    listed = [each for each in found if each is not None]
    known = {each.person.id for each in listed if each.person}
    for contact in _post_holders(registry, partnership):
        if contact.person is not None and contact.person.id not in known:
            known.add(contact.person.id)
            listed.append(contact)
    return listed


def community_contacts(registry: Registry, community: str) -> list[Contact]:
    """Who coordinates the partnerships of a community, each person once."""
    merged: dict[str, Contact] = {}
    for partnership in registry.partnerships_of(Kind.PLACE, community):
        contact = coordinator(registry, partnership, Side.HOME)
        if partnership.home != community or contact is None or partnership.archived_at:
            continue
        key = contact.person.id if contact.person else f"/{partnership.home_coordinator_org}"
        before = merged[key].partnerships if key in merged else ()
        merged[key] = Contact(
            side=Side.HOME,
            coordinates=True,
            person=contact.person,
            post=contact.post,
            organisation=contact.organisation,
            partnerships=(*before, partnership.id),
        )
    return list(merged.values())


def _post_holders(registry: Registry, partnership: Partnership) -> Iterator[Contact]:
    for place in partnership.places:
        side = Side.HOME if place == partnership.home else Side.FOREIGN
        for office in registry.pointing_to(Kind.PLACE, place, Kind.ORGANISATION):
            for each in registry.pointing_to(Kind.ORGANISATION, office, Kind.ASSIGNMENT):
                post = registry.assignments[each]
                yield Contact(
                    side=side,
                    coordinates=False,
                    person=registry.people[post.person] if post.person else None,
                    post=post,
                    organisation=registry.organisations[office],
                    partnerships=(partnership.id,),
                )
