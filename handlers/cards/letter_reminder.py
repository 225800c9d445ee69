"""A word about a letter that nobody has answered."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _

from handlers.cards.reminded import Reminded
from handlers.letters import letters_screen
from handlers.screens import Screen, fill, lines


def letter_reminder_screen(about: Reminded) -> Screen | None:
    """The letter with its buttons; None where the answer came meanwhile."""
    reader = about.reader
    letter = reader.registry.letters.get(about.reminder.subject)
    if letter is None or not letter.awaits_reply:
        return None
    screen = letters_screen([letter], reader)
    title = fill(_("There is no answer to this letter so far:"))
    return Screen(lines([title, screen.text]), screen.buttons)
