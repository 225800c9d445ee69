"""Methods that change or remove messages that exist."""

from __future__ import annotations

from datetime import timedelta

from bot.sandbox.errors import bad_request
from bot.sandbox.files import document_json, photo_json
from bot.sandbox.hub import Happening
from bot.sandbox.keyboards import check_inline
from bot.sandbox.model import Chat, Json
from bot.sandbox.parameters import Parameters
from bot.sandbox.posting import caption_body, text_body
from bot.sandbox.rights import Access, check_access
from bot.sandbox.sandbox import Sandbox

DELETABLE_FOR = timedelta(hours=48)
DELETE_AT_ONCE_LIMIT = 100
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
TEXT_FIELDS = ("text", "entities")
CAPTION_FIELDS = ("caption", "caption_entities")
MEDIA_FIELDS = ("document", "photo", *CAPTION_FIELDS)


async def edit_message_text(sandbox: Sandbox, parameters: Parameters) -> Json | bool:
    """editMessageText."""
    body = text_body(sandbox, parameters)
    chat, message = _editable(sandbox, parameters)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _apply(sandbox, parameters, chat, message, TEXT_FIELDS, body)


async def edit_message_caption(sandbox: Sandbox, parameters: Parameters) -> Json | bool:
    """editMessageCaption."""
    body = caption_body(sandbox, parameters)
    chat, message = _editable(sandbox, parameters)
    if "document" not in message and "photo" not in message:
        raise bad_request("there is no caption in the message to edit")
    return _apply(sandbox, parameters, chat, message, CAPTION_FIELDS, body)


async def edit_message_media(sandbox: Sandbox, parameters: Parameters) -> Json | bool:
    """editMessageMedia, for documents and photos."""
    media = parameters.json("media") or {}
    kind = media.get("type")
    if kind not in {"document", "photo"}:
        raise bad_request("unsupported input media type")
    chat, message = _editable(sandbox, parameters)
    inner = Parameters(media | {kind: media.get("media", "")}, parameters.uploads)
    file = sandbox.files.given(inner, kind, f"{kind}s")
    shown = document_json(file) if kind == "document" else photo_json(file)
    body: Json = {kind: shown} | caption_body(sandbox, inner)
    return _apply(sandbox, parameters, chat, message, (*MEDIA_FIELDS, *TEXT_FIELDS), body)


async def edit_message_reply_markup(sandbox: Sandbox, parameters: Parameters) -> Json | bool:
    """editMessageReplyMarkup."""
    chat, message = _editable(sandbox, parameters)
    return _apply(sandbox, parameters, chat, message, (), {})


async def delete_message(sandbox: Sandbox, parameters: Parameters) -> bool:
    """deleteMessage."""
    chat = _reachable(sandbox, parameters, Access.WRITE)
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    _check_deletable(sandbox, chat, message)
    sandbox.world.delete(chat, [message["message_id"]])
    return True


async def delete_messages(sandbox: Sandbox, parameters: Parameters) -> bool:
    """deleteMessages; those that are not found are skipped."""
    chat = _reachable(sandbox, parameters, Access.WRITE)
    wanted = [int(one) for one in parameters.json("message_ids") or []]
    if not wanted:
        raise bad_request("message identifiers are not specified")
    if len(wanted) > DELETE_AT_ONCE_LIMIT:
        raise bad_request("too many message identifiers specified")
    present = [one for one in wanted if one in chat.messages]
    for message_id in present:
        _check_deletable(sandbox, chat, chat.messages[message_id])
    sandbox.world.delete(chat, present)
    return True


def _reachable(sandbox: Sandbox, parameters: Parameters, access: Access) -> Chat:
    chat = sandbox.world.chat(parameters.values.get("chat_id"))
    check_access(sandbox.world, chat, access)
    return chat


def _editable(sandbox: Sandbox, parameters: Parameters) -> tuple[Chat, Json]:
    """The chat and the message to edit, found by ids or by inline_message_id."""
    inline_id = parameters.text("inline_message_id")
    if inline_id:
        if inline_id not in sandbox.inline.sent:
            raise bad_request("MESSAGE_ID_INVALID")
        chat_id, message_id = sandbox.inline.sent[inline_id]
        chat = sandbox.world.chat(chat_id)
        message = chat.messages.get(message_id)
        if message is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return chat, message
    chat = _reachable(sandbox, parameters, Access.EDIT)
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    keyboard = chat.keyboards.get(message["message_id"], {"inline_keyboard": []})
    is_own = message["from"]["id"] == sandbox.world.bot.id
    if not is_own or "inline_keyboard" not in keyboard or "forward_origin" in message:
        raise bad_request("message can't be edited")
    return chat, message


def _apply(
    sandbox: Sandbox,
    parameters: Parameters,
    chat: Chat,
    message: Json,
    replaced: tuple[str, ...],
    body: Json,
) -> Json | bool:
    """Replace some fields and the keyboard; without a keyboard in the request it goes away."""
    markup = parameters.json("reply_markup")
    keyboard = check_inline(markup) if markup else {"inline_keyboard": []}
    fresh = {key: message[key] for key in message if key not in {*replaced, "reply_markup"}} | body
    if keyboard["inline_keyboard"]:
        fresh["reply_markup"] = keyboard
    if fresh == message:
        raise bad_request(NOT_MODIFIED)
    message.clear()
    message |= fresh | {"edit_date": sandbox.world.timestamp()}
    chat.keyboards[message["message_id"]] = keyboard
    sandbox.hub.tell(Happening("edited", chat, message))
    return True if parameters.text("inline_message_id") else message


def _check_deletable(sandbox: Sandbox, chat: Chat, message: Json) -> None:
    is_own = message["from"]["id"] == sandbox.world.bot.id
    if not (is_own or chat.is_private or chat.bot_status == "administrator"):
        raise bad_request("message can't be deleted")
    age = sandbox.world.timestamp() - message["date"]
    if age > DELETABLE_FOR.total_seconds() and chat.bot_status != "administrator":
        raise bad_request("message can't be deleted for everyone")


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
