"""The form of /editpartner: which fact, its new value, old → new, saved on confirmation."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup
from aiogram.utils.i18n import gettext as _

from handlers.cards.changes import changed_screen, value_text
from handlers.cards.names import pair_name
from handlers.cards.views import partner_view
from handlers.forms.areas import read_listed_areas, split_areas
from handlers.forms.engine import Flow, Form, Question, Step, name_of
from handlers.forms.facts import (
    Fact,
    ask_fact,
    partnership_of,
    plain_value,
    present,
    read_fact,
)
from handlers.forms.partner_areas import ask_present
from handlers.forms.partners import ask_partner, read_partner
from handlers.record_words import field_word
from handlers.screens import Screen, fill, lines
from handlers.words import status_word
from partnership.editing import Edited
from partnership.editing.staging import NEEDS_REASON
from partnership.entities import Kind
from partnership.stages import NEXT_STATUSES, Status


class EditingPartner(StatesGroup):
    """Steps of the form."""

    partner = State()
    fact = State()
    value = State()
    areas = State()
    reason = State()
    confirm = State()


def editing_flow() -> Flow:
    """The form of one fact of a partnership."""
    return Flow(
        steps=(
            Step(EditingPartner.partner, ask_partner, read_partner),
            Step(EditingPartner.fact, ask_which, columns=2),
            Step(EditingPartner.value, ask_value, read_value),
            Step(EditingPartner.areas, ask_present, read_listed_areas, several=True),
            Step(EditingPartner.reason, ask_reason, read_reason),
            Step(EditingPartner.confirm, ask_confirm),
        ),
        following=following,
        finish=finish,
        leave=leave,
    )


def following(form: Form) -> State | None:
    """What is still to be asked."""
    answers = form.answers
    if "partner" not in answers:
        return EditingPartner.partner
    if "fact" not in answers:
        return EditingPartner.fact
    value = EditingPartner.areas if _fact(form) is Fact.AREAS else EditingPartner.value
    reason = (EditingPartner.reason,) if _needs_reason(form) else ()
    steps = (value, *reason, EditingPartner.confirm)
    return next((step for step in steps if name_of(step) not in answers), None)


def _fact(form: Form) -> Fact:
    return Fact(form.answers["fact"])


def _needs_reason(form: Form) -> bool:
    """A status that stops a partnership, or that only an admin's correction can set."""
    if _fact(form) is not Fact.STATUS or "value" not in form.answers:
        return False
    wanted = Status(form.answers["value"])
    return wanted in NEEDS_REASON or wanted not in NEXT_STATUSES[partnership_of(form).status]


def ask_which(form: Form) -> Question:
    """The facts with their present values."""
    rows = [
        fill(
            "{field}: {value}",
            field=field_word(fact),
            value=value_text(fact, present(form, fact), form.reader),
        )
        for fact in Fact
    ]
    hint = fill(_("What should be changed? The stage is changed with /stage."))
    text = lines([fill("<b>{pair}</b>", pair=_pair(form)), *rows, hint])
    return Question(text, [(fact.value, field_word(fact)) for fact in Fact])


def ask_value(form: Form) -> Question:
    """The new value, beside the present one."""
    fact = _fact(form)
    heading = lines(
        [
            fill("<b>{pair}</b>", pair=_pair(form)),
            fill(
                _("{field}, now: {value}"),
                field=field_word(fact),
                value=value_text(fact, present(form, fact), form.reader),
            ),
        ]
    )
    return ask_fact(form, fact, heading)


def read_value(form: Form, text: str) -> str:
    """A typed value."""
    return read_fact(form, _fact(form), text)


def ask_reason(form: Form) -> Question:
    """Why a partnership is stopped, or its status corrected."""
    wanted = status_word(Status(form.answers["value"]))
    return Question(fill(_("For the status «{wanted}» please give a reason."), wanted=wanted))


def read_reason(_form: Form, text: str) -> str:
    """Any words."""
    return text


def ask_confirm(form: Form) -> Question:
    """Old → new."""
    fact = _fact(form)
    old = value_text(fact, present(form, fact), form.reader)
    text = lines(
        [
            fill("<b>{pair}</b>", pair=_pair(form)),
            fill("{field}: {old} → <b>{new}</b>", field=field_word(fact), old=old, new=_new(form)),
            fill(_("Save?")),
        ]
    )
    return Question(text, [("save", _("Save"))])


def _new(form: Form) -> str:
    fact = _fact(form)
    if fact is not Fact.AREAS:
        return value_text(fact, plain_value(fact, form.answers["value"]), form.reader)
    listed = [each.lstrip("+") for each in form.answers["areas"]]
    return value_text(fact, listed, form.reader)


def _pair(form: Form) -> str:
    return pair_name(partnership_of(form), form.reader.registry, form.reader.language)


async def finish(form: Form) -> Screen:
    """Save the new value."""
    return changed_screen(await _save(form), form.answers["partner"], form.reader)


async def _save(form: Form) -> Edited:
    editing, user = form.service("editing"), form.reader.user
    partner, fact = form.answers["partner"], _fact(form)
    edited: Edited
    if fact is Fact.AREAS:
        edited = await editing.set_areas(user, partner, *split_areas(form.answers["areas"]))
    elif fact is Fact.STATUS:
        wanted, reason = Status(form.answers["value"]), form.answers.get("reason")
        edited = await editing.set_status(user, partner, wanted, reason=reason)
    else:
        value = plain_value(fact, form.answers["value"])
        edited = await editing.edit(user, Kind.PARTNERSHIP, partner, fact.value, value)
    return edited


async def leave(form: Form) -> Screen:
    """Back to the card."""
    if "partner" not in form.answers:
        return Screen(fill(_("Dropped. Nothing was saved.")))
    return await partner_view(form.reader, form.answers["partner"])
