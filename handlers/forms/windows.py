"""A flow as aiogram-dialog shows it: one window a step, all alike."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import (
    Button,
    CurrentPage,
    NextPage,
    PrevPage,
    Row,
    ScrollingGroup,
    Select,
)
from aiogram_dialog.widgets.kbd.select import OnItemClick
from aiogram_dialog.widgets.text import Const, Format

from handlers.forms.engine import (
    Flow,
    Form,
    Question,
    Step,
    dropped,
    name_of,
    on_close,
    on_start,
    question_text,
)
from handlers.forms.turns import answer, ask, back, chosen, typed
from partnership.access import Action

ROWS = 8
"""Choices of one page."""


class FormDialog(Dialog):
    """A dialog that knows what its steps do, for the gate."""

    def __init__(self, flow: Flow, action: Action) -> None:
        super().__init__(
            *(_window(flow, step) for step in flow.steps), on_start=on_start, on_close=on_close
        )
        self.action = action


class _Handlers:
    """What the buttons and texts of one step do."""

    def __init__(self, flow: Flow, step: Step) -> None:
        self._flow = flow
        self._step = step

    async def get(self, dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
        """What the window shows."""
        form = Form(dialog_manager)
        question = await ask(self._step, form)
        return {
            "text": question_text(form, question),
            "choices": _shown(question),
            "paged": len(question.choices) > ROWS * self._step.columns,
            "several": self._step.several,
            "done": _("That is all"),
            "back": _("Back"),
            "drop": _("Cancel"),
            "can_go_back": form.can_go_back or (self._flow.leave and bool(form.answers)),
        }

    async def pick(self, _query: CallbackQuery, _b: Any, manager: DialogManager, on: str) -> None:
        """A choice."""
        await chosen(self._flow, self._step, Form(manager), on)

    async def type_in(self, message: Message, _input: Any, manager: DialogManager) -> None:
        """A text."""
        await typed(self._flow, self._step, Form(manager), message.text or "")

    async def done(self, _query: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        """All is ticked."""
        form = Form(manager)
        await answer(self._flow, form, form.data.get("ticked", []))

    async def back(self, _query: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        """The step before."""
        await back(self._flow, Form(manager))

    async def drop(self, _query: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        """The whole form."""
        await Form(manager).close(dropped())


def _window(flow: Flow, step: Step) -> Window:
    # Ids differ from step to step: a second tap on a button that is gone must answer nothing.
    name, does = name_of(step.state), _Handlers(flow, step)
    return Window(
        Format("{text}"),
        _choices(name, does.pick, step.columns),
        _pager(name),
        Button(Format("{done}"), id=f"{name}_done", on_click=does.done, when="several"),
        Row(
            Button(Format("{back}"), id=f"{name}_back", on_click=does.back, when="can_go_back"),
            Button(Format("{drop}"), id=f"{name}_drop", on_click=does.drop),
        ),
        MessageInput(does.type_in, content_types=[ContentType.TEXT]),
        state=step.state,
        getter=does.get,
    )


def _choices(name: str, pick: OnItemClick[Any, str], columns: int) -> ScrollingGroup:
    choices = Select(
        Format("{item[1]}"),
        id=name,
        item_id_getter=itemgetter(0),
        items="choices",
        on_click=pick,
    )
    return ScrollingGroup(choices, id=f"{name}_pages", width=columns, height=ROWS, hide_pager=True)


def _pager(name: str) -> Row:
    """«‹ 2/5 ›», as in all other lists."""
    pages = f"{name}_pages"
    return Row(
        PrevPage(scroll=pages, text=Const("‹")),
        CurrentPage(scroll=pages, text=Format("{current_page1}/{pages}")),
        NextPage(scroll=pages, text=Const("›")),
        when="paged",
    )


def _shown(question: Question) -> list[tuple[str, str]]:
    """The choices with a tick before those that are chosen already."""
    return [
        (value, f"✓ {words}" if value in question.chosen else words)
        for value, words in question.choices
    ]
