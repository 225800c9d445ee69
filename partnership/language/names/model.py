"""What a name is, and what finding one gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """What carries the name."""

    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    AREA = "area"


class How(StrEnum):
    """The way a name was found, from the surest to the least sure."""

    EXACT = "exact"
    FORM = "form"
    ABBREVIATION = "abbreviation"
    ALIAS = "alias"
    ADJECTIVE = "adjective"
    SURNAME = "surname"
    TRANSLIT = "translit"
    LAYOUT = "layout"
    PARTIAL = "partial"
    TYPO = "typo"
    TWO_TYPOS = "two_typos"


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the registry in its spellings.

    `aliases` are other names of the same thing (former names, exonyms, abbreviations);
    `forms` are case forms somebody has checked, beside those that the paradigms give.
    """

    id: str
    kind: NameKind
    uk: str | None = None
    en: str | None = None
    de: str | None = None
    aliases: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in a text. `score` is 0 to 100; the span is in the original text."""

    name_id: str
    kind: NameKind
    how: How
    score: float
    start: int
    end: int
    found: str
