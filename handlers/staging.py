"""/stage and /areas: in one line, or step by step where something is left open."""

from __future__ import annotations

import re

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message
from aiogram_dialog import DialogManager

from handlers.forms.areas import NEW
from handlers.forms.partner_areas import areas_flow
from handlers.forms.partners import leading_name, partner_answers
from handlers.forms.stage import stage_flow
from handlers.forms.turns import open_form
from handlers.reader import Reader
from handlers.routing import needs, subject_router
from partnership.access import Action
from partnership.area_words import read_areas
from partnership.language.names import NameIndex
from partnership.stage_words import read_stage

COMMANDS = frozenset({"stage", "areas"})
_ADDED = re.compile(r"[\s:,;–-]*(?:\+|(?:додай|додайте|додати|add)\b)[\s:,]*", re.IGNORECASE)
"""«/areas Бурж додай медицину» keeps the areas that are there."""


def build_router() -> Router:
    """The router of /stage and /areas."""
    router = subject_router("staging", commands=COMMANDS)
    router.message.register(stage_command, Command("stage"), flags=needs(Action.CHANGE_STAGE))
    router.message.register(areas_command, Command("areas"), flags=needs(Action.EDIT_PARTNER))
    return router


async def stage_command(
    _message: Message,
    command: CommandObject,
    reader: Reader,
    names: NameIndex,
    dialog_manager: DialogManager,
) -> None:
    """`/stage Бурж меморандум` sets the stage, or asks for what proves it."""
    said = read_stage(command.args or "")
    known = partner_answers(said.rest, reader, names)
    if said.stage is not None:
        known["answers"]["stage"] = said.stage.value
    await open_form(stage_flow(), dialog_manager, **known)


async def areas_command(
    _message: Message,
    command: CommandObject,
    reader: Reader,
    names: NameIndex,
    dialog_manager: DialogManager,
) -> None:
    """`/areas Бурж культура, освіта` replaces the areas; new ones are asked about."""
    name, rest = leading_name(command.args or "", names)
    known = partner_answers(name, reader, names)
    if rest:
        added = _ADDED.match(rest)
        said = read_areas(rest[added.end() :] if added else rest, names)
        partner = known["answers"].get("partner")
        kept = reader.overview.partnership(partner).areas if added and partner else ()
        listed = (*kept, *said.known, *(NEW + each for each in said.new))
        known["answers"]["areas"] = list(dict.fromkeys(listed))
    await open_form(areas_flow(), dialog_manager, **known)
