"""Forms that ask step by step; aiogram-dialog works only around them, not around every update."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import BaseStorage
from aiogram.types import CallbackQuery, Message, TelegramObject
from aiogram.utils.i18n import gettext as _
from aiogram_dialog import Dialog, setup_dialogs
from aiogram_dialog.api.entities import DEFAULT_STACK_ID
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState
from aiogram_dialog.utils import remove_intent_id

from handlers.forms.engine import FormMark
from handlers.forms.windows import FormDialog
from handlers.routing import ANSWERS_ITSELF, CommandAmong, PrefixAmong, needs
from partnership.access import Action

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Answers(Filter):
    """Passes a text for the open form, and what the openers of forms answer to."""

    def __init__(self, commands: frozenset[str]) -> None:
        self._openers = CommandAmong(commands)

    async def __call__(self, message: Message, raw_state: str | None = None) -> bool:
        if (message.text or "").startswith("/"):
            return await self._openers(message)
        return raw_state == FormMark.open.state


class Presses(Filter):
    """Passes a button of the open form, and the buttons that open one."""

    def __init__(self, prefixes: frozenset[str]) -> None:
        self._openers = PrefixAmong(prefixes)

    async def __call__(self, query: CallbackQuery, raw_state: str | None = None) -> bool:
        intent, _data = remove_intent_id(query.data or "")
        if intent is not None:
            return raw_state == FormMark.open.state
        return await self._openers(query)


def build_forms(
    openers: Iterable[Router],
    dialogs: Iterable[FormDialog],
    commands: frozenset[str],
    buttons: Iterable[type[CallbackData]],
) -> Router:
    """The router of forms and of what opens them.

    Its filters let everything else pass by before aiogram-dialog looks for a conversation.
    """
    router = Router(name="forms")
    router.message.filter(Answers(commands))
    router.callback_query.filter(Presses(frozenset(each.__prefix__ for each in buttons)))
    router.callback_query.outer_middleware(say_out_of_date)
    router.message.outer_middleware(forget_broken)
    inner = Router(name="aiogram-dialog")
    inner.include_routers(*openers, *dialogs)
    setup_dialogs(inner)
    for each in inner.sub_routers:
        if isinstance(each, Dialog):
            _declare(each)
    router.include_router(inner)
    return router


def _declare(dialog: Dialog) -> None:
    """Give the handlers of a dialog the action of its form; the library's own is for admins."""
    action = dialog.action if isinstance(dialog, FormDialog) else Action.MANAGE_USERS
    for observer in (dialog.message, dialog.callback_query, dialog.business_message):
        for handler in observer.handlers:
            handler.flags.update(needs(action) | {ANSWERS_ITSELF: True})


async def say_out_of_date(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
    """A button of a form that is closed says so and does nothing."""
    try:
        return await handler(event, data)
    except (UnknownIntent, OutdatedIntent, UnknownState):
        assert isinstance(event, CallbackQuery)
        return await event.answer(_("This button is out of date."))


async def forget_broken(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
    """A form of an earlier version, whose steps are gone, is dropped: the text goes its way."""
    try:
        return await handler(event, data)
    except (UnknownIntent, UnknownState):
        assert isinstance(event, Message)
        storage: BaseStorage = data["fsm_storage"]
        state: FSMContext = data["state"]
        await storage.set_data(replace(state.key, destiny=f"aiogd:stack:{DEFAULT_STACK_ID}"), {})
        await state.clear()
        return await handler(event, data | {"raw_state": None})
