"""Everything that a conversation about a dictation works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from aiogram import Bot
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import I18n

from handlers.languages import in_languages, languages_of
from handlers.minutes.dictation_place import place_of
from handlers.minutes.running_summary import Onlookers, RunningSummaries
from handlers.reader import Reader
from handlers.screens import Screen
from partnership.membership_records import BoundChat
from partnership.minutes.dictating import Dictating
from partnership.minutes.dictation import Dictation


@dataclass(frozen=True, slots=True)
class DictationDesk:
    """Who writes where, the dictation there, and the message that shows it."""

    event: Message | CallbackQuery
    reader: Reader
    bound: BoundChat | None
    dictating: Dictating
    summaries: RunningSummaries
    bot: Bot
    i18n: I18n

    @property
    def running(self) -> Dictation | None:
        """The dictation of this chat."""
        return self.dictating.running_in(*place_of(self.event))

    async def refresh(self, dictation: Dictation) -> None:
        """Show what was understood."""
        await self.summaries.refresh(self.bot, dictation, Onlookers(self.reader, self.bound))

    async def finish(self, dictation: Dictation) -> None:
        """Show it for the last time."""
        await self.summaries.finish(self.bot, dictation, Onlookers(self.reader, self.bound))

    def worded(self, render: Callable[[Reader], Screen]) -> Screen:
        """A screen in each language of the group."""

        def in_language(language: str) -> Screen:
            return render(replace(self.reader, language=language))

        return in_languages(in_language, languages_of(self.bound, self.reader.language), self.i18n)


async def at_desk(
    event: Message | CallbackQuery,
    reader: Reader,
    bound_chat: BoundChat | None,
    dictating: Dictating,
    running_summaries: RunningSummaries,
    bot: Bot,
    i18n: I18n,
) -> dict[str, DictationDesk]:
    """A filter that lets all pass, and gives the handler its desk."""
    desk = DictationDesk(event, reader, bound_chat, dictating, running_summaries, bot, i18n)
    return {"desk": desk}
