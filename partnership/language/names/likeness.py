"""How one word of a message resembles one word of a name."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from partnership.language.names.adjectives import adjective_forms
from partnership.language.names.cases import case_forms, possible_stems, stems
from partnership.language.names.model import How
from partnership.language.names.sound import cores, sounds, unmarked
from partnership.language.text import is_cyrillic

_LATIN_ADJECTIVES = ("er", "ern", "ers")
_SHORTEST_SOUND = 3
_LONG_SOUND = 6
_LONG = 7
_NO_VOWELS = str.maketrans("", "", "аеєиіїоуюяыэёйьъ")
_VOWELS = re.compile("[aeiou]")
_TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """`how` the word resembles the name, and how many letters are wrong."""

    how: How
    edits: int = 0


@lru_cache(maxsize=8192)
def likeness(word: str, name: str, *, place: bool, edits: int) -> Likeness | None:
    """Compare two normalised words; `edits` letters may be wrong, a place may be an adjective."""
    if word == name:
        return Likeness(How.EXACT)
    if is_cyrillic(word) and is_cyrillic(name):
        return _cyrillic(word, name, place, edits)
    if is_cyrillic(word) or is_cyrillic(name):
        return _across_scripts(word, name, edits)
    return _latin(word, name, place, edits)


def slip(word: str, name: str) -> Likeness | None:
    """Whether a form of the name stands there with one wrong letter: «Німечини», «Франціі»."""
    return _mistyped(1) if _fewest_edits(word, [*case_forms(name)], 1) else None


@lru_cache(maxsize=8192)
def keys_of_query(word: str) -> frozenset[str]:
    """Sound keys under which the name of this word may stand in an index."""
    if is_cyrillic(word):
        return frozenset(core for stem in possible_stems(word) for core in cores(stem))
    bare = [word]
    bare += [word[: -len(end)] for end in _LATIN_ADJECTIVES if word.endswith(end) and len(word) > 5]
    return frozenset(core for one in bare for core in cores(one))


def sounds_of_mistyped(word: str) -> set[str]:
    """Sound keys near which the name of a mistyped word may stand: with and without an ending."""
    keys = {*sounds(word), *cores(word), min(keys_of_query(word), key=len)}
    return {key for key in keys if len(key) * 2 > len(word)}


def letters_of_mistyped(word: str) -> set[str]:
    """The same letter by letter."""
    return possible_stems(word) if is_cyrillic(word) else {unmarked(word)}


def _cyrillic(word: str, name: str, place: bool, edits: int) -> Likeness | None:
    forms = case_forms(name)
    if word in forms:
        return Likeness(How.FORM)
    adjectives = adjective_forms(name) if place else frozenset()
    if word in adjectives:
        return Likeness(How.ADJECTIVE)
    if _sounds_like_one(word, forms) and _hardly_differs(word, forms):
        return Likeness(How.TRANSLIT)
    wrong = _fewest_edits(word, [*forms, *adjectives], edits)
    return None if wrong is None else _mistyped(wrong)


def _latin(word: str, name: str, place: bool, edits: int) -> Likeness | None:
    if unmarked(word) == unmarked(name):
        return Likeness(How.EXACT)
    if place and any(unmarked(word) == unmarked(name) + end for end in _LATIN_ADJECTIVES):
        return Likeness(How.ADJECTIVE)
    if _heard(sounds(word), sounds(name)):
        return Likeness(How.TRANSLIT)
    if edits and _same_consonants(sounds(word), sounds(name)):
        return _mistyped(1)
    wrong = _fewest_edits(unmarked(word), [unmarked(name)], edits)
    return None if wrong is None else _mistyped(wrong)


def _across_scripts(word: str, name: str, edits: int) -> Likeness | None:
    """A Cyrillic word may stand in any case, whatever script the name is written in."""
    if is_cyrillic(word):
        said, meant = keys_of_query(word), cores(name)
    else:
        said, meant = frozenset(sounds(word)), _nominatives(name)
    if _heard(said, meant):
        return Likeness(How.TRANSLIT)
    if edits and _same_consonants(said, meant):
        return _mistyped(1)
    if len(name) < _LONG:
        edits = min(edits, 1)
    wrongs = [_fewest_edits(one, meant, edits) for one in said if len(one) > _SHORTEST_SOUND]
    wrong = min((one for one in wrongs if one is not None), default=None)
    return None if wrong is None else _mistyped(wrong)


@lru_cache(maxsize=2048)
def _nominatives(name: str) -> tuple[str, ...]:
    """How a Cyrillic name sounds here and in Russian, which keeps the vowel of the stem: Lvov."""
    row = (sound for one in (name, *sorted(stems(name))) for sound in sounds(one))
    return tuple(dict.fromkeys(row))


@lru_cache(maxsize=2048)
def _sounds_of(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(sound for form in forms for sound in sounds(form))


def _sounds_like_one(word: str, forms: frozenset[str]) -> bool:
    return _heard(sounds(word), _sounds_of(forms))


def _hardly_differs(word: str, forms: frozenset[str]) -> bool:
    """Of two Ukrainian words that sound alike hardly a consonant differs: г and х, not с and ц."""
    hard = [_consonants(form) for form in forms]
    return bool(_fewest_edits(_consonants(word), hard, 1 + len(word) // _LONG))


def _consonants(word: str) -> str:
    """The consonants of a Cyrillic word, a doubled one once: «Таллінн» is «Талін»."""
    return _TWICE.sub(r"\1", word.translate(_NO_VOWELS))


def _heard(said: Collection[str], meant: Collection[str]) -> bool:
    """Whether two sound alike; of the shortest words too many do."""
    return any(len(one) >= _SHORTEST_SOUND and one in meant for one in said)


def _same_consonants(said: Collection[str], meant: Collection[str]) -> bool:
    """Whether two long words differ in one or two vowels: Zaporozhye, Запоріжжя."""
    return any(
        OSA.distance(one, other, score_cutoff=2) <= 2
        for one in said
        for other in meant
        if one[:1] == other[:1]
        and len(one) >= _LONG_SOUND
        and _VOWELS.sub("", one) == _VOWELS.sub("", other)
    )


def _fewest_edits(word: str, names: list[str] | tuple[str, ...], edits: int) -> int | None:
    if not edits:
        return None
    best = process.extractOne(word, names, scorer=OSA.distance, score_cutoff=edits)
    return None if best is None else max(1, int(best[1]))


def _mistyped(wrong: int) -> Likeness:
    return Likeness(How.TYPO if wrong == 1 else How.TWO_TYPOS, wrong)
