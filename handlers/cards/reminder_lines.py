"""Reminders in lists: about what, to whom, why."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _

from handlers.cards.event_names import event_name
from handlers.reader import Reader
from partnership.calendar.calendar import Calendar
from partnership.membership import Membership
from partnership.reminders import rules
from partnership.reminders.digests import DigestKind
from partnership.reminders.model import Recipient, RecipientKind, Reminder, SubjectKind
from partnership.reminders.offsets import Offset
from partnership.tasks.telling import TaskNews


async def recipient_name(recipient: Recipient, membership: Membership) -> str:
    """A person by name, a group by its title."""
    if recipient.kind is RecipientKind.USER:
        return (await membership.who(recipient.id)).name or str(recipient.id)
    bound = membership.groups.chat_of(recipient.id, recipient.thread)
    return _("group «{title}»").format(title=bound.title if bound else recipient.id)


async def subject_name(reminder: Reminder, reader: Reader, calendar: Calendar) -> str:
    """What a reminder is about."""
    if reminder.subject_kind in {SubjectKind.EVENT, SubjectKind.CHECKLIST}:
        event = await calendar.store.event(reminder.subject)
        if event is not None:
            return event_name(event, reader.registry, reader.language)
    if reminder.subject_kind is SubjectKind.STEP:
        step = await calendar.store.step(reminder.subject)
        if step is not None:
            return step.what.text(reader.language)
    if reminder.subject_kind is SubjectKind.LETTER:
        return reader.registry.letters[reminder.subject].subject.text(reader.language)
    if reminder.subject_kind is SubjectKind.DIGEST:
        return digest_name(DigestKind(reminder.subject))
    if reminder.subject_kind is SubjectKind.ANNOUNCEMENT:
        return _("announcement")
    return reminder.subject


def digest_name(kind: DigestKind) -> str:
    """What a digest is called."""
    return {
        DigestKind.WEEK: _("Plan of the week"),
        DigestKind.AGENDA: _("Plan of the day"),
        DigestKind.ITEMS: _("Action items: open and overdue"),
        DigestKind.CALLS: _("Monthly digest of grant calls"),
    }[kind]


def offset_word(offset: Offset) -> str:
    """«за 7 дн.», «за 60 хв», «у той самий день»."""
    if offset.minutes:
        return _("{count} min before").format(count=offset.minutes)
    return _("{count} d before").format(count=offset.days) if offset.days else _("on the day")


def rule_word(rule: str) -> str:
    """Why it is sent; empty where what is sent says it itself."""
    known = {
        rules.IMMEDIATE: _("at once"),
        rules.DAY_PROGRAMME: _("programme of the day"),
        rules.SUMMARY_SOON: _("results"),
        rules.SUMMARY_NEXT_DAY: _("results, next morning"),
        **dict.fromkeys((rules.MINUTES_NEXT_DAY, rules.MINUTES_LATE), _("no minutes yet")),
        rules.OUTCOME_SOON: _("outcome"),
        rules.OUTCOME_NEXT_DAY: _("outcome, next morning"),
        rules.MISSING_LINK: _("link is missing"),
        rules.CHECKLIST: _("checklist"),
        rules.STEP_OUTCOME: _("outcome"),
        **dict.fromkeys(rules.STEP_OVERDUE, _("overdue")),
        **dict.fromkeys((news.value for news in TaskNews), _("action item")),
    }
    if rules.is_snooze(rule):
        return _("put off")
    if rule.startswith(rules.ESCALATION):
        return _("to the deputy")
    subject, _colon, offset = rule.partition(":")
    if rule not in known and subject in {"event", "step"}:
        return offset_word(Offset.parse(offset))
    return _("no reply") if subject == "letter" else known.get(rule, "")
