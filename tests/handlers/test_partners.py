"""Cards of partners over HTTP."""

from __future__ import annotations

import pytest

from tests.support.office import Office


async def test_the_card_says_what_is_known_and_what_is_not(office: Office) -> None:
    card = await office.official.private().ask("/partner дортмунд")
    for fact in (
        "Дортмунд (Німеччина) — Житомир",
        "Знайомство і переговори",
        "станом на 12.01.2023",
        "Управління міжнародних відносин",
        "планувалося на 09.02.2023 (четвер), результат не внесено",
        "Довгострокова мета: Місто-побратим",
    ):
        assert fact in card.text


@pytest.mark.parametrize("name", ["Буржем", "Bourges", ",eh;", "буржж"])
async def test_a_partner_is_found_as_people_write_it(office: Office, name: str) -> None:
    card = await office.official.private().ask(f"/partner {name}")
    assert "Бурж (Франція) — Коростень" in card.text


async def test_without_a_name_the_partners_are_offered(office: Office) -> None:
    help_screen = await office.admin.private().ask("/partner")
    assert help_screen.text.startswith("Вкажіть місто, наприклад: /partner Бурж")
    assert "10" in help_screen.text
    card = await help_screen.press("🇫🇷 Бурж – Коростень")
    assert "Бурж" in (await office.admin.private().next()).text, card


async def test_views_of_a_card_turn_in_one_message(office: Office) -> None:
    chat = office.official.private()
    card = await chat.ask("/partner Бурж")
    await card.press("Історія")
    history = await chat.next()
    assert history.id == card.id
    assert "13.06.2023" in history.text
    await history.press("Назад")
    assert "Бурж (Франція) — Коростень" in (await chat.next()).text


async def test_who_is_not_in_the_registry_is_said(office: Office) -> None:
    answer = await office.official.private().ask("/partner Севілья")
    assert "немає партнера «Севілья»" in answer.text
    assert "Додати його може координатор" in answer.text
