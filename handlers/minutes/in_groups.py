"""Minutes are worked on in private: a group reads no more than the short summary."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery
from aiogram.utils.i18n import gettext as _

from handlers.minutes.minutes_buttons import READS, MinutesButton
from handlers.minutes.minutes_desk import MinutesDesk
from handlers.minutes.minutes_screens import minutes_screen
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert
from partnership.access import Action
from partnership.membership_records import BoundChat
from partnership.minutes.taking import MinuteTaking
from partnership.notes.scope import scope_of


def register(commands: Router) -> None:
    """Before all other buttons of minutes: what is pressed in a group leads into private."""
    press = commands.callback_query.register
    reading = MinutesButton.filter(F.deed.in_(READS))
    press(to_private, reading, is_in_group, flags=needs(Action.READ, once=True))
    write = needs(Action.WRITE_MINUTES)
    press(to_private, MinutesButton.filter(), is_in_group, flags=write)


async def is_in_group(query: CallbackQuery) -> bool:
    """Whether others read along."""
    return query.message is not None and query.message.chat.type != "private"


async def to_private(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    bound_chat: BoundChat | None,
    bot: Bot,
) -> Alert | None:
    """The minutes are sent to whoever pressed, if they have access to the bot."""
    scope = scope_of(bound_chat, reader.registry)
    if callback_data.deed not in READS:
        return Alert(_("Let us do this in private."))
    minutes = await minute_taking.minutes(callback_data.id, scope)
    desk = MinutesDesk(query, reader, minute_taking, bot)
    return await desk.show(await minutes_screen(minutes, reader, minute_taking))
