"""What is asked for a part of the minutes, one part at a time."""

from __future__ import annotations

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.minutes import point_text
from handlers.minutes.minutes_buttons import MinutesDeed, deed
from handlers.minutes.minutes_screens import back_to
from handlers.minutes.values import ANNEX, UnreadError
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from partnership.bilingual import Bilingual
from partnership.events import EventFormat
from partnership.minutes.minutes import Minutes, Point
from partnership.minutes.missing import Lack, Missing
from partnership.minutes.numbering import point_numbered

MINUTES, PART, VALUE = "minutes", "part", "value"
OF_POINTS = {Lack.OWNERS: "owner", Lack.DUES: "due"}


class Filling(StatesGroup):
    """The next plain text is the part that was asked for, or why it is amended."""

    value = State()
    reason = State()


async def ask_part(
    minutes: Minutes, part: str, reader: Reader, state: FSMContext, said: Markup | None = None
) -> Screen:
    """Ask for one part; «Назад» leaves all as it was."""
    await state.set_state(Filling.value)
    await state.set_data({MINUTES: minutes.id, PART: part})
    name, _colon, detail = part.partition(":")
    about = _about(minutes, name, int(detail), reader) if detail else None
    question, example = _question(name)
    text = lines([said, about, fill(question), fill(_("For example: {example}"), example=example)])
    return Screen(text, [[back_to(minutes)]])


async def ask_reason(minutes: Minutes, part: str, value: str, state: FSMContext) -> Screen:
    """Agreed minutes change with a reason; what was typed is kept meanwhile."""
    await state.set_state(Filling.reason)
    await state.set_data({MINUTES: minutes.id, PART: part, VALUE: value})
    text = _("These minutes are agreed. Why are they amended? The reason stays in the minutes.")
    return Screen(fill(text), [[back_to(minutes)]])


def part_of(minutes: Minutes, lack: Missing) -> str:
    """What is asked for first of what is missing: of points the first one."""
    if not lack.numbers:
        return lack.what
    number = lack.numbers[0]
    point = point_numbered(minutes, number)
    if point is not None:
        name = OF_POINTS.get(lack.what) or _missing_language(point.text)
        return f"{name}:{point.id}"
    item = minutes.agenda[int(number) - 1]
    return f"item-{_missing_language(item.title)}:{item.id}"


def format_screen(minutes: Minutes) -> Screen:
    """How people met."""
    words = {
        EventFormat.ONLINE: _("online"),
        EventFormat.IN_PERSON: _("in person"),
        EventFormat.HYBRID: _("hybrid"),
    }
    rows = [
        [deed(minutes, MinutesDeed.FILL, text, f"{Lack.FORMAT}.{each}")]
        for each, text in words.items()
    ]
    return Screen(fill(_("How did people meet?")), [*rows, [back_to(minutes)]])


def posts_screen(minutes: Minutes, lack: Missing, reader: Reader) -> Screen:
    """Posts are facts of the registry, where they are kept with their dates."""
    names = ", ".join(each.text(reader.language) for each in lack.people)
    text = _("No post is recorded for: {names}. Record it with the contact: {command}")
    return Screen(fill(text, names=names, command="/addcontact"), [[back_to(minutes)]])


def unread_text(error: UnreadError) -> Markup:
    """Why a value was not understood."""
    text = {
        "day": _("I see no clear day in «{said}». Nothing was changed."),
        "hours": _("I see no hours in «{said}». Nothing was changed."),
        "who": _("Several people may be meant: {said}. Please write the full name."),
        "number": _("I see no number in «{said}». Nothing was changed."),
        "people": _("Not found in the registry: {said}. Add them first: /addcontact"),
        "place": _("There is no such place in the registry: {said}. Nothing was changed."),
        "empty": _("There is nothing to enter yet."),
    }[error.kind]
    return fill(text, said=error.said)


def _missing_language(text: Bilingual) -> str:
    return "uk" if not text.uk else "en"


def _about(minutes: Minutes, name: str, number: int, reader: Reader) -> Markup | None:
    """The point or the item that is asked about, as it stands."""
    if name.startswith("item"):
        title = next((each.title for each in minutes.agenda if each.id == number), None)
        return fill("<b>{title}</b>", title=title.text(reader.language)) if title else None
    point: Point | None = next((each for each in minutes.points if each.id == number), None)
    return point_text(minutes, point, reader) if point is not None else None


def _question(name: str) -> tuple[str, str]:
    """The question and an example, the same in each language."""
    return {
        Lack.NUMBER: (_("Which number did the office give, and when?"), "12/03 від 14.06.2024"),
        Lack.CHAIR: (_("Who was in the chair?"), "Москаленко"),
        Lack.MINUTE_TAKER: (_("Who took the minutes?"), "Чижевська"),
        Lack.OURS: (_("Who took part for our side? Names separated by commas."), "Чижевська"),
        Lack.THEIRS: (_("Who took part for the partner? Names separated by commas."), "Бондюель"),
        Lack.DAY: (_("On which day did it take place?"), "28.05.2024"),
        Lack.HOURS: (_("From when to when?"), "10:00–11:30"),
        Lack.PLACE: (_("In which town?"), "Коростень"),
        Lack.AGENDA: (_("What was on the agenda? One item a line."), "Обмін школярами"),
        Lack.POINTS: (_("What was said? One point a line."), "Бондюель: готують візит"),
        Lack.RESULTS: (
            _("What was decided, and who does what until when? One point a line."),
            "Чижевська: підготувати звіт до 15 червня",
        ),
        Lack.INTERPRETER: (_("Who interpreted?"), "Чижевська"),
        Lack.NEXT_MEETING: (_("What was agreed about the next meeting?"), "онлайн у вересні"),
        Lack.INITIATIVE: (_("On whose initiative did it take place?"), "за ініціативою Буржа"),
        Lack.CONCLUSIONS: (_("Conclusions and proposals?"), "підготувати спільну заявку"),
        ANNEX: (_("What is annexed? One annex a line."), "Список учасників"),
        "speaker": (_("Who said it? A name, or in words."), "Бондюель"),
        "owner": (_("Who is responsible? A name."), "Чижевська"),
        "due": (_("Until when?"), "15 червня"),
        "uk": (_("Write the Ukrainian text."), "підготувати звіт"),
        "en": (_("Write the English text."), "prepare the report"),
        "item-uk": (_("Write the Ukrainian text."), "обмін школярами"),
        "item-en": (_("Write the English text."), "exchange of pupils"),
    }[name]
