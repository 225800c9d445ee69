"""A reminder as a message, in the language of whoever gets it; found out when it is sent."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import replace
from typing import Protocol

from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.announcement import announcement_screen
from handlers.cards.checklist_reminder import checklist_screen
from handlers.cards.dictation_reminder import dictation_screen
from handlers.cards.digest import digest_screen
from handlers.cards.event_reminder import event_reminder_screen
from handlers.cards.event_times import moment
from handlers.cards.letter_reminder import letter_reminder_screen
from handlers.cards.reminded import Reminded
from handlers.cards.step_reminder import step_screen
from handlers.charts.chart import side_by_side
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from handlers.services import Services
from partnership.access import User
from partnership.membership_records import ChatLanguage
from partnership.reminders.announcements import Announcement
from partnership.reminders.model import Recipient, RecipientKind, Reminder, SubjectKind

BETWEEN = Markup("\n\n")
"""Between the two languages of a message in both."""


class Announcements(Protocol):
    """Where announcements are kept."""

    def announcement(self, number: int) -> Awaitable[Announcement | None]: ...


class ReminderTexts:
    """Fulfils `bot.delivery.composing.Render`."""

    def __init__(self, services: Services, announcements: Announcements, i18n: I18n) -> None:
        self._services = services
        self._announcements = announcements
        self._i18n = i18n

    async def __call__(self, reminder: Reminder, *, late: bool) -> Screen | None:
        """The message; None where there is nothing to say any more."""
        user = await self._user(reminder.recipient)
        screens = []
        for language in self._languages(reminder.recipient, user):
            with self._i18n.context(), self._i18n.use_locale(language):
                screen = await self._screen(reminder, user, language)
                if screen is None:
                    return None
                screens.append(_with_lateness(screen, reminder, language) if late else screen)
        text = BETWEEN.join(screen.text for screen in screens)
        chart = side_by_side(screen.chart for screen in screens)
        return Screen(text, screens[0].buttons, chart)

    async def _user(self, recipient: Recipient) -> User | None:
        if recipient.kind is RecipientKind.CHAT:
            return None
        return await self._services.membership.who(recipient.id)

    def _languages(self, recipient: Recipient, user: User | None) -> tuple[str, ...]:
        """A person's own; a group has one or both."""
        default = self._i18n.default_locale
        if user is not None:
            return (user.language or default,)
        bound = self._services.membership.groups.chat_of(recipient.id, recipient.thread)
        if bound is None:
            return (default,)
        if bound.language is ChatLanguage.BOTH:
            return (ChatLanguage.UK.value, ChatLanguage.EN.value)
        return (bound.language.value,)

    async def _screen(self, reminder: Reminder, user: User | None, language: str) -> Screen | None:
        services = self._services
        reader = Reader(
            user=user or User(id=0),
            language=language,
            now=services.clock.now(),
            zone=services.zone,
            registry=services.registry,
            overview=services.overview,
            private=user is not None,
        )
        about = Reminded(reminder, user, reader, services.calendar)
        match reminder.subject_kind:
            case SubjectKind.EVENT:
                return await event_reminder_screen(about, services.minute_taking)
            case SubjectKind.CHECKLIST:
                return await checklist_screen(about)
            case SubjectKind.STEP:
                return await step_screen(about)
            case SubjectKind.LETTER:
                return letter_reminder_screen(about)
            case SubjectKind.DIGEST:
                return await digest_screen(about, services.membership, services.progress)
            case SubjectKind.ANNOUNCEMENT:
                found = await self._announcements.announcement(int(reminder.subject))
                return await announcement_screen(found, about, services) if found else None
            case SubjectKind.DICTATION:
                return await dictation_screen(about, services.dictating)


def _with_lateness(screen: Screen, reminder: Reminder, language: str) -> Screen:
    """Says first when it should have come."""
    due = moment(reminder.wall, language)
    said = fill(_("<i>Late: this was due on {due}.</i>"), due=due)
    return replace(screen, text=lines([said, screen.text]))
