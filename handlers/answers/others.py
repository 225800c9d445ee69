"""Answers that need no registry: courtesies, help, refusals, and what was not understood."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _

from handlers.personal_data import personal_data_text
from handlers.reader import Reader
from handlers.screens import Screen, button, fill
from handlers.start import Help, help_screen
from partnership.language.questions import Intent, Reading


class Suggest(CallbackData, prefix="sg"):
    """A likely reading of a message that was not understood, offered as a button."""

    intent: Intent
    place: str = ""


def greeting(reading: Reading, reader: Reader) -> Screen:
    """Good day."""
    return Screen(
        fill(_("Good day! Ask about a partner in your own words.")),
        [[button(_("What I can do"), Help().pack())]],
    )


def thanks(reading: Reading, reader: Reader) -> Screen:
    """You are welcome."""
    return Screen(fill(_("You are welcome!")))


def help_answer(reading: Reading, reader: Reader) -> Screen:
    """The contents of the help."""
    return help_screen(reader.user, None)


def personal_data_refused(reading: Reading, reader: Reader) -> Screen:
    """Personal documents and restricted information are not kept, and that is said."""
    return Screen(personal_data_text())


def not_understood(offers: tuple[Reading, ...], reader: Reader) -> Screen:
    """Never silence, never a guess: the likeliest readings as buttons, and help."""
    rows = [[_offer(each, reader)] for each in offers if each.intent in intent_names()]
    rows.append([button(_("What I can do"), Help().pack())])
    return Screen(fill(_("I did not quite understand. Did you mean:")), rows)


def _offer(reading: Reading, reader: Reader) -> InlineKeyboardButton:
    place = reading.places[0].name_id if reading.places else ""
    words = intent_names()[reading.intent]
    if place:
        name = reader.registry.places[place].name.text(reader.language)
        words = f"{words}: {name}"
    return button(words, Suggest(intent=reading.intent, place=place).pack())


def intent_names() -> dict[Intent, str]:
    """Readings that can be offered, as the words of a button."""
    return {
        Intent.CARD: _("Card of a partner"),
        Intent.LIST: _("List of partners"),
        Intent.COUNT: _("How many partners"),
        Intent.CONTACT: _("Contacts"),
        Intent.WHO: _("Who is who"),
        Intent.WHEN: _("When"),
        Intent.DISCUSSED: _("What was agreed"),
        Intent.STAGE: _("Stage"),
        Intent.AREAS: _("Areas"),
        Intent.OPEN_ITEMS: _("What is open"),
        Intent.LETTERS: _("Letters"),
        Intent.EVENTS: _("Events"),
        Intent.TODAY: _("Today"),
        Intent.HISTORY: _("History"),
        Intent.AGREEMENT: _("Agreement"),
        Intent.COVERAGE: _("Partners in a country"),
        Intent.DEFINITION: _("What it is"),
    }
