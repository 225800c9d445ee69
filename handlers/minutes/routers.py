"""The routers of minutes: commands and buttons, what was asked for, the words of a dictation."""

from __future__ import annotations

from aiogram import Router

from handlers.minutes import (
    agenda_pressing,
    attendance,
    deeds,
    dictated,
    drafting,
    filling,
    in_groups,
    point_pressing,
    publishing,
    starting,
    waiving,
)
from handlers.minutes.dictation_buttons import DictationButton
from handlers.minutes.minutes_buttons import (
    DraftMinutes,
    EventMinutes,
    MinutesButton,
    MinutesPage,
    WaiveMinutes,
)
from handlers.routing import Subjects, WaitingRouter, subject_router

BUTTONS = (
    DictationButton,
    DraftMinutes,
    EventMinutes,
    MinutesButton,
    MinutesPage,
    WaiveMinutes,
)


def build_router() -> Router:
    """Plain words of a dictation come last: asked after all forms and all that is waited for."""
    commands = subject_router("minutes commands", commands=frozenset({"minutes"}), buttons=BUTTONS)
    answers, plain = WaitingRouter(name="minutes answers"), Router(name="dictated")
    in_groups.register(commands)
    starting.register(commands)
    dictated.register(commands, plain)
    drafting.register(commands)
    for subject in (filling, deeds, waiving):
        subject.register(commands, answers)
    for buttons in (point_pressing, agenda_pressing, attendance):
        buttons.register(commands)
    publishing.register(commands)
    router = Subjects(name="minutes")
    router.include_routers(commands, answers, plain)
    return router
