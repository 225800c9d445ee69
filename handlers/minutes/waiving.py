"""«Протокол не потрібен»: said with a reason, and taken back by drafting one all the same."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_names import event_name
from handlers.meetings.states import is_plain_text
from handlers.minutes.minutes_buttons import EventMinutes, WaiveMinutes
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, button, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.errors import NotPermittedError
from partnership.events import Event
from partnership.minutes.taking import MinuteTaking

EVENT = "waived_event"


class Waiving(StatesGroup):
    """The next plain text is why no minutes are needed."""

    reason = State()


def register(commands: Router, answers: Router) -> None:
    """Add the button and the reason."""
    plan = needs(Action.PLAN_EVENT)
    commands.callback_query.register(waive_button, WaiveMinutes.filter(), flags=plan)
    answers.message.register(reason_written, StateFilter(Waiving.reason), is_plain_text, flags=plan)


def reasons() -> dict[str, str]:
    """The usual reasons."""
    return {
        "w": _("a working call without decisions"),
        "p": _("the partner takes the minutes"),
        "r": _("there is a report on the visit"),
    }


async def waive_button(
    query: CallbackQuery,
    callback_data: WaiveMinutes,
    reader: Reader,
    minute_taking: MinuteTaking,
    calendar: Calendar,
    state: FSMContext,
) -> Alert | None:
    """Why? Chosen or written."""
    event = await minute_taking.events.event_by_number(callback_data.event)
    if event is None:
        return Alert(_("This button is out of date."))
    if not minute_taking.may_write(reader.user, event):
        raise NotPermittedError(Action.WRITE_MINUTES)
    if callback_data.reason in reasons():
        await state.clear()
        reason = reasons()[callback_data.reason]
        await calendar.waive_minutes(reader.user, event.key, reason)
        await show(query, _waived(event, reason, reader))
        return None
    await state.set_state(Waiving.reason)
    await state.set_data({EVENT: event.key})
    rows = [
        [button(words, WaiveMinutes(event=event.id, reason=code).pack())]
        for code, words in reasons().items()
    ]
    rows.append([button(_("Back"), EventMinutes(event=event.id).pack())])
    text = _("Why are no minutes needed? Choose the reason, or write it.")
    await show(query, Screen(fill(text), rows))
    return None


async def reason_written(
    message: Message,
    reader: Reader,
    minute_taking: MinuteTaking,
    calendar: Calendar,
    state: FSMContext,
) -> None:
    """The reason in own words."""
    key = str((await state.get_data()).get(EVENT, ""))
    reason = (message.text or "").strip()
    changed = await calendar.waive_minutes(reader.user, key, reason)
    await state.clear()
    await show(message, _waived(changed.event, reason, reader))


def _waived(event: Event, reason: str, reader: Reader) -> Screen:
    name = event_name(event, reader.registry, reader.language)
    text = lines(
        [
            fill(_("No minutes are needed: {reason}"), reason=reason),
            fill(_("Event: {name}"), name=name),
            fill(_("It can be taken back for a day: /undo")),
        ]
    )
    return Screen(text, [[button(_("Back"), EventMinutes(event=event.id).pack())]])
