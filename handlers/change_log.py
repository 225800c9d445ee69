"""/log: who changed what, when, from which value to which; all, or of one partnership."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.changes import QUIET, change_lines
from handlers.cards.event_names import event_name
from handlers.cards.minutes_changes import minutes_name
from handlers.cards.names import pair_name
from handlers.formats import clock_time, short_date
from handlers.reader import Reader
from handlers.record_words import kind_word
from handlers.routing import needs, subject_router
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.changes import Change
from partnership.editing import Editing
from partnership.entities import Kind
from partnership.exchange.codec import to_plain
from partnership.finding import Found, find_partner
from partnership.language.names import NameIndex
from partnership.membership import Membership

PAGE = 8


class OpenLog(CallbackData, prefix="log"):
    """A page of the change log, of all or of one partnership."""

    page: int
    partner: str = ""


def build_router() -> Router:
    """The router of the change log."""
    router = subject_router("change log", commands=frozenset({"log"}), buttons=(OpenLog,))
    read = needs(Action.READ_LOG)
    router.message.register(log_command, Command("log"), flags=read)
    router.callback_query.register(log_page, OpenLog.filter(), flags=read)
    return router


async def log_command(
    message: Message,
    command: CommandObject,
    reader: Reader,
    names: NameIndex,
    editing: Editing,
    membership: Membership,
    calendar: Calendar,
) -> None:
    """`/log`, or `/log Бурж` for one partnership."""
    if not command.args:
        await show(
            message, await log_screen(OpenLog(page=0), reader, editing, membership, calendar)
        )
        return
    found = find_partner(command.args, reader.registry, names, reader.user.communities)
    if not isinstance(found, Found) or not found.partnerships:
        text = fill(_("«{name}» is not in the registry as a partner."), name=command.args)
        await show(message, Screen(text, [[button(_("All changes"), OpenLog(page=0).pack())]]))
        return
    wanted = OpenLog(page=0, partner=found.partnerships[0].id)
    await show(message, await log_screen(wanted, reader, editing, membership, calendar))


async def log_page(
    query: CallbackQuery,
    callback_data: OpenLog,
    reader: Reader,
    editing: Editing,
    membership: Membership,
    calendar: Calendar,
) -> None:
    """Another page."""
    await show(query, await log_screen(callback_data, reader, editing, membership, calendar))


async def log_screen(
    wanted: OpenLog,
    reader: Reader,
    editing: Editing,
    membership: Membership,
    calendar: Calendar,
) -> Screen:
    """A page of changes, latest first."""
    start = wanted.page * PAGE
    found = await editing.log(
        reader.user,
        kind=Kind.PARTNERSHIP if wanted.partner else None,
        entity=wanted.partner or None,
        limit=start + PAGE + 1,
    )
    shown = [each for each in found[start : start + PAGE] if each.field not in QUIET]
    rows = [await _entry(each, reader, membership, calendar, editing) for each in shown]
    empty = fill(_("Nothing has been changed yet.")) if not shown else None
    text = lines([_title(wanted, reader), empty, *rows])
    return Screen(text, [_turning(wanted, found)])


def _title(wanted: OpenLog, reader: Reader) -> Markup:
    partnership = reader.registry.partnerships.get(wanted.partner)
    if partnership is None:
        return fill(_("<b>Changes</b>"))
    pair = pair_name(partnership, reader.registry, reader.language)
    return fill(_("<b>Changes: {pair}</b>"), pair=pair)


async def _entry(
    change: Change, reader: Reader, membership: Membership, calendar: Calendar, editing: Editing
) -> Markup:
    """«12.06.2024 09:00, Дарина — Житомир – Ульм: етап: … → …»."""
    who = (await membership.who(change.actor)).name if change.actor else _("import")
    what = change_lines([change], reader)[0]
    about = await record_name(change, reader, calendar, editing)
    return fill(
        "• {day} {hour}, {who}{about}: {what}{reason}{undone}",
        day=short_date(change.at.astimezone(reader.zone).date(), reader.language),
        hour=clock_time(change.at, reader.zone),
        who=who or str(change.actor),
        about=f" — {about}" if about else "",
        what=what,
        reason=_reason(change),
        undone=" " + _("(taken back)") if change.undone_at else "",
    )


async def record_name(change: Change, reader: Reader, calendar: Calendar, editing: Editing) -> str:
    """The record by its name, an event with its number; empty where the line says it itself."""
    if change.field is None:
        return ""
    match change.kind:
        case Kind.EVENT if (event := await calendar.store.event(change.entity)) is not None:
            name = event_name(event, reader.registry, reader.language)
            return _("{name}, no. {number}").format(name=name, number=event.id)
        case Kind.STEP if (step := await calendar.store.step(change.entity)) is not None:
            return step.what.text(reader.language)
        case Kind.MINUTES if (minutes := await editing.minutes.minutes(change.entity)) is not None:
            name = minutes_name(to_plain(minutes), reader)
            return _("{name}, no. {number}").format(name=name, number=minutes.id)
        case Kind.PARTNERSHIP if change.entity in reader.registry.partnerships:
            partnership = reader.registry.partnerships[change.entity]
            return pair_name(partnership, reader.registry, reader.language)
        case Kind.HANDOVER:
            return kind_word(change.kind)
        case Kind.LETTER if change.entity in reader.registry.letters:
            return reader.registry.letters[change.entity].subject.text(reader.language)
        case Kind.PERSON | Kind.PLACE | Kind.ORGANISATION:
            record = reader.registry.table(change.kind).get(change.entity)
            return record.name.text(reader.language) if record else change.entity
    return change.entity


def _reason(change: Change) -> str:
    return " " + _("({reason})").format(reason=change.reason) if change.reason else ""


def _turning(wanted: OpenLog, found: Sequence[Change]) -> list[InlineKeyboardButton]:
    """«‹ новіші», «давніші ›»."""
    row = []
    if wanted.page:
        newer = OpenLog(page=wanted.page - 1, partner=wanted.partner)
        row.append(button(_("‹ Newer"), newer.pack()))
    if len(found) > (wanted.page + 1) * PAGE:
        older = OpenLog(page=wanted.page + 1, partner=wanted.partner)
        row.append(button(_("Older ›"), older.pack()))
    return row
