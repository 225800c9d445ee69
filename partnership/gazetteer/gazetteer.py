"""Looking a town up by any of its names, in any spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from partnership.gazetteer.columns import NAMES_A_PLACE, Columns, load_columns
from partnership.gazetteer.place_found import PlaceFound
from partnership.language.names.alignment import score_of
from partnership.language.names.likeness import sounds_of_mistyped
from partnership.language.names.model import How, Match, Name, NameKind
from partnership.language.names.ordinary import ordinary_words
from partnership.language.names.search import Search
from partnership.language.names.spelling import Spelling, spellings_of

# A town that only sounds alike is no rival of one whose very name it is.
_VERY_NAME = score_of(How.ADJECTIVE)
_SHORTEST_KEY = 3
_LONG_KEY = 6
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

        `country` (ISO 3166-1 alpha-2) keeps to one country. A known name takes tenths of a
        millisecond, a mistyped one a few milliseconds: call it in a thread from a handler.
        """
        source = _InCountry(self, country)
        matches = Search(source, ordinary_words(), None, alone=True).matches(text)
        found = [self._place(int(match.name_id), match) for match in matches]
        if found and found[0].score >= _VERY_NAME:
            found = [place for place in found if place.score >= _VERY_NAME]
        found.sort(key=lambda place: (-place.score, -(place.population or 0), place.en))
        return found[:limit]

    def exact(self, key: str) -> list[int]:
        """The owners of a sound key: a town and one of its names each."""
        return self._columns.exact(key)

    def near(self, word: str) -> set[int]:
        """The owners of the sound keys that a mistyped word may be meant for."""
        # One letter can change two sounds («миколаїв», «миолаїв»), so for long words, which have
        # few neighbours, the net is cast wide.
        keys = [key for key in sounds_of_mistyped(word) if len(key) >= _SHORTEST_KEY]
        edits = {key: 1 + (len(key) >= _LONG_KEY) for key in keys}
        return {owner for key in keys for owner in self._columns.near(key, edits[key])}

    def spellings(self, owner: int, country: str | None) -> Iterator[Spelling]:
        """The ways to write one name of a town, none if it is of another country."""
        number, cell = divmod(owner, NAMES_A_PLACE)
        cells = self._cells(number)
        if country is None or cells[_COUNTRY] == country:
            texts = [cells[_UK], cells[_EN], *cells[_ALIASES].split(";")]
            name = Name(str(number), NameKind.PLACE, cells[_UK], cells[_EN])
            yield from spellings_of(name, texts[cell], How.ALIAS if cell > _EN else How.EXACT)

    def _read_cells(self, number: int) -> list[str]:
        return self._columns.places[number].split("\t")

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

    def _spellings(self, owners: Iterable[int]) -> Iterable[Spelling]:
        return [one for at in owners for one in self.gazetteer.spellings(at, self.country)]
