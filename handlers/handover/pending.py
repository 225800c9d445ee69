"""A handover before it is confirmed: who is chosen so far, and who may be meant."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

KEY = "handover"


class HandoverWaiting(StatesGroup):
    """The next plain text is a name; a command ends the waiting by itself."""

    leaving = State()
    successor = State()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """People stand as buttons carry them; empty where nobody is chosen yet."""

    token: str
    leaving: str = ""
    successor: str = ""
    leaving_choices: tuple[str, ...] = ()
    """Those who may be meant by what was written; () offers everybody."""
    successor_choices: tuple[str, ...] = ()


def new_token() -> str:
    """Tells the buttons of this handover from those of an older one."""
    return secrets.token_hex(3)


async def keep(pending: Pending, state: FSMContext) -> None:
    """Remember it; it replaces the one before."""
    await state.update_data({KEY: asdict(pending)})


async def kept(state: FSMContext, token: str | None = None) -> Pending | None:
    """What is pending in this chat; None where it is gone, or is not the one of `token`."""
    plain: dict[str, Any] | None = (await state.get_data()).get(KEY)
    if plain is None or token not in {None, plain["token"]}:
        return None
    choices = {name: tuple(plain[name]) for name in ("leaving_choices", "successor_choices")}
    return Pending(**plain | choices)


async def drop(state: FSMContext) -> None:
    """Forget it, and whatever was waited for."""
    await state.clear()
