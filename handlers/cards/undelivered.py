"""What a coordinator is told when a reminder did not reach those whom it was for."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.event_times import moment
from handlers.cards.reminded import Reminded
from handlers.cards.reminder_lines import recipient_name, subject_name
from handlers.screens import Screen, fill, lines
from handlers.services import Services
from partnership.reminders.model import Reminder
from partnership.reminders.overdue import SUPERSEDED
from partnership.reminders.undelivered import Trouble, thing_of

MOST_LINES = 20
"""Lines of one report: it has to fit into a message."""
MOST_RECIPIENTS = 5


async def undelivered_screen(
    facts: Mapping[str, Any], about: Reminded, services: Services
) -> Screen | None:
    """Which reminders, to whom, and why they did not arrive; a line for each thing."""
    things: dict[Hashable, list[Reminder]] = {}
    for each in await services.reminders.reminders(facts["reminders"]):
        things.setdefault(thing_of(each), []).append(each)
    if not things:
        return None
    shown = list(things.values())[:MOST_LINES]
    rows = [await _line(each, about, services) for each in shown]
    title = _titles()[Trouble(facts["trouble"])]
    reason = fill(_("Reason: {reason}"), reason=reason_word(facts["reason"]))
    return Screen(lines([fill(title), *rows, _more(len(things) - len(shown)), reason]))


def _more(left: int) -> Markup | None:
    if not left:
        return None
    text = ngettext("… and {count} more: /deliveries", "… and {count} more: /deliveries", left)
    return fill(text, count=left)


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
        **_unreachable(),
        "no_answer": _("Telegram did not answer"),
        "unreadable_answer": _("Telegram did not answer"),
        "TelegramServerError": _("trouble at Telegram"),
        "RestartingTelegram": _("trouble at Telegram"),
        "event_cancelled": _("the event was cancelled"),
        "by_hand": _("called off by hand"),
        SUPERSEDED: _("a later reminder of the same was sent instead"),
    }.get(reason, reason)


def _unreachable() -> dict[str, str]:
    """Why a person or a group takes nothing from the bot."""
    return {
        "blocked": _("the bot is blocked"),
        "deactivated": _("the account is deleted"),
        "never_started": _("the person has not opened the chat with the bot yet"),
        "kicked": _("the bot was removed from the group"),
        "not_a_member": _("the bot is not in the group"),
        "chat_deleted": _("the group is deleted"),
        "chat_not_found": _("there is no such chat"),
        "no_right_to_write": _("the bot may not write there"),
    }


async def _line(rows: Sequence[Reminder], about: Reminded, services: Services) -> Markup:
    """One thing: when the last of its reminders was due, and all for whom there were any."""
    last = max(rows, key=lambda each: each.due_at)
    recipients = list(dict.fromkeys(each.recipient for each in rows))
    names = [
        await recipient_name(each, services.membership) for each in recipients[:MOST_RECIPIENTS]
    ]
    whom = ", ".join(names)
    if left := len(recipients) - len(names):
        whom = _("{names} and {count} more").format(names=whom, count=left)
    return fill(
        "• {what}, {when} → {whom}",
        what=await subject_name(last, about.reader, about.calendar),
        when=moment(last.wall, about.reader.language),
        whom=whom,
    )
