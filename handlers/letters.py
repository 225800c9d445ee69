"""Letters without an answer: what is known, and the buttons that record what came of them."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.history import letter_text
from handlers.cards.names import pair_name
from handlers.reader import Reader
from handlers.routing import needs, subject_router
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action, may
from partnership.editing import Editing
from partnership.letters import Letter, LetterState

REPLIES = {
    "p": LetterState.REPLIED_POSITIVE,
    "n": LetterState.REPLIED_NEUTRAL,
    "r": LetterState.REPLIED_NEGATIVE,
}


class LetterButton(CallbackData, prefix="let"):
    """What to do with a letter: `reply` asks which, a key of `REPLIES` records, `close` closes."""

    id: str
    what: str


def build_router() -> Router:
    """The router of letters' buttons."""
    router = subject_router("letters", buttons=(LetterButton,))
    router.callback_query.register(
        letter_button, LetterButton.filter(), flags=needs(Action.EDIT_PARTNER)
    )
    return router


def letters_screen(letters: list[Letter], reader: Reader) -> Screen:
    """Letters one after another; buttons for a single one, for those who may."""
    if not letters:
        return Screen(fill(_("No letters recorded yet.")))
    text = Markup("\n\n").join(_with_pair(each, reader) for each in letters)
    rows = _buttons(letters[0], reader) if len(letters) == 1 else []
    return Screen(text, rows)


def _with_pair(letter: Letter, reader: Reader) -> Markup:
    partnership = reader.registry.partnerships[letter.partnership]
    pair = pair_name(partnership, reader.registry, reader.language)
    return lines([fill("{pair}", pair=pair), letter_text(letter, reader.language)])


def _buttons(letter: Letter, reader: Reader) -> list[list[InlineKeyboardButton]]:
    home = reader.registry.partnerships[letter.partnership].home
    if not letter.awaits_reply or not may(reader.user, Action.EDIT_PARTNER, home):
        return []
    return [
        [
            button(_("A reply came"), LetterButton(id=letter.id, what="reply").pack()),
            button(_("Close"), LetterButton(id=letter.id, what="close").pack()),
        ]
    ]


async def letter_button(
    query: CallbackQuery, callback_data: LetterButton, reader: Reader, editing: Editing
) -> None:
    """Record what came of a letter; undone by /undo."""
    letter, what = callback_data.id, callback_data.what
    if what == "reply":
        await show(query, _which_reply(letter))
        return
    if what in REPLIES:
        await editing.record_reply(reader.user, letter, REPLIES[what], reader.today)
    elif what == "close":
        await editing.close_letter(reader.user, letter)
    done = reader.registry.letters[letter]
    note = fill(_("Recorded. It can be taken back for a day: /undo"))
    await show(query, Screen(lines([_with_pair(done, reader), note])))


def _which_reply(letter: str) -> Screen:
    words = {"p": _("Positive"), "n": _("Neutral"), "r": _("Negative")}
    row = [button(word, LetterButton(id=letter, what=key).pack()) for key, word in words.items()]
    return Screen(fill(_("What was the reply? It is recorded as of today.")), [row])
