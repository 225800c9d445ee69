"""Cities and regions: the parties of partnerships and the scenes of events."""

from dataclasses import dataclass
from enum import StrEnum

from partnership.bilingual import Bilingual

HOME_COUNTRY = "UA"
AGGRESSOR_STATES = frozenset({"RU", "BY"})
"""No partnership with their towns: the draft law on international territorial cooperation."""


class PlaceKind(StrEnum):
    """What a place is."""

    CITY = "city"
    REGION = "region"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseForms:
    """Ukrainian case forms of a name, as given by a person; used to find, never to compose."""

    gen: str | None = None
    dat: str | None = None
    acc: str | None = None
    ins: str | None = None
    loc: str | None = None
    voc: str | None = None

    def all(self) -> tuple[str, ...]:
        """The known forms, each once."""
        known = (self.gen, self.dat, self.acc, self.ins, self.loc, self.voc)
        return tuple(dict.fromkeys(form for form in known if form))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A city or region. A home place is a community that keeps its partnerships here."""

    id: str
    name: Bilingual
    country: str
    """ISO 3166-1 alpha-2, upper case."""
    kind: PlaceKind = PlaceKind.CITY
    name_de: str | None = None
    zone: str | None = None
    """IANA time zone."""
    region: Bilingual | None = None
    community: Bilingual | None = None
    """Full name of the hromada, for Ukrainian places."""
    home: bool = False
    forms: CaseForms | None = None
    adjective: str | None = None
    """Ukrainian adjective: «дортмундський»."""
    aliases: tuple[str, ...] = ()
    """Former names and other spellings."""
    latitude: float | None = None
    longitude: float | None = None
    note: Bilingual | None = None
    sources: tuple[str, ...] = ()

    @property
    def is_aggressor(self) -> bool:
        """Whether a partnership with this place is refused by law."""
        return self.country in AGGRESSOR_STATES
