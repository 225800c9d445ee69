"""What of the notes is shown where: a group sees what concerns it, a private chat everything."""

from dataclasses import dataclass

from partnership.membership_records import BoundChat
from partnership.notes.note import Belongs
from partnership.registry import Registry


@dataclass(frozen=True, slots=True)
class Scope:
    """The partnerships and communities of a group."""

    partnerships: frozenset[str]
    communities: frozenset[str]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.partnerships or self.communities)

    def within(self, other: "Scope") -> "Scope":
        """What both hold."""
        shared = self.partnerships & other.partnerships
        return Scope(shared, self.communities & other.communities)

    def covers(self, belongs: Belongs) -> bool:
        """Whether it is about what the group is about."""
        return belongs.partnership in self.partnerships or belongs.community in self.communities


def scope_of(bound: BoundChat | None, registry: Registry) -> Scope | None:
    """The scope of a bound group; None for a private chat, where there is no bound."""
    if bound is None:
        return None
    if bound.partnership is not None:
        return Scope(frozenset({bound.partnership}), frozenset())
    home = bound.community or ""
    own = (each.id for each in registry.partnerships.values() if each.home == home)
    return Scope(frozenset(own), frozenset({home}))
