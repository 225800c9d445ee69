"""/progress: how far action items have come, of a partner, a community, or all of them."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.answers.places import partnerships_named, places_named
from handlers.cards.progress import progress_screen
from handlers.cards.progress_button import ProgressOf
from handlers.desk import Desk
from handlers.findings import not_in_registry
from handlers.reader import Reader
from handlers.routing import needs, subject_router
from handlers.screens import Alert, Screen, button, fill, show
from partnership.access import Action
from partnership.finding import Found, Several, find_partner, partnerships_at
from partnership.language.names import NameIndex
from partnership.language.questions import Reading
from partnership.language.stems import stems
from partnership.membership_records import BoundChat
from partnership.notes.scope import Scope, scope_of
from partnership.places import Place
from partnership.progress_reports import ProgressReports

ALL = "усі всі все all"


def build_router() -> Router:
    """The router of progress."""
    router = subject_router("progress", commands=frozenset({"progress"}), buttons=(ProgressOf,))
    read = needs(Action.READ)
    router.message.register(progress_command, Command("progress"), flags=read)
    router.callback_query.register(progress_button, ProgressOf.filter(), flags=read)
    return router


async def progress_command(
    message: Message,
    command: CommandObject,
    reader: Reader,
    names: NameIndex,
    progress: ProgressReports,
    bound_chat: BoundChat | None,
) -> None:
    """`/progress`, `/progress Бурж`, `/progress Коростень`, `/progress усі`."""
    words = (command.args or "").strip()
    own = reader.user.communities
    if not words or set(stems(words)) & set(stems(ALL)):
        wanted = None if words else progress.scope_of(own)
        await show(message, await report_screen(wanted, reader, progress, bound_chat))
        return
    match find_partner(words, reader.registry, names, own):
        case Found(place, found, _remark):
            scope = scope_of_place(place, (each.id for each in found))
            await show(message, await report_screen(scope, reader, progress, bound_chat))
        case Several(places):
            await show(message, which_screen(places, reader))
        case _:
            await show(message, not_in_registry(words, reader))


async def progress_button(
    query: CallbackQuery,
    callback_data: ProgressOf,
    reader: Reader,
    progress: ProgressReports,
    bound_chat: BoundChat | None,
) -> Alert | None:
    """Of a partnership, of one of several places, or of one's own."""
    registry, own = reader.registry, reader.user.communities
    pair, place = callback_data.partnership, registry.places.get(callback_data.place)
    if place is not None:
        found = partnerships_at(place.id, registry, own)
        scope: Scope | None = scope_of_place(place, (each.id for each in found))
    elif pair in registry.partnerships:
        scope = Scope(frozenset({pair}), frozenset())
    elif pair or callback_data.place:
        return Alert(_("This button is out of date."))
    else:
        scope = progress.scope_of(own)
    await show(query, await report_screen(scope, reader, progress, bound_chat))
    return None


async def progress_asked(reading: Reading, desk: Desk) -> Screen | None:
    """«Яка частка виконаних доручень по Буржу?»: of the partners named, else of one's own."""
    assert desk.progress is not None
    reader, named = desk.reader, places_named(reading, desk.reader)
    if named.doubtful:
        return which_screen(named.doubtful, reader)
    scope = desk.progress.scope_of(reader.user.communities)
    if named.sure:
        pairs = partnerships_named(named.sure, reader)
        homes = frozenset(each.id for each in named.sure if each.home)
        between = any(not each.home for each in named.sure)
        scope = Scope(frozenset(e.id for e in pairs), frozenset() if between else homes)
    elif reading.unfound:
        return not_in_registry(" ".join(reading.unfound), reader)
    bound = desk.notepad.bound if desk.notepad is not None else None
    return await report_screen(scope, reader, desk.progress, bound)


async def report_screen(
    wanted: Scope | None, reader: Reader, progress: ProgressReports, bound: BoundChat | None
) -> Screen:
    """The report; a bound group sees no more than what it is bound to."""
    scope, here = wanted, scope_of(bound, reader.registry)
    if here is not None:
        scope = here if wanted is None else wanted.within(here)
    if scope is not None and scope.is_empty:
        return Screen(
            fill(
                _("In this group only its own action items are shown. Ask about others in private.")
            )
        )
    return progress_screen(await progress.report(scope), scope, reader)


def scope_of_place(place: Place, partnerships: Iterable[str]) -> Scope:
    """The partnerships at a place; with those of a community also what it does without them."""
    return Scope(frozenset(partnerships), frozenset({place.id}) if place.home else frozenset())


def which_screen(places: Iterable[Place], reader: Reader) -> Screen:
    """A button for each place that may be meant."""
    rows = [
        [button(each.name.text(reader.language), ProgressOf(place=each.id).pack())]
        for each in places
    ]
    return Screen(fill(_("Which one do you mean?")), rows)
