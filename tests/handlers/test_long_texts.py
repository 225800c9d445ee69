"""Long texts are taken apart, and nothing of them is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape

from handlers.long_texts import TEXT_LIMIT, pages_of
from tests.support.texts import shown_text

SIGNS = st.text(st.sampled_from("абв<>&\"' є😀\n"), max_size=120)


def styled(kind: str, inner: str) -> str:
    """A piece of HTML as our templates make it."""
    text = str(escape(inner))
    if kind == "a":
        return f'<a href="https://example.org/?a=1&amp;b=2">{text}</a>'
    return f"<{kind}>{text}</{kind}>" if kind else text


PIECES = st.lists(
    st.builds(styled, st.sampled_from(["", "b", "i", "code", "a"]), SIGNS), max_size=12
)


def visible(text: Markup) -> str:
    """What is read, without white space: Telegram trims it at the edges of a message."""
    return "".join(text.striptags().split())


def units(text: str) -> int:
    """UTF-16 units, as Telegram clients count."""
    return len(text.encode("utf-16-le")) // 2


@settings(max_examples=150, deadline=None)
@given(PIECES, st.integers(40, 200))
def test_pages_hold_the_whole_text_and_each_is_sound(pieces: list[str], limit: int) -> None:
    text = Markup("\n".join(pieces))
    pages = pages_of(text, limit)
    assert "".join(map(visible, pages)) == visible(text)
    for page in pages:
        if visible(page):
            assert units(shown_text(str(page))) <= limit


def test_lines_stay_whole_where_they_fit() -> None:
    line = "Партнерство з Буржем"
    pages = pages_of(Markup("\n".join([line] * 500)))
    assert len(pages) == 3
    assert {each for page in pages for each in page.splitlines() if each} == {line}


def test_a_short_text_is_one_page() -> None:
    text = Markup("<b>Бурж</b> &amp; Коростень")
    assert pages_of(text) == [text]


def test_escaped_signs_count_as_one() -> None:
    assert len(pages_of(Markup("&amp;" * TEXT_LIMIT))) == 1
    assert len(pages_of(Markup("&amp;" * (TEXT_LIMIT + 1)))) == 2
