"""The routers of minutes: commands and buttons, and the plain words of a dictation."""

from __future__ import annotations

from aiogram import Router

from handlers.minutes import dictated, starting
from handlers.minutes.dictation_buttons import DictationButton
from handlers.routing import Subjects, subject_router


def build_router() -> Router:
    """Commands and buttons, then the plain words of a dictation: asked after all forms."""
    commands = subject_router(
        "minutes commands", commands=frozenset({"minutes"}), buttons=(DictationButton,)
    )
    plain = Router(name="dictated")
    starting.register(commands)
    dictated.register(commands, plain)
    router = Subjects(name="minutes")
    router.include_routers(commands, plain)
    return router
