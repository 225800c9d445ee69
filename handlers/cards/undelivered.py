"""What a coordinator is told when a reminder did not reach those whom it was for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_times import moment
from handlers.cards.reminded import Reminded
from handlers.cards.reminder_lines import recipient_name, subject_name
from handlers.screens import Screen, fill, lines
from handlers.services import Services
from partnership.reminders.model import Reminder
from partnership.reminders.undelivered import Trouble


async def undelivered_screen(
    facts: Mapping[str, Any], about: Reminded, services: Services
) -> Screen | None:
    """Which reminders, to whom, and why they did not arrive."""
    found = [await services.reminders.reminder(number) for number in facts["reminders"]]
    rows = [await _line(each, about, services) for each in found if each is not None]
    if not rows:
        return None
    title = _titles()[Trouble(facts["trouble"])]
    reason = reason_word(facts["reason"])
    return Screen(lines([fill(title), *rows, fill(_("Reason: {reason}"), reason=reason)]))


def _titles() -> dict[Trouble, str]:
    return {
        Trouble.MISSED: _("Not sent, since it is over by now:"),
        Trouble.FAILED: _("Not delivered:"),
        Trouble.TOPIC_GONE: _("The topic is closed or deleted; sent to the group itself:"),
    }


def reason_word(reason: str) -> str:
    """Why something was not sent, for people; codes of ours become words."""
    return {
        "over": _("the event is over"),
        "topic_gone": _("the topic is closed or deleted"),
        "replanned": _("planned anew"),
        "acknowledged": _("seen"),
        "nothing_to_say": _("not needed any more"),
        "no_text": _("the text could not be made"),
        "moved": _("the group has moved"),
    }.get(reason, reason)


async def _line(reminder: Reminder, about: Reminded, services: Services) -> Markup:
    language = about.reader.language
    return fill(
        "• {what}, {when} → {whom}",
        what=await subject_name(reminder, about.reader, about.calendar),
        when=moment(reminder.wall, language),
        whom=await recipient_name(reminder.recipient, services.membership),
    )
