"""Texts and captions: what Telegram accepts, and what it says about the rest."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.errors import ApiError
from bot.sandbox.model import Json
from bot.sandbox.tdlib import TextParser
from bot.sandbox.texts import Texts
from tests.support.clocks import MONDAY_MORNING

OLENA: Json = {"id": 11, "is_bot": False, "first_name": "Олена"}
PARSER = TextParser()
TEXTS = Texts(PARSER, lambda user_id: OLENA if user_id == 11 else None)


def message(raw: str, parse_mode: str = "", entities: list[Json] | None = None) -> Json:
    return TEXTS.message(raw, parse_mode, entities or [], MONDAY_MORNING)


def refusal(raw: str, parse_mode: str = "", entities: list[Json] | None = None) -> str:
    with pytest.raises(ApiError) as caught:
        message(raw, parse_mode, entities)
    assert caught.value.code == 400
    return caught.value.description.removeprefix("Bad Request: ")


def test_markup_becomes_entities_with_utf16_offsets() -> None:
    parsed = message('😀 <b>жир</b> <a href="tg://user?id=11">Олена</a>', "HTML")

    assert parsed["text"] == "😀 жир Олена"
    assert parsed["entities"] == [
        {"type": "bold", "offset": 3, "length": 3},
        {"type": "text_mention", "offset": 7, "length": 5, "user": OLENA},
    ]


def test_commands_links_and_mentions_are_found_without_markup() -> None:
    kinds = [one["type"] for one in message("/start @olena https://example.org #x")["entities"]]

    assert kinds == ["bot_command", "mention", "url", "hashtag"]


def test_nothing_is_found_inside_code() -> None:
    assert [one["type"] for one in message("<code>/start</code>", "HTML")["entities"]] == ["code"]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<i>x</b>", 'Unmatched end tag at byte offset 4, expected "</i>", found "</b>"'),
        ("x<", "Unclosed start tag at byte offset 1"),
    ],
)
def test_broken_markup_is_refused_in_telegrams_words(raw: str, why: str) -> None:
    assert refusal(raw, "HTML") == f"can't parse entities: {why}"


def test_an_unescaped_reserved_character_is_refused() -> None:
    assert refusal("a.b", "MarkdownV2").startswith("can't parse entities: Character '.' is reserve")


def test_an_unknown_parse_mode_is_refused() -> None:
    assert refusal("x", "BBCode") == "unsupported parse_mode"


def test_the_limit_counts_characters_after_parsing() -> None:
    assert len(message("<b>" + "😀" * 4096 + "</b>", "HTML")["text"]) == 4096
    assert refusal("😀" * 4097) == "message is too long"


def test_empty_texts_are_refused() -> None:
    assert refusal("") == "message text is empty"
    assert refusal("  \n ") == "text must be non-empty"
    assert refusal("<b></b>", "HTML") == "text must be non-empty"


def test_a_raw_text_over_32_kilobytes_is_too_long() -> None:
    assert refusal("x" * 32_769) == "text is too long"


def test_a_caption_has_1024_characters_at_most() -> None:
    assert TEXTS.caption("я" * 1024, "", [], MONDAY_MORNING)["caption"] == "я" * 1024
    with pytest.raises(ApiError, match="message caption is too long"):
        TEXTS.caption("я" * 1025, "", [], MONDAY_MORNING)


def test_no_caption_is_no_field() -> None:
    assert TEXTS.caption("", "", [], MONDAY_MORNING) == {}


def test_spaces_around_are_cut_and_entities_move_along() -> None:
    parsed = message("  жир  ", entities=[{"type": "bold", "offset": 2, "length": 5}])

    assert parsed == {"text": "жир", "entities": [{"type": "bold", "offset": 0, "length": 3}]}


def test_entities_beyond_the_text_are_refused() -> None:
    outside = {"type": "bold", "offset": 1, "length": 9}

    assert refusal("жир", entities=[outside]) == (
        "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 3"
    )


def test_an_entity_may_not_cut_a_surrogate_pair() -> None:
    assert "in a middle of a UTF-16 symbol" in refusal(
        "😀!", entities=[{"type": "bold", "offset": 0, "length": 1}]
    )


def test_a_mention_of_somebody_unknown_vanishes() -> None:
    unknown = {"type": "text_mention", "offset": 0, "length": 3, "user": {"id": 99}}

    assert "entities" not in message("хто", entities=[unknown])


def test_a_date_more_than_three_years_ahead_is_refused() -> None:
    def dated(days: int) -> list[Json]:
        moment = int((MONDAY_MORNING + timedelta(days=days)).timestamp())
        return [{"type": "date_time", "offset": 0, "length": 4, "unix_time": moment}]

    assert message("тоді", entities=dated(365))["entities"][0]["type"] == "date_time"
    assert refusal("тоді", entities=dated(1200)) == "ENTITY_DATE_INVALID"


def test_a_date_in_markup_keeps_its_format() -> None:
    moment = int(MONDAY_MORNING.timestamp())
    parsed = message(f'<tg-time unix="{moment}" format="wDT">тоді</tg-time>', "HTML")

    assert parsed["entities"] == [
        {
            "type": "date_time",
            "offset": 0,
            "length": 4,
            "unix_time": moment,
            "date_time_format": "wDT",
        }
    ]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=50))
def test_an_escaped_text_arrives_as_it_was_written(written: str) -> None:
    escaped = written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text, _ = PARSER.parse(escaped, "HTML")

    assert text == written


@given(st.text(alphabet="aж😀 ", min_size=1, max_size=20), st.text(alphabet="b😀", min_size=1))
def test_an_entity_covers_exactly_what_was_marked(before: str, marked: str) -> None:
    parsed = message(f".{before}<b>{marked}</b>", "HTML")
    [bold] = [one for one in parsed["entities"] if one["type"] == "bold"]
    units = parsed["text"].encode("utf-16-le")[bold["offset"] * 2 :][: bold["length"] * 2]

    assert units.decode("utf-16-le") == marked
