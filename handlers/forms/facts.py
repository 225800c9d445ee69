"""The facts of a partnership that a person fills in by hand, and how each is asked and read."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.forms.days import coming_day, day_question, past_day
from handlers.forms.engine import Again, Form, Question
from handlers.screens import fill
from handlers.words import stage_word, status_word
from partnership.access import Role
from partnership.agreements import Side
from partnership.exchange.codec import to_plain
from partnership.language.names import NameKind, Sure, verdict
from partnership.partnerships import Partnership
from partnership.stages import NEXT_STATUSES, Stage, Status
from partnership.typed_text import bilingual

UNKNOWN = "none"
"""Value of the choice «не внесено»."""


class Fact(StrEnum):
    """Facts by the names of the fields that hold them."""

    LABEL = "label"
    STATUS = "status"
    AS_OF = "as_of"
    SINCE = "since"
    HOME_COORDINATOR = "home_coordinator"
    FOREIGN_COORDINATOR = "foreign_coordinator"
    AREAS = "areas"
    LONG_TERM_GOAL = "long_term_goal"
    NEXT_STAGE = "next_stage"
    NEXT_STAGE_ON = "next_stage_on"
    NOTE = "note"


TEXTS = frozenset({Fact.LABEL, Fact.NOTE})
STAGES = frozenset({Fact.LONG_TERM_GOAL, Fact.NEXT_STAGE})
PEOPLE = {Fact.HOME_COORDINATOR: Side.HOME, Fact.FOREIGN_COORDINATOR: Side.FOREIGN}
PAST_DAYS = frozenset({Fact.AS_OF, Fact.SINCE})


def partnership_of(form: Form) -> Partnership:
    """The partnership that the form is about. Raises NotFoundError."""
    return form.reader.overview.partnership(form.answers["partner"])


def present(form: Form, fact: Fact) -> Any:
    """The value as it is now, in the exchange format."""
    return to_plain(partnership_of(form), complete=True)[fact.value]


def ask_fact(form: Form, fact: Fact, heading: Markup) -> Question:
    """The question for a new value, with what there is to choose from."""
    if fact in PAST_DAYS or fact is Fact.NEXT_STAGE_ON:
        question = day_question(form, heading + "\n" + fill(_("Write the date.")))
    elif fact in TEXTS:
        hint = fill(_("Write the text; in both languages with « / » between them."))
        question = Question(heading + "\n" + hint)
    else:
        question = Question(heading + "\n" + _prompt(fact), _choices(form, fact))
    return _with_unknown(form, fact, question)


def _prompt(fact: Fact) -> Markup:
    if fact in PEOPLE:
        return fill(_("Choose a person or write the name; a new one is added by /addcontact."))
    return fill(_("Choose:"))


def _with_unknown(form: Form, fact: Fact, question: Question) -> Question:
    """What is recorded by mistake can be made unknown again; a partnership always has a status."""
    if fact is Fact.STATUS or present(form, fact) is None:
        return question
    unknown = (UNKNOWN, _("Make it «not recorded»"))
    return Question(question.text, [*question.choices, unknown])


def _choices(form: Form, fact: Fact) -> list[tuple[str, str]]:
    if fact in STAGES:
        above = [each for each in Stage if each.rank > partnership_of(form).stage.rank]
        return [(each.value, stage_word(each)) for each in above]
    if fact is Fact.STATUS:
        return [(each.value, status_word(each)) for each in _statuses(form)]
    people = {
        each.person.id: each.person.name.text(form.reader.language)
        for each in form.reader.overview.contacts(form.answers["partner"])
        if each.person is not None and each.side is PEOPLE[fact]
    }
    return list(people.items())


def _statuses(form: Form) -> list[Status]:
    """Those that may follow; an admin may mend an error and set any."""
    now = partnership_of(form).status
    if form.reader.user.role is Role.ADMIN:
        return [each for each in Status if each is not now]
    return [each for each in Status if each in NEXT_STATUSES[now]]


def read_fact(form: Form, fact: Fact, text: str) -> str:
    """A typed value as it is kept in the form. Raises Again."""
    if fact in PAST_DAYS:
        return past_day(form, text)
    if fact is Fact.NEXT_STAGE_ON:
        return coming_day(form, text)
    if fact in PEOPLE:
        return _person(form, text)
    if fact in TEXTS:
        return text
    raise Again(fill(_("Please choose with a button.")))


def _person(form: Form, text: str) -> str:
    decided = verdict(form.service("names").look_up(text, {NameKind.PERSON}))
    if not isinstance(decided, Sure):
        raise Again(fill(_("I do not know «{name}». Add the person first: /addcontact"), name=text))
    return decided.match.name_id


def plain_value(fact: Fact, kept: str) -> Any:
    """The value of the form in the exchange format."""
    if kept == UNKNOWN:
        return None
    if fact in TEXTS:
        text = bilingual(kept)
        return {"uk": text.uk, "en": text.en}
    if fact in PAST_DAYS or fact is Fact.NEXT_STAGE_ON:
        return str(date.fromisoformat(kept))
    return kept
