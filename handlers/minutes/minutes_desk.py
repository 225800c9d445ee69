"""What a conversation about minutes works with, and the way into the private chat."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram import Bot
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.reader import Reader
from handlers.screens import Alert, Screen, fill, show
from handlers.telling import tell
from partnership.access import Role
from partnership.minutes.taking import MinuteTaking


@dataclass(frozen=True, slots=True)
class MinutesDesk:
    """Who asks, where, and the minutes."""

    event: Message | CallbackQuery
    reader: Reader
    taking: MinuteTaking
    bot: Bot

    async def show(self, screen: Screen) -> Alert | None:
        """Shown in private only: a group reads no more than the short summary."""
        if self.reader.private:
            await show(self.event, screen)
            return None
        known = self.reader.user.role is not Role.STRANGER
        words = _("Open the private chat with me first, then press again.")
        if known and await tell(self.bot, self.reader.user.id, screen):
            words = _("I have written to you in private.")
        if isinstance(self.event, CallbackQuery):
            return Alert(words)
        await show(self.event, Screen(fill(words)))
        return None
