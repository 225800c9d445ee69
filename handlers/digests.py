"""/digest: what is sent regularly to a person or a group."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.digest import DigestButton, calls_text
from handlers.cards.event_names import in_sentence
from handlers.formats import clock_time, short_date
from handlers.notes.wording import shown_in
from handlers.reader import Reader
from handlers.recipients import recipient_here
from handlers.routing import needs, subject_router
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action
from partnership.membership_records import BoundChat
from partnership.reminders.digests import DigestKind
from partnership.reminders.model import Recipient
from partnership.reminders.preferences import Preferences

WORDS = {
    DigestKind.WEEK: ("week", "тиждень", "тижня", "щотижня", "план"),
    DigestKind.AGENDA: ("day", "день", "agenda", "дня", "щодня"),
    DigestKind.ITEMS: (
        "items",
        "tasks",
        "доручення",
        "доручень",
        "завдання",
        "overdue",
        "прострочене",
        "прострочені",
        "прострочено",
        "борги",
    ),
    DigestKind.CALLS: ("calls", "конкурси", "конкурсів", "гранти"),
}
OFF = ("off", "вимкнути", "ні", "стоп")


def build_router() -> Router:
    """The router of digests."""
    router = subject_router("digests", commands=frozenset({"digest"}), buttons=(DigestButton,))
    read = needs(Action.READ, once=True)
    router.message.register(digest_command, Command("digest"), flags=read)
    router.callback_query.register(digest_button, DigestButton.filter(), flags=read)
    return router


async def digest_command(
    message: Message,
    command: CommandObject,
    reader: Reader,
    bound_chat: BoundChat | None,
    preferences: Preferences,
    i18n: I18n,
) -> None:
    """`/digest on` is the monthly digest of grant calls; `/digest week on`, `/digest off`."""
    words = set((command.args or "").lower().split())
    here = recipient_here(reader, bound_chat)
    if not words:
        chosen = await preferences.subscriptions_of(here)
        await show(message, shown_in(bound_chat, reader, i18n, lambda _each: _overview(chosen)))
        return
    kind = next((each for each, known in WORDS.items() if words & set(known)), None)
    if kind is None and words & set(OFF):
        for each in DigestKind:
            await preferences.unsubscribe(reader.user, here, each)
        await show(message, shown_in(bound_chat, reader, i18n, _all_off))
        return
    on = not words & set(OFF)
    told = await _switch(kind or DigestKind.CALLS, reader, here, preferences, on=on)
    await show(message, shown_in(bound_chat, reader, i18n, lambda each: Screen(told(each))))


async def digest_button(
    query: CallbackQuery,
    callback_data: DigestButton,
    reader: Reader,
    bound_chat: BoundChat | None,
    preferences: Preferences,
    i18n: I18n,
) -> None:
    """One digest switched."""
    here = recipient_here(reader, bound_chat)
    told = await _switch(callback_data.kind, reader, here, preferences, on=callback_data.on)
    chosen = await preferences.subscriptions_of(here)

    def render(each: Reader) -> Screen:
        overview = _overview(chosen)
        return Screen(lines([told(each), Markup(), overview.text]), overview.buttons)

    await show(query, shown_in(bound_chat, reader, i18n, render))


async def _switch(
    kind: DigestKind, reader: Reader, here: Recipient, preferences: Preferences, *, on: bool
) -> Callable[[Reader], Markup]:
    """Switch a digest; what is said of it, in the language of whoever reads."""
    if on:
        first = await preferences.subscribe(reader.user, here, kind)
        return lambda each: _switched_on(kind, first, each)
    await preferences.unsubscribe(reader.user, here, kind)
    return lambda _each: _switched_off(kind)


def _switched_on(kind: DigestKind, first: datetime, reader: Reader) -> Markup:
    text = _("This group is subscribed to: {digest}. The next one comes on {day} at {hour}.")
    if reader.private:
        text = _("You are subscribed to: {digest}. The next one comes on {day} at {hour}.")
    said = fill(text, digest=_subscribed_to(kind), **_when(first, reader))
    return Markup(" ").join([said, calls_text()]) if kind is DigestKind.CALLS else said


def _switched_off(kind: DigestKind) -> Markup:
    return fill(_("Switched off: {digest}."), digest=in_sentence(_name_with_time(kind)))


def _all_off(_reader: Reader) -> Screen:
    return Screen(fill(_("All digests are switched off.")))


def _when(at: datetime, reader: Reader) -> dict[str, str]:
    day = at.astimezone(reader.zone).date()
    return {"day": short_date(day, reader.language), "hour": clock_time(at, reader.zone)}


def _overview(chosen: Collection[DigestKind]) -> Screen:
    """All digests, with those that come here marked."""
    rows = [
        [
            button(
                f"{'☑' if kind in chosen else '☐'} {_name_with_time(kind)}",
                DigestButton(kind=kind, on=kind not in chosen).pack(),
            )
        ]
        for kind in DigestKind
    ]
    return Screen(fill(_("Which digests should be sent here?")), rows)


def _name_with_time(kind: DigestKind) -> str:
    """Name of a digest as a button, with the time at which it comes."""
    return {
        DigestKind.WEEK: _("Plan of the week (Mondays, 09:00)"),
        DigestKind.AGENDA: _("Plan of the day (daily, 08:00)"),
        DigestKind.ITEMS: _("Action items, open and overdue (Mondays, 09:00)"),
        DigestKind.CALLS: _("Monthly digest of grant calls"),
    }[kind]


def _subscribed_to(kind: DigestKind) -> str:
    """The same after «підписано на», which asks for another case."""
    return {
        DigestKind.WEEK: _("plan of the week (Mondays, 09:00)"),
        DigestKind.AGENDA: _("plan of the day (daily, 08:00)"),
        DigestKind.ITEMS: _("action items, open and overdue (Mondays, 09:00)"),
        DigestKind.CALLS: _("monthly digest of grant calls"),
    }[kind]
