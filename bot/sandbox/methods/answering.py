"""Methods that answer a press of a button or an inline query."""

from __future__ import annotations

from bot.sandbox.deep_links import check_payload
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.inline import DEFAULT_CACHE_SECONDS, InlineAnswer
from bot.sandbox.keyboards import check_inline
from bot.sandbox.model import Json
from bot.sandbox.parameters import Parameters
from bot.sandbox.sandbox import Sandbox

RESULT_TYPES = frozenset({"article", "contact", "venue"})
"""The kinds of results that the sandbox models."""


async def answer_callback_query(sandbox: Sandbox, parameters: Parameters) -> bool:
    """answerCallbackQuery."""
    answer: Json = {
        "text": parameters.text("text") or None,
        "show_alert": parameters.flag("show_alert"),
        "url": parameters.text("url") or None,
    }
    query_id = parameters.text("callback_query_id")
    sandbox.presses.answer(query_id, answer, sandbox.world.now())
    return True


async def answer_inline_query(sandbox: Sandbox, parameters: Parameters) -> bool:
    """answerInlineQuery."""
    results = [_parsed(sandbox, result) for result in parameters.json("results") or []]
    button: Json | None = parameters.json("button")
    if button and "start_parameter" in button:
        check_payload(button["start_parameter"])
    answer = InlineAnswer(results, parameters.text("next_offset"), button)
    sandbox.inline.answer(
        parameters.text("inline_query_id"),
        answer,
        sandbox.world.now(),
        cache_seconds=parameters.integer("cache_time", DEFAULT_CACHE_SECONDS),
        personal=parameters.flag("is_personal"),
    )
    return True


def _parsed(sandbox: Sandbox, result: Json) -> Json:
    try:
        return _result(sandbox, result)
    except ApiError as error:
        reason = error.description.removeprefix("Bad Request: ")
        if not reason.startswith("can't parse"):
            raise
        raise bad_request(f"can't parse inline query result: C{reason[1:]}") from None


def _result(sandbox: Sandbox, result: Json) -> Json:
    """The result with `message`: the body of the message that choosing it sends."""
    kind = result.get("type")
    if kind not in RESULT_TYPES:
        raise bad_request(f"inline query result type {kind} is not modelled by the sandbox")
    if result.get("reply_markup"):
        check_inline(result["reply_markup"])
    content = result.get("input_message_content")
    if kind == "article" and not content:
        raise bad_request("message text is empty")
    return result | {"message": _content(sandbox, content or result)}


def _content(sandbox: Sandbox, content: Json) -> Json:
    if "message_text" in content:
        return sandbox.texts.message(
            content["message_text"],
            content.get("parse_mode") or "",
            content.get("entities") or [],
            sandbox.world.now(),
        )
    if "phone_number" in content:
        names = ("phone_number", "first_name", "last_name", "vcard")
        return {"contact": {name: content[name] for name in names if name in content}}
    if "address" in content:
        location = {name: content[name] for name in ("latitude", "longitude")}
        venue = {"location": location, "title": content["title"], "address": content["address"]}
        return {"venue": venue, "location": location}
    raise bad_request("input message content is not modelled by the sandbox")


METHODS = {
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
}
