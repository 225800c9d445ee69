"""One part of minutes changed by a tap; where they are agreed, it is asked why first."""

from __future__ import annotations

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.minutes.asking import ask_reason
from handlers.reader import Reader
from handlers.screens import show
from partnership.minutes.edits import Edit
from partnership.minutes.minutes import Minutes, MinutesState
from partnership.minutes.taking import MinuteTaking


async def change_or_ask(
    query: CallbackQuery,
    minutes: Minutes,
    edit: Edit,
    amended: tuple[str, str],
    reader: Reader,
    taking: MinuteTaking,
    state: FSMContext,
) -> Minutes | None:
    """The changed minutes; None where the reason of an amendment is asked.

    `amended`: the part and its value, by which the edit is found again once the reason is given.
    """
    if minutes.state is MinutesState.AGREED:
        part, value = amended
        await show(query, await ask_reason(minutes, part, value, state))
        return None
    return await taking.change(reader.user, minutes.key, edit)
