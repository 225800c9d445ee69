"""What nobody else has answered: unknown commands, and what is no text. Never silence."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import CommandStart
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from rapidfuzz import fuzz, process

from handlers.commands import COMMANDS
from handlers.routing import needs
from handlers.screens import Alert, Screen, button, fill, lines, show
from handlers.start import Help, start
from partnership.access import Action, User, may
from partnership.language.keyboard import as_latin

NEAR = 70
"""Likeness, of 100, from which a command is worth suggesting."""


def build_router() -> Router:
    """The last router."""
    router = Router(name="unknown")
    anybody = needs(Action.CHOOSE_LANGUAGE)
    router.message.register(start, CommandStart(), is_private, flags=anybody)
    router.message.register(unknown_command, is_private_command, flags=anybody)
    router.message.register(no_text, is_private, flags=anybody)
    router.callback_query.register(unknown_button, flags=anybody)
    return router


async def is_private_command(message: Message) -> bool:
    """In groups commands are often meant for other bots."""
    return message.chat.type == "private" and (message.text or "").startswith("/")


async def is_private(message: Message) -> bool:
    """Service messages and pictures of a group are not ours to answer."""
    return message.chat.type == "private"


async def unknown_command(message: Message, user: User) -> None:
    """Say so, and name the nearest command, also for one typed on the other layout."""
    typed = (message.text or "/").split(maxsplit=1)[0]
    near = _nearest(typed.lstrip("/").partition("@")[0], user)
    text = [fill(_("There is no command {command}."), command=typed)]
    if near is not None:
        text.append(fill(_("Perhaps you mean /{command}?"), command=near))
    await show(message, Screen(lines(text), [[button(_("What I can do"), Help().pack())]]))


def _nearest(typed: str, user: User) -> str | None:
    known = [info.name for info in COMMANDS if may(user, info.action)]
    for spelling in (typed.lower(), as_latin(typed.lower())):
        found = process.extractOne(spelling, known, scorer=fuzz.ratio, score_cutoff=NEAR)
        if found is not None:
            return str(found[0])
    return None


async def no_text(message: Message) -> None:
    """Pictures, voice messages and the like."""
    text = _("I read only text so far. Please write in words.")
    await show(message, Screen(fill(text), [[button(_("What I can do"), Help().pack())]]))


async def unknown_button(_query: CallbackQuery) -> Alert:
    """A button of an earlier version."""
    return Alert(_("This button is out of date."))
