"""Text typed with the other keyboard layout switched on: «Ljhnveyl» for «Дортмунд»."""

from __future__ import annotations

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`\\"
_UKRAINIAN = "йцукенгшщзхїфівапролджєячсмитьбю'ґ"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё\\"
_LATIN_SHIFTED = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~|'

_LETTERS_ONLY = [pair for pair in zip(_LATIN, _UKRAINIAN, strict=True) if pair[1] != "'"]

_TO_UKRAINIAN = str.maketrans(
    _LATIN + _LATIN_SHIFTED,
    _UKRAINIAN + _UKRAINIAN.upper(),
)
_TO_LATIN = str.maketrans(
    {ord(cyrillic): latin for cyrillic, latin in zip(_RUSSIAN, _LATIN, strict=True)}
    | {ord(c.upper()): s for c, s in zip(_RUSSIAN, _LATIN_SHIFTED, strict=True) if c.isalpha()}
    | {ord(cyrillic): latin for latin, cyrillic in _LETTERS_ONLY}
    | {ord(c.upper()): s for c, s in zip(_UKRAINIAN, _LATIN_SHIFTED, strict=True) if c.isalpha()}
)


def as_ukrainian(text: str) -> str:
    """What the same keys give on the Ukrainian layout (ЙЦУКЕН)."""
    return text.translate(_TO_UKRAINIAN)


def as_latin(text: str) -> str:
    """What the same keys of a Ukrainian or Russian layout give on the Latin one (QWERTY)."""
    return text.translate(_TO_LATIN)
