"""From a word to its code: case forms, apostrophes, look-alike letters, one typing error."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from . import holiday_names, lexicon_en, lexicon_spoken, lexicon_uk, zone_names
from .spelling import Names

_ONE_APOSTROPHE = dict.fromkeys(map(ord, "’ʼ`‘′"), "'")
_CONTRACTED = ("'re", "'d", "'ll", "'ve", "'m", "n't")
_TO_CYRILLIC = str.maketrans("aceiopxykhbmt", "асеіорхукнвмт")
_CYRILLIC = frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")


def fold(word: str) -> str:
    """The word in lower case, without apostrophes, in one alphabet if it was Cyrillic in part."""
    plain = word.casefold().translate(_ONE_APOSTROPHE)
    if plain.isascii() and plain.endswith(_CONTRACTED):
        # «we're» is not “were”, nor «we'd» a Wednesday.
        return plain
    if plain.isascii():
        # «Monday's» is one Monday.
        plain = plain.removesuffix("'s")
    folded = plain.replace("'", "")
    if not folded.isascii() and not _CYRILLIC.isdisjoint(folded):
        folded = folded.translate(_TO_CYRILLIC)
    return folded


@cache
def vocabulary() -> Mapping[str, str]:
    """Every known word with its code; codes of several tokens are separated by spaces."""
    words = _rows(lexicon_spoken.WORDS) | _rows(holiday_names.WORDS)
    words |= _rows(lexicon_en.WORDS) | _rows(lexicon_uk.WORDS)
    for table in (lexicon_uk.CARDINALS, lexicon_en.CARDINALS):
        words |= {word: f"N{code}" for word, code in _rows(table).items()}
    words |= {word: f"O{code}" for word, code in _rows(lexicon_en.ORDINALS).items()}
    words |= _ukrainian_ordinals() | _lasting() | _zones()
    # A lone Latin «o» or «y» is a slip of the keyboard; a Latin «i» is a pronoun.
    return MappingProxyType(words | {"o": "at", "y": "on"})


def code_of(folded: str) -> str | None:
    """The code of a folded word, a typing error in a month or weekday forgiven, or None."""
    return vocabulary().get(folded) or _forgiven(folded)


def guesses(folded: str) -> tuple[str, ...]:
    """The months and weekdays that an unknown word may have been meant for."""
    return _names().guesses(folded)


@lru_cache(maxsize=2048)
def _forgiven(folded: str) -> str | None:
    return _names().forgiven(folded)


@cache
def _names() -> Names:
    return Names(vocabulary())


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
