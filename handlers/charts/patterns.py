"""How the parts of a bar look: told apart by pattern and lightness, not by colour alone."""

from __future__ import annotations

from functools import cache

from PIL import Image, ImageDraw
from PIL.Image import Resampling

from handlers.charts.chart import Part

BLUE, PALE_BLUE, WHITE, RED = "#1D5A9E", "#CFE2F7", "#FFFFFF", "#B93A0B"
"""Blue and orange-red stay apart for people who do not see red or green."""
EDGE = "#7C8A9C"
FINER = 3
"""Drawn so many times larger and made smaller again, which smooths slanted lines."""
STRIPE, DOT = 18, 15
"""Pixels from one stripe or dot to the next."""

INK = {Part.CLOSED: WHITE, Part.DONE: "#12406F", Part.OPEN: "#243447", Part.OVERDUE: WHITE}
"""Colour of the number on each part."""
GROUND = {Part.CLOSED: BLUE, Part.DONE: PALE_BLUE, Part.OPEN: WHITE, Part.OVERDUE: RED}


@cache
def pattern(part: Part, width: int, height: int) -> Image.Image:
    """A sheet filled with the pattern of a part, to be cut from."""
    large = Image.new("RGB", (width * FINER, height * FINER), GROUND[part])
    pen = ImageDraw.Draw(large)
    if part is Part.OVERDUE:
        _stripes(pen, *large.size)
    elif part is Part.DONE:
        _dots(pen, *large.size)
    return large.resize((width, height), Resampling.BOX)


@cache
def rounded(width: int, height: int, radius: int) -> Image.Image:
    """A mask with round corners."""
    large = Image.new("L", (width * FINER, height * FINER))
    box = (0, 0, large.width - 1, large.height - 1)
    ImageDraw.Draw(large).rounded_rectangle(box, radius * FINER, fill=255)
    return large.resize((width, height), Resampling.BOX)


def _stripes(pen: ImageDraw.ImageDraw, width: int, height: int) -> None:
    step = STRIPE * FINER
    for x in range(-height, width + step, step):
        pen.line((x, height, x + height, 0), fill=WHITE, width=5 * FINER)


def _dots(pen: ImageDraw.ImageDraw, width: int, height: int) -> None:
    step, radius = DOT * FINER, 3 * FINER
    for row, y in enumerate(range(step // 2, height + step, step)):
        for x in range(step // 2 * (row % 2), width + step, step):
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=BLUE)
