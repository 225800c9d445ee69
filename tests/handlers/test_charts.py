"""The picture of action items: bars as long as the counts, patterns, letters that fit."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor, ImageStat

from handlers.charts.chart import Bar, Chart, Part, side_by_side
from handlers.charts.drawing import BAR_HEIGHT, INNER, MARGIN, PAPER, WIDTH, draw
from handlers.charts.fonts import ELLIPSIS, fitted, font
from handlers.charts.patterns import BLUE, WHITE, pattern

LEGEND = tuple((part, part.name.lower()) for part in Part)


def a_chart(*bars: Bar) -> Chart:
    return Chart("Доручення: Коростень", "станом на 17.06.2024", bars, "", ())


def opened(chart: Chart) -> Image.Image:
    return Image.open(BytesIO(draw(chart))).convert("RGB")


def top_of_bar(picture: Image.Image) -> list[tuple[int, int, int]]:
    """The pixels of a line in the upper part of the only bar, above the numbers."""
    dark = {ImageColor.getrgb(BLUE), ImageColor.getrgb(WHITE)}
    middle = MARGIN + INNER // 2
    rows = [y for y in range(picture.height) if picture.getpixel((middle, y)) in dark]
    return [picture.getpixel((MARGIN + x, rows[0] + 3)) for x in range(INNER)]


def plain_lengths(picture: Image.Image) -> dict[str, int]:
    """How many pixels of the line each plain colour takes."""
    colours = {ImageColor.getrgb(each): each for each in (BLUE, WHITE, PAPER)}
    found = dict.fromkeys(colours.values(), 0)
    for colour, run in groupby(top_of_bar(picture)):
        if colour in colours:
            found[colours[colour]] += len(list(run))
    return found


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 9), st.integers(1, 9))
def test_each_part_is_as_long_as_its_count_asks_for(closed: int, open_: int) -> None:
    parts = ((Part.CLOSED, closed), (Part.OPEN, open_))
    lengths = plain_lengths(opened(a_chart(Bar("Бурж", f"{closed} з {closed + open_}", parts))))
    expected = INNER * closed / (closed + open_)
    assert abs(lengths[BLUE] - expected) < 16
    assert abs(lengths[WHITE] - (INNER - expected)) < 16


def test_all_closed_is_a_full_bar_and_none_closed_has_no_blue() -> None:
    full = plain_lengths(opened(a_chart(Bar("Бурж", "3 з 3", ((Part.CLOSED, 3),)))))
    assert full[BLUE] > INNER - 16
    empty = plain_lengths(opened(a_chart(Bar("Бурж", "0 з 3", ((Part.OPEN, 3),)))))
    assert empty[BLUE] == 0


def test_no_bar_is_drawn_where_nothing_is_recorded() -> None:
    with_bar = opened(a_chart(Bar("Бурж", "0 з 1", ((Part.OPEN, 1),))))
    without = opened(a_chart(Bar("Бурж", "доручень не внесено")))
    assert with_bar.height > without.height
    assert ImageColor.getrgb(WHITE) not in {colour for _count, colour in colours_of(without)}


def colours_of(picture: Image.Image) -> list[tuple[int, tuple[int, ...]]]:
    return picture.getcolors(picture.width * picture.height) or []


def test_parts_differ_by_pattern_and_lightness_without_any_colour() -> None:
    grey = {part: pattern(part, 120, BAR_HEIGHT).convert("L") for part in Part}
    lightness = {part: ImageStat.Stat(each).mean[0] for part, each in grey.items()}
    for part in (Part.DONE, Part.OVERDUE):
        low, high = grey[part].getextrema()
        assert high - low > 100, "a pattern, not a plain ground"
    for part in (Part.CLOSED, Part.OPEN):
        low, high = grey[part].getextrema()
        assert low == high, "a plain ground, no pattern"
    assert lightness[Part.OPEN] - lightness[Part.CLOSED] > 100
    assert abs(lightness[Part.OVERDUE] - lightness[Part.DONE]) > 25


def test_it_is_as_wide_as_a_phone_is_sharp_and_within_what_telegram_takes() -> None:
    bars = [
        Bar(f"Партнер {each}", "1 з 4", ((Part.CLOSED, 1), (Part.OVERDUE, 3))) for each in range(12)
    ]
    picture = opened(Chart("Доручення", "станом на сьогодні", tuple(bars), "та ще 3", LEGEND))
    assert picture.width == WIDTH == 1080
    assert picture.width + picture.height < 10_000
    assert picture.height / picture.width < 3


@settings(deadline=None)
@given(st.text(st.sampled_from("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяQWERTY –,."), max_size=120))
def test_a_name_of_any_length_fits(name: str) -> None:
    text, letters = fitted(name, 600, 44, 32, bold=True)
    assert letters.getlength(text) <= 600
    assert text == name or text.endswith(ELLIPSIS)


@pytest.mark.parametrize("letter", "АҐЄІЇЯабвгґєіїщьюя’«»–—…№ßäöüéłșțğžĄĘ/")
@pytest.mark.parametrize("bold", [False, True])
def test_the_letters_of_our_partners_are_in_the_typeface(letter: str, bold: bool) -> None:
    missing = font(40, bold=bold).getmask("\N{SNOWMAN}")
    drawn = font(40, bold=bold).getmask(letter)
    assert bytes(drawn) != bytes(missing)


def test_two_languages_share_one_picture() -> None:
    parts = ((Part.CLOSED, 4), (Part.OVERDUE, 2))
    legend = ((Part.OPEN, "у роботі"),), ((Part.OPEN, "under way"),)
    uk = Chart("Доручення", "за рік", (Bar("Бурж", "4 з 6", parts),), "", legend[0])
    en = Chart("Action items", "a year", (Bar("Bourges", "4 of 6", parts),), "", legend[1])
    both = side_by_side([uk, en])
    assert both is not None
    assert both.title == "Доручення\nAction items"
    assert both.bars == (Bar("Бурж / Bourges", "4/6", parts),)
    assert both.legend == ((Part.OPEN, "у роботі / under way"),)
    assert side_by_side([uk]) == uk


def test_no_chart_is_cut_off_however_many_words_it_has() -> None:
    long = "Дуже довга назва громади й партнера, якої ніхто не скорочує / the same in English"
    bars = tuple(Bar(long, "доручень не внесено / no action items recorded") for _ in range(12))
    chart = Chart(f"{long}\n{long}", f"{long}\n{long}", bars, f"{long}\n{long}", LEGEND)
    picture = opened(chart)
    last = [picture.getpixel((x, picture.height - 1)) for x in range(WIDTH)]
    assert set(last) == {ImageColor.getrgb(PAPER)}
    assert picture.height < 1100 + 220 * len(bars)
