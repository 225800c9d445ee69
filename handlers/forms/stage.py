"""The form of /stage: the stage, and what proves it where a signed paper is needed."""

from __future__ import annotations

from datetime import date

from aiogram.fsm.state import State, StatesGroup
from aiogram.utils.i18n import gettext as _

from handlers.cards.changes import changed_screen
from handlers.cards.names import pair_name
from handlers.formats import dated_weekday
from handlers.forms.days import day_question, past_day
from handlers.forms.engine import Again, Flow, Form, Question, Step
from handlers.forms.partners import ask_partner, read_partner
from handlers.refusals import explain
from handlers.screens import Screen, fill, lines
from handlers.words import stage_word
from partnership.access import Action, may
from partnership.editing import Edited, SignedAgreement
from partnership.errors import StageRefusedError
from partnership.partnerships import Partnership
from partnership.stage_words import read_stage
from partnership.stages import Refused, Stage, StageRefusal

AGREEMENT, CORRECTION = "agreement", "correction"
NO_NUMBER = "none"
FINAL = frozenset({StageRefusal.SAME, StageRefusal.AGGRESSOR_STATE})
"""Refusals about which nothing can be done here."""


class Staging(StatesGroup):
    """Steps of the form."""

    partner = State()
    stage = State()
    proof = State()
    signed_on = State()
    number = State()
    reason = State()
    confirm = State()


def stage_flow() -> Flow:
    """The form of a change of stage."""
    return Flow(
        steps=(
            Step(Staging.partner, ask_partner, read_partner),
            Step(Staging.stage, ask_stage, read_wanted),
            Step(Staging.proof, ask_proof),
            Step(Staging.signed_on, ask_signed_on, past_day),
            Step(Staging.number, ask_number, read_number),
            Step(Staging.reason, ask_reason, read_reason),
            Step(Staging.confirm, ask_confirm),
        ),
        following=following,
        finish=finish,
    )


async def following(form: Form) -> State | None:
    """What is still to be asked; nothing where the rules of the trade let the stage be set."""
    answers = form.answers
    if "partner" not in answers:
        return Staging.partner
    if "stage" not in answers:
        return Staging.stage
    refused = await _refused(form)
    if refused is None:
        return None
    wanted = {AGREEMENT: ("signed_on", "number"), CORRECTION: ("reason",)}
    needed = ("proof", *wanted.get(answers.get("proof", ""), ()), "confirm")
    missing = next((name for name in needed if name not in answers), None)
    return getattr(Staging, missing) if missing else None


async def _refused(form: Form) -> Refused | None:
    """Why the stage may not simply be set. Raises StageRefusedError where nothing helps."""
    wanted = Stage(form.answers["stage"])
    partner = form.answers["partner"]
    verdict = await form.service("editing").check_stage(form.reader.user, partner, wanted)
    if not isinstance(verdict, Refused):
        return None
    if verdict.reason in FINAL or not _ways(form, verdict):
        raise StageRefusedError(verdict)
    return verdict


def _ways(form: Form, refused: Refused) -> list[tuple[str, str]]:
    """What can be done about a refusal, by this person."""
    home = _partnership(form).home
    agreement = refused.reason is StageRefusal.NEEDS_AGREEMENT
    corrects = may(form.reader.user, Action.CORRECT_STAGE, home)
    return [
        *([(AGREEMENT, _("Yes"))] if agreement else []),
        *([(CORRECTION, _("Correct as an error"))] if corrects else []),
    ]


def _partnership(form: Form) -> Partnership:
    return form.reader.overview.partnership(form.answers["partner"])


def ask_stage(form: Form) -> Question:
    """All stages but the present one."""
    now = _partnership(form).stage
    text = fill(
        _("<b>{pair}</b>\nNow: «{stage}». Which stage is it to be?"),
        pair=_pair(form),
        stage=stage_word(now),
    )
    return Question(text, [(each.value, stage_word(each)) for each in Stage if each is not now])


def read_wanted(_form: Form, text: str) -> str:
    """A stage in words."""
    stage = read_stage(text).stage
    if stage is None:
        raise Again(fill(_("There is no stage «{name}»."), name=text))
    return stage.value


async def ask_proof(form: Form) -> Question:
    """Why the stage cannot simply be set, and what can be done."""
    refused = await _refused(form)
    assert refused is not None
    explained = explain(StageRefusedError(refused), form.reader.registry, form.reader.language)
    agreement = refused.reason is StageRefusal.NEEDS_AGREEMENT
    question = fill(_("Enter the agreement?")) if agreement else None
    return Question(lines([explained.text, question]), _ways(form, refused))


def ask_signed_on(form: Form) -> Question:
    """The day of signing."""
    return day_question(form, fill(_("When was the agreement signed?")))


def ask_number(_form: Form) -> Question:
    """The number of the agreement."""
    return Question(fill(_("What is its number?")), [(NO_NUMBER, _("Without a number"))])


def read_number(_form: Form, text: str) -> str:
    """A number as it stands on the paper."""
    return text.removeprefix("№").strip()


def ask_reason(_form: Form) -> Question:
    """Why an error is corrected; it stands in the change log."""
    return Question(fill(_("Why is it being corrected? The reason will stand in the change log.")))


def read_reason(_form: Form, text: str) -> str:
    """Any words."""
    return text


def ask_confirm(form: Form) -> Question:
    """Old → new, with the day and its weekday."""
    answers = form.answers
    now, wanted = _partnership(form).stage, Stage(answers["stage"])
    change = fill(_("Stage: {old} → <b>{new}</b>"), old=stage_word(now), new=stage_word(wanted))
    rows = [fill("<b>{pair}</b>", pair=_pair(form)), change]
    if answers["proof"] == AGREEMENT:
        day = dated_weekday(date.fromisoformat(answers["signed_on"]), form.reader.language)
        rows.append(fill(_("Signed: {day}"), day=day))
        rows.append(fill(_("Number: {number}"), number=_number(form) or _("not recorded")))
    else:
        rows.append(fill(_("Reason: {reason}"), reason=answers["reason"]))
    return Question(lines(rows), [("save", _("Save"))])


def _number(form: Form) -> str | None:
    number: str = form.answers.get("number", NO_NUMBER)
    return None if number == NO_NUMBER else number


def _pair(form: Form) -> str:
    return pair_name(_partnership(form), form.reader.registry, form.reader.language)


async def finish(form: Form) -> Screen:
    """Set the stage with its proof."""
    answers, reader = form.answers, form.reader
    signed = None
    if answers.get("proof") == AGREEMENT:
        day = date.fromisoformat(answers["signed_on"])
        signed = SignedAgreement(signed_on=day, number=_number(form))
    edited: Edited = await form.service("editing").set_stage(
        reader.user,
        answers["partner"],
        Stage(answers["stage"]),
        on=reader.today,
        agreement=signed,
        correction_reason=answers.get("reason"),
    )
    return changed_screen(edited, answers["partner"], reader)
