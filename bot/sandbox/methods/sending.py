"""Methods that send messages."""

from __future__ import annotations

from bot.sandbox.errors import bad_request
from bot.sandbox.files import document_json, photo_json
from bot.sandbox.hub import Happening
from bot.sandbox.model import Chat, Json
from bot.sandbox.parameters import Parameters
from bot.sandbox.posting import caption_body, post_from_bot, text_body
from bot.sandbox.rights import Access, check_access, check_can_post
from bot.sandbox.sandbox import Sandbox

CONTENT = (
    "text",
    "entities",
    "caption",
    "caption_entities",
    "document",
    "photo",
    "contact",
    "venue",
    "location",
)
"""The fields of a message that forwarding and copying carry over."""

CHAT_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


async def send_message(sandbox: Sandbox, parameters: Parameters) -> Json:
    """sendMessage."""
    return post_from_bot(sandbox, parameters, text_body(sandbox, parameters))


async def send_document(sandbox: Sandbox, parameters: Parameters) -> Json:
    """sendDocument."""
    caption = caption_body(sandbox, parameters)
    file = sandbox.files.given(parameters, "document", "documents")
    return post_from_bot(sandbox, parameters, {"document": document_json(file)} | caption)


async def send_photo(sandbox: Sandbox, parameters: Parameters) -> Json:
    """sendPhoto."""
    caption = caption_body(sandbox, parameters)
    file = sandbox.files.given(parameters, "photo", "photos")
    return post_from_bot(sandbox, parameters, {"photo": photo_json(file)} | caption)


async def send_contact(sandbox: Sandbox, parameters: Parameters) -> Json:
    """sendContact."""
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: parameters.text(name) for name in names if parameters.text(name)}
    if "phone_number" not in contact:
        raise bad_request("phone number must be non-empty")
    if "first_name" not in contact:
        raise bad_request("first name must be non-empty")
    return post_from_bot(sandbox, parameters, {"contact": contact})


async def send_venue(sandbox: Sandbox, parameters: Parameters) -> Json:
    """sendVenue."""
    location = {name: parameters.number(name) for name in ("latitude", "longitude")}
    if not (-90 <= location["latitude"] <= 90 and -180 <= location["longitude"] <= 180):
        raise bad_request("wrong latitude or longitude specified")
    venue: Json = {"location": location}
    for name in ("title", "address"):
        if not parameters.text(name):
            raise bad_request(f"venue {name} must be non-empty")
        venue[name] = parameters.text(name)
    return post_from_bot(sandbox, parameters, {"venue": venue, "location": location})


async def forward_message(sandbox: Sandbox, parameters: Parameters) -> Json:
    """forwardMessage."""
    source = _source(sandbox, parameters, "forward")
    return post_from_bot(sandbox, parameters, forwarded(source))


async def copy_message(sandbox: Sandbox, parameters: Parameters) -> Json:
    """copyMessage; a caption given replaces the old one."""
    source = _source(sandbox, parameters, "copy")
    body = {name: source[name] for name in CONTENT if name in source}
    if "caption" in parameters.values and "text" not in source:
        body.pop("caption", None)
        body.pop("caption_entities", None)
        body |= caption_body(sandbox, parameters)
    return {"message_id": post_from_bot(sandbox, parameters, body)["message_id"]}


async def send_chat_action(sandbox: Sandbox, parameters: Parameters) -> bool:
    """sendChatAction."""
    chat = sandbox.world.chat(parameters.values.get("chat_id"))
    thread_id = parameters.integer("message_thread_id")
    check_can_post(sandbox.world, chat, thread_id)
    action = parameters.text("action")
    if action not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    details: Json = {"action": action} | ({"thread": thread_id} if thread_id else {})
    sandbox.hub.tell(Happening("typing", chat, details=details))
    return True


def forwarded(source: Json) -> Json:
    """The body of a forwarded message."""
    body = {name: source[name] for name in CONTENT if name in source}
    origin = source.get("forward_origin") or {
        "type": "user",
        "sender_user": source["from"],
        "date": source["date"],
    }
    return body | {"forward_origin": origin}


def _source(sandbox: Sandbox, parameters: Parameters, verb: str) -> Json:
    chat: Chat = sandbox.world.chat(parameters.values.get("from_chat_id"))
    check_access(sandbox.world, chat, Access.READ)
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {verb} not found")
    if not any(name in message for name in CONTENT):
        raise bad_request(f"the message can't be {'forwarded' if verb == 'forward' else 'copied'}")
    return message


METHODS = {
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "sendContact": send_contact,
    "sendVenue": send_venue,
    "forwardMessage": forward_message,
    "copyMessage": copy_message,
    "sendChatAction": send_chat_action,
}
