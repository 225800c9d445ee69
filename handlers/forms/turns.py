"""What answers do: they are kept, the next step is shown, and the last one acts."""

from __future__ import annotations

import inspect
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from aiogram_dialog import DialogManager, StartMode
from markupsafe import Markup

from handlers.forms.engine import Again, Flow, Form, Question, Step, dropped, name_of, too_long
from handlers.personal_data import personal_data_text
from handlers.screens import Screen, fill, show
from partnership.personal_data import restricted


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


async def ask(step: Step, form: Form) -> Question:
    question = step.ask(form)
    return await question if inspect.isawaitable(question) else question


async def chosen(flow: Flow, step: Step, form: Form, value: str) -> None:
    """A button: one of the choices, or a tick where several may be chosen."""
    question = await ask(step, form)
    if value not in dict(question.choices):
        return
    if not step.several:
        await answer(flow, form, value)
    else:
        ticked: list[str] = form.data.setdefault("ticked", [])
        ticked.remove(value) if value in ticked else ticked.append(value)


async def typed(flow: Flow, step: Step, form: Form, text: str) -> None:
    """A text: read as the answer, or kept beside the question that is asked again."""
    if (refused := _unfit(text)) is not None:
        form.data.update(problem=str(refused), typed=None)
        return
    try:
        value = await _read(step, form, text.strip())
    except Again as again:
        form.data.update(problem=str(again.problem), typed=text)
        return
    await answer(flow, form, value)


def _unfit(text: str) -> Markup | None:
    """Why a text is not taken whatever the question is."""
    return personal_data_text() if restricted(text) else too_long(text)


async def _read(step: Step, form: Form, text: str) -> Any:
    choices = {words.casefold(): value for value, words in (await ask(step, form)).choices}
    if text.casefold() in choices and not step.several:
        return choices[text.casefold()]
    if step.read is None:
        raise Again(fill(_("Please choose with a button.")))
    value = step.read(form, text)
    return await value if inspect.isawaitable(value) else value


async def answer(flow: Flow, form: Form, value: Any) -> None:
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


async def back(flow: Flow, form: Form) -> None:
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
