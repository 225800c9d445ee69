"""Handing over: who to whom, what would pass, passing it on, and the brief for the successor."""

from __future__ import annotations

from aiogram import Router

from handlers.handover import asking, carrying_out
from handlers.handover.handover_buttons import HandoverDeed, PartyChosen, PartyPage, TakeAccess
from handlers.handover.telling_parties import Couriers
from handlers.routing import Subjects, WaitingRouter, subject_router


def build_router() -> Router:
    """The router of handing over: command and buttons, then the names that are waited for."""
    commands = subject_router(
        "handover commands",
        commands=frozenset({"handover"}),
        buttons=(HandoverDeed, PartyChosen, PartyPage, TakeAccess),
    )
    commands.callback_query.middleware(Couriers())
    answers = WaitingRouter(name="handover answers")
    for subject in (asking, carrying_out):
        subject.register(commands, answers)
    router = Subjects(name="handover")
    router.include_routers(commands, answers)
    return router
