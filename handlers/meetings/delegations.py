"""Who travels or comes: people of the registry with their part; never their documents."""

from __future__ import annotations

import re
from functools import partial

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_buttons import Deed, EventDeed
from handlers.cards.meeting import heading
from handlers.cards.meeting_buttons import back_button
from handlers.cards.participants import capacity_word, participant_lines
from handlers.desk import Desk
from handlers.meetings.states import Waiting
from handlers.meetings.waiting import card_asked_about, wait_for
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action
from partnership.calendar.cards import EventCard
from partnership.events import Capacity, Participant
from partnership.language.names import NameIndex, NameKind, Sure, verdict

PARTS = re.compile(r"\s+[-–—:]\s+|\s*[:;,]\s*")
IN_A_ROW = 5
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


async def delegation_button(query: CallbackQuery, callback_data: EventDeed, desk: Desk) -> None:
    """Show who takes part, and ask for people; a number takes one out."""
    card = await desk.calendar.card_by_number(desk.reader.viewer, callback_data.id)
    if callback_data.detail:
        left = list(card.event.participants)
        if int(callback_data.detail) < len(left):
            del left[int(callback_data.detail)]
            await _keep(card, tuple(left), desk)
            card = await desk.calendar.card(desk.reader.viewer, card.event.key)
    await wait_for(Waiting.delegation, card, desk.state)
    await show(query, await desk.worded(partial(_screen, card, ())))


async def _screen(card: EventCard, unknown: tuple[str, ...], desk: Desk) -> Screen:
    reader = desk.reader
    example = f"Сергієнко — {capacity_word(Capacity.HEAD_OF_DELEGATION)}"
    text = lines(
        [
            heading(card, reader),
            *participant_lines(card.event, reader.registry, reader.language),
            *(_unknown_line(each) for each in unknown),
            fill(_("Write people, one a line, with their part: {example}"), example=example),
            fill(_("Documents of people are not kept here.")),
        ]
    )
    out = [
        button(
            f"✗ {position + 1}",
            EventDeed(id=card.event.id, deed=Deed.DELEGATION, detail=str(position)).pack(),
        )
        for position in range(len(card.event.participants))
    ]
    rows = [out[i : i + IN_A_ROW] for i in range(0, len(out), IN_A_ROW)]
    return Screen(text, [*rows, [back_button(card.event)]])


def _unknown_line(line: str) -> Markup:
    text = _("«{text}» is not in the registry. Add the person first: /addcontact")
    return fill(text, text=PARTS.split(line, maxsplit=1)[0])


async def people_written(message: Message, names: NameIndex, desk: Desk) -> None:
    """Add those whom the registry knows; who is unknown is named, and nobody else is lost."""
    card = await card_asked_about(desk.state, desk.reader, desk.calendar)
    written = [line.strip() for line in (message.text or "").splitlines() if line.strip()]
    read = {line: _participant(line, names) for line in written}
    added = {_who(each): each for each in read.values() if each is not None}
    if added:
        kept = [each for each in card.event.participants if _who(each) not in added]
        await _keep(card, (*kept, *added.values()), desk)
        card = await desk.calendar.card(desk.reader.viewer, card.event.key)
    unknown = tuple(line for line, found in read.items() if found is None)
    await show(message, await desk.worded(partial(_screen, card, unknown)))


async def _keep(card: EventCard, participants: tuple[Participant, ...], desk: Desk) -> None:
    await desk.calendar.set_participants(desk.reader.user, card.event.key, participants)


def _who(participant: Participant) -> str | None:
    return participant.person or participant.organisation


def _participant(line: str, names: NameIndex) -> Participant | None:
    """A person or an organisation of the registry with the part named after the name."""
    name, *part = PARTS.split(line, maxsplit=1)
    capacity = _capacity(" ".join(part))
    match verdict(names.look_up(name, {NameKind.PERSON})):
        case Sure(found):
            return Participant(person=found.name_id, capacity=capacity)
    match verdict(names.look_up(name, {NameKind.ORGANISATION})):
        case Sure(found):
            return Participant(organisation=found.name_id, capacity=capacity)
    return None


def _capacity(words: str) -> Capacity:
    folded = words.casefold()
    fitting = (capacity for capacity, stems in CAPACITIES if any(stem in folded for stem in stems))
    return next(fitting, Capacity.MEMBER)
