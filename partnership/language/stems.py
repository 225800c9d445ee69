"""Stems for search: every case form of a word gives the same one, in Ukrainian and in English.

A stem is no word and is never shown. Endings are taken off until none is left, so that «програм»,
whose «ам» only looks like an ending, meets «програмами» at the same place. Vowels that come and go
(«договір – договору», «вересень – вересня») and consonants that change («допомога – допомозі») are
brought to one. Two words that meet in one stem cost a needless hit, never a missing one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from partnership.language.text import APOSTROPHES, is_cyrillic, normal_word

VERSION = 1
"""Raised with every change of the stems: what was indexed by older ones is indexed anew."""

_TOKEN = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}]+[^\W\d_]+)*")
_SHORTEST = 3
_SHORTEST_VERB = 4

_UK_ENDINGS = """
ого ього ьми ому ьому ими іми ами ями ові еві єві ою ею єю ьою ої ьої ий ій их іх им ім ам ям ах ях
ом ем єм ів їв ев єв ов ей ія ії ію ья ью ьо а я о е є и і ї у ю й ь
"""
_UK_VERB_ENDINGS = """
ити ати яти іти увати ювати ила или ило ила ала али ало яла яли яло іла іли іло ив ав яв ів
ить ать ять уть ють ує ює уємо юємо ємо имо емо
"""
_REFLEXIVE = ("ся", "сь")
_FLEETING = re.compile(r"(?<=[бвгґджзйклмнпрстфхцчшщ])[еєоії](?=[бвгґджзйклмнпрстфхцчшщ]$)")
_DOUBLED = re.compile(r"([^\W\d_])\1$")
_LAST = {"ц": "к", "ч": "к", "з": "г", "ж": "г", "с": "х", "ш": "х"}
_YEV = re.compile(r"єв$")
_DAY = re.compile(r"дн(?:я|ю|ем|і|ів|ям|ями|ях)$")

_COMMON = """
і й та а але що як це в у на до з зі із за по про для від при над під не ми ви він вона вони
the a an of to in on at by for and or is are was were be it this that with from
"""

_EN_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
_EN_VOWEL = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class Stemmed:
    """A word of a text with its place in it; `stem` is empty for words too common to search."""

    stem: str
    start: int
    end: int


def stemmed(text: str) -> list[Stemmed]:
    """The words and numbers of a text, in their order."""
    return [
        Stemmed(stem(found.group()), found.start(), found.end()) for found in _TOKEN.finditer(text)
    ]


def stems(text: str) -> list[str]:
    """The stems of a text in their order, without words too common to search by."""
    return [each.stem for each in stemmed(text) if each.stem]


@cache
def _common_words() -> frozenset[str]:
    return frozenset(_COMMON.split())


@cache
def _longest_first(endings: str) -> tuple[str, ...]:
    return tuple(sorted(endings.split(), key=len, reverse=True))


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """The stem of one word; empty for a word too common to search by."""
    normal = normal_word(word).replace("ґ", "г")
    if normal in _common_words():
        return ""
    if is_cyrillic(normal):
        return _ukrainian(normal)
    return _english(normal) if normal.isascii() and normal.isalpha() else normal


def _ukrainian(word: str) -> str:
    if _DAY.match(word):
        return "ден"
    if word.endswith(_REFLEXIVE) and len(word) > _SHORTEST + 3:
        word = word[:-2]
    word = _without(word, _longest_first(_UK_VERB_ENDINGS), _SHORTEST_VERB)
    while (shorter := _without(word, _longest_first(_UK_ENDINGS), _SHORTEST)) != word:
        word = shorter
    word = _without(word, ("а", "у", "ю", "я", "і", "ь"), 2)
    return _one_shape(word)


def _one_shape(word: str) -> str:
    """Without what changes in the last syllable from form to form."""
    word = _YEV.sub("їв", _DOUBLED.sub(r"\1", word))
    word = word[:-1] + _LAST.get(word[-1], word[-1])
    if len(word) > _SHORTEST:
        return _FLEETING.sub("", word)
    return _FLEETING.sub(_of_short, word)


def _of_short(found: re.Match[str]) -> str:
    """«рік – року», «ніч – ночі»: in a short word the vowel is all there is to tell it by."""
    return "о" if found.group() in "ії" else found.group()


def _without(word: str, endings: tuple[str, ...], shortest: int) -> str:
    """The word without the longest of the endings that leaves enough of it."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)]
    return word


def _english(word: str) -> str:
    """Plurals, «-ing» and «-ed»; what is left may lack its «e»."""
    if len(word) <= _SHORTEST:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("xes", "ches", "shes", "sses", "zes")) else word[:-1]
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST and _EN_VOWEL.search(base):
            word = _EN_DOUBLED.sub(r"\1", base)
            break
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST else word
