"""Areas of cooperation as people list them: known ones in any form, and what is new."""

from dataclasses import dataclass

from partnership.language.names import NameIndex, NameKind, Sure, verdict
from partnership.typed_text import parts

SURE_SCORE = 75.0


@dataclass(frozen=True, slots=True)
class NamedAreas:
    """Ids of areas of the registry, and names that it does not have yet."""

    known: tuple[str, ...]
    new: tuple[str, ...]


def read_areas(text: str, names: NameIndex) -> NamedAreas:
    """The areas of a list such as «культура, освіта, кіно»."""
    known: dict[str, None] = {}
    new: dict[str, None] = {}
    for part in parts(text):
        decided = verdict(names.look_up(part, {NameKind.AREA}))
        if isinstance(decided, Sure) and decided.match.score >= SURE_SCORE:
            known[decided.match.name_id] = None
        else:
            new[part] = None
    return NamedAreas(tuple(known), tuple(new))
