"""Where the bot may read and write, and what Telegram says where it may not.

The levels and the order of the checks are those of the official Bot API server.
"""

from __future__ import annotations

from enum import IntEnum

from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.model import GENERAL_TOPIC, Chat
from bot.sandbox.world import World


class Access(IntEnum):
    """What a method needs; each level includes the ones before it."""

    READ = 1
    EDIT = 2
    WRITE = 3


def check_access(world: World, chat: Chat, access: Access) -> None:
    """Refuse a chat that the bot cannot reach for this purpose.

    Raises:
        ApiError: 400 for a migrated group, 403 otherwise.
    """
    if chat.is_private:
        if access >= Access.EDIT and world.people[chat.id].deactivated:
            raise forbidden("user is deactivated")
        return
    if access >= Access.WRITE and chat.migrated_to is not None:
        raise bad_request(
            "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to
        )
    if access >= Access.WRITE and chat.deleted:
        raise forbidden("the group chat was deleted")
    if access >= Access.EDIT or chat.type == "supergroup":
        _check_member(chat)


def _check_member(chat: Chat) -> None:
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if not chat.bot_is_member:
        raise forbidden(f"bot is not a member of the {chat.type} chat")


def check_can_post(world: World, chat: Chat, thread_id: int) -> None:
    """Refuse a message to this chat and topic (0 is no topic).

    Raises:
        ApiError: in Telegram's words.
    """
    check_access(world, chat, Access.WRITE)
    if chat.is_private:
        if chat.bot_blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
    if not chat.bot_can_post:
        raise bad_request("not enough rights to send text messages to the chat")
    if has_topics(chat) and thread_id:
        _check_topic(chat, thread_id)


def has_topics(chat: Chat) -> bool:
    """Whether Telegram looks at message_thread_id here; elsewhere it ignores it."""
    return chat.is_forum or chat.is_private


def _check_topic(chat: Chat, thread_id: int) -> None:
    topic = chat.topics.get(thread_id)
    if thread_id == GENERAL_TOPIC or topic is None:
        raise bad_request("message thread not found")
    if topic.closed and chat.bot_status != "administrator":
        raise bad_request("TOPIC_CLOSED")


def check_administers(chat: Chat, what: str) -> None:
    """Refuse what only administrators do.

    Raises:
        ApiError: `not enough rights to ...`.
    """
    if not chat.is_private and chat.bot_status != "administrator":
        raise bad_request(f"not enough rights to {what}")
