"""Which messages of a group a bot in privacy mode sees."""

from __future__ import annotations

from bot.sandbox.model import Chat, Json
from bot.sandbox.sandbox import Sandbox


def bot_sees(sandbox: Sandbox, chat: Chat, message: Json) -> bool:
    """Whether Telegram tells the bot about the message.

    In privacy mode, and unless the bot is an administrator: commands that name no other bot,
    answers to its messages, messages sent through it. A mention does not count, although BotFather
    says that it does: bots that relied on it heard nothing (python-telegram-bot issue 4473,
    telegraf issue 545). Hence the advice to make the bot an administrator of its groups.
    """
    if not chat.bot_is_member:
        return False
    if chat.is_private or chat.bot_status == "administrator" or not sandbox.options.privacy:
        return True
    bot = sandbox.world.bot
    if message.get("reply_to_message", {}).get("from", {}).get("id") == bot.id:
        return True
    if message.get("via_bot", {}).get("id") == bot.id:
        return True
    return _commands(message, bot.username.lower())


def _commands(message: Json, username: str) -> bool:
    text = message.get("text") or message.get("caption") or ""
    units = text.encode("utf-16-le")
    for entity in message.get("entities") or message.get("caption_entities") or []:
        start, end = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
        piece = units[start:end].decode("utf-16-le").lower()
        if entity["type"] == "bot_command" and piece.partition("@")[2] in {"", username}:
            return True
    return False
