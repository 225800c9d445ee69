"""Action items: put under control, listed, extended, done, closed, passed on."""

from __future__ import annotations

from aiogram import Router

from handlers.routing import Subjects, WaitingRouter, subject_router
from handlers.tasks import adding, listing, offering, task_answers, task_pressing
from handlers.tasks.offering import OfferedTask
from handlers.tasks.task_buttons import TaskButton, TasksPage
from handlers.tasks.task_desk import TaskDesks


def build_router() -> Router:
    """The router of action items: commands and buttons, then the texts that are waited for."""
    commands = subject_router(
        "task commands",
        commands=frozenset({"task", "tasks"}),
        buttons=(TaskButton, TasksPage, OfferedTask),
    )
    answers = WaitingRouter(name="task answers")
    for router in (commands, answers):
        router.message.middleware(TaskDesks())
    commands.callback_query.middleware(TaskDesks())
    for subject in (adding, listing, offering, task_pressing, task_answers):
        subject.register(commands, answers)
    subjects = Subjects(name="tasks")
    subjects.include_routers(commands, answers)
    return subjects
