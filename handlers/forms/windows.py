"""A flow as aiogram-dialog shows it: one window a step, all alike."""

from __future__ import annotations

import inspect
from operator import itemgetter
from typing import Any

from aiogram.enums import ContentType
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
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
from markupsafe import Markup

from handlers.personal_data import personal_data_text
from handlers.forms.engine import (
    Again,
    Flow,
    Form,
    Question,
    Step,
    dropped,
    name_of,
    on_close,
    on_start,
    question_text,
    too_long,
)
from handlers.screens import Screen, fill, show
from partnership.access import Action
from partnership.personal_data import restricted

ROWS = 8
"""Choices of one page."""


async def open_form(
    flow: Flow, manager: DialogManager, answers: dict[str, Any], **data: Any
) -> None:
    """Ask for what is still open; where nothing is, do at once what the form is for.

    Another form that is open in the chat is dropped, unless nothing had to be asked.
    """
    event = manager.event
    assert isinstance(event, CallbackQuery | Message)
    unfit = _unfit(event.text or "") if isinstance(event, Message) else None
    if unfit is not None:
        await show(event, Screen(unfit))
        return
    form = Form(manager, {"answers": answers} | data)
    state = await _following(flow, form)
    if state is None:
        await show(event, await flow.finish(form))
    else:
        await manager.start(state, data=form.data, mode=StartMode.RESET_STACK)


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
        question = await _ask(self._step, form)
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
        await _chosen(self._flow, self._step, Form(manager), on)

    async def type_in(self, message: Message, _input: Any, manager: DialogManager) -> None:
        """A text."""
        await _typed(self._flow, self._step, Form(manager), message.text or "")

    async def done(self, _query: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        """All is ticked."""
        form = Form(manager)
        await _answer(self._flow, form, form.data.get("ticked", []))

    async def back(self, _query: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        """The step before."""
        await _back(self._flow, Form(manager))

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


async def _ask(step: Step, form: Form) -> Question:
    question = step.ask(form)
    return await question if inspect.isawaitable(question) else question


def _shown(question: Question) -> list[tuple[str, str]]:
    """The choices with a tick before those that are chosen already."""
    return [
        (value, f"✓ {words}" if value in question.chosen else words)
        for value, words in question.choices
    ]


async def _chosen(flow: Flow, step: Step, form: Form, value: str) -> None:
    """A button: one of the choices, or a tick where several may be chosen."""
    question = await _ask(step, form)
    if value not in dict(question.choices):
        return
    if not step.several:
        await _answer(flow, form, value)
    else:
        ticked: list[str] = form.data.setdefault("ticked", [])
        ticked.remove(value) if value in ticked else ticked.append(value)


async def _typed(flow: Flow, step: Step, form: Form, text: str) -> None:
    """A text: read as the answer, or kept beside the question that is asked again."""
    if (refused := _unfit(text)) is not None:
        form.data.update(problem=str(refused), typed=None)
        return
    try:
        value = await _read(step, form, text.strip())
    except Again as again:
        form.data.update(problem=str(again.problem), typed=text)
        return
    await _answer(flow, form, value)


def _unfit(text: str) -> Markup | None:
    """Why a text is not taken whatever the question is."""
    return personal_data_text() if restricted(text) else too_long(text)


async def _read(step: Step, form: Form, text: str) -> Any:
    choices = {words.casefold(): value for value, words in (await _ask(step, form)).choices}
    if text.casefold() in choices and not step.several:
        return choices[text.casefold()]
    if step.read is None:
        raise Again(fill(_("Please choose with a button.")))
    value = step.read(form, text)
    return await value if inspect.isawaitable(value) else value


async def _answer(flow: Flow, form: Form, value: Any) -> None:
    """Keep the answer and go on; after the last one, do what the form is for."""
    form.answers[name_of(form.state)] = value
    form.data.update(problem=None, typed=None)
    await _proceed(flow, form)


async def _following(flow: Flow, form: Form) -> State | None:
    following = flow.following(form)
    return await following if inspect.isawaitable(following) else following


async def _proceed(flow: Flow, form: Form) -> None:
    """Show the step that follows, or finish."""
    state = await _following(flow, form)
    if state is None:
        await form.close(await flow.finish(form))
    else:
        await form.go(state)


async def _back(flow: Flow, form: Form) -> None:
    """The step before; before the first one, what the form was opened from."""
    form.data.update(problem=None, typed=None)
    trail: list[str] = form.data.get("trail", [])
    if not trail:
        await form.close(await flow.leave(form) if flow.leave else dropped())
        return
    name = trail.pop()
    for step in _from(flow, name):
        form.answers.pop(name_of(step.state), None)
    await form.manager.switch_to(_from(flow, name)[0].state)


def _from(flow: Flow, name: str) -> list[Step]:
    """The step of a name and those after it, whose answers depend on it."""
    names = [name_of(step.state) for step in flow.steps]
    return list(flow.steps[names.index(name) :])
