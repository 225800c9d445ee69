"""One tap sends the short summary to the working groups; it is shown first."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext

from handlers.cards.short_summary import summary_text
from handlers.formats import short_date
from handlers.minutes.minutes_buttons import MinutesButton, MinutesDeed, deed
from handlers.minutes.minutes_screens import back_to, minutes_screen
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, fill, lines, show
from partnership.access import Action
from partnership.minutes.taking import MinuteTaking


def register(commands: Router) -> None:
    """Add the two buttons."""
    press, write = commands.callback_query.register, needs(Action.WRITE_MINUTES)
    press(preview, MinutesButton.filter(F.deed == MinutesDeed.PREVIEW), flags=write)
    press(publish, MinutesButton.filter(F.deed == MinutesDeed.PUBLISH), flags=write)


async def preview(
    query: CallbackQuery, callback_data: MinutesButton, reader: Reader, minute_taking: MinuteTaking
) -> None:
    """What every member of the groups will read, and which groups these are."""
    minutes = await minute_taking.minutes(callback_data.id)
    groups = minute_taking.groups_of(minutes)
    if not groups:
        text = fill(_("No group is bound to this partnership yet: /bind in the group."))
        await show(query, Screen(text, [[back_to(minutes)]]))
        return
    summary = await minute_taking.short_summary(minutes)
    titles = ", ".join(each.title or _("group") for each in groups)
    before = None
    if minutes.published_at is not None:
        day = short_date(minutes.published_at.astimezone(reader.zone).date(), reader.language)
        before = fill(_("It was published on {day} already."), day=day)
    ask = fill(_("Send this to: {groups}?"), groups=titles)
    send = deed(minutes, MinutesDeed.PUBLISH, _("Send"))
    text = lines([summary_text(summary, reader.language), "", before, ask])
    await show(query, Screen(text, [[send, back_to(minutes)]]))


async def publish(
    query: CallbackQuery, callback_data: MinutesButton, reader: Reader, minute_taking: MinuteTaking
) -> None:
    """Into the outbox; it is sent within the limits, also after a crash."""
    minutes = await minute_taking.minutes(callback_data.id)
    published, count = await minute_taking.publish(reader.user, minutes.key)
    text = ngettext(
        "The summary goes to {count} group.", "The summary goes to {count} groups.", count
    )
    said = fill(text, count=count)
    await show(query, await minutes_screen(published, reader, minute_taking, said))
