"""What is in doubt about a time, said so that one can answer with a tap."""

from __future__ import annotations

from datetime import date, datetime

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_buttons import DraftButton
from handlers.cards.event_times import zone_city
from handlers.formats import dated_weekday, listed
from handlers.meetings.drafts import Draft
from handlers.meetings.reading import day_of
from handlers.screens import Screen, button, fill, lines
from partnership.calendar.timing import Timing
from partnership.language.dates import Doubt, DoubtKind


def doubt_screen(draft: Draft, language: str) -> Screen:
    """Each doubt in a sentence, the likely answers as buttons, and how to write it plainly."""
    said = [_sentence(each, draft, language) for each in _kinds_once(draft.doubts)]
    answers = [_day(each, language, draft) for each in draft.choices]
    question = None
    if answers:
        question = fill(_("Did you mean: {answers}?"), answers=listed_or(answers, language))
    ask = fill(_("Please choose, or send the date as {format}."), format=date_format())
    return Screen(lines([*said, question, ask]), _buttons(draft, answers))


def date_format() -> str:
    """How a date with its hour is written so that nobody can doubt it."""
    return _("YYYY-MM-DD HH:MM")


def listed_or(answers: list[str], language: str) -> str:
    """«5 червня чи 6 травня»."""
    if len(answers) < 2:
        return listed(answers, language)
    return _("{first} or {last}").format(first=", ".join(answers[:-1]), last=answers[-1])


def _kinds_once(doubts: tuple[Doubt, ...]) -> list[Doubt]:
    return list({each.kind: each for each in reversed(doubts)}.values())[::-1]


def _buttons(draft: Draft, answers: list[str]) -> list[list[InlineKeyboardButton]]:
    def choice(number: int) -> str:
        return DraftButton(token=draft.token, what="w", value=str(number)).pack()

    rows = [[button(text, choice(number))] for number, text in enumerate(answers)]
    rows.append([button(_("Drop it"), DraftButton(token=draft.token, what="no").pack())])
    return rows


def _sentence(doubt: Doubt, draft: Draft, language: str) -> Markup:
    read = doubt.read if doubt.read is not None else _first(doubt)
    day = _written(read, language) if read is not None else ""
    return fill(_words(doubt.kind), day=day, zone=_zone(draft, language))


def _words(kind: DoubtKind) -> str:
    return {
        DoubtKind.WEEKDAY_MISMATCH: _("The weekday and the date do not agree."),
        DoubtKind.NO_SUCH_DATE: _("There is no such date."),
        DoubtKind.NO_SUCH_TIME: _("There is no such hour."),
        DoubtKind.DAY_OR_MONTH: _("The date is ambiguous: which is the day, which the month?"),
        DoubtKind.IN_THE_PAST: _("{day} is in the past."),
        DoubtKind.CLOCK_SKIPPED: _("The clocks go forward then: there is no such hour ({zone})."),
        DoubtKind.CLOCK_REPEATED: _("The clocks go back then: this hour occurs twice ({zone})."),
        DoubtKind.END_BEFORE_START: _("The end comes before the start."),
        DoubtKind.MORNING_OR_AFTERNOON: _("In the morning or in the afternoon?"),
        DoubtKind.TODAY_OR_NEXT_WEEK: _("Today, or in a week?"),
        DoubtKind.THIS_OR_NEXT_WEEK: _("This week or the next?"),
        DoubtKind.SEVERAL_DATES: _("There are several dates."),
        DoubtKind.WHICH_DAY: _("Which day exactly?"),
        DoubtKind.WHICH_TIME: _("What time exactly?"),
        DoubtKind.WHICH_ZONE: _("By whose clocks?"),
        DoubtKind.WHICH_RECURRENCE: _("How often exactly?"),
    }[kind]


def _first(doubt: Doubt) -> date | datetime | None:
    return doubt.choices[0].start if doubt.choices else None


def _day(timing: Timing, language: str, draft: Draft) -> str:
    at = day_of(timing)
    text = "" if at is None else _written(at, language)
    if len({each.zone for each in draft.choices}) > 1:
        return f"{text} {zone_city(timing.zone, language)}"
    if len({each.fold for each in draft.choices}) > 1:
        order = _("{time} (second time)") if timing.fold else _("{time} (first time)")
        return order.format(time=text)
    return text


def _zone(draft: Draft, language: str) -> str:
    zones = dict.fromkeys(zone_city(each.zone, language) for each in draft.choices)
    return listed(zones, language)


def _written(at: date | datetime, language: str) -> str:
    if isinstance(at, datetime):
        return f"{dated_weekday(at.date(), language)}, {at:%H:%M}"
    return dated_weekday(at, language)
