"""Where a message stands: the chat and the topic that a dictation belongs to."""

from __future__ import annotations

from aiogram.types import CallbackQuery, Message


def place_of(event: Message | CallbackQuery) -> tuple[int, int]:
    """Chat and topic; 0 is a chat without topics, or its General topic."""
    message = event if isinstance(event, Message) else event.message
    assert message is not None
    if not isinstance(message, Message) or not message.is_topic_message:
        return message.chat.id, 0
    return message.chat.id, message.message_thread_id or 0
