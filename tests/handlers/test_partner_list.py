"""The list of partners and inline mode over HTTP."""

from __future__ import annotations

import pytest

from tests.support.office import Office


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", "10 партнерств"),
        ("Німеччина", "4 партнерства"),
        ("Житомир", "6 партнерств"),
        ("побратими Житомира", "4 партнерства"),
        ("France", "1 партнерство"),
        ("спорт", "1 партнерство"),
    ],
)
async def test_partners_are_filtered_in_words(office: Office, words: str, count: str) -> None:
    answer = await office.official.private().ask(f"/partners {words}".strip())
    assert answer.text.startswith(count)


async def test_the_list_turns_pages_under_its_filter(office: Office) -> None:
    chat = office.official.private()
    first = await chat.ask("/partners")
    await first.press("›")
    second = await chat.next()
    assert second.id == first.id
    assert second.button("2/2")


async def test_an_unknown_filter_is_said_and_the_whole_list_offered(office: Office) -> None:
    answer = await office.official.private().ask("/partners абракадабра")
    assert "Відбір «абракадабра» не розпізнано" in answer.text
    assert answer.button("Усі партнери")


async def test_a_card_is_shared_from_any_chat(office: Office) -> None:
    results = await office.official.inline("дорт")
    assert [each.title for each in results] == ["Житомир – Дортмунд"]
    sent = await office.official.choose(results[0], office.official.private())
    assert "Дортмунд (Німеччина) — Житомир" in sent.text


async def test_inline_mode_shows_nothing_to_strangers(office: Office) -> None:
    results = await office.stranger.inline("дорт")
    assert list(results) == []
    assert results.button
