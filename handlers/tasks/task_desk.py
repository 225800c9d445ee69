"""What the conversations about action items work with, put together once for each update."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.fsm.context import FSMContext
from aiogram.types import TelegramObject
from aiogram.utils.i18n import I18n

from handlers.languages import joined, languages_of
from handlers.reader import Reader
from handlers.routing import ACTION_FLAG
from handlers.screens import Screen
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.language.names import NameIndex
from partnership.membership_records import BoundChat
from partnership.minutes.taking import MinuteTaking
from partnership.notes.scope import Scope, scope_of
from partnership.steps import Step
from partnership.tasks.tasks import Tasks

Render = Callable[["TaskDesk"], Awaitable[Screen]]
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class TaskDesk:
    """The person, the action items, the calendar, what is pending in this chat, and the group."""

    reader: Reader
    tasks: Tasks
    calendar: Calendar
    names: NameIndex
    state: FSMContext
    bound: BoundChat | None
    i18n: I18n
    languages: tuple[str, ...]
    """Those of an answer: a group may want two, where what writes runs once and words it twice."""
    minute_taking: MinuteTaking

    @property
    def scope(self) -> Scope | None:
        """What may be shown here; None in private."""
        return scope_of(self.bound, self.reader.registry)

    async def task(self, number: int) -> Step:
        """An action item that may be shown here. Raises NoSuchTaskError."""
        return await self.tasks.task(number, self.scope)

    async def worded(self, render: Render) -> Screen:
        """What `render` makes of this desk, in each language of the answer."""
        screens = []
        for language in self.languages:
            reader = replace(self.reader, language=language)
            with self.i18n.use_locale(language):
                screens.append(await render(replace(self, reader=reader, languages=(language,))))
        return joined(screens)


class TaskDesks(BaseMiddleware):
    """Gives each handler of action items its desk."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Run the handler with `desk`."""
        reader: Reader = data["reader"]
        # What only reads is run once for each language by the middleware around us.
        reads = get_flag(data, ACTION_FLAG) is Action.READ
        languages = languages_of(data["bound_chat"], reader.language)
        desk = TaskDesk(
            reader=reader,
            tasks=data["tasks"],
            calendar=data["calendar"],
            names=data["names"],
            state=data["state"],
            bound=data["bound_chat"],
            i18n=data["i18n"],
            languages=(reader.language,) if reads else languages,
            minute_taking=data["minute_taking"],
        )
        return await handler(event, {**data, "desk": desk})
