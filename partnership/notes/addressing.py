"""«Чижевська: підготувати звіт»: whom the first words of a line name, and the rest of it."""

import re
from dataclasses import dataclass

from partnership.language.names import NameIndex, NameKind, Sure, verdict

_PEOPLE = frozenset({NameKind.PERSON})
_HEAD = re.compile(r"^(?P<who>[^:!?\n]{2,40}?)(?::|\s[–—-])\s+(?P<rest>\S.*)$", re.DOTALL)
_TITLE = re.compile(r"^(?:пан(?:і|е)?|п\.|mr|mrs|ms|dr)\.?\s+", re.IGNORECASE)
_REQUEST = re.compile(
    r"(?:просимо|прошу|прос[ия]ть|попросил\w+|пропону\w+|запропонува\w+|треба|потрібно|необхідно"
    r"|слід|варто|нехай|хай|please|(?:we )?ask(?:s|ed)?|needs?|must|should|let)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Addressed:
    """A line that begins with the name of a person of the registry."""

    person: str
    rest: str


def addressed(text: str, names: NameIndex) -> Addressed | None:
    """Who is named before a colon or a dash; only a sure name of a person counts."""
    found = _HEAD.match(text.strip())
    if found is None:
        return None
    who = verdict(names.look_up(_TITLE.sub("", found["who"].strip()), _PEOPLE))
    if not isinstance(who, Sure) or who.remark:
        return None
    return Addressed(who.match.name_id, found["rest"].strip())


def asks(text: str) -> bool:
    """Whether it asks somebody else for something: «просимо надати», «треба підготувати»."""
    return _REQUEST.match(text) is not None
