"""Who took part, side by side, with the posts held on the day of the event."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.calendar.belonging import parties_of
from partnership.events import Capacity, Event, Participant
from partnership.minutes.paper import PaperPerson, PaperSide
from partnership.people import Assignment
from partnership.places import Place
from partnership.queries import posts_of
from partnership.registry import Registry

_Group = tuple[Side | None, str | None]
"""A side, and the id of its place where that is known."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of an event and its participants, looked up in the registry."""

    event: Event
    registry: Registry

    def names(self) -> tuple[Bilingual, ...]:
        """The parties by name, ours first."""
        return tuple(place.name for place in parties_of(self.event, self.registry))

    def sides(self) -> tuple[PaperSide, ...]:
        """Each party with its people, even where nobody is recorded, then everybody else."""
        groups: dict[_Group, list[Participant]] = {
            (_side(place), place.id): [] for place in parties_of(self.event, self.registry)
        }
        for each in self.event.participants:
            groups.setdefault(self._group(each, groups), []).append(each)
        return tuple(self._paper_side(group, people) for group, people in groups.items())

    def person(self, person: str, capacity: Capacity | None = None) -> PaperPerson | None:
        """A person of the registry as of the day; None where the record is gone."""
        known = self.registry.people.get(person)
        if known is None:
            return None
        position = position_of(self.registry, person, self.event.starts_on)
        return PaperPerson(name=known.name, position=position, capacity=capacity)

    def interpreters(self) -> tuple[PaperPerson, ...]:
        """Those who take part as interpreters."""
        wanted = [
            self.person(each.person, each.capacity)
            for each in self.event.participants
            if each.person is not None and each.capacity is Capacity.INTERPRETER
        ]
        return tuple(each for each in wanted if each is not None)

    def _group(self, who: Participant, groups: Iterable[_Group]) -> _Group:
        """The party of a participant: by the place, else the first one of their side."""
        places = list(self._places(who))
        known = list(groups)
        by_place = [group for group in known if group[1] in places]
        if by_place and who.side in {None, by_place[0][0]}:
            return by_place[0]
        side = None if who.side is Side.THIRD else who.side
        if side is None:
            return None, None
        return next((group for group in known if group[0] is side), (side, None))

    def _places(self, who: Participant) -> Iterator[str | None]:
        """Ids of the places where a participant may be from."""
        if who.place is not None:
            yield who.place
        organisations = [who.organisation] if who.organisation else []
        if who.person is not None:
            posts = posts_of(self.registry, who.person, self.event.starts_on)
            organisations += [post.organisation for post in posts]
        for each in organisations:
            found = self.registry.organisations.get(each)
            if found is not None:
                yield found.place

    def _paper_side(self, group: _Group, people: list[Participant]) -> PaperSide:
        side, place = group
        found = self.registry.places.get(place or "")
        party = None if found is None else found.community or found.name
        organisations = dict.fromkeys(self._organisations(people))
        return PaperSide(
            side=side,
            party=party,
            people=tuple(self._people(people)),
            organisations=tuple(each for each in organisations if each != party),
        )

    def _people(self, people: Iterable[Participant]) -> Iterator[PaperPerson]:
        for each in people:
            found = self.registry.people.get(each.person or "")
            if found is not None:
                position = position_of(self.registry, found.id, self.event.starts_on)
                yield PaperPerson(
                    name=found.name,
                    position=position,
                    capacity=each.capacity,
                    attended=each.attended,
                )

    def _organisations(self, people: Iterable[Participant]) -> Iterator[Bilingual]:
        for each in people:
            organisation = self.registry.organisations.get(each.organisation or "")
            place = self.registry.places.get(each.place or "")
            named = organisation or place
            if named is not None:
                yield named.name


def position_of(registry: Registry, person: str, day: date | None) -> Bilingual | None:
    """The post held on a day; several that are known equally well stand side by side."""
    posts = posts_of(registry, person, day)
    if not posts:
        return None
    latest = [each for each in posts if _known_of(each) == _known_of(posts[0])]
    return _joined([each.position for each in latest])


def _known_of(post: Assignment) -> date | None:
    return post.as_of or post.since


def _joined(positions: list[Bilingual]) -> Bilingual:
    if len(positions) == 1:
        return positions[0]
    uk, en = (
        ", ".join(each for each in texts if each) or None
        for texts in ([each.uk for each in positions], [each.en for each in positions])
    )
    return Bilingual(uk, en)


def _side(place: Place) -> Side:
    return Side.HOME if place.home else Side.FOREIGN
