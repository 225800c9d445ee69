"""The bot and people come to chats and leave them."""

from __future__ import annotations

from bot.sandbox.model import Chat, Json
from bot.sandbox.sandbox import Sandbox

PRESENT = frozenset({"creator", "administrator", "member", "restricted"})


def change_bot_status(sandbox: Sandbox, chat: Chat, author: Json, status: str) -> int | None:
    """Change the bot's status in a group: service message, my_chat_member; the update's id."""
    world, old = sandbox.world, chat.bot_status
    if old == status:
        return None
    chat.bot_status = status
    bot = world.bot.as_json()
    was_present, is_present = old in PRESENT, status in PRESENT
    update_id = sandbox.updates.add(
        "my_chat_member", changed_json(sandbox, chat, author, bot, old, status)
    )
    if is_present and not was_present:
        message = world.post(chat, author, {"new_chat_members": [bot]})
        update_id = sandbox.updates.add("message", message)
    elif was_present and not is_present:
        world.post(chat, author, {"left_chat_member": bot})
    world.chats_changed(chat)
    return update_id


def change_bot_block(sandbox: Sandbox, chat: Chat, *, blocked: bool) -> int | None:
    """A person blocks or unblocks the bot in the private chat."""
    if chat.bot_blocked == blocked:
        return None
    chat.bot_blocked = blocked
    bot, person = sandbox.world.bot.as_json(), sandbox.world.people[chat.id].as_json()
    old, new = ("member", "kicked") if blocked else ("kicked", "member")
    sandbox.world.chats_changed(chat)
    return sandbox.updates.add("my_chat_member", changed_json(sandbox, chat, person, bot, old, new))


def change_member_status(
    sandbox: Sandbox, chat: Chat, author: Json, person_id: int, status: str
) -> int | None:
    """A person comes, goes, or is made an administrator: service message and chat_member."""
    old = chat.members.get(person_id, "left")
    person = sandbox.world.people[person_id].as_json()
    chat.members[person_id] = status
    was_present, is_present = old in PRESENT, status in PRESENT
    if is_present and not was_present:
        service: Json = {"new_chat_members": [person]}
    elif was_present and not is_present:
        service = {"left_chat_member": person}
    else:
        service = {}
    update_id = None
    if chat.bot_is_member:
        if service:
            update_id = sandbox.updates.add("message", sandbox.world.post(chat, author, service))
        change = changed_json(sandbox, chat, author, person, old, status)
        update_id = sandbox.updates.add("chat_member", change) or update_id
    sandbox.world.chats_changed(chat)
    return update_id


def changed_json(
    sandbox: Sandbox, chat: Chat, author: Json, user: Json, old: str, new: str
) -> Json:
    """`ChatMemberUpdated` of the Bot API."""
    return {
        "chat": sandbox.world.chat_json(chat),
        "from": author,
        "date": sandbox.world.timestamp(),
        "old_chat_member": member_json(user, old),
        "new_chat_member": member_json(user, new),
    }


def member_json(user: Json, status: str) -> Json:
    """`ChatMember` of the Bot API, with the fields its kind requires."""
    member: Json = {"status": status, "user": user}
    if status == "creator":
        return member | {"is_anonymous": False}
    if status == "kicked":
        return member | {"until_date": 0}
    if status == "administrator":
        rights = (
            "can_be_edited is_anonymous can_manage_chat can_delete_messages "
            "can_manage_video_chats can_restrict_members can_promote_members can_change_info "
            "can_invite_users can_post_stories can_edit_stories can_delete_stories "
            "can_send_welcome_messages"
        )
        granted = {"can_manage_chat", "can_delete_messages", "can_invite_users"}
        return member | {name: name in granted for name in rights.split()}
    return member
