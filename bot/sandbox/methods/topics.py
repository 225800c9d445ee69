"""Methods about forum topics."""

from __future__ import annotations

from bot.sandbox.model import Chat, Json
from bot.sandbox.parameters import Parameters
from bot.sandbox.rights import Access, check_access, check_administers
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.topics import delete_topic, open_topic, set_topic_closed


async def create_forum_topic(sandbox: Sandbox, parameters: Parameters) -> Json:
    """createForumTopic."""
    chat = _administered(sandbox, parameters, "create a topic")
    author = sandbox.world.bot.as_json()
    topic = open_topic(sandbox, chat, parameters.text("name"), author)
    return {"message_thread_id": topic.id, "name": topic.title, "icon_color": 7322096}


async def close_forum_topic(sandbox: Sandbox, parameters: Parameters) -> bool:
    """closeForumTopic."""
    return _set_closed(sandbox, parameters, closed=True)


async def reopen_forum_topic(sandbox: Sandbox, parameters: Parameters) -> bool:
    """reopenForumTopic."""
    return _set_closed(sandbox, parameters, closed=False)


async def delete_forum_topic(sandbox: Sandbox, parameters: Parameters) -> bool:
    """deleteForumTopic."""
    chat = _administered(sandbox, parameters, "delete the topic")
    delete_topic(sandbox, chat, parameters.integer("message_thread_id"))
    return True


def _set_closed(sandbox: Sandbox, parameters: Parameters, *, closed: bool) -> bool:
    chat = _administered(sandbox, parameters, "close or reopen the topic")
    thread_id = parameters.integer("message_thread_id")
    set_topic_closed(sandbox, chat, thread_id, sandbox.world.bot.as_json(), closed=closed)
    return True


def _administered(sandbox: Sandbox, parameters: Parameters, what: str) -> Chat:
    chat = sandbox.world.chat(parameters.values.get("chat_id"))
    check_access(sandbox.world, chat, Access.WRITE)
    check_administers(chat, what)
    return chat


METHODS = {
    "createForumTopic": create_forum_topic,
    "closeForumTopic": close_forum_topic,
    "reopenForumTopic": reopen_forum_topic,
    "deleteForumTopic": delete_forum_topic,
}
