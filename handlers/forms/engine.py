"""Forms: steps that ask one thing each, kept over a restart, shown by aiogram-dialog.

A flow says which step follows from the answers so far, so the same form serves the person who
fills it in step by step and the one whose line of text lacks a single thing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from aiogram_dialog import DialogManager, ShowMode
from markupsafe import Markup

from handlers.reader import Reader
from handlers.screens import Screen, fill, lines, show

TYPED_LIMIT = 1000
"""Characters of an answer: with its question it must fit into one message."""
ECHO = 300
"""Characters of a text that did not fit which are shown beside the question."""


class FormMark(StatesGroup):
    """Marks a chat in which a form is open: what an update costs elsewhere is one comparison."""

    open = State()


class Again(Exception):
    """What was typed does not fit: the question is asked once more, the text is kept."""

    def __init__(self, problem: Markup) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Question:
    """What a step shows: a text, and answers to choose from as (value, words)."""

    text: Markup
    choices: Sequence[tuple[str, str]] = ()
    chosen: frozenset[str] = frozenset()
    """Values marked with a tick, where several may be chosen."""


class Form:
    """A form, open in this chat or about to be, with what it needs of the update."""

    def __init__(self, manager: DialogManager, data: dict[str, Any] | None = None) -> None:
        self.manager = manager
        self.data: dict[str, Any] = manager.dialog_data if data is None else data
        """Everything that is kept over a restart; plain JSON values."""

    @property
    def reader(self) -> Reader:
        """Who fills it in."""
        reader: Reader = self.manager.middleware_data["reader"]
        return reader

    def service(self, name: str) -> Any:
        """A use case by its name in `handlers.services.Services`."""
        return self.manager.middleware_data[name]

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered so far, by the name of the step."""
        found: dict[str, Any] = self.data.setdefault("answers", {})
        return found

    @property
    def state(self) -> State:
        """The present step."""
        return self.manager.current_context().state

    async def go(self, state: State) -> None:
        """Show another step; «Назад» comes back to this one."""
        if state != self.state:
            self.data.setdefault("trail", []).append(name_of(self.state))
            await self.manager.switch_to(state)

    @property
    def can_go_back(self) -> bool:
        """Whether a step was answered before this one."""
        return bool(self.data.get("trail"))

    async def close(self, screen: Screen) -> None:
        """End the form; its message becomes `screen`, or a new one follows what was typed."""
        event = self.manager.event
        pressed = isinstance(event, CallbackQuery)
        await self.manager.done(show_mode=ShowMode.NO_UPDATE if pressed else ShowMode.AUTO)
        if isinstance(event, CallbackQuery | Message):
            await show(event, screen)


Ask = Callable[[Form], Question | Awaitable[Question]]
Read = Callable[[Form, str], Any]
"""From a typed text to the answer; raises `Again`. May be a coroutine function."""


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a form."""

    state: State
    ask: Ask
    read: Read | None = None
    """None where one only chooses."""
    several: bool = False
    """Whether choices are ticked one by one and then confirmed."""
    columns: int = 1
    """Choices in a row: two where all of them are short."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A form: its steps, what follows from the answers, and what is done at the end."""

    steps: tuple[Step, ...]
    following: Callable[[Form], State | Awaitable[State | None] | None]
    """The next step to ask; None when all is known."""
    finish: Callable[[Form], Awaitable[Screen]]
    leave: Callable[[Form], Awaitable[Screen]] | None = None
    """What is shown for «Назад» at the first step; None: the form is dropped."""


def name_of(state: State) -> str:
    """The name of a step, without that of its form."""
    return (state.state or "").rpartition(":")[2]


async def on_start(start_data: Any, manager: DialogManager) -> None:
    """Take over what the command said, and mark the chat."""
    manager.dialog_data.update(start_data or {})
    state: FSMContext = manager.middleware_data["state"]
    await state.set_data({})
    await state.set_state(FormMark.open)


async def on_close(_result: Any, manager: DialogManager) -> None:
    """Take the mark away."""
    state: FSMContext = manager.middleware_data["state"]
    await state.clear()


def dropped() -> Screen:
    """What is said when a form is given up."""
    return Screen(fill(_("Dropped. Nothing was saved.")))


def question_text(form: Form, question: Question) -> Markup:
    """The question, after what was wrong with the last answer and the answer itself."""
    problem, typed = form.data.get("problem"), form.data.get("typed")
    return lines(
        [
            Markup(problem) if problem else None,
            fill(_("You wrote: <code>{text}</code>"), text=typed[:ECHO])
            if problem and typed
            else None,
            question.text,
        ]
    )


def too_long(text: str) -> Markup | None:
    """What is said of a text that no fact of the registry needs; None where it fits."""
    if len(text) <= TYPED_LIMIT:
        return None
    return fill(
        _("This text is too long: {count} characters, at most {limit}."),
        count=len(text),
        limit=TYPED_LIMIT,
    )
