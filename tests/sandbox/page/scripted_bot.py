"""A bot of a few fixed answers, for tests of the page alone.

It polls the sandbox over the Bot API like any bot, and knows nothing of Mistok.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp

Json = dict[str, Any]
POLL_SECONDS = 30

RICH_TEXT = (
    "<b>Житомир і Дортмунд</b> · угода з <i>2024</i>\n"
    '<a href="https://example.org/dortmund">Сайт</a>, <u>підкреслено</u>, <s>закреслено</s>, '
    "<code>UA-18</code>, @{username} /help\n"
    "<blockquote expandable>Перший рядок\nДругий рядок\nТретій рядок\nЧетвертий рядок\n"
    "П’ятий рядок</blockquote>"
    '<pre><code class="language-json">{{"city": "Dortmund"}}</code></pre>'
    "Таємне слово: <tg-spoiler>міст</tg-spoiler>"
)

COMMANDS = {
    "": [("start", "Begin"), ("partners", "All partners"), ("help", "What I can do")],
    "uk": [("start", "Почати"), ("partners", "Усі партнери"), ("help", "Що я вмію")],
}


def callback(text: str, data: str) -> Json:
    """An inline button that tells the bot."""
    return {"text": text, "callback_data": data}


class ScriptedBot:
    """Answers what the tests send."""

    def __init__(self, base_url: str, token: str, username: str) -> None:
        self._root = f"{base_url}/bot{token}"
        self._username = username
        self._session: aiohttp.ClientSession | None = None
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> ScriptedBot:
        self._session = aiohttp.ClientSession()
        for language, commands in COMMANDS.items():
            menu = [{"command": name, "description": words} for name, words in commands]
            await self.call("setMyCommands", commands=menu, language_code=language)
        self._task = asyncio.create_task(self._poll())
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        assert self._task is not None
        assert self._session is not None
        self._task.cancel()
        ended = await asyncio.gather(self._task, return_exceptions=True)
        await self._session.close()
        # A call that the sandbox refused ended the bot: the test must not pass in silence.
        if not isinstance(ended[0], asyncio.CancelledError):
            raise AssertionError("the scripted bot failed") from ended[0]

    async def call(self, method: str, **parameters: Any) -> Any:
        """Call a method of the Bot API."""
        assert self._session is not None
        form = aiohttp.FormData()
        for name, value in parameters.items():
            if isinstance(value, bytes):
                form.add_field(name, value, filename=parameters["file_name"])
            elif name != "file_name":
                form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        async with self._session.post(f"{self._root}/{method}", data=form) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def _poll(self) -> None:
        offset = 0
        while True:
            updates = await self.call("getUpdates", offset=offset, timeout=POLL_SECONDS)
            for update in updates:
                offset = update["update_id"] + 1
                await self._take(update)

    async def _take(self, update: Json) -> None:
        if "message" in update:
            await self._take_message(update["message"])
        elif "callback_query" in update:
            await self._take_press(update["callback_query"])
        elif "inline_query" in update:
            await self._take_inline(update["inline_query"])

    async def _take_message(self, message: Json) -> None:
        where: Json = {"chat_id": message["chat"]["id"]}
        if message.get("is_topic_message"):
            where["message_thread_id"] = message["message_thread_id"]
        text = message.get("text", "")
        command = text.split(maxsplit=1)[0].split("@")[0] if text.startswith("/") else ""
        answers = {
            "/start": self._start,
            "/rich": self._rich,
            "/file": self._file,
            "/places": self._places,
            "/keys": self._keys,
            "/ask": self._ask,
        }
        if command in answers:
            await answers[command](where, text)
        elif "contact" in message:
            number = message["contact"]["phone_number"]
            await self.call("sendMessage", **where, text=f"Номер: {number}")
        elif text:
            await self.call("sendMessage", **where, text=f"Ви написали: {text}")

    async def _start(self, where: Json, text: str) -> None:
        payload = text.partition(" ")[2]
        link = f"https://t.me/{self._username}?start=card_7"
        rows = [
            [callback("Змінити", "edit"), callback("Попередити", "alert")],
            [callback("Підказати", "toast"), {"text": "Картка", "url": link}],
            [
                {"text": "Шукати тут", "switch_inline_query_current_chat": "дорт"},
                {"text": "Скопіювати", "copy_text": {"text": "Дортмунд"}},
            ],
        ]
        answer = f"Вітаю! {payload}".strip()
        await self.call("sendMessage", **where, text=answer, reply_markup={"inline_keyboard": rows})

    async def _rich(self, where: Json, text: str) -> None:
        rich = RICH_TEXT.format(username=self._username)
        await self.call("sendMessage", **where, text=rich, parse_mode="HTML")

    async def _file(self, where: Json, text: str) -> None:
        content = "Порядок денний\n".encode()
        await self.call(
            "sendDocument", **where, document=content, file_name="agenda.txt", caption="Документ"
        )

    async def _places(self, where: Json, text: str) -> None:
        await self.call(
            "sendVenue",
            **where,
            latitude=51.5136,
            longitude=7.4653,
            title="Ратуша",
            address="Friedensplatz 1, Dortmund",
        )
        await self.call(
            "sendContact",
            **where,
            phone_number="+4923150000",
            first_name="Anna",
            last_name="Beispiel",
        )

    async def _keys(self, where: Json, text: str) -> None:
        keys = [[{"text": "Так"}, {"text": "Ні"}], [{"text": "Мій номер", "request_contact": True}]]
        markup = {"keyboard": keys, "resize_keyboard": True}
        await self.call("sendMessage", **where, text="Оберіть", reply_markup=markup)

    async def _ask(self, where: Json, text: str) -> None:
        markup = {"force_reply": True, "input_field_placeholder": "Назва міста"}
        await self.call("sendMessage", **where, text="Яке місто?", reply_markup=markup)

    async def _take_press(self, query: Json) -> None:
        answers: dict[str, Json] = {
            "alert": {"text": "Лише для координаторів", "show_alert": True},
            "toast": {"text": "Записано"},
        }
        if query["data"] == "edit":
            message = query["message"]
            again = {"inline_keyboard": [[callback("Назад", "toast")]]}
            await self.call(
                "editMessageText",
                chat_id=message["chat"]["id"],
                message_id=message["message_id"],
                text="Змінений текст",
                reply_markup=again,
            )
        answer = answers.get(query["data"], {})
        await self.call("answerCallbackQuery", callback_query_id=query["id"], **answer)

    async def _take_inline(self, query: Json) -> None:
        found = [
            ("1", "Дортмунд", "Німеччина · партнер Житомира"),
            ("2", "Дордрехт", "Нідерланди · листування"),
        ]
        results = [
            {
                "type": "article",
                "id": key,
                "title": title,
                "description": description,
                "input_message_content": {"message_text": f"Картка: {title}"},
            }
            for key, title, description in found
            if query["query"].lower() in title.lower()
        ]
        await self.call("answerInlineQuery", inline_query_id=query["id"], results=results)
