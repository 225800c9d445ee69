"""What of a checklist is due today."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import OpenChecklist
from handlers.cards.event_names import event_name, template_word
from handlers.cards.reminded import Reminded
from handlers.formats import short_date
from handlers.screens import Screen, button, fill, lines
from partnership.calendar.times import wall_of, zone_of
from partnership.errors import NotFoundError


async def checklist_screen(about: Reminded) -> Screen | None:
    """The open lines of the day; None where all are done by now."""
    assert about.reminder.occurrence is not None
    language = about.reader.language
    try:
        card = await about.calendar.card(about.user, about.reminder.subject)
    except NotFoundError:
        return None
    day = wall_of(about.reminder.occurrence, zone_of(card.event)).date()
    due = [
        line
        for line in await about.calendar.checklist(card.event.key)
        if line.is_open and line.due_on == day
    ]
    if not due:
        return None
    name = event_name(card.event, about.reader.registry, language)
    title = _("Due on {day}: {name}")
    text = lines(
        [
            fill(title, day=short_date(day, language), name=name),
            *(fill("☐ {text}", text=line.text.text(language)) for line in due),
        ]
    )
    codes = dict.fromkeys(line.template for line in due)
    row = [
        button(template_word(code), OpenChecklist(id=card.event.id, code=code).pack())
        for code in codes
    ]
    return Screen(text, [row])
