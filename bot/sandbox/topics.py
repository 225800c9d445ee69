"""Changes of forum topics, whoever makes them: the service messages and their updates."""

from __future__ import annotations

from bot.sandbox.errors import bad_request
from bot.sandbox.model import GENERAL_TOPIC, Chat, Json, Topic
from bot.sandbox.posting import placed
from bot.sandbox.sandbox import Sandbox

TITLE_LIMIT = 128


def find_topic(chat: Chat, thread_id: int) -> Topic:
    """The topic.

    Raises:
        ApiError: `message thread not found`, for General too.
    """
    topic = chat.topics.get(thread_id)
    if topic is None or thread_id == GENERAL_TOPIC:
        raise bad_request("message thread not found")
    return topic


def open_topic(sandbox: Sandbox, chat: Chat, title: str, author: Json) -> Topic:
    """Create a topic."""
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not 1 <= len(title) <= TITLE_LIMIT:
        raise bad_request("TOPIC_TITLE_EMPTY" if not title else "TOPIC_TITLE_TOO_LONG")
    topic = sandbox.world.add_topic(chat, title, author)
    sandbox.world.chats_changed(chat)
    return topic


def set_topic_closed(
    sandbox: Sandbox, chat: Chat, thread_id: int, author: Json, *, closed: bool
) -> Json:
    """Close or reopen a topic; the service message."""
    topic = find_topic(chat, thread_id)
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    service = "forum_topic_closed" if closed else "forum_topic_reopened"
    message = sandbox.world.post(chat, author, {service: {}} | placed(thread_id, None))
    sandbox.world.chats_changed(chat)
    return message


def delete_topic(sandbox: Sandbox, chat: Chat, thread_id: int) -> None:
    """Delete a topic together with its messages."""
    find_topic(chat, thread_id)
    del chat.topics[thread_id]
    gone = [
        message_id
        for message_id, message in chat.messages.items()
        if message.get("message_thread_id") == thread_id
    ]
    sandbox.world.delete(chat, gone)
    sandbox.world.chats_changed(chat)
