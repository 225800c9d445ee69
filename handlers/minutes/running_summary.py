"""The one message of a dictation that shows what was understood, and is kept up to date."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _

from handlers.cards.dictation import Understood, dictation_head, point_line, understood
from handlers.languages import in_languages, languages_of
from handlers.minutes.dictation_buttons import DictationDeed, pressing
from handlers.reader import Reader
from handlers.screens import GONE, NOT_MODIFIED, Screen, button, lines
from partnership.events import Event
from partnership.language.names import NameIndex
from partnership.membership_records import BoundChat
from partnership.minutes.dictating import Dictating
from partnership.minutes.dictation import Dictation

log = structlog.get_logger(__name__)

POINTS_SHOWN = 15
"""Then another message follows, at the end of the chat, where people look."""
LENGTH_SHOWN = 2_800
"""Characters of the points of one message; Telegram takes 4,096 with everything."""

Spawn = Callable[[Coroutine[Any, Any, None]], object]


@dataclass(frozen=True, slots=True)
class Onlookers:
    """Who reads the message: the person who wrote last, and the group."""

    reader: Reader
    bound: BoundChat | None


@dataclass(slots=True)
class RunningSummaries:
    """Shows each dictation at once, then at most once in `pause` seconds."""

    dictating: Dictating
    names: NameIndex
    i18n: I18n
    pause: float
    spawn: Spawn
    _stale: dict[int, Onlookers] = field(default_factory=dict)
    _busy: set[int] = field(default_factory=set)

    async def refresh(self, bot: Bot, dictation: Dictation, onlookers: Onlookers) -> None:
        """Show the points; while that was done just now, it is done again in a moment."""
        self._stale[dictation.id] = onlookers
        if dictation.id in self._busy:
            return
        self._busy.add(dictation.id)
        await self._show_stale(bot, dictation)
        if self.pause:
            self.spawn(self._later(bot, dictation))
        else:
            self._busy.discard(dictation.id)

    async def finish(self, bot: Bot, dictation: Dictation, onlookers: Onlookers) -> None:
        """Show it for the last time, without buttons."""
        self._stale.pop(dictation.id, None)
        await self._update(bot, dictation, onlookers, last=True)

    async def _later(self, bot: Bot, dictation: Dictation) -> None:
        try:
            await asyncio.sleep(self.pause)
            while dictation.id in self._stale:
                await self._show_stale(bot, dictation)
                await asyncio.sleep(self.pause)
        finally:
            self._busy.discard(dictation.id)

    async def _show_stale(self, bot: Bot, dictation: Dictation) -> None:
        while (onlookers := self._stale.pop(dictation.id, None)) is not None:
            try:
                await self._update(bot, dictation, onlookers)
            except TelegramAPIError as error:
                # The points are kept; the next one shows them.
                log.warning("a dictation could not be shown", error=type(error).__name__)
            if self.pause:
                return

    async def _update(
        self, bot: Bot, dictation: Dictation, onlookers: Onlookers, *, last: bool = False
    ) -> None:
        """Fill the message; what does not fit goes into new ones below."""
        current = self.dictating.running_in(dictation.chat, dictation.thread)
        event = await self.dictating.event(dictation)
        if current is None or current.id != dictation.id or event is None:
            return
        notes = [each.note for each in await self.dictating.points(current)]
        points = understood(notes, 1, self.names, onlookers.reader.zone.key)
        shown, summary = min(current.shown, len(points)), current.summary
        view = _View(event, onlookers, self.i18n)
        while len(page := _fitting(points[shown:])) < len(points) - shown:
            await _put(bot, current, summary, view.screen(page, begun=True, last=True))
            shown, summary = shown + len(page), None
        screen = view.screen(page, begun=bool(points), last=last)
        summary = await _put(bot, current, summary, screen)
        if (summary, shown) != (current.summary, current.shown):
            await self.dictating.show_at(current, summary, shown)


@dataclass(frozen=True, slots=True)
class _View:
    """The screens of one dictation, in the languages of those who read it."""

    event: Event
    onlookers: Onlookers
    i18n: I18n

    def screen(self, points: Sequence[Understood], *, begun: bool, last: bool) -> Screen:
        """The head in each language; points are in the words in which they were said."""
        reader = self.onlookers.reader
        languages = languages_of(self.onlookers.bound, reader.language)

        def head(language: str) -> Screen:
            shown = _in_language(reader, language)
            text = dictation_head(reader.sees(self.event), shown, begun=begun, last=last)
            return Screen(text, [] if last else _buttons(begun=begun))

        top = in_languages(head, languages, self.i18n)
        with self.i18n.use_locale(languages[0]):
            said = [point_line(each, _in_language(reader, languages[0])) for each in points]
        return Screen(lines([top.text, *said]), top.buttons)


def _in_language(reader: Reader, language: str) -> Reader:
    return replace(reader, language=language)


def _buttons(*, begun: bool) -> list[list[InlineKeyboardButton]]:
    stop = button(_("End"), pressing(DictationDeed.STOP))
    other = button(_("Other event"), pressing(DictationDeed.OTHER))
    last = button(_("Take back the last one"), pressing(DictationDeed.LAST))
    return [[last], [other, stop]] if begun else [[other, stop]]


def _fitting(points: Sequence[Understood]) -> Sequence[Understood]:
    """As many of the points as one message holds, one at least."""
    length = 0
    for count, point in enumerate(points[:POINTS_SHOWN]):
        length += len(point.note.text)
        if length > LENGTH_SHOWN and count:
            return points[:count]
    return points[:POINTS_SHOWN]


async def _put(bot: Bot, dictation: Dictation, summary: int | None, screen: Screen) -> int:
    """Edit the message, or send a new one where there is none any more; its number."""
    if summary is not None:
        try:
            await bot.edit_message_text(
                screen.text,
                chat_id=dictation.chat,
                message_id=summary,
                reply_markup=screen.keyboard,
            )
        except TelegramBadRequest as error:
            if NOT_MODIFIED in error.message:
                return summary
            if not any(reason in error.message for reason in GONE):
                raise
        else:
            return summary
    sent = await bot.send_message(
        dictation.chat,
        screen.text,
        message_thread_id=dictation.thread or None,
        reply_markup=screen.keyboard,
    )
    return sent.message_id
