"""What is said about one event in plain words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.handlers.meetings.test_preparing import planned
from tests.support.clocks import StillClock
from tests.support.conversation import Conversation
from tests.support.office import Office
from tests.support.passing_time import pass_time


@pytest.fixture
async def chat(office: Office, clock: StillClock) -> Conversation:
    """The coordinator, with a meeting on 25 June."""
    clock.advance(timedelta(hours=1))
    here = office.coordinator.private()
    await planned(here)
    return here


@pytest.mark.parametrize(
    ("words", "noted"),
    [
        ("я не зможу бути на зустрічі з Буржем", "не буде"),
        ("I can't make the Bourges call", "не буде"),
        ("буду на зустрічі з Буржем", "буде"),
        ("I will attend the meeting with Bourges", "буде"),
    ],
)
async def test_an_answer_is_given_in_words(chat: Conversation, words: str, noted: str) -> None:
    answer = await chat.ask(words)
    assert f"Записано: {noted}\n" in answer.text
    assert "№ 13" in answer.text
    who = await chat.ask("хто буде на зустрічі з Буржем?")
    assert f"Тарас: {noted}" in who.text


async def test_a_link_is_asked_for_and_recorded_in_words(chat: Conversation) -> None:
    missing = await chat.ask("скинь посилання на зустріч з Буржем")
    assert missing.button("Внести посилання")
    kept = await chat.ask("додай посилання https://zoom.us/j/123456789 до зустрічі з Буржем")
    assert "Посилання збережено" in kept.text
    assert "https://zoom.us/j/123456789" in (await chat.ask("дай посилання на Бурж")).text


async def test_somebody_else_who_comes_is_named_by_the_button(chat: Conversation) -> None:
    answer = await chat.ask("замість мене на зустріч з Буржем піде Ярина")
    assert answer.button("Буде заступник")


async def test_what_happened_is_recorded_by_a_button(
    office: Office, chat: Conversation, clock: StillClock
) -> None:
    await pass_time(office, clock, datetime(2024, 6, 25, 12, 20, tzinfo=UTC))
    await chat.rest()
    answer = await chat.ask("дзвінок з Буржем перервала тривога")
    await answer.press("Перервано")
    assert "Чому перервано?" in (await chat.next()).text


async def test_a_question_about_former_meetings_records_nothing(chat: Conversation) -> None:
    assert "Записано" not in (await chat.ask("які зустрічі з Буржем були?")).text
