"""People press inline buttons and use inline mode."""

from __future__ import annotations

from bot.sandbox.acting import Sent, Where, send
from bot.sandbox.callbacks import Press
from bot.sandbox.errors import bad_request
from bot.sandbox.inline import InlineAnswer, InlineQuery
from bot.sandbox.model import Chat, Json, Person
from bot.sandbox.sandbox import Sandbox


def press(sandbox: Sandbox, person: Person, chat: Chat, message_id: int, data: str) -> Press:
    """Press a button; the data need not be that of a button which still stands there."""
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message not found")
    begun = sandbox.presses.begin(person.id, sandbox.world.now())
    query: Json = {
        "id": begun.id,
        "from": person.as_json(),
        "chat_instance": str(chat.id),
        "data": data,
    }
    inline_id = inline_message_id(sandbox, chat, message_id)
    query |= {"inline_message_id": inline_id} if inline_id else {"message": message}
    begun.update_id = sandbox.updates.add("callback_query", query)
    return begun


def inline_message_id(sandbox: Sandbox, chat: Chat, message_id: int) -> str | None:
    """The id under which the bot knows a message that was sent through it."""
    place = (chat.id, message_id)
    return next((one for one, sent in sandbox.inline.sent.items() if sent == place), None)


def ask_inline(
    sandbox: Sandbox, person: Person, query: str, offset: str = "", chat: Chat | None = None
) -> InlineAnswer | InlineQuery:
    """Type an inline query: an earlier answer that Telegram kept, or a query that waits."""
    now = sandbox.world.now()
    kept = sandbox.inline.cached(person.id, query, offset, now)
    if kept is not None:
        return kept
    begun = sandbox.inline.begin(person.id, query, offset, now)
    body: Json = {
        "id": begun.id,
        "from": person.as_json(),
        "query": query,
        "offset": offset,
    }
    if chat is not None:
        body["chat_type"] = "sender" if chat.is_private else chat.type
    begun.update_id = sandbox.updates.add("inline_query", body)
    return begun


def choose_inline(
    sandbox: Sandbox, person: Person, chat: Chat, query: str, result: Json, thread_id: int = 0
) -> Sent:
    """Send a result to a chat, in the person's name, through the bot."""
    markup = result.get("reply_markup")
    body = result["message"] | {"via_bot": sandbox.world.bot.as_json()}
    if markup:
        body["reply_markup"] = markup
    sent = send(sandbox, person, chat, body, Where(thread_id=thread_id))
    message_id = sent.message["message_id"]
    chosen: Json = {"result_id": result["id"], "from": person.as_json(), "query": query}
    if markup:
        chat.keyboards[message_id] = markup
        chosen["inline_message_id"] = sandbox.inline.remember(chat.id, message_id)
    if sandbox.options.inline_feedback:
        sandbox.updates.add("chosen_inline_result", chosen)
    return sent
