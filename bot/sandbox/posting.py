"""Messages of the bot: where they go, what they answer, what stands below them."""

from __future__ import annotations

from bot.sandbox.errors import bad_request
from bot.sandbox.keyboards import check_markup
from bot.sandbox.model import Chat, Json
from bot.sandbox.parameters import Parameters
from bot.sandbox.rights import check_can_post, has_topics
from bot.sandbox.sandbox import Sandbox


def post_from_bot(sandbox: Sandbox, parameters: Parameters, body: Json) -> Json:
    """Send `body` as the bot, with the parameters that all sending methods share.

    Raises:
        ApiError: where Telegram would refuse it.
    """
    world = sandbox.world
    chat = world.chat(parameters.values.get("chat_id"))
    thread_id = parameters.integer("message_thread_id")
    check_can_post(world, chat, thread_id)
    reply = _replied(chat, parameters)
    if not has_topics(chat):
        thread_id = 0
    elif reply is not None and not thread_id:
        thread_id = reply.get("message_thread_id", 0)
    markup = parameters.json("reply_markup")
    keyboard = check_markup(markup) if markup else None
    sandbox.rates.check(chat.id, is_group=not chat.is_private)
    full = body | placed(thread_id, reply)
    return world.post(chat, world.bot.as_json(), full, keyboard)


def placed(thread_id: int, reply: Json | None) -> Json:
    """The fields that put a message into a topic and below another one."""
    fields: Json = {}
    if thread_id:
        fields |= {"message_thread_id": thread_id, "is_topic_message": True}
    if reply is not None:
        without_its_own = {key: reply[key] for key in reply if key != "reply_to_message"}
        fields["reply_to_message"] = without_its_own
    return fields


def _replied(chat: Chat, parameters: Parameters) -> Json | None:
    wanted: Json = parameters.json("reply_parameters") or {}
    if not wanted and parameters.values.get("reply_to_message_id"):
        wanted = {
            "message_id": parameters.integer("reply_to_message_id"),
            "allow_sending_without_reply": parameters.flag("allow_sending_without_reply"),
        }
    if not wanted:
        return None
    message = chat.messages.get(int(wanted["message_id"]))
    if message is None and not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message


def text_body(sandbox: Sandbox, parameters: Parameters) -> Json:
    """`text` and `entities` from the parameters."""
    return sandbox.texts.message(
        parameters.text("text"),
        parameters.text("parse_mode"),
        parameters.json("entities") or [],
        sandbox.world.now(),
    )


def caption_body(sandbox: Sandbox, parameters: Parameters) -> Json:
    """`caption` and `caption_entities` from the parameters."""
    return sandbox.texts.caption(
        parameters.text("caption"),
        parameters.text("parse_mode"),
        parameters.json("caption_entities") or [],
        sandbox.world.now(),
    )
