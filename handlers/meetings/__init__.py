"""Conversations about meetings and visits: planning, moving, answering, preparing."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import StateFilter

from handlers.cards.event_buttons import (
    ChecklistButton,
    DraftButton,
    EventDeed,
    OpenChecklist,
    OpenEvent,
    Rsvp,
    StandIn,
    Vote,
)
from handlers.meetings import (
    answering,
    calendar_files,
    cancelling,
    checklists,
    choosing_checklists,
    delegations,
    formalities,
    holding,
    inviting,
    links,
    moving,
    partners,
    planning,
    polls,
    programmes,
    stages,
    viewing,
)
from handlers.meetings.desks import Desks
from handlers.meetings.states import Waiting, is_an_answer
from handlers.routing import Subjects, WaitingRouter, subject_router

SUBJECTS = (
    planning,
    viewing,
    moving,
    cancelling,
    answering,
    calendar_files,
    links,
    inviting,
    holding,
    polls,
    checklists,
    stages,
    programmes,
    delegations,
    formalities,
    choosing_checklists,
    partners,
)
BUTTONS = (OpenEvent, EventDeed, Rsvp, StandIn, DraftButton, Vote, OpenChecklist, ChecklistButton)


def build_router() -> Router:
    """The router of events: their commands and buttons, and answers to what was asked."""
    commands = subject_router(
        "event commands",
        commands=frozenset({*planning.WORDS, *viewing.COMMANDS, *checklists.COMMANDS}),
        buttons=BUTTONS,
    )
    answers = WaitingRouter(name="event answers")
    answers.message.filter(StateFilter(Waiting), is_an_answer)
    for observer in (commands.message, commands.callback_query, answers.message):
        observer.middleware(Desks())
    for subject in SUBJECTS:
        subject.register(commands, answers)
    router = Subjects(name="events")
    router.include_routers(commands, answers)
    return router
