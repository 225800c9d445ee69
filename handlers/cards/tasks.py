"""An action item as it is shown: what, who, until when, where it stands, where it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.names import pair_name
from handlers.cards.task_basis import Basis, basis_line
from handlers.cards.task_people import controller_line, helpers_line, owner_line, owner_name
from handlers.formats import dated_weekday, short_date
from handlers.reader import Reader
from handlers.screens import fill, lines
from partnership.steps import Step, StepState

NO_BASIS = Basis()


def task_text(
    task: Step, reader: Reader, basis: Basis = NO_BASIS, story: Iterable[Markup] = ()
) -> Markup:
    """The whole of it; `basis` is where it comes from, `story` what became of it since."""
    where = fill(" ({where})", where=where_of(task, reader)) if where_of(task, reader) else ""
    return lines(
        [
            fill("<b>{title}</b>{where}", title=title_of(task), where=where),
            task.what.text(reader.language),
            owner_line(task, reader),
            helpers_line(task, reader),
            due_line(task, reader),
            controller_line(task, reader),
            fill(_("State: {state}."), state=state_word(task.state)),
            _result_line(task, reader),
            asked_line(task, reader),
            basis_line(basis, reader),
            *story,
        ]
    )


def list_line(task: Step, reader: Reader, whose: str | None = None) -> Markup:
    """«№ 11 · 14.06.2024 · Підготувати список… — Коростенська громада».

    In the list of somebody's own (`whose`) it is said where they only help, or control.
    """
    due = short_date(task.due, reader.language) if task.due else _("no due date")
    what = task.what.text(reader.language)
    owner = owner_name(task, reader)
    who = fill(" — {who}", who=owner) if owner else ""
    late = fill(_(" — <b>overdue</b>")) if task.overdue_on(reader.today) else ""
    new = task.state is StepState.OPEN
    state = "" if new else fill(" — <i>{state}</i>", state=state_word(task.state))
    head = fill("<b>№ {number}</b> · {due}", number=task.id, due=due)
    part = fill(" — {part}", part=_part(task, whose)) if _part(task, whose) else ""
    text = "{head} · {what}{who}{part}{late}{state}"
    return fill(text, head=head, what=what, who=who, part=part, late=late, state=state)


def _part(task: Step, person: str | None) -> str | None:
    """What somebody has to do with it, other than doing it."""
    if person is None or person == task.owner_person:
        return None
    return _("helps") if person in task.helpers else _("controls")


def title_of(task: Step) -> str:
    """«Доручення № 11»."""
    return _("Action item no. {number}").format(number=task.id)


def where_of(task: Step, reader: Reader) -> str:
    """The partnership, else the community; empty where nobody has said."""
    partnership = reader.registry.partnerships.get(task.partnership or "")
    if partnership is not None:
        return pair_name(partnership, reader.registry, reader.language)
    community = reader.registry.places.get(task.community or "")
    if community is None:
        return ""
    return _("community: {name}").format(name=community.name.text(reader.language))


def due_line(task: Step, reader: Reader) -> Markup:
    """«Строк: 14.06.2024 (п’ятниця).»."""
    if task.due is None:
        said = task.due_text.text(reader.language) if task.due_text else _("not recorded")
        return fill(_("Due: {day}."), day=said)
    day = dated_weekday(task.due, reader.language)
    if task.overdue_on(reader.today):
        return fill(_("Due: {day}. <b>Overdue.</b>"), day=day)
    return fill(_("Due: {day}."), day=day)


def asked_line(task: Step, reader: Reader) -> Markup | None:
    """«Просять продовжити до 21.06.2024 (п’ятниця): …»; None where nothing is asked."""
    if task.asked_until is None:
        return None
    day = dated_weekday(task.asked_until, reader.language)
    text = _("An extension until {day} is asked for: {reason}")
    return fill(text, day=day, reason=task.asked_why or _("no reason given"))


def state_word(state: StepState) -> str:
    """Where it stands, in the words of the office."""
    return {
        StepState.OPEN: _("assigned"),
        StepState.IN_PROGRESS: _("in progress"),
        StepState.WAITING_PARTNER: _("waiting for the partner"),
        StepState.DONE: _("done, still under control"),
        StepState.CLOSED: _("closed, off the control list"),
        StepState.CANCELLED: _("cancelled"),
        StepState.OUTCOME_UNKNOWN: _("outcome unknown"),
        StepState.UNKNOWN: _("not recorded"),
    }[state]


def _result_line(task: Step, reader: Reader) -> Markup | None:
    if task.result is None or task.is_open:
        return None
    return fill(_("Result: {result}"), result=task.result.text(reader.language))
