"""Words of a message, brought to one shape: case, apostrophes, dashes, look-alike letters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

APOSTROPHES = "'’ʼ‘`´′"
DASHES = "-‐‑‒–—−"

_WORD = re.compile(rf"[^\W\d_]+(?:[{APOSTROPHES}]+[^\W\d_]+)*", re.UNICODE)
_SENTENCE_END = re.compile(r"[.!?…:;\n]\s*[«“\"(]*$")
_DASH = re.compile(f"[{DASHES}]")
_SPACES = re.compile(r"\s+")
_POSSESSIVE = re.compile(rf"(?<=[a-z])[{APOSTROPHES}]s$")
_NO_APOSTROPHES = str.maketrans("", "", APOSTROPHES + "\u0301")

_LATIN_LOOK = "aceiopxykmhtbrnuABCEHIKMOPTXYl"
_CYRILLIC_LOOK = "асеіорхукмнтвгпиАВСЕНІКМОРТХУІ"
_TO_CYRILLIC = str.maketrans(_LATIN_LOOK, _CYRILLIC_LOOK)
_TO_LATIN = str.maketrans("асеіорхуАВСЕНІКМОРТХУ", "aceiopxyABCEHIKMOPTXY")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text. `start` and `end` are offsets in the original; `word` is normalised."""

    text: str
    word: str
    start: int
    end: int
    opens: bool
    """True for the first word of a sentence, where a capital letter tells nothing."""

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def is_cyrillic(word: str) -> bool:
    """Whether the first letter is Cyrillic (a word is taken to be of one script)."""
    return bool(word) and "\u0400" <= word[0] <= "\u052f"


@lru_cache(maxsize=8192)
def normal_word(word: str) -> str:
    """One word for comparison: casefolded, without apostrophes and stress marks, in one script.

    «Кам’янець», «Кам'янець» and «камянець» are one; so are «проект» and «проєкт», and a word
    in which Latin letters stand for the Cyrillic ones they look like. English «'s» is dropped.
    """
    if word.isascii() and word.isalpha():
        return word.lower()
    lowered = unicodedata.normalize("NFC", _one_script(word)).casefold()
    lowered = _POSSESSIVE.sub("", lowered).translate(_NO_APOSTROPHES)
    return lowered.replace("проект", "проєкт") if "проект" in lowered else lowered


def normal_text(text: str) -> str:
    """The words of a text, normalised and joined by single spaces; punctuation is dropped."""
    return " ".join(normal_word(found.group()) for found in _WORD.finditer(text))


def plain_dashes(text: str) -> str:
    """All kinds of dashes as «-», and runs of white space as one space; lengths may change."""
    return _SPACES.sub(" ", _DASH.sub("-", text)).strip()


def words(text: str) -> list[str]:
    """The normalised words of a text, hyphenated ones taken apart."""
    return [normal_word(found.group()) for found in _WORD.finditer(text)]


def tokens(text: str) -> list[Token]:
    """The words of a text with their places; hyphenated words are taken apart."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        opens = not found or bool(_SENTENCE_END.search(text, found[-1].end, start))
        found.append(Token(match.group(), normal_word(match.group()), start, end, opens))
    return found


def _one_script(word: str) -> str:
    """Replace look-alikes in a word that mixes scripts, towards the script that prevails."""
    if word.isascii():
        return word
    cyrillic = sum(1 for letter in word if "\u0400" <= letter <= "\u052f")
    latin = sum(1 for letter in word if letter < "\u0250" and letter.isalpha())
    if not cyrillic or not latin:
        return word
    return word.translate(_TO_CYRILLIC if cyrillic >= latin else _TO_LATIN)
