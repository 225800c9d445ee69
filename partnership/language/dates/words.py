"""From a word to its code: case forms, apostrophes, look-alike letters, one typing error."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rapidfuzz.distance import OSA

from . import lexicon_en, lexicon_uk, zone_names

# Shorter names have too many neighbours («марта», «липа») for a typing error to be forgiven.
FORGIVEN_LENGTH = 6
# Ordinary words one letter away from a month or a weekday.
NOT_TYPOS = frozenset({"червоні", "червона", "берези", "березі", "грудей", "sundry", "sundae"})

_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ`‘′"))
_TO_CYRILLIC = str.maketrans("aceiopxykhbmt", "асеіорхукнвмт")
_CYRILLIC = frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")


def fold(word: str) -> str:
    """The word in lower case, without apostrophes, in one alphabet if it was Cyrillic in part."""
    folded = word.casefold().translate(_APOSTROPHES)
    if not folded.isascii() and not _CYRILLIC.isdisjoint(folded):
        folded = folded.translate(_TO_CYRILLIC)
    return folded


@cache
def vocabulary() -> Mapping[str, str]:
    """Every known word with its code; codes of several tokens are separated by spaces."""
    words = _rows(lexicon_en.WORDS) | _rows(lexicon_uk.WORDS)
    for table in (lexicon_uk.CARDINALS, lexicon_en.CARDINALS):
        words |= {word: f"N{code}" for word, code in _rows(table).items()}
    words |= {word: f"O{code}" for word, code in _rows(lexicon_en.ORDINALS).items()}
    words |= _ukrainian_ordinals() | _lasting() | _zones()
    # A lone Latin «o» or «y» is a slip of the keyboard; a Latin «i» is a pronoun.
    return MappingProxyType(words | {"o": "at", "y": "on"})


def code_of(folded: str) -> str | None:
    """The code of a folded word, a typing error in a month or weekday forgiven, or None."""
    found = vocabulary().get(folded)
    if found is not None or len(folded) < FORGIVEN_LENGTH or folded in NOT_TYPOS:
        return found
    return _misspelt(folded)


def _misspelt(folded: str) -> str | None:
    near = {
        code
        for word, code in _forgiven().get(len(folded), ())
        if OSA.distance(word, folded, score_cutoff=1) <= 1
    }
    # «червнь» is near «червня», «червень» and «червні»: all June, so the month is certain.
    kinds = {code.rstrip("enlg") for code in near}
    return min(near) if len(kinds) == 1 else None


@cache
def _forgiven() -> Mapping[int, tuple[tuple[str, str], ...]]:
    """Names of months and weekdays by the length of the words they are compared with."""
    names = [
        (word, code)
        for word, code in vocabulary().items()
        if code[0] in "MWE" and len(word) >= FORGIVEN_LENGTH - 1
    ]
    lengths = range(FORGIVEN_LENGTH, 15)
    return {n: tuple(pair for pair in names if abs(len(pair[0]) - n) <= 1) for n in lengths}


def _rows(table: str) -> dict[str, str]:
    rows = (line.split() for line in table.strip().splitlines())
    return {word: code.replace("+", " ") for code, *words in rows for word in words}


def _ukrainian_ordinals() -> dict[str, str]:
    stems = _rows(lexicon_uk.ORDINAL_STEMS)
    ordinals = {
        stem + ending: f"O{number}"
        for stem, number in stems.items()
        for ending in lexicon_uk.ORDINAL_ENDINGS
    }
    return ordinals | dict.fromkeys(lexicon_uk.THIRD.split(), "O3")


def _lasting() -> dict[str, str]:
    return {
        number + unit + ending: f"N{amount} - {code}"
        for number, amount in lexicon_uk.LASTING_STEMS.items()
        for unit, code in lexicon_uk.LASTING_UNITS.items()
        for ending in lexicon_uk.LASTING_ENDINGS
    }


def _zones() -> dict[str, str]:
    cities = _rows(zone_names.CITIES)
    return {
        stem + ending: f"Z{zone}"
        for stem, zone in cities.items()
        for ending in zone_names.CASE_ENDINGS
    }
