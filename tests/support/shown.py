"""A message as a person sees it, with its buttons."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.sandbox import pressing
from bot.sandbox.model import Json
from tests.support.deadlines import within

if TYPE_CHECKING:
    from tests.support.conversation import Conversation
    from tests.support.people import Human


@dataclass(frozen=True)
class CallbackAnswer:
    """What a press of a button showed: nothing, a toast, or an alert to close."""

    text: str | None
    show_alert: bool
    url: str | None


class Shown:
    """A message at the moment it was shown; `now` is what stands there by now."""

    def __init__(self, conversation: Conversation, body: Json, *, edited: bool = False) -> None:
        self.conversation = conversation
        self.body = copy.deepcopy(body)
        self.edited = edited
        keyboards = conversation.chat.keyboards
        self.markup: Json = keyboards.get(body["message_id"], {})

    def __repr__(self) -> str:
        return f"Shown({self.id}, {self.text!r}, {self.buttons})"

    @property
    def id(self) -> int:
        """message_id."""
        return int(self.body["message_id"])

    @property
    def now(self) -> Shown:
        """The same message as it stands there now."""
        return Shown(self.conversation, self.conversation.chat.messages[self.id])

    @property
    def deleted(self) -> bool:
        """Whether the message is gone."""
        return self.id not in self.conversation.chat.messages

    @property
    def text(self) -> str:
        """The text, or the caption."""
        return str(self.body.get("text") or self.body.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        """The entities of the text or caption."""
        return list(self.body.get("entities") or self.body.get("caption_entities") or [])

    @property
    def reply_to(self) -> int | None:
        """The id of the message that this one answers."""
        reply = self.body.get("reply_to_message")
        return int(reply["message_id"]) if reply else None

    @property
    def buttons(self) -> list[list[str]]:
        """The texts of the buttons, row by row; of a reply keyboard too."""
        rows = self.markup.get("inline_keyboard") or self.markup.get("keyboard") or []
        return [[_text(button) for button in row] for row in rows]

    def button(self, text: str) -> Json:
        """A button by its whole text, or by a part of it that no other button has."""
        rows = self.markup.get("inline_keyboard") or self.markup.get("keyboard") or []
        every = [button for row in rows for button in row]
        exact = [button for button in every if _text(button) == text]
        found = exact or [button for button in every if text in _text(button)]
        assert len(found) == 1, f"{len(found)} buttons {text!r} among {self.buttons}"
        return found[0] if isinstance(found[0], dict) else {"text": found[0]}

    def url(self, text: str) -> str:
        """The address of a link button."""
        return str(self.button(text)["url"])

    @property
    def file(self) -> tuple[str, bytes]:
        """Name and contents of the document or photo."""
        sent = self.body.get("document") or self.body["photo"][-1]
        file = self.conversation.telegram.sandbox.files.get(sent["file_id"])
        return file.name, file.content

    def __getitem__(self, field: str) -> Any:
        """Any field of the Bot API's Message."""
        return self.body[field]

    async def press(
        self, text: str | None = None, *, data: str | None = None, by: Human | None = None
    ) -> CallbackAnswer:
        """Press a button by its text, or send any callback data, and wait for the bot's answer."""
        if data is None:
            assert text is not None
            data = str(self.button(text)["callback_data"])
        conversation = self.conversation
        sandbox = conversation.telegram.sandbox
        presser = by or conversation.human
        pressed = pressing.press(sandbox, presser.person, conversation.chat, self.id, data)
        async with within(f"the answer to the button {text or data!r}", sandbox):
            await pressed.answered.wait()
        assert pressed.answer is not None
        return CallbackAnswer(**pressed.answer)


def _text(button: Json | str) -> str:
    return button if isinstance(button, str) else str(button["text"])
