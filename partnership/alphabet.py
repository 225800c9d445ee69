"""The order of the Ukrainian alphabet: by code point «і» would come after «я»."""

from functools import lru_cache

_LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_ORDER = str.maketrans(
    {letter: chr(0x0400 + position) for position, letter in enumerate(_LETTERS)}
    | dict.fromkeys("'’ʼ", "")
)


@lru_cache(maxsize=32_768)
def alphabetical(text: str) -> str:
    """A key to sort Ukrainian texts by; Latin ones keep their order, before the Cyrillic."""
    return text.casefold().translate(_ORDER)
