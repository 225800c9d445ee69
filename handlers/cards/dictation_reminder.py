"""The question whether a dictation that nobody ended goes on."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _

from handlers.cards.event_names import event_name
from handlers.cards.reminded import Reminded
from handlers.minutes.dictation_buttons import DictationDeed, pressing
from handlers.screens import Screen, button, fill
from partnership.minutes.dictating import Dictating


async def dictation_screen(about: Reminded, dictating: Dictating) -> Screen | None:
    """The question; None where it was ended meanwhile."""
    wanted = int(about.reminder.subject)
    running = next((each for each in dictating.all_running() if each.id == wanted), None)
    event = await dictating.event(running) if running is not None else None
    if event is None:
        return None
    reader = about.reader
    name = event_name(reader.sees(event), reader.registry, reader.language)
    text = fill(_("I am still writing down: {name}. No point came for three hours."), name=name)
    stop = button(_("End"), pressing(DictationDeed.STOP))
    on = button(_("Go on"), pressing(DictationDeed.GO_ON))
    return Screen(text, [[stop, on]])
