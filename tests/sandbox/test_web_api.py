"""The page's API: what people read, write and press."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bot.clock import MovableClock
from bot.sandbox.cast import COORDINATOR_ID, OFFICIAL_ID, STRANGER_ID, invite_cast
from bot.sandbox.server import SandboxServer

ME = f"/api/people/{COORDINATOR_ID}"
PRIVATE = f"{ME}/chats/{COORDINATOR_ID}"


class Page:
    """What the page's scripts do: JSON requests of one browser."""

    def __init__(self, server: SandboxServer, session: aiohttp.ClientSession) -> None:
        self.server = server
        self.session = session

    async def get(self, path: str) -> Any:
        async with self.session.get(path) as response:
            return await response.json()

    async def post(self, path: str, body: Any) -> Any:
        async with self.session.post(path, json=body) as response:
            return await response.json()

    async def bot(self, method: str, **parameters: Any) -> Any:
        path = f"/bot{self.server.token}/{method}"
        answer = await self.post(path, parameters)
        assert answer["ok"], answer
        return answer["result"]


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    clock = MovableClock()
    server = SandboxServer(
        clock,
        advance=clock.advance,
        next_reminder=lambda: clock.now() + timedelta(hours=3),
    )
    base_url = await server.start()
    invite_cast(server.sandbox)
    async with aiohttp.ClientSession(base_url) as session:
        yield Page(server, session)
    await server.stop()


async def test_the_cast_has_hints_in_both_languages(page: Page) -> None:
    world = await page.get("/api/world")

    assert len(world["people"]) == 4
    assert all(set(person["hint"]) == {"uk", "en"} for person in world["people"])
    assert (world["bot"]["username"], world["zone"]) == ("mistok_bot", "Europe/Kyiv")


async def test_the_private_chat_stands_before_the_group_with_its_topics(page: Page) -> None:
    private, group = await page.get(f"{ME}/chats")

    assert (private["type"], private["title"]) == ("private", "Місток")
    assert [topic["title"] for topic in group["topics"]] == ["Візити", "Листування"]
    assert group["bot_is_member"] is True
    assert [chat["type"] for chat in await page.get(f"/api/people/{STRANGER_ID}/chats")] == [
        "private"
    ]


async def test_a_foreign_chat_is_not_shown(page: Page) -> None:
    group = (await page.get(f"{ME}/chats"))[1]["id"]
    answer = await page.get(f"/api/people/{STRANGER_ID}/chats/{group}/messages")

    assert answer == {"error": "Not Found: no such chat"}


async def test_a_message_is_sent_answered_and_counted_as_unread(page: Page) -> None:
    await page.post(f"{PRIVATE}/messages", {"text": "/start"})
    await page.bot("sendMessage", chat_id=COORDINATOR_ID, text="<b>Вітаю</b>", parse_mode="HTML")

    assert (await page.get(f"{ME}/chats"))[0]["unread"] == 1
    question, reply = await page.get(f"{PRIVATE}/messages")
    assert (question["text"], reply["text"]) == ("/start", "Вітаю")
    assert (await page.get(f"{ME}/chats"))[0]["unread"] == 0


async def test_a_reply_keyboard_is_shown_to_people(page: Page) -> None:
    await page.post(f"{ME}/start", {"payload": "abc"})
    keyboard = {"keyboard": [[{"text": "Мій номер", "request_contact": True}]]}
    sent = await page.bot("sendMessage", chat_id=COORDINATOR_ID, text="x", reply_markup=keyboard)

    started, shown = await page.get(f"{PRIVATE}/messages")
    assert started["text"] == "/start abc"
    assert "reply_markup" not in sent
    assert shown["reply_markup"] == keyboard


async def test_a_press_waits_for_the_bot(page: Page) -> None:
    await page.post(f"{ME}/start", {})
    keyboard = {"inline_keyboard": [[{"text": "Так", "callback_data": "yes"}]]}
    sent = await page.bot("sendMessage", chat_id=COORDINATOR_ID, text="x", reply_markup=keyboard)
    body = {"message_id": sent["message_id"], "data": "yes"}
    press = asyncio.create_task(page.post(f"{PRIVATE}/press", body))
    offset = page.server.sandbox.updates.pending()[-1].id + 1
    [update] = await page.bot("getUpdates", timeout=10, offset=offset)
    await page.bot(
        "answerCallbackQuery", callback_query_id=update["callback_query"]["id"], text="Готово"
    )

    assert await press == {"text": "Готово", "show_alert": False, "url": None}


async def test_inline_results_are_shown_and_chosen(page: Page) -> None:
    offset = page.server.sandbox.updates.pending()[-1].id + 1
    asking = asyncio.create_task(page.post(f"{ME}/inline", {"query": "дорт", "offset": ""}))
    [update] = await page.bot("getUpdates", timeout=10, offset=offset)
    content = {"message_text": "Картка"}
    result = {"type": "article", "id": "1", "title": "Х", "input_message_content": content}
    query_id = update["inline_query"]["id"]
    await page.bot("answerInlineQuery", inline_query_id=query_id, results=[result])

    assert (await asking)["results"][0]["title"] == "Х"
    choice = {"result_id": "1", "query": "дорт", "chat": COORDINATOR_ID}
    sent = await page.post(f"{ME}/inline/choose", choice)
    assert (sent["text"], sent["via_bot"]["username"]) == ("Картка", "mistok_bot")
    assert "error" in await page.post(f"{ME}/inline/choose", choice | {"result_id": "2"})


async def test_topics_are_read_one_by_one(page: Page) -> None:
    group = (await page.get(f"{ME}/chats"))[1]
    chat, topic = f"{ME}/chats/{group['id']}", group["topics"][0]["id"]
    await page.post(f"{chat}/messages", {"text": "у темі", "thread": topic})
    await page.post(f"{chat}/messages", {"text": "загалом"})

    assert (await page.get(f"{chat}/messages?thread={topic}"))[-1]["text"] == "у темі"
    assert [one.get("text") for one in await page.get(f"{chat}/messages?thread=1")][-1] == "загалом"


async def test_a_file_goes_up_and_comes_down(page: Page) -> None:
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("document", b"a;b", filename="список.csv")
    form.add_field("caption", "Ось")
    async with page.session.post(f"{PRIVATE}/messages", data=form) as response:
        sent = await response.json()
    async with page.session.get(f"{ME}/files/{sent['document']['file_id']}") as response:
        content, disposition = await response.read(), response.headers["Content-Disposition"]

    assert (sent["caption"], content) == ("Ось", b"a;b")
    assert disposition.startswith("attachment; filename*=UTF-8''%D1%81")


async def test_contacts_and_forwarded_messages_are_sent(page: Page) -> None:
    contact = {"phone_number": "+380", "first_name": "Тарас", "user_id": COORDINATOR_ID}
    sent = await page.post(f"{PRIVATE}/messages", {"contact": contact})
    reference = {"chat": COORDINATOR_ID, "message": sent["message_id"]}
    forwarded = await page.post(f"{PRIVATE}/messages", {"forward": reference})

    assert sent["contact"] == contact
    assert forwarded["forward_origin"]["sender_user"]["id"] == COORDINATOR_ID


async def test_events_are_streamed_to_those_whom_they_concern(page: Page) -> None:
    async with page.session.get(f"{ME}/events") as stream:
        assert stream.content_type == "text/event-stream"
        await stream.content.readuntil(b"\n\n")
        await page.post(f"/api/people/{OFFICIAL_ID}/start", {})
        await page.post(f"{PRIVATE}/messages", {"text": "привіт"})
        line = await stream.content.readuntil(b"\n\n")

    event = json.loads(line.removeprefix(b"data: "))
    assert (event["type"], event["chat"]) == ("message", COORDINATOR_ID)
    assert event["message"]["text"] == "привіт"


async def test_the_clock_moves_forward_only(page: Page) -> None:
    before = page.server.sandbox.world.now()
    await page.post("/api/clock", {"advance": 3600})
    assert page.server.sandbox.world.now() - before >= timedelta(hours=1)
    await page.post("/api/clock", {"to": "next_reminder"})
    assert page.server.sandbox.world.now() - before >= timedelta(hours=4)
    assert "error" in await page.post("/api/clock", {"advance": -1})


async def test_a_group_is_made_and_administered(page: Page) -> None:
    made = await page.post(f"{ME}/groups", {"title": "Нова група", "topics": []})
    chat = f"{ME}/chats/{made['id']}"
    assert (made["type"], made["bot_is_member"]) == ("group", True)

    removed = await page.post(f"{chat}/admin", {"action": "remove_bot"})
    added = await page.post(f"{chat}/admin", {"action": "add_bot"})
    upgraded = await page.post(f"{chat}/admin", {"action": "upgrade"})
    assert (removed["bot_is_member"], added["bot_is_member"]) == (False, True)
    assert (upgraded["type"], upgraded["bot_is_member"]) == ("supergroup", True)
    shown = [one["id"] for one in await page.get(f"{ME}/chats")]
    assert upgraded["id"] in shown
    assert made["id"] not in shown


async def test_topics_are_closed_and_deleted(page: Page) -> None:
    group = (await page.get(f"{ME}/chats"))[1]
    chat, topic = f"{ME}/chats/{group['id']}", group["topics"][0]["id"]

    closed = await page.post(f"{chat}/admin", {"action": "close_topic", "thread": topic})
    deleted = await page.post(f"{chat}/admin", {"action": "delete_topic", "thread": topic})
    assert closed["topics"][0]["closed"] is True
    assert topic not in [one["id"] for one in deleted["topics"]]


async def test_a_blocked_bot_is_not_written_to(page: Page) -> None:
    assert (await page.post(f"{PRIVATE}/admin", {"action": "block_bot"}))["bot_blocked"] is True
    assert "error" in await page.post(f"{PRIVATE}/messages", {"text": "x"})
    await page.post(f"{PRIVATE}/admin", {"action": "unblock_bot"})
    assert (await page.post(f"{PRIVATE}/messages", {"text": "x"}))["text"] == "x"


async def test_the_menu_of_commands_is_the_persons(page: Page) -> None:
    command = {"command": "help", "description": "Довідка"}
    await page.bot("setMyCommands", commands=[command], language_code="uk")

    assert await page.get(f"{PRIVATE}/commands") == [command]
    assert await page.get(f"/api/people/{STRANGER_ID}/chats/{STRANGER_ID}/commands") == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (f"{PRIVATE}/messages", {"text": ""}),
        (f"{PRIVATE}/press", {"message_id": 99, "data": "x"}),
        (f"{PRIVATE}/press", {}),
        (f"{PRIVATE}/admin", {"action": "dance"}),
        (f"{ME}/groups", {"title": ""}),
    ],
)
async def test_nonsense_is_refused_with_a_sentence(page: Page, path: str, body: Any) -> None:
    answer = await page.post(path, body)

    assert answer["error"].startswith("Bad Request: ")


async def test_a_deep_link_carries_at_most_64_plain_characters(page: Page) -> None:
    assert (await page.post(f"{ME}/start", {"payload": "x" * 64}))["text"] == "/start " + "x" * 64
    for payload in ("x" * 65, "два слова", "a.b"):
        answer = await page.post(f"{ME}/start", {"payload": payload})
        assert answer == {"error": "Bad Request: START_PARAM_INVALID"}


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}]
)
async def test_another_sites_page_is_kept_out(page: Page, headers: dict[str, str]) -> None:
    async with page.session.get("/api/world", headers=headers) as response:
        assert response.status == 403


async def test_the_own_page_is_let_in(page: Page) -> None:
    headers = {"Origin": page.server.base_url}
    async with page.session.post(f"{ME}/start", json={}, headers=headers) as response:
        assert response.status == 200
