"""What the page's menu does with groups, topics and the bot's membership."""

from __future__ import annotations

from bot.sandbox import groups
from bot.sandbox.errors import bad_request
from bot.sandbox.membership import change_bot_block
from bot.sandbox.model import Chat, Json, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.topics import delete_topic, open_topic, set_topic_closed

TOPIC_ACTIONS = frozenset({"close_topic", "reopen_topic", "delete_topic"})


def administer(sandbox: Sandbox, person: Person, chat: Chat, wish: Json) -> Chat:
    """Carry out an action; the chat, which for an upgrade is the new one."""
    action = wish.get("action")
    if action == "upgrade":
        return groups.upgrade(sandbox, chat, person)[0]
    if action in {"block_bot", "unblock_bot"}:
        if not chat.is_private:
            raise bad_request("the chat is not private")
        change_bot_block(sandbox, chat, blocked=action == "block_bot")
    elif chat.is_private:
        raise bad_request("the chat is not a group")
    elif action == "add_bot":
        groups.add_bot(sandbox, chat, person)
    elif action == "make_bot_admin":
        groups.add_bot(sandbox, chat, person, status="administrator")
    elif action == "remove_bot":
        groups.remove_bot(sandbox, chat, person)
    elif action == "create_topic":
        open_topic(sandbox, chat, str(wish.get("title") or ""), person.as_json())
    elif action in TOPIC_ACTIONS:
        _change_topic(sandbox, person, chat, wish)
    else:
        raise bad_request(f"unknown action {action}")
    return chat


def _change_topic(sandbox: Sandbox, person: Person, chat: Chat, wish: Json) -> None:
    thread_id = int(wish.get("thread") or 0)
    if wish["action"] == "delete_topic":
        delete_topic(sandbox, chat, thread_id)
        return
    closed = wish["action"] == "close_topic"
    service = set_topic_closed(sandbox, chat, thread_id, person.as_json(), closed=closed)
    groups.deliver_service(sandbox, chat, service)
