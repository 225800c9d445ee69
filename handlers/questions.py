"""Plain words: a question in the private chat, or a mention in a bound group."""

from __future__ import annotations

from collections.abc import Callable

from aiogram import Bot, Router
from aiogram.enums import MessageEntityType
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.acts import act
from handlers.answers import answer
from handlers.answers.others import Suggest, not_understood
from handlers.answers.today import today_screen
from handlers.desk import Desk
from handlers.findings import not_in_registry
from handlers.formats import country_name
from handlers.minutes.dictation_place import place_of
from handlers.notepad import Notepad
from handlers.notes.finding import found_at_all
from handlers.reader import Reader
from handlers.routing import Subjects, needs, subject_router
from handlers.screens import Screen, fill, lines, show
from handlers.tasks import commanding
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.gazetteer import Gazetteer, PlaceFound
from partnership.handover.handovers import Handovers
from partnership.language.names import How, Match, NameIndex, NameKind
from partnership.language.questions import Reading, understand
from partnership.membership_records import BoundChat
from partnership.minutes.dictating import Dictating
from partnership.minutes.taking import MinuteTaking
from partnership.notes.asking import search_words
from partnership.notes.notes import Notes
from partnership.progress_reports import ProgressReports
from partnership.tasks.tasks import Tasks

APART = Markup("\n\n")
NAME_WORDS = 3
SURE = frozenset({How.EXACT, How.FORM, How.ALIAS})


def build_router() -> Router:
    """The router of plain words: the last one to be asked."""
    router = Subjects(name="questions")
    commands = subject_router(
        "question commands", commands=frozenset({"today", "events"}), buttons=(Suggest,)
    )
    read = needs(Action.READ)
    commands.message.register(today_command, Command("today"), flags=read)
    commands.message.register(events_command, Command("events"), flags=read)
    commands.callback_query.register(suggested, Suggest.filter(), flags=read)
    router.include_router(commands)
    plain = Router(name="plain words")
    plain.message.register(answer_text, for_the_bot, flags=read)
    router.include_router(plain)
    return router


async def for_the_bot(message: Message, bot: Bot, dictating: Dictating) -> bool | dict[str, str]:
    """Whether plain words are meant for the bot: all in private, mentions and replies in groups.

    While a dictation runs, «?» at the beginning tells a question from a point.
    """
    text = message.text or ""
    if not text or text.startswith("/"):
        return False
    asked = text.lstrip("? ")
    if asked and asked != text and dictating.running_in(*place_of(message)) is not None:
        return {"words": asked}
    if message.chat.type == "private":
        return {"words": text}
    me = await bot.me()
    replied = message.reply_to_message
    to_us = replied is not None and replied.from_user is not None and replied.from_user.id == me.id
    mention = f"@{me.username}"
    named = any(
        entity.type == MessageEntityType.MENTION and entity.extract_from(text) == mention
        for entity in message.entities or ()
    )
    return {"words": text.replace(mention, " ").strip()} if to_us or named else False


async def answer_text(
    message: Message,
    words: str,
    reader: Reader,
    names: NameIndex,
    gazetteer: Callable[[], Gazetteer],
    state: FSMContext,
    calendar: Calendar,
    notes: Notes,
    tasks: Tasks,
    bound_chat: BoundChat | None,
    handovers: Handovers,
    progress: ProgressReports,
    minute_taking: MinuteTaking,
    dictating: Dictating,
) -> None:
    """Answer each question of a message, all in one answer."""
    notepad = Notepad(notes, message, bound_chat)
    desk = Desk(
        reader,
        state,
        calendar,
        notepad=notepad,
        tasks=tasks,
        handovers=handovers,
        progress=progress,
        minute_taking=minute_taking,
        dictating=dictating,
    )
    await show(message, await answer_words(words, reader, names, gazetteer, desk))


async def answer_words(
    words: str,
    reader: Reader,
    names: NameIndex,
    gazetteer: Callable[[], Gazetteer],
    desk: Desk | None = None,
) -> Screen:
    """What is understood is answered; where nothing is, the likeliest readings are offered.

    With `desk` what is to be done is begun as well: the person confirms it.
    """
    commanded = await commanding.commanded(words, desk) if desk is not None else None
    if commanded is not None:
        return commanded
    registry = reader.registry
    understood = understand(
        words,
        names=names,
        now=reader.now,
        zone=reader.zone.key,
        partner_zone_of=lambda place: registry.places[place].zone,
    )
    found = [await _answer(each, reader, desk) for each in understood.readings]
    screens = [screen for screen in found if screen is not None]
    unfound = (" ".join(each.unfound) for each in understood.readings if each.unfound)
    for name in (words, *unfound) if not screens else ():
        if place := _elsewhere(name, gazetteer, reader.language):
            return not_in_registry(place, reader)
    if not screens:
        offered = not_understood(understood.doubtful or understood.readings, reader)
        return await _or_what_records_say(words, offered, reader, desk)
    text = APART.join(screen.text for screen in screens)
    chart = next((screen.chart for screen in screens if screen.chart is not None), None)
    return Screen(text, [row for screen in screens for row in screen.buttons], chart)


async def _or_what_records_say(
    words: str, offered: Screen, reader: Reader, desk: Desk | None
) -> Screen:
    """The records that hold the words of a message that was not understood, before the offers."""
    line = search_words(words)
    if desk is None or desk.notepad is None or not line:
        return offered
    found = await found_at_all(line, reader, desk.notepad.notes, desk.notepad.bound)
    if found is None:
        return offered
    told = fill(_("I did not quite understand, but this stands in the records:"))
    return Screen(lines([told, found.text]), [*found.buttons, *offered.buttons])


async def _answer(reading: Reading, reader: Reader, desk: Desk | None) -> Screen | None:
    begun = await act(reading, desk) if desk is not None else None
    return begun or await answer(reading, reader)


def _elsewhere(words: str, gazetteer: Callable[[], Gazetteer], language: str) -> str | None:
    """A town that exists, though not in the registry; asked only of what may be a bare name."""
    words = words.strip(" ?!.,")
    found = gazetteer().find(words, limit=1) if len(words.split()) <= NAME_WORDS else []
    if not found or not (found[0].how in SURE or _looks_like_a_name(words, found[0])):
        return None
    country = country_name(found[0].country, language)
    return _("{place} ({country})").format(place=words, country=country)


def _looks_like_a_name(words: str, found: PlaceFound) -> bool:
    """One capitalised word that sounds like a town: lower case may be any word at all."""
    return found.how is How.TRANSLIT and " " not in words and words[:1].isupper()


async def suggested(query: CallbackQuery, callback_data: Suggest, reader: Reader) -> None:
    """A likely reading, chosen by button."""
    places: tuple[Match, ...] = ()
    if callback_data.place in reader.registry.places:
        places = (Match(callback_data.place, NameKind.PLACE, How.EXACT, 100.0, 0, 0, ""),)
    reading = Reading(intent=callback_data.intent, score=100.0, text="", places=places)
    screen = await answer(reading, reader)
    if screen is not None:
        await show(query, screen)


async def today_command(message: Message, reader: Reader) -> None:
    """What is on today, and what is open."""
    await show(message, await today_screen(reader))


async def events_command(
    message: Message,
    command: CommandObject,
    reader: Reader,
    names: NameIndex,
    gazetteer: Callable[[], Gazetteer],
) -> None:
    """`/events`, `/events 2023`, `/events Бурж`."""
    await show(message, await answer_words(f"події {command.args or ''}", reader, names, gazetteer))
