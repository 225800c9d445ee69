"""Who and what exists in the sandbox: people, chats, messages."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.hub import Happening, Hub
from bot.sandbox.model import BotIdentity, Chat, Json, Person, Topic
from partnership.clock import Clock

SUPERGROUP_OFFSET = -1_000_000_000_000
FIRST_GROUP_NUMBER = 4_000_001


class World:
    """Finds people and chats, and keeps messages; rules about who may do what live elsewhere."""

    def __init__(self, clock: Clock, bot: BotIdentity, hub: Hub) -> None:
        self._clock = clock
        self.bot = bot
        self.hub = hub
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self._groups = FIRST_GROUP_NUMBER

    def now(self) -> datetime:
        """The sandbox's instant, aware, in UTC."""
        return self._clock.now()

    def timestamp(self) -> int:
        """The same as Unix time in whole seconds."""
        return int(self.now().timestamp())

    def add_person(self, person: Person) -> Person:
        """Let a person in, together with the (empty) private chat with the bot."""
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, "private", members={person.id: "member"})
        return person

    def add_group(
        self, title: str, members: dict[int, str], *, supergroup: bool, forum: bool
    ) -> Chat:
        """Make a group; a forum is always a supergroup."""
        is_supergroup = supergroup or forum
        number, self._groups = self._groups, self._groups + 1
        chat = Chat(
            SUPERGROUP_OFFSET - number if is_supergroup else -number,
            "supergroup" if is_supergroup else "group",
            title=title,
            is_forum=forum,
            members=members,
        )
        self.chats[chat.id] = chat
        return chat

    def add_topic(self, chat: Chat, title: str, author: Json) -> Topic:
        """Open a topic: the service message that announces it gives it its id."""
        created = {"forum_topic_created": {"name": title, "icon_color": 7322096}}
        message = self.post(chat, author, created)
        topic = Topic(message["message_id"], title)
        message |= {"message_thread_id": topic.id, "is_topic_message": True}
        chat.topics[topic.id] = topic
        return topic

    def user(self, user_id: int) -> Json | None:
        """`User` by id, the bot included."""
        if user_id == self.bot.id:
            return self.bot.as_json()
        person = self.people.get(user_id)
        return person.as_json() if person else None

    def chat(self, reference: Any) -> Chat:
        """The chat by its id.

        Raises:
            ApiError: `chat not found`.
        """
        try:
            return self.chats[int(reference)]
        except (KeyError, TypeError, ValueError):
            raise bad_request("chat not found") from None

    def chat_json(self, chat: Chat) -> Json:
        """`Chat` of the Bot API."""
        described: Json = {"id": chat.id, "type": chat.type}
        if chat.is_private:
            user = self.people[chat.id].as_json()
            names = ("first_name", "last_name", "username")
            return described | {name: user[name] for name in names if name in user}
        described["title"] = chat.title
        return described | ({"is_forum": True} if chat.is_forum else {})

    def post(self, chat: Chat, author: Json, body: Json, keyboard: Json | None = None) -> Json:
        """Add a message, show it to everybody in the chat, and return its JSON."""
        message: Json = {
            "message_id": chat.next_message_id(),
            "from": author,
            "chat": self.chat_json(chat),
            "date": self.timestamp(),
            **body,
        }
        if keyboard is not None:
            chat.keyboards[message["message_id"]] = keyboard
            if "inline_keyboard" in keyboard:
                message["reply_markup"] = keyboard
        chat.messages[message["message_id"]] = message
        self.hub.tell(Happening("message", chat, message))
        return message

    def delete(self, chat: Chat, message_ids: list[int]) -> None:
        """Remove messages for everybody."""
        for message_id in message_ids:
            chat.messages.pop(message_id, None)
            chat.keyboards.pop(message_id, None)
        self.hub.tell(Happening("deleted", chat, details={"message_ids": message_ids}))

    def chats_changed(self, chat: Chat) -> None:
        """Tell the people in the chat that its name, topics or members changed."""
        self.hub.tell(Happening("chats", chat, people=frozenset(chat.members)))
