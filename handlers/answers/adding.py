"""«Додай партнера Ульм» in plain words: what would be added, and the button that begins it."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData
from aiogram.utils.i18n import gettext as _

from handlers.reader import Reader
from handlers.refusals import refusal
from handlers.screens import Screen, button, fill
from partnership.access import Action, may
from partnership.language.questions import Reading
from partnership.language.text import tokens

ROOM = 58
"""Bytes that the prefix leaves of a button's data."""
EXAMPLE = "/addpartner Ульм; Німеччина; Житомир"


class StartAdding(CallbackData, prefix="add"):
    """Begins to add a partner, with what was said of it as a line of /addpartner."""

    line: str = ""


def adding_answer(reading: Reading, reader: Reader) -> Screen:
    """A button that adds the partner, or asks for what was not said."""
    if not may(reader.user, Action.ADD_PARTNER):
        return refusal(reader.user, private=True)
    line = names_in(reading.rest)
    if not line or len(line.encode()) > ROOM:
        text = fill(
            _("A partner is added step by step, or in one line: {example}"), example=EXAMPLE
        )
        return Screen(text, [[button(_("Begin"), StartAdding().pack())]])
    text = fill(_("Add a partner: <b>{line}</b>?"), line=line)
    return Screen(text, [[button(_("Add"), StartAdding(line=line).pack())]])


def names_in(text: str) -> str:
    """The capitalised words of a text as a line: those with only a space between are one name."""
    found: list[str] = []
    end = -1
    for token in tokens(text):
        if not token.capital:
            continue
        between = text[end : token.start] if found else ""
        if between in {" ", "-"}:
            found[-1] += between + token.text
        else:
            found.append(token.text)
        end = token.end
    return "; ".join(found)
