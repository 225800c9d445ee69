"""Telling both sides of a handover, each in their language, with the brief as a document."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BufferedInputFile, TelegramObject
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _

from handlers.documents.handover_brief import brief_document
from handlers.handover.handover_screens import done_text
from handlers.menu import CommandMenu
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from handlers.telling import tell, their_language
from partnership.access import User
from partnership.calendar.calendar import Calendar
from partnership.handover.brief import Brief, Briefing
from partnership.handover.handovers import HandedOver, Handovers

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

UNREACHABLE = (TelegramForbiddenError, TelegramBadRequest)


@dataclass(frozen=True, slots=True)
class Courier:
    """Carries what is to be told after a handover."""

    bot: Bot
    i18n: I18n
    handovers: Handovers
    calendar: Calendar
    command_menu: CommandMenu
    office: Path | None
    """Folder of the office's own templates."""

    async def deliver(self, result: HandedOver, reader: Reader) -> None:
        """The brief to the successor and to the one who handed over; a word to who left."""
        brief = await self._brief(result, reader)
        reached = await self._tell_successor(result, brief, reader)
        await self._tell_leaving(result, reader)
        if result.handover.successor_user != reader.user.id:
            await self._send_to_actor(result, brief, reader, reached=reached)

    async def ask(self, user: int, screen: Screen) -> None:
        """A question below."""
        await tell(self.bot, user, screen)

    async def _brief(self, result: HandedOver, reader: Reader) -> Brief:
        briefing = Briefing(reader.registry, reader.overview, self.calendar)
        preview = result.preview
        return await briefing.brief(
            preview.leaving, preview.successor, preview.holdings, reader.now, reader.today
        )

    async def _tell_successor(self, result: HandedOver, brief: Brief, reader: Reader) -> bool:
        """False where they do not use the bot, or have not opened a chat with it."""
        user = await self._user(result.handover.successor_user)
        if user is None:
            return False
        theirs = await self._refreshed(user, reader)
        with self.i18n.use_locale(theirs.language):
            note = fill(_("The state of everything is in the document."))
            text = lines([done_text(result.preview, theirs), note])
            if user.id != reader.user.id and not await tell(self.bot, user.id, Screen(text)):
                return False
            return await self._send(user.id, brief, theirs)

    async def _tell_leaving(self, result: HandedOver, reader: Reader) -> None:
        user = await self._user(result.handover.leaving_user)
        if user is None:
            return
        theirs = await self._refreshed(user, reader)
        if user.id == reader.user.id:
            return
        with self.i18n.use_locale(theirs.language):
            await tell(self.bot, user.id, Screen(done_text(result.preview, theirs)))

    async def _send_to_actor(
        self, result: HandedOver, brief: Brief, reader: Reader, *, reached: bool
    ) -> None:
        name = result.preview.successor.name(reader.language)
        if reached:
            caption = fill(_("The brief. {name} has received it too."), name=name)
        else:
            text = _("The brief. {name} could not be reached in the chat bot: please pass it on.")
            caption = fill(text, name=name)
        await self._send(reader.user.id, brief, reader, caption)

    async def _send(
        self, user: int, brief: Brief, reader: Reader, caption: str | None = None
    ) -> bool:
        content = await brief_document(brief, reader, self.office)
        name = _("handover-{day}.docx").format(day=brief.on.isoformat())
        try:
            await self.bot.send_document(user, BufferedInputFile(content, name), caption=caption)
        except UNREACHABLE:
            return False
        return True

    async def _refreshed(self, user: User, reader: Reader) -> Reader:
        """How they read: in their language; their menu follows what they may now."""
        language = their_language(user.language, None, self.i18n)
        await self.command_menu.refresh(user, language)
        return replace(reader, user=user, language=language)

    async def _user(self, number: int | None) -> User | None:
        return None if number is None else await self.handovers.membership.who(number)


class Couriers(BaseMiddleware):
    """Gives each handler of handing over its courier."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Run the handler with `courier`."""
        courier = Courier(
            bot=data["bot"],
            i18n=data["i18n"],
            handovers=data["handovers"],
            calendar=data["calendar"],
            command_menu=data["command_menu"],
            office=data["office_templates"],
        )
        return await handler(event, {**data, "courier": courier})
