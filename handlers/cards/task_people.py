"""Who does an action item, who helps, who controls it: in words, by gender where it is known."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aiogram.utils.i18n import gettext as _

from handlers.formats import listed
from handlers.reader import Reader
from partnership.agreements import Side
from partnership.organisations import Organisation, OrganisationKind
from partnership.people import Gender
from partnership.steps import Step

_IN_FULL = re.compile(
    r"(?:міська|селищна|сільська) територіальна (?=громада)"
    r"|(?:urban|settlement|rural) territorial (?=community)"
)


def owner_line(task: Step, reader: Reader) -> str:
    """«Виконавець — Коростенська громада.», by the gender where it is a woman."""
    person = reader.registry.people.get(task.owner_person or "")
    name = owner_name(task, reader)
    if name is None:
        return _("Responsible: not recorded.")
    if person is not None and person.gender is Gender.FEMALE:
        return _("Person responsible — {name}.").format(name=name)
    return _("Responsible — {name}.").format(name=name)


def owner_name(task: Step, reader: Reader) -> str | None:
    """The person, the organisations, the group, the words, or at least the side."""
    registry, language = reader.registry, reader.language
    if task.owner_person in registry.people:
        return registry.people[task.owner_person].name.text(language)
    if task.owner_organisations:
        found = (registry.organisations[each] for each in task.owner_organisations)
        return listed((_short_name(each, language) for each in found), language)
    if task.owner_group in registry.working_groups:
        return registry.working_groups[task.owner_group].name.text(language)
    if task.owner is not None:
        return task.owner.text(language)
    return side_name(task, task.owner_side, reader)


def side_name(task: Step, side: Side | None, reader: Reader) -> str | None:
    """«Сторона партнера (Бурж)», «наша сторона (Коростень)»."""
    pair = reader.registry.partnerships.get(task.partnership or "")
    if side is Side.FOREIGN and pair is not None:
        return _("the partner’s side ({names})").format(names=_towns(pair.foreign, reader))
    if side is Side.HOME and pair is not None:
        return _("our side ({names})").format(names=_towns((pair.home,), reader))
    return None


def helpers_line(task: Step, reader: Reader) -> str | None:
    """«Співвиконавці: …»; None where nobody helps."""
    names = people_names(task.helpers, reader)
    return _("Helpers: {names}.").format(names=names) if names else None


def controller_line(task: Step, reader: Reader) -> str | None:
    """«Контроль: …»; None where it is left to the coordinators."""
    if task.controller is None:
        return None
    return _("Control: {name}.").format(name=people_names((task.controller,), reader))


def people_names(people: Iterable[str], reader: Reader) -> str:
    """The people of the registry, listed."""
    known = reader.registry.people
    found = (known[each].name.text(reader.language) for each in people if each in known)
    return listed(found, reader.language)


def _towns(places: Iterable[str], reader: Reader) -> str:
    found = (reader.registry.places[each].name.text(reader.language) for each in places)
    return listed(found, reader.language)


def _short_name(organisation: Organisation, language: str) -> str:
    """«Коростенська громада»: the full name of a community is for letters."""
    name = organisation.name.text(language)
    return _IN_FULL.sub("", name) if organisation.kind is OrganisationKind.COMMUNITY else name
