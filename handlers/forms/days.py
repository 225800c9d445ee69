"""A day typed into a form: read, echoed with its weekday, asked about where it is in doubt."""

from __future__ import annotations

from datetime import date

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.formats import dated_weekday, short_date
from handlers.forms.engine import Again, Form, Question
from handlers.screens import fill
from partnership.dated_facts import (
    DayRead,
    DoubtfulDay,
    NoDay,
    SureDay,
    read_coming_day,
    read_past_day,
)


def day_question(form: Form, text: Markup) -> Question:
    """A question for a day, with the days that were in doubt as buttons."""
    days = [date.fromisoformat(each) for each in form.data.get("days", ())]
    return Question(text, [(str(day), dated_weekday(day, form.reader.language)) for day in days])


def past_day(form: Form, text: str) -> str:
    """A day that has come, as `2024-05-28`."""
    reader = form.reader
    return _settled(form, read_past_day(text, reader.now, reader.zone.key))


def coming_day(form: Form, text: str) -> str:
    """A planned day, as `2024-05-28`."""
    reader = form.reader
    return _settled(form, read_coming_day(text, reader.now, reader.zone.key))


def _settled(form: Form, read: DayRead) -> str:
    form.data.pop("days", None)
    match read:
        case SureDay(day):
            return str(day)
        case DoubtfulDay(choices):
            form.data["days"] = [str(day) for day in choices]
            raise Again(fill(_("Please check the date: which day is meant?")))
        case NoDay(future=True):
            raise Again(fill(_("This day has not come yet.")))
        case NoDay(vague=True):
            raise Again(fill(_("A day is needed, for example {day}."), day=_example(form)))
        case _:
            raise Again(fill(_("I see no date here. For example: {day}."), day=_example(form)))


def _example(form: Form) -> str:
    return short_date(form.reader.today, form.reader.language)
