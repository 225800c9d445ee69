"""What is done with whole minutes: opened, reviewed, agreed, put under control, sent as files."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import BufferedInputFile, CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.documents.minutes_paper import file_name, minutes_docx, minutes_pdf
from handlers.meetings.states import is_plain_text
from handlers.minutes.asking import MINUTES
from handlers.minutes.minutes_buttons import MinutesButton, MinutesDeed
from handlers.minutes.minutes_screens import back_to, minutes_screen
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, fill, show
from partnership.access import Action, User
from partnership.agreements import Side
from partnership.minutes.agreeing import AGREES
from partnership.minutes.minutes import Minutes, MinutesState, PointKind
from partnership.minutes.missing import missing
from partnership.minutes.taking import MinuteTaking

Deed = Callable[[MinuteTaking, User, Minutes], Awaitable[Minutes]]


class Returning(StatesGroup):
    """The next plain text is why minutes go back to the draft."""

    reason = State()


def register(commands: Router, answers: Router) -> None:
    """Add the buttons of whole minutes."""
    press, read = commands.callback_query.register, needs(Action.READ)
    write = needs(Action.WRITE_MINUTES)
    press(open_minutes, MinutesButton.filter(F.deed == MinutesDeed.OPEN), flags=read)
    files = MinutesButton.filter(F.deed.in_({MinutesDeed.DOCX, MinutesDeed.PDF}))
    press(send_document, files, flags=read)
    press(change_state, MinutesButton.filter(F.deed.in_(set(STATES))), flags=write)
    press(ask_why_returned, MinutesButton.filter(F.deed == MinutesDeed.RETURN), flags=write)
    control = MinutesButton.filter(F.deed == MinutesDeed.CONTROL)
    press(put_under_control, control, flags=needs(Action.MANAGE_STEPS))
    answers.message.register(
        return_written, StateFilter(Returning.reason), is_plain_text, flags=write
    )


async def open_minutes(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> None:
    """The minutes; a draft is brought up to date for those who write it."""
    await state.clear()
    minutes = await minute_taking.minutes(callback_data.id)
    event = await minute_taking.events.event(minutes.event)
    draft = minutes.state is MinutesState.DRAFT
    if draft and event is not None and minute_taking.may_write(reader.user, event):
        minutes = await minute_taking.refresh(reader.user, minutes.key)
    await show(query, await minutes_screen(minutes, reader, minute_taking))


async def send_document(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    office_templates: Path | None,
) -> None:
    """DOCX or PDF; a summary always is in both languages."""
    minutes = await minute_taking.minutes(callback_data.id)
    paper, language = await minute_taking.paper(minutes), reader.language
    make = minutes_docx if callback_data.deed is MinutesDeed.DOCX else minutes_pdf
    extension = "docx" if callback_data.deed is MinutesDeed.DOCX else "pdf"
    content = await make(paper, language, office_templates)
    if isinstance(query.message, Message):
        file = BufferedInputFile(content, file_name(paper, language, extension))
        await query.message.answer_document(file)


async def _submit(taking: MinuteTaking, actor: User, minutes: Minutes) -> Minutes:
    return await taking.submit(actor, minutes.key)


async def _agreed_by_us(taking: MinuteTaking, actor: User, minutes: Minutes) -> Minutes:
    return await taking.agree(actor, minutes.key, Side.HOME)


async def _agreed_by_partner(taking: MinuteTaking, actor: User, minutes: Minutes) -> Minutes:
    return await taking.agree(actor, minutes.key, Side.FOREIGN)


STATES: dict[MinutesDeed, Deed] = {
    MinutesDeed.SUBMIT: _submit,
    MinutesDeed.AGREED_BY_US: _agreed_by_us,
    MinutesDeed.AGREED_BY_PARTNER: _agreed_by_partner,
}


async def change_state(
    query: CallbackQuery, callback_data: MinutesButton, reader: Reader, minute_taking: MinuteTaking
) -> None:
    """To review, or a side agrees; what is still missing is told, and is no obstacle."""
    minutes = await minute_taking.minutes(callback_data.id)
    changed = await STATES[callback_data.deed](minute_taking, reader.user, minutes)
    said = await _told(changed, minute_taking)
    await show(query, await minutes_screen(changed, reader, minute_taking, said))


async def _told(minutes: Minutes, taking: MinuteTaking) -> Markup:
    if minutes.state is MinutesState.AGREED:
        return fill(_("Agreed. From now on it changes by amendments only, each with a reason."))
    if minutes.agreed_by and Side.FOREIGN in AGREES[minutes.form] - set(minutes.agreed_by):
        return fill(_("Agreed by us. The partner’s yes is still awaited."))
    if minutes.agreed_by:
        return fill(_("Agreed by the partner. Our yes is still awaited."))
    lacks = len(missing(await taking.paper(minutes)))
    if not lacks:
        return fill(_("Under review."))
    text = ngettext(
        "Under review; {count} thing is still missing.",
        "Under review; {count} things are still missing.",
        lacks,
    )
    return fill(text, count=lacks)


async def ask_why_returned(
    query: CallbackQuery,
    callback_data: MinutesButton,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> None:
    """Somebody objects: why?"""
    minutes = await minute_taking.minutes(callback_data.id)
    await state.set_state(Returning.reason)
    await state.set_data({MINUTES: minutes.id})
    text = fill(_("Why do they go back to the draft? Write the reason."))
    await show(query, Screen(text, [[back_to(minutes)]]))


async def return_written(
    message: Message, reader: Reader, minute_taking: MinuteTaking, state: FSMContext
) -> None:
    """Back to the draft, with the reason in the log."""
    kept = await state.get_data()
    minutes = await minute_taking.minutes(int(kept.get(MINUTES, 0)))
    back = await minute_taking.return_to_draft(reader.user, minutes.key, message.text or "")
    await state.clear()
    said = fill(_("It is a draft again."))
    await show(message, await minutes_screen(back, reader, minute_taking, said))


async def put_under_control(
    query: CallbackQuery, callback_data: MinutesButton, reader: Reader, minute_taking: MinuteTaking
) -> None:
    """Every action becomes an action item on the list, once."""
    minutes = await minute_taking.minutes(callback_data.id)
    waiting = sum(e.kind is PointKind.ACTION and e.step is None for e in minutes.points)
    controlled = await minute_taking.put_under_control(reader.user, minutes.key)
    text = ngettext(
        "{count} action item is under control now: /tasks",
        "{count} action items are under control now: /tasks",
        waiting,
    )
    said = fill(text, count=waiting)
    await show(query, await minutes_screen(controlled, reader, minute_taking, said))
