"""Talking to forms, which take the buttons off their last question before they go on."""

from __future__ import annotations

from tests.support.conversation import Conversation
from tests.support.shown import Shown


async def said(chat: Conversation, text: str) -> Shown:
    """The answer to a text."""
    return (await chat.ask_all(text))[-1]


async def pressed(shown: Shown, text: str) -> Shown:
    """What a button showed."""
    await shown.press(text)
    return (await shown.conversation.rest())[-1]
