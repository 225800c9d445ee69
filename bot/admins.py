"""What administrators are told about the running process itself."""

from __future__ import annotations

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _

from handlers.screens import Screen, fill
from handlers.telling import tell, their_language
from partnership.membership import Membership


class Admins:
    """Writes to all administrators, each in their language, without a row in the database."""

    def __init__(self, bot: Bot, membership: Membership, i18n: I18n) -> None:
        self._bot = bot
        self._membership = membership
        self._i18n = i18n

    async def no_backup(self, reason: str) -> None:
        """The database could not be copied; `reason` is the words of the system.

        Telegram may be out of reach as well: then the log and /healthz have to do.
        """
        for admin in await self._membership.admins():
            language = their_language(admin.language, None, self._i18n)
            with self._i18n.context(), self._i18n.use_locale(language):
                text = _(
                    "No backup of the database was made: {reason}. Please check the free space and"
                    " the folder of backups; the next attempt is tomorrow."
                )
                screen = Screen(fill(text, reason=reason))
            try:
                await tell(self._bot, admin.id, screen)
            except TelegramAPIError:
                continue
