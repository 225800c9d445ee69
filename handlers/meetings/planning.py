"""Planning an event: in one line, in own words, or step by step."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_buttons import DraftButton
from handlers.cards.event_names import event_name, in_sentence
from handlers.cards.event_times import event_times
from handlers.cards.meeting_buttons import opening_row
from handlers.cards.reminder_plan import reminder_plan
from handlers.desk import Desk
from handlers.meetings.asking import question_about
from handlers.meetings.drafts import Draft, Purpose, drop, event_of, keep, kept
from handlers.meetings.moved_events import event_moved
from handlers.meetings.moved_times import read_move
from handlers.meetings.moving_drafts import save_move
from handlers.meetings.picking import PICKING, pick, picked
from handlers.meetings.reading import draft_of, partnerships_of, read_time, time_said, timed
from handlers.meetings.spoken import link_named
from handlers.meetings.states import Waiting, is_no_other_plan
from handlers.no_community import lacks_community, no_community
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, fill, lines, show
from partnership.access import Action, may
from partnership.calendar.timing import Timing
from partnership.errors import MistokError, NotPermittedError
from partnership.events import EventKind, VisitDirection
from partnership.language.names import NameIndex
from partnership.language.questions import Intent, Reading, understand

WORDS = {"meeting": "зустріч", "visit": "візит", "signing": "підписання"}
"""What a command says before its arguments, so that they read as a sentence."""
KINDS = {
    "meeting": EventKind.ONLINE_MEETING,
    "visit": EventKind.WORKING_VISIT,
    "signing": EventKind.SIGNING,
}
DIRECTIONS = {"out": VisitDirection.OUTGOING, "in": VisitDirection.INCOMING}


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of planning."""
    plan = needs(Action.PLAN_EVENT)
    commands.message.register(plan_command, Command(*WORDS), flags=plan)
    answers.message.register(answer_when, Waiting.when, is_no_other_plan, flags=plan)
    commands.callback_query.register(draft_button, DraftButton.filter(), flags=plan)


async def plan_command(
    message: Message,
    command: CommandObject,
    names: NameIndex,
    desk: Desk,
) -> None:
    """`/meeting Бурж 2024-06-25 15:00 онлайн`: saved at once where nothing is in doubt."""
    reading = read_words(f"{WORDS[command.command]} {command.args or ''}", desk.reader, names)
    draft = draft_of(reading, desk.reader, KINDS[command.command])
    if draft.timing is not None and not draft.doubts and _is_complete(draft):
        await _require_ahead(draft, desk)
        await show(message, await _save(draft, desk))
        return
    await show(message, await proceed(draft, desk))


async def propose(reading: Reading, desk: Desk) -> Screen:
    """A plan in somebody's own words: shown as it was understood, saved after «yes»."""
    if lacks_community(desk.reader.user):
        return no_community()
    if not may(desk.reader.user, Action.PLAN_EVENT):
        raise NotPermittedError(Action.PLAN_EVENT)
    link = await link_named(reading, desk)
    return link or await proceed(draft_of(reading, desk.reader), desk)


def read_words(text: str, reader: Reader, names: NameIndex) -> Reading:
    """The one thing that the arguments of a command say."""
    registry = reader.registry

    def zone_of(place: str) -> str | None:
        return registry.places[place].zone

    zone = reader.zone.key
    found = understand(text, names=names, now=reader.now, zone=zone, partner_zone_of=zone_of)
    planned = (each for each in found.readings if each.intent is Intent.PLAN)
    return next(planned, found.readings[0])


async def proceed(draft: Draft, desk: Desk) -> Screen:
    """Ask what is missing, or to confirm; the draft is kept meanwhile."""
    _require_own(draft, desk)
    if draft.timing is not None and not draft.doubts:
        await _require_ahead(draft, desk)
    await keep(draft, desk.state)
    waits = draft.timing is None or bool(draft.doubts) or draft.needs_partner
    await desk.state.set_state(Waiting.when if waits else None)
    return await desk.worded(lambda each: question_about(draft, each))


async def _require_ahead(draft: Draft, desk: Desk) -> None:
    """What is past, or ends before it begins, is said at once; another time may be written."""
    assert draft.timing is not None
    try:
        draft.timing.in_zone().check(desk.reader.now)
    except MistokError:
        await keep(replace(draft, timing=None), desk.state)
        await desk.state.set_state(Waiting.when)
        raise


async def answer_when(message: Message, names: NameIndex, desk: Desk) -> None:
    """A time, or a partner, written where a question was asked."""
    draft, text, reader = await kept(desk.state), message.text or "", desk.reader
    if draft is None:
        await drop(desk.state)
        await show(message, await desk.worded(_gone))
        return
    if draft.needs_partner:
        reading = read_words(text, reader, names)
        named = partnerships_of(reading, reader)
        unknown = "" if named else " ".join(reading.unfound) or text
        draft = replace(draft, partnerships=named or draft.partnerships, unknown=unknown)
        if draft.timing is None and reading.when is not None:
            draft = timed(draft, reading.when)
    elif draft.day is not None:
        draft = read_time(f"{draft.day:%Y-%m-%d} {text}", draft, reader)
    elif (was := await event_moved(draft, desk.calendar)) is not None:
        draft = read_move(text, time_said(text, draft, reader), draft, was, reader)
    else:
        draft = read_time(text, draft, reader)
    await show(message, await proceed(draft, desk))


async def draft_button(
    query: CallbackQuery, callback_data: DraftButton, desk: Desk
) -> Alert | None:
    """A button under a draft; one under an older draft does nothing."""
    draft = await kept(desk.state, callback_data.token)
    if draft is None:
        return Alert(_("This button is out of date."))
    if callback_data.what == "no":
        await drop(desk.state)
        await show(query, await desk.worded(_dropped))
        return None
    if callback_data.what in {"yes", "all"}:
        following = draft.following or callback_data.what == "all"
        await show(query, await _save(replace(draft, following=following), desk))
        return None
    if callback_data.what in PICKING:
        found = await pick(query, draft, callback_data, desk)
        if not isinstance(found, Draft):
            return found
        draft = found
    elif callback_data.what == "h":
        draft = await picked(draft, callback_data, desk)
    else:
        draft = _chosen(draft, callback_data)
    await show(query, await proceed(draft, desk))
    return None


def _chosen(draft: Draft, pressed: DraftButton) -> Draft:
    """The draft with what the button says."""
    if pressed.what in DIRECTIONS:
        return replace(draft, direction=DIRECTIONS[pressed.what])
    if pressed.what == "undated":
        return draft.at(Timing())
    if pressed.what == "p":
        return replace(draft, partnerships=(pressed.value,), unknown="")
    return draft.at(draft.choices[int(pressed.value)])


async def _save(draft: Draft, desk: Desk) -> Screen:
    await drop(desk.state)
    if draft.purpose is not Purpose.PLAN:
        return await save_move(draft, desk)
    user, new = desk.reader.user, event_of(draft)
    if new.parent is None:
        changed = await desk.calendar.plan(user, new)
    else:
        changed = await desk.calendar.plan_part(user, new.parent, new)
    return await desk.worded(lambda each: planned_screen(changed.event.key, each))


async def planned_screen(key: str, desk: Desk) -> Screen:
    """«Заплановано: …. Нагадування: 18.06, 24.06 і за 60 хв.»"""
    reader = desk.reader
    card = await desk.calendar.card(reader.viewer, key)
    name = event_name(card.event, reader.registry, reader.language)
    text = fill(
        _("Planned: {name}, {when}."),
        name=in_sentence(name),
        when=event_times(card.event, card.times, reader.language),
    )
    reminders = reminder_plan(card, reader.language)
    told = fill(_("Reminders: {times}."), times=reminders) if reminders else None
    note = fill(_("It can be taken back for a day: /undo"))
    said = text if told is None else Markup(" ").join([text, told])
    return Screen(lines([said, note]), [opening_row(card.event)])


def _is_complete(draft: Draft) -> bool:
    return not (draft.needs_partner or draft.assumed or draft.needs_direction)


def _require_own(draft: Draft, desk: Desk) -> None:
    """Whoever may plan none of what may be meant is told before being asked anything."""
    registry, user = desk.reader.registry, desk.reader.user
    homes = [registry.partnerships[each].home for each in draft.partnerships]
    if homes and not any(may(user, Action.PLAN_EVENT, home) for home in homes):
        raise NotPermittedError(Action.PLAN_EVENT, homes[0])


async def _gone(_desk: Desk) -> Screen:
    return Screen(fill(_("Nothing is pending any more. Please start again.")))


async def _dropped(_desk: Desk) -> Screen:
    return Screen(fill(_("Dropped. Nothing was saved.")))
