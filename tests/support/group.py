"""A group of a test, and what its people do with it and with the bot's place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox import groups, membership, topics
from bot.sandbox.model import Chat, Topic
from tests.support.people import Human

if TYPE_CHECKING:
    from tests.support.telegram import TelegramStandIn


class Group:
    """A group, supergroup or forum."""

    def __init__(self, telegram: TelegramStandIn, chat: Chat) -> None:
        self.telegram = telegram
        self.chat = chat

    @property
    def id(self) -> int:
        """The chat's id; it changes with an upgrade."""
        return self.chat.id

    @property
    def bot_is_member(self) -> bool:
        """Whether the bot is there."""
        return self.chat.bot_is_member

    def topic(self, title: str) -> Topic:
        """A topic by its title."""
        return next(topic for topic in self.chat.topics.values() if topic.title == title)

    async def add_bot(self, by: Human, *, admin: bool = False, payload: str = "") -> None:
        """Add the bot, and wait until it has seen that."""
        status = "administrator" if admin else "member"
        update_id = groups.add_bot(
            self.telegram.sandbox, self.chat, by.person, status=status, payload=payload
        )
        await self.telegram.confirmed(update_id)

    async def remove_bot(self, by: Human) -> None:
        """Throw the bot out, and wait until it has seen that."""
        update_id = groups.remove_bot(self.telegram.sandbox, self.chat, by.person)
        await self.telegram.confirmed(update_id)

    async def set_member(self, human: Human, status: str, *, by: Human) -> None:
        """Let a person in or out, or make an administrator."""
        update_id = membership.change_member_status(
            self.telegram.sandbox, self.chat, by.person.as_json(), human.id, status
        )
        await self.telegram.confirmed(update_id)

    async def upgrade(self, by: Human) -> None:
        """Make a supergroup of the basic group; this object follows to the new chat."""
        sandbox = self.telegram.sandbox
        self.chat, sent = groups.upgrade(sandbox, self.chat, by.person)
        await self.telegram.confirmed(sent.update_id)

    def upgrade_unnoticed(self, by: Human) -> None:
        """The same, while the bot does not look: only a refusal will tell it."""
        self.chat, _ = groups.upgrade(self.telegram.sandbox, self.chat, by.person)
        self.telegram.sandbox.updates.clear()

    def close_topic(self, title: str, by: Human) -> None:
        """Close a topic."""
        topics.set_topic_closed(
            self.telegram.sandbox,
            self.chat,
            self.topic(title).id,
            by.person.as_json(),
            closed=True,
        )

    def delete_topic(self, title: str) -> None:
        """Delete a topic with its messages."""
        topics.delete_topic(self.telegram.sandbox, self.chat, self.topic(title).id)
