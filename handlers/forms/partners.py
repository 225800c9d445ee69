"""The step that every form of the registry may begin with: which partnership is meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aiogram.utils.i18n import gettext as _

from handlers.cards.names import partner_button_name
from handlers.forms.engine import ECHO, Again, Form, Question
from handlers.reader import Reader
from handlers.screens import fill
from partnership.access import Action, may
from partnership.errors import NotPermittedError
from partnership.finding import (
    PLACES,
    Finding,
    Found,
    NotFound,
    Several,
    find_partner,
    partnerships_at,
)
from partnership.language.names import NameIndex
from partnership.partnerships import Partnership
from partnership.queries import partnerships


def ask_partner(form: Form) -> Question:
    """The partnerships that may be meant, else all that the person may change."""
    reader = form.reader
    ids = form.data.get("partners")
    found = (
        [reader.registry.partnerships[each] for each in ids if each in reader.registry.partnerships]
        if ids
        else [each for each in partnerships(reader.registry) if _theirs(each, reader)]
    )
    return Question(
        fill(_("Which partnership? Choose it, or write the name of the city.")),
        [(each.id, partner_button_name(each, reader.registry, reader.language)) for each in found],
    )


def read_partner(form: Form, text: str) -> str:
    """The one partnership that a name means; raises Again for none and for several."""
    known = partner_answers(text, form.reader, form.service("names"))
    if "partner" in known["answers"]:
        return str(known["answers"]["partner"])
    form.data["partners"] = known.get("partners")
    raise Again(fill(known["problem"] or _("Which partnership?")))


def partner_answers(text: str, reader: Reader, names: NameIndex) -> dict[str, Any]:
    """What a form can begin with once a name was given: the answer, or the ones to choose from.

    Raises NotPermittedError where all that is meant belongs to other communities.
    """
    if not text.strip():
        return {"answers": {}}
    found = _found(find_partner(text, reader.registry, names, reader.user.communities), reader)
    if not found:
        problem = fill(_("«{name}» is not in the registry as a partner."), name=text.strip()[:ECHO])
        return {"answers": {}, "problem": str(problem)}
    theirs = [each for each in found if _theirs(each, reader)]
    if not theirs:
        raise NotPermittedError(Action.EDIT_PARTNER, found[0].home)
    if len(theirs) == 1:
        return {"answers": {"partner": theirs[0].id}}
    return {"answers": {}, "partners": [each.id for each in theirs], "problem": None}


def _found(finding: Finding, reader: Reader) -> list[Partnership]:
    match finding:
        case Found(_place, several, _remark):
            return list(several)
        case Several(places):
            return _of_all((place.id for place in places), reader)
        case NotFound():
            return []


def _of_all(places: Iterable[str], reader: Reader) -> list[Partnership]:
    found = [each for place in places for each in partnerships_at(place, reader.registry)]
    return list(dict.fromkeys(found))


def _theirs(partnership: Partnership, reader: Reader) -> bool:
    return may(reader.user, Action.EDIT_PARTNER, partnership.home)


def leading_name(text: str, names: NameIndex) -> tuple[str, str]:
    """The name of a partner at the beginning of a text, and what stands after it."""
    end = 0
    for match in sorted(names.find(text, PLACES), key=lambda each: each.start):
        if not any(letter.isalnum() for letter in text[end : match.start]):
            end = max(end, match.end)
    if end == 0:
        first, _space, rest = text.partition(" ")
        return first, rest.strip()
    return text[:end], text[end:].strip(" ,;:\n—–-")
