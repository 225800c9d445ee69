"""/digest: what is sent regularly to a person or a group."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.digest import DigestButton, calls_text
from handlers.cards.event_names import in_sentence
from handlers.formats import clock_time, short_date
from handlers.reader import Reader
from handlers.recipients import recipient_here
from handlers.routing import needs, subject_router
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action
from partnership.membership_records import BoundChat
from partnership.reminders.digests import DigestKind
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
) -> None:
    """`/digest on` is the monthly digest of grant calls; `/digest week on`, `/digest off`."""
    words = (command.args or "").lower().split()
    if not words:
        await show(message, await _overview(reader, bound_chat, preferences))
        return
    kind = next((each for each, known in WORDS.items() if set(known) & set(words)), None)
    on = not set(OFF) & set(words)
    kinds = [kind] if kind is not None else [DigestKind.CALLS]
    if kind is None and not on:
        kinds = list(DigestKind)
    said = [await _switch(each, reader, bound_chat, preferences, on=on) for each in kinds]
    await show(
        message, Screen(said[-1] if kind or on else fill(_("All digests are switched off.")))
    )


async def digest_button(
    query: CallbackQuery,
    callback_data: DigestButton,
    reader: Reader,
    bound_chat: BoundChat | None,
    preferences: Preferences,
) -> None:
    """One digest switched."""
    kind, on = callback_data.kind, callback_data.on
    said = await _switch(kind, reader, bound_chat, preferences, on=on)
    screen = await _overview(reader, bound_chat, preferences)
    await show(query, Screen(lines([said, Markup(), screen.text]), screen.buttons))


async def _switch(
    kind: DigestKind,
    reader: Reader,
    bound: BoundChat | None,
    preferences: Preferences,
    *,
    on: bool,
) -> Markup:
    recipient = recipient_here(reader, bound)
    if not on:
        await preferences.unsubscribe(reader.user, recipient, kind)
        return fill(_("Switched off: {digest}."), digest=in_sentence(_name_with_time(kind)))
    first = await preferences.subscribe(reader.user, recipient, kind)
    text = _("This group is subscribed to: {digest}. The next one comes on {day} at {hour}.")
    if reader.private:
        text = _("You are subscribed to: {digest}. The next one comes on {day} at {hour}.")
    said = fill(text, digest=_subscribed_to(kind), **_when(first, reader))
    return Markup(" ").join([said, calls_text()]) if kind is DigestKind.CALLS else said


def _when(at: datetime, reader: Reader) -> dict[str, str]:
    day = at.astimezone(reader.zone).date()
    return {"day": short_date(day, reader.language), "hour": clock_time(at, reader.zone)}


async def _overview(reader: Reader, bound: BoundChat | None, preferences: Preferences) -> Screen:
    """All digests, with those that come here marked."""
    chosen = await preferences.subscriptions_of(recipient_here(reader, bound))
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
