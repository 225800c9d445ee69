"""The programme of a visit: written line by line, by day and hour."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed
from handlers.cards.meeting import heading
from handlers.cards.meeting_buttons import back_button, may_plan
from handlers.cards.programme import programme_lines
from handlers.meetings.states import Waiting
from handlers.meetings.waiting import card_asked_about, wait_for
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action
from partnership.bilingual import Bilingual
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard
from partnership.event_parts import ProgrammeItem
from partnership.language.dates import Expectation, date_of, read_when

EXAMPLE = "01.09 10:00–11:30 Зустріч у ратуші; мала зала; відповідає Петренко; укриття: метро, 5 хв"
RESPONSIBLE = re.compile(r"(?:відповідає|відповідальн\w+|responsible)[:\s]+(.+)", re.IGNORECASE)
SHELTER = re.compile(r"(?:укриття|shelter)[:\s]+([^,]+)(?:,\s*(\d{1,3}))?", re.IGNORECASE)
INTERPRETER = re.compile(r"переклад|interpret", re.IGNORECASE)


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of programmes."""
    plan = needs(Action.PLAN_EVENT)
    filter_ = EventDeed.filter(F.deed == Deed.PROGRAMME)
    commands.callback_query.register(programme_button, filter_, flags=plan)
    answers.message.register(items_written, Waiting.programme, flags=plan)


async def programme_button(
    query: CallbackQuery,
    callback_data: EventDeed,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
) -> None:
    """Show the programme; a number takes its line out, and lines that are written are added."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    if callback_data.detail:
        await calendar.replace_item(reader.user, card.event.key, int(callback_data.detail), None)
        card = await calendar.card(reader.viewer, card.event.key)
    await wait_for(Waiting.programme, card, state)
    await show(query, programme_screen(card, reader))


def programme_screen(card: EventCard, reader: Reader) -> Screen:
    """All days; how to add a line, for those who may."""
    event, language = card.event, reader.language
    days = sorted({item.day for item in event.programme})
    rows = [line for day in days for line in programme_lines(event, day, language)]
    empty = None if rows else fill(_("The programme is not recorded."))
    hint = fill(_("Add lines like this: {example}"), example=EXAMPLE)
    if not may_plan(card, reader):
        return Screen(lines([heading(card, reader), *rows, empty]), [[back_button(event)]])
    out = [
        button(
            f"✗ {position + 1}",
            EventDeed(id=event.id, deed=Deed.PROGRAMME, detail=str(position)).pack(),
        )
        for position in range(len(event.programme))
    ]
    buttons = [out[i : i + 5] for i in range(0, len(out), 5)]
    text = lines([heading(card, reader), *rows, empty, hint])
    return Screen(text, [*buttons, [back_button(event)]])


async def items_written(
    message: Message, reader: Reader, state: FSMContext, calendar: Calendar
) -> None:
    """Add each line; one without a day is named, and nothing of it is guessed."""
    card = await card_asked_about(state, reader, calendar)
    written = [line.strip() for line in (message.text or "").splitlines() if line.strip()]
    items = {line: item_in(line, reader) for line in written}
    unread = next((line for line, item in items.items() if item is None), None)
    if unread is not None:
        text = _("I see no day in «{text}». Add lines like this: {example}")
        await show(message, Screen(fill(text, text=unread, example=EXAMPLE)))
        return
    for item in items.values():
        if item is not None:
            await calendar.add_item(reader.user, card.event.key, item)
    card = await calendar.card(reader.viewer, card.event.key)
    await show(message, programme_screen(card, reader))


def item_in(line: str, reader: Reader) -> ProgrammeItem | None:
    """A line of the programme, or None where it names no sure day."""
    first, *more = (part.strip() for part in line.split(";"))
    when = read_when(first, now=reader.now, zone=reader.zone.key, expect=Expectation.DATE)
    if when is None or when.doubts or not when.rest.strip():
        return None
    start, end = when.start, when.end
    item = ProgrammeItem(
        day=date_of(start),
        start=start.time() if isinstance(start, datetime) else None,
        end=end.time() if isinstance(end, datetime) else None,
        topic=_in_own_language(when.rest.strip(" ,.–-"), reader.language),
    )
    for part in more:
        item = _with(item, part, reader.language)
    return item


def _with(item: ProgrammeItem, part: str, language: str) -> ProgrammeItem:
    """One more fact of a line: who answers for it, the shelter, an interpreter, the place."""
    if responsible := RESPONSIBLE.match(part):
        return replace(item, responsible=responsible[1].strip())
    if shelter := SHELTER.match(part):
        minutes = int(shelter[2]) if shelter[2] else None
        name = _in_own_language(shelter[1].strip(), language)
        return replace(item, shelter=name, shelter_minutes=minutes)
    if INTERPRETER.match(part):
        return replace(item, interpreter=True)
    return replace(item, place=_in_own_language(part, language)) if part else item


def _in_own_language(text: str, language: str) -> Bilingual:
    return Bilingual(en=text) if language == "en" else Bilingual(uk=text)
