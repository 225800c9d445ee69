"""Groups: made by people, upgraded, joined and left by the bot."""

from __future__ import annotations

from bot.sandbox.acting import Sent, send_text
from bot.sandbox.deep_links import check_payload
from bot.sandbox.errors import bad_request
from bot.sandbox.membership import change_bot_status
from bot.sandbox.model import Chat, Json, Person
from bot.sandbox.sandbox import Sandbox


def create_group(
    sandbox: Sandbox, owner: Person, title: str, topics: list[str], *, supergroup: bool = False
) -> Chat:
    """Make a group of one person; with topics it is a forum."""
    if not title:
        raise bad_request("CHAT_TITLE_EMPTY")
    members = {owner.id: "creator"}
    chat = sandbox.world.add_group(title, members, supergroup=supergroup, forum=bool(topics))
    created = "supergroup_chat_created" if chat.type == "supergroup" else "group_chat_created"
    # Its message takes the number 1, which no topic may have: that is General's.
    sandbox.world.post(chat, owner.as_json(), {created: True})
    for topic in topics:
        sandbox.world.add_topic(chat, topic, owner.as_json())
    sandbox.world.chats_changed(chat)
    return chat


def add_bot(
    sandbox: Sandbox, chat: Chat, by: Person, *, status: str = "member", payload: str = ""
) -> int | None:
    """Add the bot; the payload of a startgroup link arrives as a command. The last update's id."""
    update_id = change_bot_status(sandbox, chat, by.as_json(), status)
    if payload:
        check_payload(payload)
        command = f"/start@{sandbox.world.bot.username} {payload}"
        update_id = send_text(sandbox, by, chat, command).update_id
    return update_id


def remove_bot(sandbox: Sandbox, chat: Chat, by: Person) -> int | None:
    """Throw the bot out; the update's id."""
    return change_bot_status(sandbox, chat, by.as_json(), "kicked")


def upgrade(sandbox: Sandbox, chat: Chat, by: Person) -> tuple[Chat, Sent]:
    """Make a supergroup of a basic group; the old chat stays, unusable, and points to it."""
    if chat.type != "group" or chat.migrated_to is not None:
        raise bad_request("the chat is no basic group")
    world = sandbox.world
    fresh = world.add_group(chat.title or "", dict(chat.members), supergroup=True, forum=False)
    fresh.bot_status = chat.bot_status
    old_message = world.post(chat, by.as_json(), {"migrate_to_chat_id": fresh.id})
    chat.migrated_to = fresh.id
    deliver_service(sandbox, chat, old_message)
    new_message = world.post(fresh, by.as_json(), {"migrate_from_chat_id": chat.id})
    update_id = deliver_service(sandbox, fresh, new_message)
    world.chats_changed(fresh)
    return fresh, Sent(new_message, update_id)


def deliver_service(sandbox: Sandbox, chat: Chat, message: Json) -> int | None:
    """Queue a service message: the bot sees all of them, privacy mode or not."""
    return sandbox.updates.add("message", message) if chat.bot_is_member else None
