"""Methods by which the bot describes itself: names, descriptions, command menus."""

from __future__ import annotations

from bot.sandbox.errors import bad_request
from bot.sandbox.model import Json
from bot.sandbox.parameters import Parameters
from bot.sandbox.sandbox import Sandbox

NAME_LIMIT = 64
DESCRIPTION_LIMIT = 512
SHORT_DESCRIPTION_LIMIT = 120


async def get_me(sandbox: Sandbox, parameters: Parameters) -> Json:
    """getMe."""
    return sandbox.world.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not sandbox.options.privacy,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def set_my_commands(sandbox: Sandbox, parameters: Parameters) -> bool:
    """setMyCommands."""
    scope = _scope(sandbox, parameters)
    commands = parameters.json("commands") or []
    sandbox.menus.set(scope, parameters.text("language_code"), commands)
    return True


async def get_my_commands(sandbox: Sandbox, parameters: Parameters) -> list[Json]:
    """getMyCommands."""
    return sandbox.menus.get(_scope(sandbox, parameters), parameters.text("language_code"))


async def delete_my_commands(sandbox: Sandbox, parameters: Parameters) -> bool:
    """deleteMyCommands."""
    sandbox.menus.delete(_scope(sandbox, parameters), parameters.text("language_code"))
    return True


async def set_my_name(sandbox: Sandbox, parameters: Parameters) -> bool:
    """setMyName."""
    return _set_text(sandbox.profile.names, parameters, "name", NAME_LIMIT)


async def set_my_description(sandbox: Sandbox, parameters: Parameters) -> bool:
    """setMyDescription."""
    return _set_text(sandbox.profile.descriptions, parameters, "description", DESCRIPTION_LIMIT)


async def set_my_short_description(sandbox: Sandbox, parameters: Parameters) -> bool:
    """setMyShortDescription."""
    texts = sandbox.profile.short_descriptions
    return _set_text(texts, parameters, "short_description", SHORT_DESCRIPTION_LIMIT)


async def set_chat_menu_button(sandbox: Sandbox, parameters: Parameters) -> bool:
    """setChatMenuButton, for one private chat or for all."""
    given = parameters.values.get("chat_id")
    chat_id = sandbox.world.chat(given).id if given else None
    button = parameters.json("menu_button") or {"type": "default"}
    if button.get("type") not in {"default", "commands", "web_app"}:
        raise bad_request("MenuButton has unsupported type")
    sandbox.profile.menu_buttons[chat_id] = button
    return True


def _scope(sandbox: Sandbox, parameters: Parameters) -> Json | None:
    scope: Json | None = parameters.json("scope")
    if scope is not None and "chat_id" in scope:
        scope = scope | {"chat_id": sandbox.world.chat(scope["chat_id"]).id}
    return scope


def _set_text(texts: dict[str, str], parameters: Parameters, name: str, limit: int) -> bool:
    text = parameters.text(name)
    if len(text) > limit:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    texts[parameters.text("language_code")] = text
    return True


METHODS = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": set_my_name,
    "setMyDescription": set_my_description,
    "setMyShortDescription": set_my_short_description,
    "setChatMenuButton": set_chat_menu_button,
}
