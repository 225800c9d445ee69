"""What people do in their chats, and what the bot learns of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sandbox.deep_links import check_payload
from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.hub import Happening
from bot.sandbox.methods.sending import forwarded
from bot.sandbox.model import ANONYMOUS_ADMIN_ID, Chat, Json, Person
from bot.sandbox.posting import placed
from bot.sandbox.privacy import bot_sees
from bot.sandbox.sandbox import Sandbox


@dataclass(frozen=True)
class Sent:
    """A message of a person, and the id of its update (None where the bot does not see it)."""

    message: Json
    update_id: int | None


@dataclass(frozen=True)
class Where:
    """How a message is placed.

    Attributes:
        thread_id: the topic; 0 is none (or General).
        reply_to: the message answered; 0 is none.
        anonymous: written in the name of the group by an anonymous administrator.
    """

    thread_id: int = 0
    reply_to: int = 0
    anonymous: bool = False


NOWHERE_SPECIAL = Where()


def send_text(
    sandbox: Sandbox, person: Person, chat: Chat, text: str, where: Where = NOWHERE_SPECIAL
) -> Sent:
    """Write a text."""
    body = sandbox.texts.message(text, "", [], sandbox.world.now())
    return send(sandbox, person, chat, body, where)


def send(
    sandbox: Sandbox, person: Person, chat: Chat, body: Json, where: Where = NOWHERE_SPECIAL
) -> Sent:
    """Send any content to a chat.

    Raises:
        ApiError: where Telegram would not let this person write.
    """
    world = sandbox.world
    _check_may_write(person, chat, where)
    reply = chat.messages.get(where.reply_to)
    if where.reply_to and reply is None:
        raise bad_request("message to be replied not found")
    author = person.as_json()
    if where.anonymous:
        author = {
            "id": ANONYMOUS_ADMIN_ID,
            "is_bot": True,
            "first_name": "Group",
            "username": "GroupAnonymousBot",
        }
        body = body | {"sender_chat": world.chat_json(chat)}
    if chat.is_private:
        chat.started = True
    thread_id = where.thread_id or (reply or {}).get("message_thread_id", 0)
    message = world.post(chat, author, body | placed(thread_id, reply))
    chat.read_up_to[person.id] = message["message_id"]
    return Sent(message, deliver(sandbox, chat, message))


def deliver(sandbox: Sandbox, chat: Chat, message: Json, kind: str = "message") -> int | None:
    """Queue the update of a message, where the bot may see it."""
    if not bot_sees(sandbox, chat, message):
        return None
    return sandbox.updates.add(kind, message)


def _check_may_write(person: Person, chat: Chat, where: Where) -> None:
    if person.id not in chat.present():
        raise forbidden("the person is not a member of the chat")
    if chat.migrated_to is not None:
        raise bad_request(
            "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to
        )
    if chat.bot_blocked:
        raise forbidden("bot was blocked by the user")
    topic = chat.topics.get(where.thread_id)
    if where.thread_id and topic is None:
        raise bad_request("message thread not found")
    is_admin = chat.members[person.id] in {"creator", "administrator"}
    if topic is not None and topic.closed and not is_admin:
        raise bad_request("TOPIC_CLOSED")


def edit_text(sandbox: Sandbox, person: Person, chat: Chat, message_id: int, text: str) -> Sent:
    """Edit an own message."""
    message = chat.messages.get(message_id)
    if message is None or message["from"]["id"] != person.id:
        raise bad_request("message can't be edited")
    message.pop("entities", None)
    message |= sandbox.texts.message(text, "", [], sandbox.world.now())
    message["edit_date"] = sandbox.world.timestamp()
    sandbox.hub.tell(Happening("edited", chat, message))
    return Sent(message, deliver(sandbox, chat, message, "edited_message"))


def press_start(sandbox: Sandbox, person: Person, payload: str = "") -> Sent:
    """Press Start in the private chat, perhaps through a deep link with a payload."""
    check_payload(payload)
    chat = sandbox.world.chat(person.id)
    return send_text(sandbox, person, chat, f"/start {payload}".strip())


def forward(
    sandbox: Sandbox, person: Person, chat: Chat, source: Json, where: Where = NOWHERE_SPECIAL
) -> Sent:
    """Forward a message to a chat."""
    return send(sandbox, person, chat, forwarded(source), where)


def share_contact(
    sandbox: Sandbox, person: Person, chat: Chat, contact: Json, where: Where = NOWHERE_SPECIAL
) -> Sent:
    """Send a contact; one's own carries the user id, as a request_contact button does."""
    return send(sandbox, person, chat, {"contact": contact}, where)


def react(
    sandbox: Sandbox, person: Person, chat: Chat, message_id: int, emoji: str | None
) -> int | None:
    """Set or take back (None) a reaction; the update's id."""
    reactions = [] if emoji is None else [{"type": "emoji", "emoji": emoji}]
    mine = chat.reactions.setdefault(message_id, {})
    old, mine[person.id] = mine.get(person.id, []), reactions
    details = {"message_id": message_id, "reactions": reactions}
    sandbox.hub.tell(Happening("reaction", chat, details=details))
    if not (chat.is_private or chat.bot_status == "administrator"):
        return None
    changed = {
        "chat": sandbox.world.chat_json(chat),
        "message_id": message_id,
        "user": person.as_json(),
        "date": sandbox.world.timestamp(),
        "old_reaction": old,
        "new_reaction": reactions,
    }
    return sandbox.updates.add("message_reaction", changed)
