"""Adding a partner: a town that is known or new, never the same partnership twice."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from partnership.access import Action, Role, User
from partnership.batch import Batch
from partnership.bilingual import Bilingual
from partnership.editing.base import Edited, EditingBase, require
from partnership.entities import Kind
from partnership.errors import AggressorStateError, NotFoundError, WrongValueError
from partnership.identifiers import slug, unique_slug
from partnership.partnerships import Partnership
from partnership.places import AGGRESSOR_STATES, Place
from partnership.queries import partnerships_between
from partnership.stages import Stage, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlace:
    """A town that the registry does not know yet, from the gazetteer or from a person."""

    name: Bilingual
    country: str
    """ISO 3166-1 alpha-2."""
    zone: str | None = None
    region: Bilingual | None = None
    name_de: str | None = None
    aliases: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Added(Edited):
    """The partnership that was added, or the one that was there already."""

    existed: bool = False


class AddingPartners(EditingBase):
    """The command /addpartner."""

    __slots__ = ()

    async def add_partner(
        self,
        actor: User,
        home: str | NewPlace,
        partner: str | NewPlace,
        *,
        stage: Stage = Stage.SEARCH,
        status: Status = Status.PROSPECT,
        areas: Iterable[str] = (),
        new_areas: Iterable[Bilingual] = (),
    ) -> Added:
        """Add a partnership of the community `home` with a place, by id or new.

        Where the two are partners already, that partnership is given back and nothing is
        written. Raises AggressorStateError, NotFoundError, WrongValueError for a home place
        that is no community of this registry (an admin makes it one) and for unknown areas.
        """
        require(actor, Action.ADD_PARTNER, home if isinstance(home, str) else None)
        async with self.batches.open(actor.id) as batch:
            place = await self._place(batch, partner)
            community = await self._home(batch, actor, home)
            existing = partnerships_between(self.registry, community, place.id)
            if existing:
                return Added(existing[0].id, batch.id, (), existed=True)
            key = f"{community}-{place.id}"
            partnership = Partnership(
                id=unique_slug(key, self.registry.partnerships, "partnership"),
                home=community,
                foreign=(place.id,),
                stage=stage,
                status=status,
                areas=await self._areas(batch, areas, new_areas),
            )
            await batch.save(partnership)
            return Added(partnership.id, batch.id, tuple(batch.changes))

    async def add_party(self, actor: User, partnership: str, partner: str | NewPlace) -> Edited:
        """Add one more foreign party: a partnership of three."""
        self._permitted(actor, Action.EDIT_PARTNER, partnership)
        async with self.batches.open(actor.id) as batch:
            place = await self._place(batch, partner)
            old = self._partnership(partnership)
            if place.id not in old.foreign:
                await batch.save(replace(old, foreign=(*old.foreign, place.id)), old)
            return Edited.by(batch, partnership)

    def same_place(self, new: NewPlace) -> Place | None:
        """A known place of the same country and name, in either language."""
        names = _folded(new.name)
        for place in self.registry.places.values():
            if place.country == new.country and names & _folded(place.name):
                return place
        return None

    async def _place(self, batch: Batch, partner: str | NewPlace) -> Place:
        if isinstance(partner, str):
            known = self.registry.places.get(partner)
            if known is None:
                raise NotFoundError(Kind.PLACE, partner)
        else:
            if partner.country in AGGRESSOR_STATES:
                raise AggressorStateError(partner.country)
            known = self.same_place(partner)
        if known is None:
            assert isinstance(partner, NewPlace)
            return await batch.save(self._made(partner))
        if known.is_aggressor:
            raise AggressorStateError(known.country)
        return known

    def _made(self, new: NewPlace) -> Place:
        latin = new.name.en or next((each for each in new.aliases if slug(each)), "")
        fallback = f"{new.country.lower()}-place"
        return Place(
            id=unique_slug(latin, self.registry.places, fallback),
            name=new.name,
            country=new.country,
            zone=new.zone,
            region=new.region,
            name_de=new.name_de,
            aliases=new.aliases,
            latitude=new.latitude,
            longitude=new.longitude,
        )

    async def _home(self, batch: Batch, actor: User, home: str | NewPlace) -> str:
        """The id of the community; an admin makes a place one that was none."""
        place = self.registry.places.get(home) if isinstance(home, str) else self.same_place(home)
        if place is None and isinstance(home, str):
            raise NotFoundError(Kind.PLACE, home)
        if place is not None and place.home:
            return place.id
        if actor.role != Role.ADMIN:
            name = home if isinstance(home, str) else home.name.text("uk")
            raise WrongValueError("home", name, "no_home_community")
        made = place or self._made(cast(NewPlace, home))
        return (await batch.save(replace(made, home=True), place)).id


def _folded(name: Bilingual) -> set[str]:
    return {text.casefold() for text in (name.uk, name.en) if text}
