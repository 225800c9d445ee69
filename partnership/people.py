"""People and the posts they hold; a post is dated, never a bare title of a person."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partnership.bilingual import Bilingual


class Gender(StrEnum):
    """Needed for «виконавець» or «виконавиця», nothing else."""

    FEMALE = "f"
    MALE = "m"


class ChannelKind(StrEnum):
    """How a person is reached at work."""

    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Channel:
    """A work phone in E.164 (`+380…`) or a work e-mail address."""

    kind: ChannelKind
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of either side. `name.en` is None while nobody confirmed the Latin spelling."""

    id: str
    name: Bilingual
    gender: Gender | None = None
    latin_confirmed_by: str | None = None
    """Where the Latin spelling comes from: `transliteration`, a source id, or a name."""
    forms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    supported_by: tuple[str, ...] = ()
    note: Bilingual | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A post in an organisation, from and until a day; `person` is None while unknown."""

    id: str
    organisation: str
    position: Bilingual
    person: str | None = None
    position_de: str | None = None
    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    """The day for which the source says so."""
    note: Bilingual | None = None
    sources: tuple[str, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Whether nothing known contradicts that the post is held on `day`."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )
