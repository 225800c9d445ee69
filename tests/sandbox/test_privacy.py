"""What the bot sees in groups, and how it learns of its own coming and going."""

from __future__ import annotations

import pytest

from bot.sandbox import groups, membership
from tests.sandbox.client import BotClient
from tests.support.group import Group
from tests.support.people import Human
from tests.support.telegram import TelegramStandIn


@pytest.fixture
def olena(telegram: TelegramStandIn) -> Human:
    return telegram.person(11, "Олена")


@pytest.fixture
def group(telegram: TelegramStandIn, olena: Human) -> Group:
    made = telegram.group("Група", owner=olena)
    groups.add_bot(telegram.sandbox, made.chat, olena.person)
    telegram.sandbox.updates.clear()
    return made


async def seen(bot: BotClient) -> list[str]:
    return [update["message"]["text"] for update in await bot.updates()]


async def test_only_what_is_meant_for_the_bot_reaches_it(
    bot: BotClient, group: Group, olena: Human
) -> None:
    chat = olena.in_group(group)
    for text in (
        "Добрий день",
        "/partners",
        "/partners@mistok_bot",
        "/partners@other_bot",
        "😀 /partners@Mistok_Bot дорт",
        "@mistok_bot дорт",
    ):
        await chat.send(text)
    mine = await bot.call("sendMessage", chat_id=group.id, text="x")
    await chat.send("відповідь", reply_to=await chat.next())

    assert mine.status == 200
    assert await seen(bot) == [
        "/partners",
        "/partners@mistok_bot",
        "😀 /partners@Mistok_Bot дорт",
        "відповідь",
    ]


async def test_an_administrator_bot_sees_everything(
    bot: BotClient, group: Group, olena: Human
) -> None:
    group.chat.bot_status = "administrator"
    await olena.in_group(group).send("Добрий день")

    assert await seen(bot) == ["Добрий день"]


async def test_without_privacy_mode_the_bot_sees_everything() -> None:
    async with TelegramStandIn(privacy=False) as telegram, BotClient(telegram) as bot:
        olena = telegram.person(11, "Олена")
        group = telegram.group("Група", owner=olena)
        group.chat.bot_status = "member"
        await olena.in_group(group).send("Добрий день")
        assert await seen(bot) == ["Добрий день"]


async def test_an_anonymous_administrator_writes_as_the_group(
    bot: BotClient, group: Group, olena: Human
) -> None:
    await olena.in_group(group, anonymous=True).send("/bind")
    [update] = await bot.updates()

    assert update["message"]["from"]["username"] == "GroupAnonymousBot"
    assert update["message"]["sender_chat"]["id"] == group.id


async def test_coming_and_going_of_the_bot_is_told(
    telegram: TelegramStandIn, bot: BotClient, olena: Human
) -> None:
    group = telegram.group("Група", owner=olena)
    groups.add_bot(telegram.sandbox, group.chat, olena.person, payload="abc")
    groups.remove_bot(telegram.sandbox, group.chat, olena.person)

    joined, service, start, kicked = await bot.updates()
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert service["message"]["new_chat_members"][0]["username"] == "mistok_bot"
    assert start["message"]["text"] == "/start@mistok_bot abc"
    assert kicked["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_a_block_is_told(telegram: TelegramStandIn, bot: BotClient, olena: Human) -> None:
    membership.change_bot_block(telegram.sandbox, olena.private().chat, blocked=True)
    [update] = await bot.updates()

    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_people_come_and_go(
    telegram: TelegramStandIn, bot: BotClient, group: Group, olena: Human
) -> None:
    telegram.person(12, "Тарас")
    for status in ("member", "left"):
        membership.change_member_status(
            telegram.sandbox, group.chat, olena.person.as_json(), 12, status
        )

    first, second = await bot.updates()
    assert first["message"]["new_chat_members"][0]["id"] == 12
    assert second["message"]["left_chat_member"]["id"] == 12
