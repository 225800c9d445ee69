"""Who travels or comes: people of the registry with their part; never their documents."""

from __future__ import annotations

import re

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed
from handlers.cards.meeting import heading
from handlers.cards.meeting_buttons import back_button
from handlers.cards.participants import capacity_word, participant_lines
from handlers.meetings.states import Waiting
from handlers.meetings.waiting import card_asked_about, wait_for
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard
from partnership.events import Capacity, Participant
from partnership.language.names import NameIndex, NameKind, Sure, verdict

PARTS = re.compile(r"\s+[-–—:]\s+|\s*[:;,]\s*")
CAPACITIES = (
    (Capacity.HEAD_OF_DELEGATION, ("керівн", "голов", "head")),
    (Capacity.INTERPRETER, ("переклад", "interpret")),
    (Capacity.SPEAKER, ("доповід", "спікер", "speaker")),
    (Capacity.MODERATOR, ("модерат", "moderat")),
    (Capacity.MINUTE_TAKER, ("секретар", "протокол", "minute")),
    (Capacity.GUEST, ("гіст", "гост", "guest")),
)


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of delegations."""
    plan = needs(Action.PLAN_EVENT)
    filter_ = EventDeed.filter(F.deed == Deed.DELEGATION)
    commands.callback_query.register(delegation_button, filter_, flags=plan)
    answers.message.register(people_written, Waiting.delegation, flags=plan)


async def delegation_button(
    query: CallbackQuery,
    callback_data: EventDeed,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
) -> None:
    """Show who takes part, and ask for people."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    await wait_for(Waiting.delegation, card, state)
    await show(query, _screen(card, reader))


def _screen(card: EventCard, reader: Reader) -> Screen:
    example = f"Сергієнко — {capacity_word(Capacity.HEAD_OF_DELEGATION)}"
    text = lines(
        [
            heading(card, reader),
            *participant_lines(card.event, reader.registry, reader.language),
            fill(_("Write people, one a line, with their part: {example}"), example=example),
            fill(_("Documents of people are not kept here.")),
        ]
    )
    return Screen(text, [[back_button(card.event)]])


async def people_written(
    message: Message, reader: Reader, names: NameIndex, state: FSMContext, calendar: Calendar
) -> None:
    """Add people whom the registry knows; who is unknown is named."""
    card = await card_asked_about(state, reader, calendar)
    written = [line.strip() for line in (message.text or "").splitlines() if line.strip()]
    read = {line: _participant(line, names) for line in written}
    unknown = next((line for line, found in read.items() if found is None), None)
    if unknown is not None:
        text = _("«{text}» is not in the registry. Add the person first: /addcontact")
        await show(message, Screen(fill(text, text=PARTS.split(unknown, maxsplit=1)[0])))
        return
    added = {each.person: each for each in read.values() if each is not None}
    kept = [each for each in card.event.participants if each.person not in added]
    changed = (*kept, *added.values())
    await calendar.set_participants(reader.user, card.event.key, changed)
    card = await calendar.card(reader.viewer, card.event.key)
    await show(message, _screen(card, reader))


def _participant(line: str, names: NameIndex) -> Participant | None:
    """A person of the registry with the part named after the name."""
    name, *part = PARTS.split(line, maxsplit=1)
    found = verdict(names.look_up(name, {NameKind.PERSON}))
    if not isinstance(found, Sure):
        return None
    return Participant(person=found.match.name_id, capacity=_capacity(" ".join(part)))


def _capacity(words: str) -> Capacity:
    folded = words.casefold()
    fitting = (capacity for capacity, stems in CAPACITIES if any(stem in folded for stem in stems))
    return next(fitting, Capacity.MEMBER)
