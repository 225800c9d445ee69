"""First steps, over HTTP."""

from __future__ import annotations

from tests.support.office import Office


async def test_a_stranger_is_told_politely_and_offered_to_ask(office: Office) -> None:
    answer = await office.stranger.private().ask("/start")
    assert "надав доступ адміністратор" in answer.text
    assert answer.button("Попросити доступ")


async def test_the_language_is_switched_at_once(office: Office) -> None:
    chat = office.official.private()
    answer = await chat.ask("/lang en")
    assert answer.text == "Language: English. Registry names stay in both languages."
    assert "What would you like to do?" in (await chat.ask("/help")).text


async def test_help_turns_pages_in_one_message(office: Office) -> None:
    contents = await office.official.private().ask("/help")
    await contents.press("Дізнатися")
    part = await office.official.private().next()
    assert part.id == contents.id
    assert "/partners" in part.text
