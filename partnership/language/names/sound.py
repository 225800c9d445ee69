"""How a name sounds, roughly: a key on which different spellings of one name meet.

Житомир, Zhytomyr, Zhitomir, Żytomierz and Schytomyr do not share letters, but share a sound.
All sibilants fall together (German «z» is «ц», Polish «sz» is «ш»), so do «г», «ґ», «х», h
and g, and the vowels of one row; doubled letters and softness are dropped.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from partnership.language.text import is_cyrillic

_CYRILLIC_LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщюяэыё"
_CYRILLIC_SOUNDS = "abvhhdeessiiiiklmnoprstufhssssuaeie"
_CYRILLIC = str.maketrans(_CYRILLIC_LETTERS, _CYRILLIC_SOUNDS, "ьъ")
_MARKED = str.maketrans(
    {
        "ł": "l", "ø": "e", "ö": "e", "ő": "e", "ä": "e", "å": "o", "ü": "u", "ű": "u",
        "ß": "s", "æ": "e", "œ": "e", "đ": "d", "ı": "i", "þ": "t", "ð": "d", "ə": "e",
        "ć": "s", "č": "s", "ç": "s", "ţ": "s", "ț": "s", "ğ": "h", "ż": "s", "ž": "s", "š": "s",
    }
)  # fmt: skip
_UNMARKED = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i", "þ": "t", "ð": "d",
     "ə": "e"}
)  # fmt: skip
_SLAVIC = frozenset("łżąęśźńćčšžřěů")
_POLISH = re.compile("rz|cz|sz")
_GROUPS = {
    "tsch": "s", "dsch": "s", "shch": "s", "sch": "s", "tch": "s", "dzh": "s", "zh": "s",
    "sh": "s", "cz": "s", "sz": "s", "ch": "s", "kh": "h", "gh": "h", "ph": "f", "th": "t",
    "ck": "k", "qu": "kv", "ou": "u", "oo": "u", "oe": "e", "ae": "e", "ue": "u", "eu": "oi",
    "x": "ks", "q": "k", "w": "v", "y": "i", "j": "i", "z": "s", "g": "h",
}  # fmt: skip
_GROUP = re.compile("c(?=[eiy])|" + "|".join(_GROUPS))
_SHORTER = re.compile(r"[td]s|ai|i(?=[aeou])")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = "aeiou"


@lru_cache(maxsize=8192)
def sounds(word: str) -> tuple[str, ...]:
    """The sound keys of a normalised word, the likeliest first (Latin «ch» has two readings)."""
    if is_cyrillic(word):
        return (_shorten(word.translate(_CYRILLIC)),)
    return tuple(dict.fromkeys(_shorten(variant) for variant in _latin_variants(word)))


@lru_cache(maxsize=8192)
def cores(word: str) -> tuple[str, ...]:
    """The sound keys of a stem without the vowels at its end, which cases change."""
    return tuple(dict.fromkeys(key.rstrip(_VOWELS) or key for key in sounds(word)))


def unmarked(word: str) -> str:
    """A Latin word without diacritics: «Płock» typed as «Plock»."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word.translate(_UNMARKED))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _latin_variants(word: str) -> list[str]:
    slavic = not _SLAVIC.isdisjoint(word)
    bare = unmarked(word)
    readings = [bare]
    if bare != word:
        readings.insert(0, unmarked(word.translate(_MARKED)))
    if slavic:
        readings = [one.replace("ch", "h").replace("c", "s").replace("rz", "s") for one in readings]
    if "ch" in bare:
        readings.append(bare.replace("ch", "h"))
    if "ck" in bare:
        readings.append(bare.replace("ck", "sk"))
    if _POLISH.search(bare):
        readings.append(bare.replace("rz", "r").replace("c", "s"))
    return [_GROUP.sub(_group, one).replace("c", "k") for one in readings]


def _group(found: re.Match[str]) -> str:
    return "s" if found.group() == "c" else _GROUPS[found.group()]


def _shorten(key: str) -> str:
    return _DOUBLED.sub(r"\1", _SHORTER.sub(_shorter, key))


def _shorter(found: re.Match[str]) -> str:
    group = found.group()
    if group == "ai":
        return "ei"
    return "s" if group in ("ts", "ds") else ""
