"""Editing one field of a record, whatever its type, and the areas of a partnership."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from partnership.access import Action, User
from partnership.bilingual import Bilingual
from partnership.editing.base import Edited, EditingBase, require
from partnership.entities import GROWING, Kind, Reference
from partnership.errors import (
    AggressorStateError,
    NotFoundError,
    UnknownFieldError,
    WrongValueError,
)
from partnership.exchange.codec import UnreadableError, from_plain, to_plain
from partnership.links import links_of
from partnership.partnerships import Partnership

NOT_HERE: dict[Kind, frozenset[str]] = {
    Kind.PARTNERSHIP: frozenset({"home", "stage", "status", "archived_at"}),
    Kind.AGREEMENT: frozenset({"partnership"}),
    Kind.LETTER: frozenset({"partnership"}),
    Kind.PLACE: frozenset({"country", "home"}),
}
"""Fields with a command of their own, or that would make it another record."""

_ACTIONS = {Kind.PERSON: Action.EDIT_CONTACT, Kind.ASSIGNMENT: Action.EDIT_CONTACT}


class EditingFields(EditingBase):
    """The commands /editpartner and /areas."""

    __slots__ = ()

    async def edit(
        self,
        actor: User,
        kind: Kind,
        record: str,
        field: str,
        value: Any,
        *,
        reason: str | None = None,
    ) -> Edited:
        """Set a field to `value`, written as in the exchange format (a date as `2024-05-28`,
        a text as `{"uk": …, "en": …}`, None for «not known»).

        Raises UnknownFieldError, WrongValueError (also for what points to nothing),
        AggressorStateError, NotFoundError.
        """
        if kind in GROWING or field == "id" or field in NOT_HERE.get(kind, ()):
            raise UnknownFieldError(kind, field)
        self._may_edit(actor, kind, record)
        async with self.batches.open(actor.id, reason) as batch:
            old = self._record(kind, record)
            await batch.save(self._with(old, kind, field, value), old)
            return Edited.by(batch, record)

    async def set_areas(
        self,
        actor: User,
        partnership: str,
        areas: Iterable[str],
        new: Iterable[Bilingual] = (),
    ) -> Edited:
        """Replace the areas of a partnership by known ones (ids) and new ones (names)."""
        self._permitted(actor, Action.EDIT_PARTNER, partnership)
        async with self.batches.open(actor.id) as batch:
            wanted = await self._areas(batch, areas, new)
            old = self._partnership(partnership)
            await batch.save(replace(old, areas=wanted), old)
            return Edited.by(batch, partnership)

    def _may_edit(self, actor: User, kind: Kind, record: str) -> None:
        entity = self._record(kind, record)
        action = _ACTIONS.get(kind, Action.EDIT_PARTNER)
        partnership = record if kind == Kind.PARTNERSHIP else getattr(entity, "partnership", None)
        if partnership is None:
            require(actor, action)
        else:
            self._permitted(actor, action, partnership)

    def _record(self, kind: Kind, record: str) -> Reference:
        found: Reference | None = self.registry.table(kind).get(record)
        if found is None:
            raise NotFoundError(kind, record)
        return found

    def _with(self, old: Reference, kind: Kind, field: str, value: Any) -> Reference:
        plain = to_plain(old, complete=True)
        if field not in plain:
            raise UnknownFieldError(kind, field)
        try:
            new: Reference = from_plain(kind, plain | {field: value})
        except UnreadableError as error:
            raise WrongValueError(field, str(value), error.problems[0].code) from None
        for path, target, key in links_of(new):
            if path.startswith(field) and key not in self.registry.table(target):
                raise WrongValueError(field, key, "unknown_reference")
        if isinstance(new, Partnership):
            self._refuse_aggressors(new)
        return new

    def _refuse_aggressors(self, partnership: Partnership) -> None:
        for place in (self.registry.places[each] for each in partnership.foreign):
            if place.is_aggressor:
                raise AggressorStateError(place.country)
