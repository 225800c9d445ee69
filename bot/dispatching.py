"""The dispatcher: routers in order, middlewares around them, and what handlers may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.fsm.storage.base import BaseStorage
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.utils.i18n import I18n

from bot.middlewares.access import Gate
from bot.middlewares.answers import AnswerButtons
from bot.middlewares.failures import Failures
from bot.middlewares.identity import Identity
from bot.middlewares.inflight import InFlight
from bot.middlewares.presenting import Presenting
from bot.middlewares.typing import Typing
from bot.tasks import Tasks
from handlers import (
    access,
    change_log,
    checklist_templates,
    communities,
    deliveries,
    digests,
    explaining,
    groups,
    handover,
    inline,
    invitations,
    letters,
    long_screens,
    meetings,
    notes,
    partner_list,
    partners,
    progress,
    questions,
    reminder_answers,
    reminder_settings,
    start,
    tasks,
    undoing,
    unknown,
    user_card,
    users,
)
from handlers.form_router import build_form_router
from handlers.long_screens import LongScreens
from handlers.minutes import routers as minutes
from handlers.minutes.running_summary import RunningSummaries
from handlers.routing import ACTION_FLAG, Subjects
from handlers.services import Services

GATED = ("message", "edited_message", "callback_query", "inline_query", "chosen_inline_result")
"""Observers whose handlers answer to people, and so must declare an action."""


class UndeclaredActionError(Exception):
    """A handler says nothing about who may reach it."""


def build_dispatcher(
    services: Services,
    i18n: I18n,
    conversations: BaseStorage,
    default_language: str,
    in_flight: InFlight,
    tasks: Tasks,
    summary_pause: float,
) -> Dispatcher:
    """The dispatcher with every router of `handlers/`.

    `summary_pause`: seconds between two changes of the message that shows a dictation.

    Raises:
        UndeclaredActionError: when a handler declares no action.
    """
    long_answers = LongScreens()
    # One person's updates are handled one after another: a second tap must find what the first
    # one left, not what it is about to change.
    dispatcher = Dispatcher(
        storage=conversations,
        events_isolation=SimpleEventIsolation(),
        i18n=i18n,
        long_screens=long_answers,
        running_summaries=RunningSummaries(
            services.dictating,
            services.names,
            i18n,
            summary_pause,
            partial(tasks.spawn, name="dictation shown"),
        ),
        **services.by_name(),
    )
    dispatcher.update.outer_middleware(in_flight)
    dispatcher.update.outer_middleware(
        Failures(services.registry, i18n, default_language, long_answers)
    )
    dispatcher.update.outer_middleware(Identity(services.membership, i18n, default_language))
    dispatcher.callback_query.middleware(AnswerButtons())
    for name in GATED:
        dispatcher.observers[name].middleware(Gate(i18n))
    dispatcher.message.middleware(Typing(tasks))
    for name in ("message", "callback_query"):
        dispatcher.observers[name].middleware(Presenting(i18n, long_answers))
    subjects = Subjects(name="subjects")
    subjects.include_routers(*build_routers())
    dispatcher.include_router(subjects)
    _refuse_undeclared(dispatcher)
    return dispatcher


def build_routers() -> list[Router]:
    """Routers in the order in which they are asked; plain text comes last."""
    return [
        start.build_router(),
        access.build_router(),
        communities.build_router(),
        invitations.build_router(),
        users.build_router(),
        user_card.build_router(),
        groups.build_router(),
        partners.build_router(),
        partner_list.build_router(),
        explaining.build_router(),
        inline.build_router(),
        letters.build_router(),
        long_screens.build_router(),
        meetings.build_router(),
        notes.build_router(),
        tasks.build_router(),
        handover.build_router(),
        progress.build_router(),
        reminder_settings.build_router(),
        reminder_answers.build_router(),
        checklist_templates.build_router(),
        digests.build_router(),
        deliveries.build_router(),
        build_form_router(),
        undoing.build_router(),
        change_log.build_router(),
        minutes.build_router(),
        questions.build_router(),
        unknown.build_router(),
    ]


def gated_handlers(router: Router) -> Iterator[tuple[str, HandlerObject]]:
    """Every handler that answers to people, with the name of its observer."""
    for each in router.chain_tail:
        for name in GATED:
            for handler in each.observers[name].handlers:
                yield name, handler


def _refuse_undeclared(dispatcher: Dispatcher) -> None:
    for name, handler in gated_handlers(dispatcher):
        if ACTION_FLAG not in handler.flags:
            raise UndeclaredActionError(f"{name}: {handler.callback.__qualname__}")
