"""Whether the bot sees what people write in a group."""

from __future__ import annotations

from contextlib import suppress

from aiogram import Bot
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message

from handlers.minutes.dictation_place import place_of


async def blind_here(event: Message | CallbackQuery, bot: Bot) -> bool:
    """In privacy mode only an administrator sees all messages of a group."""
    chat, _thread = place_of(event)
    me = await bot.me()
    if chat > 0 or me.can_read_all_group_messages:
        return False
    with suppress(TelegramAPIError):
        member = await bot.get_chat_member(chat, me.id)
        return member.status is not ChatMemberStatus.ADMINISTRATOR
    return False
