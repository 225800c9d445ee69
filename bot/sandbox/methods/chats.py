"""Methods about chats and their members, pins and reactions."""

from __future__ import annotations

from bot.sandbox.errors import bad_request
from bot.sandbox.hub import Happening
from bot.sandbox.membership import change_bot_status, member_json
from bot.sandbox.model import Chat, Json
from bot.sandbox.parameters import Parameters
from bot.sandbox.rights import Access, check_access, check_administers
from bot.sandbox.sandbox import Sandbox

ADMINISTRATORS = ("creator", "administrator")


async def get_chat(sandbox: Sandbox, parameters: Parameters) -> Json:
    """getChat."""
    chat = _chat(sandbox, parameters)
    full = sandbox.world.chat_json(chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.pinned and chat.pinned[-1] in chat.messages:
        full["pinned_message"] = chat.messages[chat.pinned[-1]]
    return full


async def get_chat_member(sandbox: Sandbox, parameters: Parameters) -> Json:
    """getChatMember; the members of an upgraded or deleted group cannot be read."""
    user_id = parameters.integer("user_id")
    own = user_id == sandbox.world.bot.id
    chat = _chat(sandbox, parameters, Access.READ if own else Access.WRITE)
    user = sandbox.world.user(user_id)
    if user is None:
        raise bad_request("invalid user_id specified")
    if own:
        return member_json(user, "member" if chat.is_private else chat.bot_status)
    return member_json(user, chat.members.get(user_id, "left"))


async def get_chat_administrators(sandbox: Sandbox, parameters: Parameters) -> list[Json]:
    """getChatAdministrators; other bots are left out, so is this one when it is a member."""
    chat = _chat(sandbox, parameters, Access.WRITE)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    people = [
        member_json(user, status)
        for user_id, status in chat.members.items()
        if status in ADMINISTRATORS and (user := sandbox.world.user(user_id)) is not None
    ]
    if chat.bot_status in ADMINISTRATORS:
        people.append(member_json(sandbox.world.bot.as_json(), chat.bot_status))
    return people


async def get_chat_member_count(sandbox: Sandbox, parameters: Parameters) -> int:
    """getChatMemberCount, the bot included."""
    chat = _chat(sandbox, parameters, Access.WRITE)
    return len(chat.present()) + int(chat.bot_is_member)


async def leave_chat(sandbox: Sandbox, parameters: Parameters) -> bool:
    """leaveChat."""
    chat = _chat(sandbox, parameters)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    change_bot_status(sandbox, chat, sandbox.world.bot.as_json(), "left")
    return True


async def pin_chat_message(sandbox: Sandbox, parameters: Parameters) -> bool:
    """pinChatMessage; the service message appears as on Telegram."""
    chat = _chat(sandbox, parameters, Access.WRITE)
    check_administers(chat, "manage pinned messages in the chat")
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    if message["message_id"] not in chat.pinned:
        chat.pinned.append(message["message_id"])
        sandbox.world.post(chat, sandbox.world.bot.as_json(), {"pinned_message": message})
    return True


async def unpin_chat_message(sandbox: Sandbox, parameters: Parameters) -> bool:
    """unpinChatMessage; without message_id, the latest pin."""
    chat = _chat(sandbox, parameters, Access.WRITE)
    check_administers(chat, "manage pinned messages in the chat")
    latest = chat.pinned[-1] if chat.pinned else 0
    message_id = parameters.integer("message_id", latest)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    return True


async def set_message_reaction(sandbox: Sandbox, parameters: Parameters) -> bool:
    """setMessageReaction; a bot sets at most one."""
    chat = _chat(sandbox, parameters)
    message_id = parameters.integer("message_id")
    if message_id not in chat.messages:
        raise bad_request("message to react not found")
    reactions: list[Json] = parameters.json("reaction") or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    chat.reactions.setdefault(message_id, {})[sandbox.world.bot.id] = reactions
    details = {"message_id": message_id, "reactions": reactions}
    sandbox.hub.tell(Happening("reaction", chat, details=details))
    return True


def _chat(sandbox: Sandbox, parameters: Parameters, access: Access = Access.READ) -> Chat:
    chat = sandbox.world.chat(parameters.values.get("chat_id"))
    check_access(sandbox.world, chat, access)
    return chat


METHODS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "setMessageReaction": set_message_reaction,
}
