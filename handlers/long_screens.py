"""Answers that are longer than a message: shown by pages in one message, never cut."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.long_texts import pages_of
from handlers.paging import Page, page_buttons
from handlers.pictures import put_picture
from handlers.routing import needs, subject_router
from handlers.screens import Alert, Screen, put
from partnership.access import OPEN_IN_BOUND_GROUP, Action, User, may
from partnership.errors import NotPermittedError
from partnership.membership_records import BoundChat

KEPT = 256
"""Long answers that are remembered; an older one has to be asked for again."""


class LongPage(CallbackData, prefix="lng"):
    """A page of a long answer."""

    key: str
    page: int


@dataclass(frozen=True, slots=True)
class _Long:
    pages: Sequence[Markup]
    buttons: Sequence[Sequence[InlineKeyboardButton]]
    action: Action
    """What reading it needs: the role is asked for again at each page."""


class LongScreens:
    """Shows screens of any length, and remembers the latest that took several pages."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Long] = OrderedDict()

    async def show(
        self, event: Message | CallbackQuery, screen: Screen, action: Action = Action.READ
    ) -> None:
        """Show a screen, by pages where it is too long for one message."""
        if screen.chart is not None:
            await put_picture(event, screen)
            return
        pages = pages_of(screen.text)
        if len(pages) > 1:
            key = secrets.token_hex(4)
            self._kept[key] = _Long(pages, screen.buttons, action)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            screen = self._page(key, self._kept[key], 0)
        await put(event, screen)

    def page(self, key: str, number: int, user: User, bound: BoundChat | None) -> Screen | None:
        """A page of a remembered answer; None where it is forgotten.

        Raises:
            NotPermittedError: the person may not read it any more.
        """
        long = self._kept.get(key)
        if long is None or not 0 <= number < len(long.pages):
            return None
        open_here = bound is not None and long.action in OPEN_IN_BOUND_GROUP
        if not (may(user, long.action) or open_here):
            raise NotPermittedError(long.action)
        return self._page(key, long, number)

    @staticmethod
    def _page(key: str, long: _Long, number: int) -> Screen:
        page = Page(long.pages, number, len(long.pages))
        turn = page_buttons(page, lambda other: LongPage(key=key, page=other).pack())
        return Screen(long.pages[number], [turn, *long.buttons])


def build_router() -> Router:
    """The router of the pages."""
    router = subject_router("long answers", buttons=(LongPage,))
    anybody = needs(Action.CHOOSE_LANGUAGE)
    router.callback_query.register(turn_page, LongPage.filter(), flags=anybody)
    return router


async def turn_page(
    query: CallbackQuery,
    callback_data: LongPage,
    long_screens: LongScreens,
    user: User,
    bound_chat: BoundChat | None,
) -> Alert | None:
    """Another page of a long answer; after a restart it has to be asked for again."""
    screen = long_screens.page(callback_data.key, callback_data.page, user, bound_chat)
    if screen is None:
        return Alert(_("This button is out of date."))
    await put(query, screen)
    return None
