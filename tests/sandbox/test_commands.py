"""Command menus: what is accepted, and which menu a person sees."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.model import Json
from tests.sandbox.client import BotClient
from tests.support.telegram import TelegramStandIn


async def set_menu(
    bot: BotClient, name: str, scope: Json | None = None, language: str = ""
) -> None:
    given: dict[str, Any] = {"commands": [{"command": name, "description": "x"}]}
    if scope:
        given["scope"] = scope
    if language:
        given["language_code"] = language
    assert (await bot.call("setMyCommands", **given)).result is True


async def test_the_narrowest_scope_wins_and_then_the_language(
    telegram: TelegramStandIn, bot: BotClient
) -> None:
    chat = telegram.person(11, "Олена", language_code="uk").private()
    seen = [chat.commands()]
    for name, scope, language in [
        ("default", None, ""),
        ("ukrainian", None, "uk"),
        ("private", {"type": "all_private_chats"}, ""),
        ("mine", {"type": "chat", "chat_id": 11}, ""),
        ("mine_uk", {"type": "chat", "chat_id": 11}, "uk"),
    ]:
        await set_menu(bot, name, scope, language)
        seen.append(chat.commands())

    assert seen == [[], ["default"], ["ukrainian"], ["private"], ["mine"], ["mine_uk"]]


async def test_a_deleted_menu_falls_back(telegram: TelegramStandIn, bot: BotClient) -> None:
    chat = telegram.person(11, "Олена").private()
    scope = {"type": "chat", "chat_id": 11}
    await set_menu(bot, "default")
    await set_menu(bot, "mine", scope)
    await bot.call("deleteMyCommands", scope=scope)

    assert chat.commands() == ["default"]
    assert (await bot.call("getMyCommands", scope=scope)).result == []


async def test_administrators_of_a_group_see_their_own_menu(
    telegram: TelegramStandIn, bot: BotClient
) -> None:
    olena, taras = telegram.person(11, "Олена"), telegram.person(12, "Тарас")
    group = telegram.group("Група", owner=olena, members=(taras,))
    await set_menu(bot, "all", {"type": "all_group_chats"})
    await set_menu(bot, "admins", {"type": "all_chat_administrators"})

    assert olena.in_group(group).commands() == ["admins"]
    assert taras.in_group(group).commands() == ["all"]


@pytest.mark.parametrize("name", ["", "Partners", "add-partner", "партнери", "x" * 33])
async def test_a_bad_name_is_refused(bot: BotClient, name: str) -> None:
    answer = await bot.call("setMyCommands", commands=[{"command": name, "description": "x"}])

    assert answer.description == "Bad Request: BOT_COMMAND_INVALID"


@pytest.mark.parametrize("description", ["", "x" * 257])
async def test_a_bad_description_is_refused(bot: BotClient, description: str) -> None:
    commands = [{"command": "help", "description": description}]

    assert (await bot.call("setMyCommands", commands=commands)).status == 400


async def test_a_menu_has_a_hundred_commands_at_most(bot: BotClient) -> None:
    commands = [{"command": f"c{number}", "description": "x"} for number in range(101)]

    assert (await bot.call("setMyCommands", commands=commands[:100])).result is True
    assert (await bot.call("setMyCommands", commands=commands)).status == 400


async def test_a_scope_of_an_unknown_chat_is_refused(bot: BotClient) -> None:
    scope = {"type": "chat", "chat_id": 404}
    answer = await bot.call("setMyCommands", commands=[], scope=scope)

    assert answer.description == "Bad Request: chat not found"


async def test_the_bot_describes_itself(telegram: TelegramStandIn, bot: BotClient) -> None:
    await bot.call("setMyName", name="Місток", language_code="uk")
    await bot.call("setMyDescription", description="Що я вмію")
    await bot.call("setMyShortDescription", short_description="Коротко")
    await bot.call("setChatMenuButton", menu_button={"type": "commands"})

    profile = telegram.sandbox.profile
    assert profile.names == {"uk": "Місток"}
    assert profile.descriptions == {"": "Що я вмію"}
    assert profile.short_descriptions == {"": "Коротко"}
    assert profile.menu_buttons == {None: {"type": "commands"}}
    assert (await bot.call("setMyName", name="x" * 65)).status == 400
