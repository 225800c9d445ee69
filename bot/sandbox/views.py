"""What the page shows: chats and messages as a person sees them."""

from __future__ import annotations

from bot.sandbox.hub import Happening
from bot.sandbox.model import GENERAL_TOPIC, Chat, Json, Person
from bot.sandbox.sandbox import Sandbox


def message_view(sandbox: Sandbox, chat: Chat, message: Json) -> Json:
    """A message with what the Bot API hides from bots: any keyboard, and reactions."""
    view = dict(message)
    keyboard = chat.keyboards.get(message["message_id"])
    if keyboard is not None:
        view["reply_markup"] = keyboard
    reactions = [
        reaction | {"from": sandbox.world.user(who)}
        for who, given in chat.reactions.get(message["message_id"], {}).items()
        for reaction in given
    ]
    if reactions:
        view["reactions"] = reactions
    return view


def chat_view(sandbox: Sandbox, person: Person, chat: Chat) -> Json:
    """A line of the person's list of chats."""
    bot = sandbox.world.bot
    title = bot.first_name if chat.is_private else chat.title or ""
    last = max(chat.messages, default=0)
    read = chat.read_up_to.get(person.id, 0)
    topics = [
        {"id": topic.id, "title": topic.title, "closed": topic.closed}
        for topic in chat.topics.values()
    ]
    return {
        "id": chat.id,
        "type": chat.type,
        "title": title,
        "photo_letter": title[:1].upper(),
        "is_forum": chat.is_forum,
        "topics": topics,
        "unread": sum(1 for message_id in chat.messages if message_id > read),
        "last": message_view(sandbox, chat, chat.messages[last]) if last else None,
        "bot_is_member": chat.bot_is_member,
        "bot_blocked": chat.bot_blocked,
        "role": chat.members[person.id],
        "members": members_view(sandbox, chat),
    }


def members_view(sandbox: Sandbox, chat: Chat) -> list[Json]:
    """Who is in the chat, the bot included, for mentions."""
    people = [sandbox.world.people[who].as_json() for who in chat.present()]
    return [*people, sandbox.world.bot.as_json()] if chat.bot_is_member else people


def messages_view(sandbox: Sandbox, chat: Chat, thread_id: int | None) -> list[Json]:
    """Messages oldest first; of one topic, of General (1), or all (None)."""
    return [
        message_view(sandbox, chat, message)
        for message in chat.messages.values()
        if thread_id is None or message.get("message_thread_id", GENERAL_TOPIC) == thread_id
    ]


def person_view(person: Person) -> Json:
    """A person to be, for the page's list."""
    return {
        "id": person.id,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "username": person.username,
        "language_code": person.language_code,
        "hint": person.hint,
    }


def event_view(sandbox: Sandbox, happening: Happening) -> Json:
    """An event of the page's stream."""
    event: Json = {"type": happening.kind, **happening.details}
    if happening.chat is not None:
        event["chat"] = happening.chat.id
        if happening.message is not None:
            event["message"] = message_view(sandbox, happening.chat, happening.message)
    return event
