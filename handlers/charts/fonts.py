"""The letters of charts: a part of DejaVu Sans that comes with Mistok, and text that fits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from io import BytesIO

from PIL.ImageFont import FreeTypeFont, Layout, truetype

ELLIPSIS = "…"


@cache
def font(size: int, *, bold: bool = False) -> FreeTypeFont:
    """DejaVu Sans with Latin and Cyrillic letters, `size` pixels high."""
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    content = files("handlers.charts").joinpath("typefaces", name).read_bytes()
    return truetype(BytesIO(content), size, layout_engine=Layout.BASIC)


def fitted(
    text: str, width: float, size: int, smallest: int, *, bold: bool = False
) -> tuple[str, FreeTypeFont]:
    """The text in the largest letters in which it fits; too long a text ends in «…»."""
    for each in range(size, smallest - 1, -2):
        if font(each, bold=bold).getlength(text) <= width:
            return text, font(each, bold=bold)
    letters = font(smallest, bold=bold)
    while text and letters.getlength(text + ELLIPSIS) > width:
        text = text[:-1].rstrip(" ,–/")
    return text + ELLIPSIS, letters


def wrapped(text: str, width: float, letters: FreeTypeFont) -> Iterator[str]:
    """The text in lines that are no wider than this, where its words are not."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and letters.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line
