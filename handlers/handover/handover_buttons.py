"""The buttons of handing over; a token tells those of one handover from those of an older one."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from partnership.handover.party import Party


class Role(StrEnum):
    """Who is asked for."""

    LEAVING = "l"
    SUCCESSOR = "s"


class Deed(StrEnum):
    """What is done with a handover that is shown."""

    GO = "go"
    STOP = "no"
    KEEP_ACCESS = "keep"


class PartyChosen(CallbackData, prefix="hop"):
    """Somebody is chosen for one side."""

    token: str
    role: Role
    who: str


class PartyPage(CallbackData, prefix="hpg"):
    """Another page of those who may be chosen."""

    token: str
    role: Role
    page: int


class HandoverDeed(CallbackData, prefix="hod"):
    """Goes through with it, or leaves it."""

    token: str
    deed: Deed


class TakeAccess(CallbackData, prefix="hta"):
    """Takes away the access of the one who left."""

    handover: str


def key_of(party: Party) -> str:
    """Somebody as a button carries them: `u102`, or `p` and the id of a person."""
    if party.user is not None:
        return f"u{party.user.id}"
    return f"p{party.person.id}" if party.person is not None else ""
