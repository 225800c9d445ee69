"""Where the bot may write, and what Telegram says where it may not."""

from __future__ import annotations

from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.model import GENERAL_TOPIC, Chat
from bot.sandbox.world import World


def check_reachable(world: World, chat: Chat) -> None:
    """Refuse a chat that the bot cannot reach at all.

    Raises:
        ApiError: 400 for a migrated group, 403 otherwise.
    """
    if chat.migrated_to is not None:
        raise bad_request(
            "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to
        )
    if chat.deleted:
        raise forbidden("the group chat was deleted")
    if chat.is_private:
        _check_person(world, chat)
    elif chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    elif not chat.bot_is_member:
        raise forbidden(f"bot is not a member of the {chat.type} chat")


def _check_person(world: World, chat: Chat) -> None:
    if world.people[chat.id].deactivated:
        raise forbidden("user is deactivated")
    if chat.bot_blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")


def check_can_post(world: World, chat: Chat, thread_id: int) -> None:
    """Refuse a message to this chat and topic (0 is no topic).

    Raises:
        ApiError: in Telegram's words.
    """
    check_reachable(world, chat)
    if not chat.bot_can_post:
        raise bad_request("not enough rights to send text messages to the chat")
    if not thread_id:
        return
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
