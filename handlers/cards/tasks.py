"""An action item as it is shown: what, who, until when, where it stands, how it came there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.names import pair_name
from handlers.formats import dated_weekday, listed, short_date
from handlers.reader import Reader
from handlers.screens import fill, lines
from partnership.changes import Change
from partnership.organisations import Organisation, OrganisationKind
from partnership.people import Gender
from partnership.steps import Step, StepState

_IN_FULL = re.compile(
    r"(?:міська|селищна|сільська) територіальна (?=громада)"
    r"|(?:urban|settlement|rural) territorial (?=community)"
)


def task_text(task: Step, reader: Reader, history: Iterable[Change] = ()) -> Markup:
    """The whole of it, with what was changed and why."""
    title = _("Action item no. {number}").format(number=task.id)
    where = fill(" ({where})", where=where_of(task, reader)) if where_of(task, reader) else ""
    return lines(
        [
            fill("<b>{title}</b>{where}", title=title, where=where),
            task.what.text(reader.language),
            fill("{owner}", owner=owner_line(task, reader)),
            due_line(task, reader),
            fill(_("State: {state}."), state=state_word(task.state)),
            _result_line(task, reader),
            *_told(history, reader),
        ]
    )


def list_line(task: Step, reader: Reader) -> Markup:
    """«№ 11 · 14.06.2024 · Підготувати список… — Коростенська громада»."""
    due = short_date(task.due, reader.language) if task.due else _("no due date")
    what = task.what.text(reader.language)
    late = fill(_(" — <b>overdue</b>")) if task.overdue_on(reader.today) else ""
    done = fill(" — {state}", state=state_word(task.state)) if not task.is_open else ""
    head = fill("<b>№ {number}</b> · {due}", number=task.id, due=due)
    return fill("{head} · {what}{late}{done}", head=head, what=what, late=late, done=done)


def where_of(task: Step, reader: Reader) -> str:
    """The partnership, else the community; empty where nobody has said."""
    partnership = reader.registry.partnerships.get(task.partnership or "")
    if partnership is not None:
        return pair_name(partnership, reader.registry, reader.language)
    community = reader.registry.places.get(task.community or "")
    if community is None:
        return ""
    return _("community: {name}").format(name=community.name.text(reader.language))


def owner_line(task: Step, reader: Reader) -> str:
    """«Виконавець — Коростенська громада.», by the gender where it is a woman."""
    person = reader.registry.people.get(task.owner_person or "")
    name = _owner(task, reader)
    if name is None:
        return _("Responsible: not recorded.")
    if person is not None and person.gender is Gender.FEMALE:
        return _("Person responsible — {name}.").format(name=name)
    return _("Responsible — {name}.").format(name=name)


def due_line(task: Step, reader: Reader) -> Markup:
    """«Строк: 14.06.2024 (п’ятниця).»."""
    if task.due is None:
        said = task.due_text.text(reader.language) if task.due_text else _("not recorded")
        return fill(_("Due: {day}."), day=said)
    day = dated_weekday(task.due, reader.language)
    if task.overdue_on(reader.today):
        return fill(_("Due: {day}. <b>Overdue.</b>"), day=day)
    return fill(_("Due: {day}."), day=day)


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
    if task.result is None:
        return None
    return fill(_("Result: {result}"), result=task.result.text(reader.language))


def _owner(task: Step, reader: Reader) -> str | None:
    registry, language = reader.registry, reader.language
    if task.owner_person in registry.people:
        return registry.people[task.owner_person].name.text(language)
    if task.owner_organisations:
        found = (registry.organisations[each] for each in task.owner_organisations)
        return listed((_short_name(each, language) for each in found), language)
    if task.owner_group in registry.working_groups:
        return registry.working_groups[task.owner_group].name.text(language)
    return task.owner.text(language) if task.owner else None


def _short_name(organisation: Organisation, language: str) -> str:
    """«Коростенська громада»: the full name of a community is for letters."""
    name = organisation.name.text(language)
    return _IN_FULL.sub("", name) if organisation.kind is OrganisationKind.COMMUNITY else name


def _told(history: Iterable[Change], reader: Reader) -> list[Markup]:
    """New due dates, and what was given as a reason or a result."""
    found = []
    for each in history:
        day = short_date(each.at.astimezone(reader.zone).date(), reader.language)
        if each.field == "due" and each.undone_at is None:
            old, new = (_day(value, reader.language) for value in (each.old, each.new))
            found.append(fill(_("{day}: due {old} → {new}"), day=day, old=old, new=new))
        if each.reason and each.field in {"due", "state"} and each.undone_at is None:
            found.append(fill("{day}: {reason}", day=day, reason=each.reason))
    return list(dict.fromkeys(found))


def _day(value: object, language: str) -> str:
    return short_date(date.fromisoformat(value), language) if isinstance(value, str) else "—"
