"""/upcoming and /deliveries: what is sent next, and what became of what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.reminder_lines import recipient_name, rule_word, subject_name
from handlers.cards.undelivered import reason_word
from handlers.formats import short_date
from handlers.reader import Reader
from handlers.routing import needs, subject_router
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action, may
from partnership.calendar.calendar import Calendar
from partnership.membership import Membership
from partnership.reminders.model import Reminder, ReminderState
from partnership.reminders.stores import ReminderLog

PAGE = 10
NOT_ARRIVED = (ReminderState.FAILED, ReminderState.MISSED)


class List(StrEnum):
    """Which reminders are listed."""

    UPCOMING = "u"
    ENDED = "e"
    TROUBLE = "t"


class TurnList(CallbackData, prefix="rl"):
    """A page of a list; `after` is the last reminder of the page before, 0 on the first."""

    what: List
    after: int = 0


def build_router() -> Router:
    """The router of lists of reminders."""
    router = subject_router(
        "deliveries", commands=frozenset({"upcoming", "deliveries"}), buttons=(TurnList,)
    )
    read, manage = needs(Action.READ), needs(Action.SET_REMINDERS)
    router.message.register(upcoming_command, Command("upcoming"), flags=read)
    router.message.register(deliveries_command, Command("deliveries"), flags=manage)
    router.callback_query.register(turn_list, TurnList.filter(), flags=read)
    return router


async def upcoming_command(
    message: Message,
    reader: Reader,
    reminders: ReminderLog,
    calendar: Calendar,
    membership: Membership,
) -> None:
    """What is sent next: to whom, when, and why."""
    turn = TurnList(what=List.UPCOMING)
    await show(message, await _list(turn, reader, reminders, calendar, membership))


async def deliveries_command(
    message: Message,
    reader: Reader,
    reminders: ReminderLog,
    calendar: Calendar,
    membership: Membership,
) -> None:
    """What was sent, what came late, what failed, and why."""
    turn = TurnList(what=List.ENDED)
    await show(message, await _list(turn, reader, reminders, calendar, membership))


async def turn_list(
    query: CallbackQuery,
    callback_data: TurnList,
    reader: Reader,
    reminders: ReminderLog,
    calendar: Calendar,
    membership: Membership,
) -> None:
    """Another page."""
    await show(query, await _list(callback_data, reader, reminders, calendar, membership))


async def _list(
    turn: TurnList,
    reader: Reader,
    reminders: ReminderLog,
    calendar: Calendar,
    membership: Membership,
) -> Screen:
    found = await _rows(turn, reader, reminders)
    shown = found[:PAGE]
    rows = [await _line(row, reader, calendar, membership) for row in shown]
    text = lines([fill(_titles()[turn.what]), *(rows or [fill(_("Nothing."))])])
    buttons = []
    if turn.after:
        buttons.append(button(_("To the beginning"), TurnList(what=turn.what).pack()))
    if len(found) > PAGE:
        more = TurnList(what=turn.what, after=shown[-1].id)
        buttons.append(button(_("More"), more.pack()))
    return Screen(text, [buttons, *_other_lists(turn.what)])


async def _rows(turn: TurnList, reader: Reader, reminders: ReminderLog) -> Sequence[Reminder]:
    """One row more than a page has; everybody's for those who look after reminders."""
    whose = None if may(reader.user, Action.SET_REMINDERS) else reader.user.id
    last = await reminders.reminder(turn.after) if turn.after else None
    if turn.what is List.UPCOMING:
        return await reminders.upcoming(recipient=whose, limit=PAGE + 1, after=last)
    states = NOT_ARRIVED if turn.what is List.TROUBLE else ()
    return await reminders.ended(states=states, recipient=whose, limit=PAGE + 1, before=last)


def _titles() -> dict[List, str]:
    return {
        List.UPCOMING: _("<b>To be sent next</b>"),
        List.ENDED: _("<b>Sent and ended</b>, latest first"),
        List.TROUBLE: _("<b>Not delivered</b>, latest first"),
    }


def _other_lists(what: List) -> list[list[InlineKeyboardButton]]:
    if what is List.ENDED:
        text = _("Only what was not delivered")
        return [[button(text, TurnList(what=List.TROUBLE).pack())]]
    if what is List.TROUBLE:
        return [[button(_("All"), TurnList(what=List.ENDED).pack())]]
    return []


async def _line(
    row: Reminder, reader: Reader, calendar: Calendar, membership: Membership
) -> Markup:
    why = rule_word(row.rule)
    ended = "" if row.is_open else f" · {state_of_row(row)}"
    return fill(
        "• {day} {hour}: {what}{why} → {whom}{ended}",
        day=short_date(row.wall.date(), reader.language),
        hour=f"{row.wall:%H:%M}",
        what=await subject_name(row, reader, calendar),
        why=f" ({why})" if why else "",
        whom=await recipient_name(row.recipient, membership),
        ended=ended,
    )


def state_of_row(row: Reminder) -> str:
    """How a reminder ended, with the reason where there is one."""
    word = {
        ReminderState.SENT: _("sent"),
        ReminderState.SENT_LATE: _("sent late"),
        ReminderState.MISSED: _("missed"),
        ReminderState.CANCELLED: _("called off"),
        ReminderState.FAILED: _("failed"),
    }.get(row.state, row.state.value)
    return f"{word}: {reason_word(row.reason)}" if row.reason else word
