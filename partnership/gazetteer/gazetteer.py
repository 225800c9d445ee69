"""Looking a town up by any of its names, in any spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from partnership.gazetteer.columns import Columns, load_columns
from partnership.gazetteer.place_found import PlaceFound
from partnership.language.names.likeness import sounds_of_mistyped
from partnership.language.names.model import Match, Name, NameKind
from partnership.language.names.ordinary import ordinary_words
from partnership.language.names.search import Search
from partnership.language.names.spelling import Spelling, spellings

# A town that only sounds alike is no rival of one whose very name it is.
_AS_GOOD = 5.0
_WIDEST = 2
_UK, _EN, _ALIASES, _COUNTRY, _REGION, _ZONE, _POPULATION, _LAT, _LON = range(9)


class Gazetteer:
    """Towns with their names, country, region, zone, population and coordinates.

    `load` reads a file and takes a tenth of a second or more: do it once, off the event loop.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._cells = lru_cache(maxsize=512)(self._read_cells)

    @classmethod
    def load(cls) -> Gazetteer:
        """The gazetteer that is shipped with the project."""
        return cls(load_columns())

    def __len__(self) -> int:
        return len(self._columns.places)

    def find(self, text: str, country: str | None = None, limit: int = 8) -> list[PlaceFound]:
        """The towns a text may name, best first, the bigger first among equals.

        `country` (ISO 3166-1 alpha-2) keeps to one country.
        """
        source = _InCountry(self, country)
        matches = Search(source, ordinary_words(), None, alone=True).matches(text)
        found = [self._place(int(match.name_id), match) for match in matches]
        found = [place for place in found if place.score > found[0].score - _AS_GOOD]
        found.sort(key=lambda place: (-place.score, -(place.population or 0), place.en))
        return found[:limit]

    def exact(self, key: str) -> list[int]:
        """The numbers of the towns under a sound key."""
        return self._columns.exact(key)

    def near(self, word: str) -> set[int]:
        """The numbers of the towns a mistyped word may be meant for."""
        # One letter can change two sounds («миколаїв», «миолаїв»), so the net is cast wide.
        keys = sounds_of_mistyped(word)
        return {number for key in keys for number in self._columns.near(key, _WIDEST)}

    def spellings(self, number: int, country: str | None) -> Iterator[Spelling]:
        """All ways to write the name of a town, none if it is of another country."""
        cells = self._cells(number)
        if country is None or cells[_COUNTRY] == country:
            aliases = tuple(cells[_ALIASES].split(";"))
            name = Name(str(number), NameKind.PLACE, cells[_UK], cells[_EN], None, aliases)
            yield from spellings(name)

    def _read_cells(self, number: int) -> list[str]:
        return self._columns.places[number].decode().split("\t")

    def _place(self, number: int, match: Match) -> PlaceFound:
        cells = self._cells(number)
        uk, en = self._region(cells[_REGION])
        return PlaceFound(
            uk=cells[_UK] or None,
            en=cells[_EN],
            country=cells[_COUNTRY],
            region_uk=uk,
            region_en=en,
            zone=self._columns.zones[int(cells[_ZONE])],
            population=int(cells[_POPULATION]) if cells[_POPULATION] else None,
            lat=float(cells[_LAT]) if cells[_LAT] else None,
            lon=float(cells[_LON]) if cells[_LON] else None,
            how=match.how,
            score=match.score,
        )

    def _region(self, number: str) -> tuple[str | None, str | None]:
        if not number:
            return None, None
        uk, en = self._columns.regions[int(number)].split("\t")
        return uk, en


@dataclass(frozen=True, slots=True)
class _InCountry:
    """The gazetteer as a search sees it, kept to one country or none."""

    gazetteer: Gazetteer
    country: str | None

    def exact(self, key: str) -> Iterable[Spelling]:
        return self._spellings(self.gazetteer.exact(key))

    def near(self, word: str, edits: int) -> Iterable[Spelling]:
        return self._spellings(self.gazetteer.near(word)) if edits else ()

    def _spellings(self, numbers: Iterable[int]) -> Iterable[Spelling]:
        return [one for at in numbers for one in self.gazetteer.spellings(at, self.country)]
