"""/explain: how the bot reads a sentence; it is how admins tell us what went wrong."""

from __future__ import annotations

import json

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message
from aiogram.utils.i18n import gettext as _

from handlers.reader import Reader
from handlers.routing import needs, subject_router
from handlers.screens import Screen, fill, show
from partnership.access import Action
from partnership.language.explanation import Explainer
from partnership.language.names import NameIndex

SHOWN = 3_500
"""Characters of an explanation in one message; the sentence itself may be long."""


def build_router() -> Router:
    """The router of explanations."""
    router = subject_router("explaining", commands=frozenset({"explain"}))
    router.message.register(explain, Command("explain"), flags=needs(Action.MANAGE_USERS))
    return router


async def explain(
    message: Message, command: CommandObject, reader: Reader, names: NameIndex
) -> None:
    """`/explain зустріч з Буржем у четвер о 15`: intent, partners, dates, what is left."""
    if not command.args:
        text = _("Add a sentence: {example}")
        await show(message, Screen(fill(text, example="/explain зустріч з Буржем у четвер о 15")))
        return
    explainer = Explainer(reader.registry, names, reader.zone.key)
    explained = explainer.explain(command.args[: SHOWN // 2], reader.now)
    plain = json.dumps(explained, ensure_ascii=False, indent=1)
    await show(message, Screen(fill("<pre>{plain}</pre>", plain=plain[:SHOWN])))
