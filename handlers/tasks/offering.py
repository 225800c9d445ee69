"""A thing to be done that was said in plain words: offered as an action item, kept after «yes»."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from aiogram.utils.i18n import gettext as _

from handlers.cards.notes import item_words, where_name
from handlers.routing import needs
from handlers.screens import Alert, Screen, button, fill, lines, show
from handlers.tasks.adding import added_screen
from handlers.tasks.task_desk import TaskDesk
from partnership.access import Action
from partnership.tasks.errors import TaskRefusedError

SAID = "offered_task"


class OfferedTask(CallbackData, prefix="ta"):
    """Puts what was offered under control, or drops it."""

    accepted: bool


def register(commands: Router, _answers: Router) -> None:
    """Add the handler of the buttons."""
    flags = needs(Action.MANAGE_STEPS, once=True)
    commands.callback_query.register(decide, OfferedTask.filter(), flags=flags)


async def offer(text: str, desk: TaskDesk) -> Screen | None:
    """What was heard, to be confirmed; None where it is no action item of this person's."""
    try:
        heard = desk.tasks.hear(desk.reader.user, text, desk.bound)
    except TaskRefusedError:
        return None
    await desk.state.update_data({SAID: text})
    reader = desk.reader
    where = where_name(heard.belongs, reader.registry, reader.language)
    item = item_words(heard.item, reader)
    told = [
        fill("{where}", where=where) if where else None,
        fill(_("Action item: {item}. Put it under control?"), item=item),
    ]
    if heard.choices:
        told.insert(1, fill(_("The due date is in doubt: after «Yes» you choose the day.")))
    yes = button(_("Yes"), OfferedTask(accepted=True).pack())
    return Screen(lines(told), [[yes, button(_("No"), OfferedTask(accepted=False).pack())]])


async def decide(query: CallbackQuery, callback_data: OfferedTask, desk: TaskDesk) -> Alert | None:
    """«Yes» puts it under control; what was said stands in the chat either way."""
    text = (await desk.state.get_data()).get(SAID)
    if text is None:
        return Alert(_("This button is out of date."))
    await desk.state.update_data({SAID: None})
    if not callback_data.accepted:
        await show(query, Screen(fill(_("Not put under control."))))
        return None
    added, choices = await desk.tasks.add_lines(desk.reader.user, text, desk.bound)
    await show(query, await desk.worded(lambda here: added_screen(added, choices, here)))
    return None
