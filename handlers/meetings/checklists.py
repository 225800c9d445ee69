"""Preparing an event: its checklists, line by line."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.checklist import checklist_page, line_screen, page_with
from handlers.cards.event_buttons import ChecklistButton, OpenChecklist
from handlers.cards.event_names import event_name, template_word
from handlers.cards.meeting_buttons import back_button
from handlers.desk import Desk
from handlers.meetings.finding import events_meant
from handlers.meetings.states import Waiting
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, button, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard
from partnership.checklists.model import ChecklistLine, TemplateCode
from partnership.language.questions import Reading
from partnership.membership import Membership

COMMANDS = frozenset({"checklist"})
PENDING = "checklist_line"


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of checklists."""
    read, plan = needs(Action.READ), needs(Action.PLAN_EVENT)
    opened = ChecklistButton.filter(F.what == "open")
    commands.message.register(checklist_command, Command("checklist"), flags=read)
    commands.callback_query.register(open_checklist, OpenChecklist.filter(), flags=read)
    commands.callback_query.register(open_line, opened, flags=read)
    commands.callback_query.register(change_line, ChecklistButton.filter(), flags=plan)
    answers.message.register(words_written, Waiting.line_words, flags=plan)


async def checklist_command(
    message: Message, command: CommandObject, reader: Reader, calendar: Calendar
) -> None:
    """`/checklist 12`: how far the preparation has come."""
    number = (command.args or "").strip().lstrip("№#").strip()
    if not number.isdecimal():
        text = _("Give the number of the event, for example: {example}")
        await show(message, Screen(fill(text, example="/checklist 12")))
        return
    card = await calendar.card_by_number(reader.viewer, int(number))
    await show(message, await _first_page(card, reader, calendar))


async def propose(reading: Reading, desk: Desk) -> Screen:
    """«Чекліст візиту до Буржа»: that of the nearest such event."""
    for _at, event in await events_meant(reading, desk):
        if await desk.calendar.checklist(event.key):
            card = await desk.calendar.card(desk.reader.viewer, event.key)
            return await _first_page(card, desk.reader, desk.calendar)
    return Screen(
        lines(
            [
                fill(_("No event ahead has such a checklist.")),
                fill(_("It comes with the event: /visit, /meeting, /signing")),
            ]
        )
    )


async def _first_page(card: EventCard, reader: Reader, calendar: Calendar) -> Screen:
    """The only checklist of the event; several as buttons; or that there is none."""
    codes = list(card.progress)
    name = event_name(card.event, reader.registry, reader.language)
    if not codes:
        text = fill(_("This event has no checklist: {name}"), name=name)
        return Screen(text, [[back_button(card.event)]])
    if len(codes) == 1:
        return await _page(card, codes[0], 0, reader, calendar)
    row = [
        button(template_word(code), OpenChecklist(id=card.event.id, code=code).pack())
        for code in codes
    ]
    return Screen(fill("<b>{name}</b>", name=name), [row, [back_button(card.event)]])


async def _page(
    card: EventCard, code: TemplateCode, page: int, reader: Reader, calendar: Calendar
) -> Screen:
    return checklist_page(card, code, await calendar.checklist(card.event.key), page, reader)


async def open_checklist(
    query: CallbackQuery, callback_data: OpenChecklist, reader: Reader, calendar: Calendar
) -> None:
    """A page of a checklist."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    code, page = callback_data.code, callback_data.page
    await show(query, await _page(card, code, page, reader, calendar))


async def open_line(
    query: CallbackQuery,
    callback_data: ChecklistButton,
    reader: Reader,
    calendar: Calendar,
    membership: Membership,
) -> Alert | None:
    """One line."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    line = await _line(card, callback_data.line, calendar)
    if line is None:
        return Alert(_("This button is out of date."))
    await show(query, line_screen(card, line, reader, await _who(line, membership)))
    return None


async def _who(line: ChecklistLine, membership: Membership) -> str | None:
    """Who said that it is done, or does not apply."""
    return (await membership.who(line.done_by)).name if line.done_by else None


async def _line(card: EventCard, key: str, calendar: Calendar) -> ChecklistLine | None:
    found = await calendar.checklist(card.event.key)
    return next((line for line in found if line.line == key), None)


async def change_line(
    query: CallbackQuery,
    callback_data: ChecklistButton,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
) -> None:
    """Done, open again; why it does not apply and who does it are asked for."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    what, key = callback_data.what, callback_data.line
    if what in {"skip", "who"}:
        await state.set_state(Waiting.line_words)
        await state.update_data({PENDING: [card.event.id, key, what]})
        ask = _("Why does it not apply?") if what == "skip" else _("Who does it? Write the name.")
        back = button(_("Back"), ChecklistButton(id=card.event.id, line=key, what="open").pack())
        await show(query, Screen(fill(ask), [[back]]))
        return
    change = calendar.tick if what == "done" else calendar.untick
    line = await change(reader.user, card.event.key, key)
    found = await calendar.checklist(card.event.key)
    page = page_with(found, line)
    await show(query, checklist_page(card, line.template, found, page, reader))


async def words_written(
    message: Message,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
    membership: Membership,
) -> None:
    """The reason, or the name, that was asked for."""
    number, key, what = (await state.get_data()).get(PENDING, (0, "", "skip"))
    await state.clear()
    card = await calendar.card_by_number(reader.viewer, number)
    words = " ".join((message.text or "").split())
    change = calendar.not_applicable if what == "skip" else calendar.assign
    line = await change(reader.user, card.event.key, key, words)
    await show(message, line_screen(card, line, reader, await _who(line, membership)))
