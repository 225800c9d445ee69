"""/addcontact: «Бурж; Констанс Бондюель; заступниця мера; +33…; e-mail», or step by step."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message
from aiogram_dialog import DialogManager

from handlers.forms.contact import contact_flow
from handlers.forms.partners import partner_answers
from handlers.forms.turns import open_form
from handlers.reader import Reader
from handlers.routing import needs, subject_router
from partnership.access import Action
from partnership.agreements import Side
from partnership.contact_lines import read_contact
from partnership.finding import Found, find_partner
from partnership.language.names import NameIndex
from partnership.typed_text import parts

COMMANDS = frozenset({"addcontact"})


def build_router() -> Router:
    """The router of contacts."""
    router = subject_router("contacts", commands=COMMANDS)
    router.message.register(
        contact_command, Command("addcontact"), flags=needs(Action.EDIT_CONTACT)
    )
    return router


async def contact_command(
    _message: Message,
    command: CommandObject,
    reader: Reader,
    names: NameIndex,
    dialog_manager: DialogManager,
) -> None:
    """A whole line is added at once; without a name the form asks step by step."""
    place, *pieces = parts(command.args or "") or [""]
    known = partner_answers(place, reader, names)
    said = read_contact(pieces)
    side = _side(place, reader, names)
    if side is Side.HOME and known.get("partners"):
        known["answers"]["partner"] = known["partners"][0]  # All of them share the office.
    given = {
        "side": side.value if said.name else None,
        "name": said.name,
        "position": said.position,
        "phone": said.phone,
        "email": said.email,
    }
    known["answers"].update({key: value for key, value in given.items() if value is not None})
    await open_form(contact_flow(), dialog_manager, line=said.name is not None, **known)


def _side(place: str, reader: Reader, names: NameIndex) -> Side:
    """A person of the home community where that is what the line names."""
    found = find_partner(place, reader.registry, names, reader.user.communities)
    ours = isinstance(found, Found) and found.place.home
    return Side.HOME if ours else Side.FOREIGN
