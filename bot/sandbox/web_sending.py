"""What the page sends into a chat: texts, files, contacts, forwarded messages."""

from __future__ import annotations

from aiohttp import web

from bot.sandbox import acting
from bot.sandbox.errors import bad_request
from bot.sandbox.files import document_json, photo_json
from bot.sandbox.model import Chat, Json, Person
from bot.sandbox.parameters import Parameters, read_parameters
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.web_requests import visible_chat, where_of


async def send_from_page(
    sandbox: Sandbox, person: Person, chat: Chat, request: web.Request
) -> acting.Sent:
    """Send what a POST to .../messages carries."""
    parameters = await read_parameters(request)
    body = parameters.values
    where = where_of(body)
    if parameters.uploads:
        return acting.send(sandbox, person, chat, _file_body(sandbox, parameters), where)
    if body.get("contact"):
        return acting.share_contact(sandbox, person, chat, body["contact"], where)
    if body.get("forward"):
        source = _forwarded(sandbox, person, body["forward"])
        return acting.forward(sandbox, person, chat, source, where)
    if body.get("edit"):
        return acting.edit_text(sandbox, person, chat, int(body["edit"]), str(body["text"]))
    return acting.send_text(sandbox, person, chat, str(body.get("text") or ""), where)


def _file_body(sandbox: Sandbox, parameters: Parameters) -> Json:
    caption = sandbox.texts.caption(parameters.text("caption"), "", [], sandbox.world.now())
    if "photo" in parameters.uploads:
        file = sandbox.files.given(parameters, "photo", "photos")
        return {"photo": photo_json(file)} | caption
    file = sandbox.files.given(parameters, "document", "documents")
    return {"document": document_json(file)} | caption


def _forwarded(sandbox: Sandbox, person: Person, reference: Json) -> Json:
    source = visible_chat(sandbox, person, reference["chat"])
    message = source.messages.get(int(reference["message"]))
    if message is None:
        raise bad_request("message to forward not found")
    return message
