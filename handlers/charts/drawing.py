"""Draws a chart as PNG: as wide as a phone is sharp, with letters to be read at arm's length."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw
from PIL.ImageFont import FreeTypeFont

from handlers.charts.chart import Bar, Chart, Part
from handlers.charts.fonts import fitted, font, wrapped
from handlers.charts.patterns import EDGE, GROUND, INK, pattern, rounded

WIDTH, MARGIN = 1080, 56
INNER = WIDTH - 2 * MARGIN
PAPER, DARK, MUTED, HAIR = "#F5F7FA", "#17212E", "#526072", "#C9D2DD"
"""The picture brings its own light ground: it looks the same in light and dark themes."""
TITLE, NAME, SMALLEST, NOTE, NUMBER = 56, 44, 32, 33, 32
"""Letters, in pixels."""
BAR_HEIGHT, RADIUS, GAP = 54, 12, 5
NAME_HEIGHT, BETWEEN, LINE = 62, 38, 44
SWATCH = 64
AROUND, EACH = 1_100, 220
"""Pixels that a heading with a legend, and a bar, never need: the sheet is cut off at its end."""


def draw(chart: Chart) -> bytes:
    """The chart as a PNG file."""
    sheet = _Sheet(AROUND + EACH * len(chart.bars))
    sheet.heading(chart.title, chart.note)
    for bar in chart.bars:
        sheet.bar(bar)
    if chart.more:
        sheet.remark(chart.more)
    sheet.legend(chart.legend)
    return sheet.png()


class _Sheet:
    """A sheet that is filled from top to bottom; `y` is where the next thing goes."""

    def __init__(self, height: int) -> None:
        self.image = Image.new("RGB", (WIDTH, height), PAPER)
        self.pen = ImageDraw.Draw(self.image)
        self.y = MARGIN - 8

    def heading(self, title: str, note: str) -> None:
        """What the chart is about."""
        for each in title.splitlines():
            text, letters = fitted(each, INNER, TITLE, SMALLEST, bold=True)
            self.pen.text((MARGIN, self.y), text, DARK, letters)
            self.y += TITLE + 14
        self.y += 6
        self.lines(note)
        self.y += BETWEEN - 8

    def lines(self, text: str) -> None:
        """A text in as many lines as it takes."""
        found = (line for each in text.splitlines() for line in wrapped(each, INNER, font(NOTE)))
        for line in found:
            self.pen.text((MARGIN, self.y), line, MUTED, font(NOTE))
            self.y += LINE

    def remark(self, text: str) -> None:
        """What follows the last bar."""
        self.lines(text)
        self.y += BETWEEN // 3

    def bar(self, bar: Bar) -> None:
        """A name, what is said beside it, and the bar below; no bar where nothing is recorded."""
        if not bar.parts:
            self._bare(bar)
            return
        room = INNER - font(NAME, bold=True).getlength(bar.said) - BETWEEN
        name, letters = fitted(bar.name, room, NAME, SMALLEST, bold=True)
        self._row(name, letters, DARK, bar.said, font(NAME, bold=True))
        self._parts(bar.parts)
        self.y += BAR_HEIGHT + BETWEEN

    def _bare(self, bar: Bar) -> None:
        """A line that takes little room; what is said goes below where it does not fit beside."""
        room = INNER - font(NOTE).getlength(bar.said) - BETWEEN
        name, letters = fitted(bar.name, room, NOTE + 4, SMALLEST - 4, bold=True)
        beside = name == bar.name
        if not beside:
            name, letters = fitted(bar.name, INNER, NOTE + 4, SMALLEST, bold=True)
        self._row(name, letters, MUTED, bar.said if beside else "", font(NOTE))
        if not beside:
            self.lines(bar.said)

    def _row(
        self, left: str, its: FreeTypeFont, ink: str, right: str, letters: FreeTypeFont
    ) -> None:
        """One text at each margin."""
        middle = self.y + NAME_HEIGHT // 2 - 6
        self.pen.text((MARGIN, middle), left, ink, its, anchor="lm")
        self.pen.text((WIDTH - MARGIN, middle), right, ink, letters, anchor="rm")
        self.y += NAME_HEIGHT

    def _parts(self, parts: tuple[tuple[Part, int], ...]) -> None:
        """The bar itself: each part as long as its count asks for, with the count on it."""
        total, before = sum(count for _part, count in parts), 0
        strip = Image.new("RGB", (INNER, BAR_HEIGHT), EDGE)
        pen = ImageDraw.Draw(strip)
        for part, count in parts:
            left = round(INNER * before / total)
            before += count
            right = round(INNER * before / total)
            end = right - GAP if before < total else right
            strip.paste(
                pattern(part, INNER, BAR_HEIGHT).crop((left, 0, end, BAR_HEIGHT)), (left, 0)
            )
            pen.rectangle((end, 0, right, BAR_HEIGHT), PAPER)
            _number(pen, part, count, left, end)
        self._place(strip, MARGIN, self.y)

    def _place(self, strip: Image.Image, x: int, y: int) -> None:
        """Put a strip on the sheet, with a fine edge and round corners."""
        width, height = strip.size
        self.image.paste(EDGE, (x - 2, y - 2), rounded(width + 4, height + 4, RADIUS + 2))
        self.image.paste(strip, (x, y), rounded(width, height, RADIUS))

    def legend(self, legend: tuple[tuple[Part, str], ...]) -> None:
        """What each pattern means, as many on a line as there is room for."""
        self.y += BETWEEN // 3
        self.pen.line((MARGIN, self.y, WIDTH - MARGIN, self.y), HAIR, 2)
        self.y += BETWEEN - 6
        x, letters = MARGIN, font(NOTE)
        for part, text in legend:
            width = SWATCH + 18 + round(letters.getlength(text))
            if x > MARGIN and x + width > WIDTH - MARGIN:
                x, self.y = MARGIN, self.y + 62
            self._place(pattern(part, SWATCH, LINE), x, self.y)
            self.pen.text((x + SWATCH + 18, self.y + LINE // 2), text, DARK, letters, anchor="lm")
            x += width + 44
        self.y += 62

    def png(self) -> bytes:
        """The sheet, cut off where it ends."""
        file = BytesIO()
        whole = self.image.crop((0, 0, WIDTH, self.y + MARGIN // 2))
        whole.save(file, "PNG", compress_level=6)
        return file.getvalue()


def _number(pen: ImageDraw.ImageDraw, part: Part, count: int, left: int, right: int) -> None:
    """How many, where there is room for it; on a plain ground, for stripes would spoil it."""
    letters, text = font(NUMBER, bold=True), str(count)
    half = letters.getlength(text) / 2 + 10
    middle = (left + right) / 2
    if right - left < 2 * half + 8:
        return
    box = (middle - half, 6, middle + half, BAR_HEIGHT - 7)
    pen.rounded_rectangle(box, 8, fill=GROUND[part])
    pen.text((middle, BAR_HEIGHT / 2), text, INK[part], letters, anchor="mm")
