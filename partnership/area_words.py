"""Areas of cooperation as people list them: known ones in any form, and what is new."""

import re
from dataclasses import dataclass

from partnership.language.names import NameIndex, NameKind, Sure, verdict
from partnership.typed_text import parts

SURE_SCORE = 75.0
_JOINED = re.compile(r"\s(?:та|і|й|and)\s", re.I)
"""«культура та спорт» are two areas, unless the whole is one of the registry."""


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
        for piece in [part] if _known(part, names) else _JOINED.split(part):
            area = _known(piece, names)
            if area is not None:
                known[area] = None
            elif piece.strip():
                new[piece.strip()] = None
    return NamedAreas(tuple(known), tuple(new))


def _known(name: str, names: NameIndex) -> str | None:
    decided = verdict(names.look_up(name, {NameKind.AREA}))
    if isinstance(decided, Sure) and decided.match.score >= SURE_SCORE:
        return decided.match.name_id
    return None
