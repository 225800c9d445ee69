"""Which messages of a dictation are points, which correct one, which are meant for the bot."""

from __future__ import annotations

from aiogram import Bot
from aiogram.enums import MessageEntityType
from aiogram.types import Message
from aiogram.types import User as TelegramUser

from handlers.minutes.dictation_buttons import DictationButton
from handlers.minutes.dictation_place import place_of
from partnership.access import Action, User, may
from partnership.minutes.dictating import Dictating
from partnership.minutes.dictation import Dictation

TAKE_BACK = frozenset(
    {"видалити", "видали", "прибрати", "прибери", "скасувати", "delete", "remove"}
)


async def is_dictated(
    message: Message, user: User, dictating: Dictating, bot: Bot
) -> bool | dict[str, Dictation]:
    """Whether a message is a point: no command, no question to the bot, from a note-taker."""
    dictation = dictating.running_in(*place_of(message))
    if dictation is None or not message.text or message.text.startswith("/"):
        return False
    if not may(user, Action.WRITE_NOTE) or is_question(message, await bot.me()):
        return False
    return {"dictation": dictation}


async def is_taken_back(
    message: Message, user: User, dictating: Dictating
) -> bool | dict[str, Dictation]:
    """A reply «видалити», to a point or to what the bot shows."""
    dictation = dictating.running_in(*place_of(message))
    if dictation is None or message.reply_to_message is None:
        return False
    said = (message.text or "").strip(" .!").casefold()
    if said not in TAKE_BACK or not may(user, Action.WRITE_NOTE):
        return False
    return {"dictation": dictation}


async def is_corrected(
    message: Message, user: User, dictating: Dictating, bot: Bot
) -> bool | dict[str, Dictation]:
    """An edited message that is a point, or would have been one."""
    if not message.text or not may(user, Action.WRITE_NOTE):
        return False
    dictation = await dictating.store.of_message(message.chat.id, message.message_id)
    if dictation is not None:
        return {"dictation": dictation}
    running = await is_dictated(message, user, dictating, bot)
    late = isinstance(running, dict) and message.date >= running["dictation"].started_at
    return running if late else False


def is_question(message: Message, me: TelegramUser) -> bool:
    """Whether the bot is spoken to: «?…», a mention, one line with «?», a reply to a card."""
    text = (message.text or "").strip()
    if text.startswith("?"):
        return True
    asks = text.endswith("?") and "\n" not in text and not text.startswith(("-", "–", "—"))
    replied = message.reply_to_message
    to_us = replied is not None and replied.from_user is not None and replied.from_user.id == me.id
    if to_us and _has_buttons_of_others(replied):
        return True
    if message.chat.type == "private":
        return asks
    mention = f"@{me.username}"
    named = any(
        each.type == MessageEntityType.MENTION and each.extract_from(message.text or "") == mention
        for each in message.entities or ()
    )
    return named or (to_us and asks)


def _has_buttons_of_others(replied: Message | None) -> bool:
    """A card or a reminder that is answered («виконано») is not what shows the points."""
    keyboard = replied.reply_markup if replied is not None else None
    if keyboard is None:
        return False
    every = [each.callback_data or "" for row in keyboard.inline_keyboard for each in row]
    return not all(data.startswith(f"{DictationButton.__prefix__}:") for data in every)
