"""The list of partners, by pages and with filters in words: /partners Німеччина побратими."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2s
from typing import TypeVar

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext

from handlers.cards.names import partner_button_name
from handlers.cards.partner import OpenPartner
from handlers.formats import country_name, listed
from handlers.paging import page_buttons, page_of
from handlers.reader import Reader
from handlers.routing import needs, subject_router
from handlers.screens import Alert, Screen, button, fill, lines, show
from handlers.words import stage_word, status_word
from partnership.access import Action
from partnership.language.names import NameIndex
from partnership.language.questions import Reading, understand
from partnership.queries import PartnerFilter, partnerships
from partnership.stages import Stage, Status

T = TypeVar("T")

PAGE = 8
STAGES, STATUSES = tuple(Stage), tuple(Status)


class ListPartners(CallbackData, prefix="pl"):
    """A page of the list under a filter, short enough for a button's 64 bytes."""

    page: int = 0
    country: str = ""
    community: str = ""
    """Mark of a home place, see `mark`."""
    stage: int | None = None
    """Position in `Stage`."""
    status: int | None = None
    area: str = ""


def build_router() -> Router:
    """The router of the list."""
    router = subject_router(
        "partner list", commands=frozenset({"partners"}), buttons=(ListPartners,)
    )
    router.message.register(list_command, Command("partners"), flags=needs(Action.READ))
    router.callback_query.register(turn_page, ListPartners.filter(), flags=needs(Action.READ))
    return router


def mark(slug: str) -> str:
    """A short stand-in for an id that may have 40 characters."""
    return blake2s(slug.encode(), digest_size=4).hexdigest()


async def list_command(
    message: Message, command: CommandObject, reader: Reader, names: NameIndex
) -> None:
    """`/partners`, or `/partners Німеччина` with a filter in words."""
    wanted = filter_in(command.args or "", reader, names)
    if wanted is None:
        text = fill(
            _("I do not know the filter «{words}». For example: {examples}."),
            words=command.args,
            examples=listed(
                ("/partners Німеччина", "/partners Житомир", "/partners культура"), reader.language
            ),
        )
        await show(message, Screen(text, [[button(_("All partners"), ListPartners().pack())]]))
        return
    await show(message, list_screen(wanted, reader))


def filter_in(words: str, reader: Reader, names: NameIndex) -> PartnerFilter | None:
    """The filter that words mean; None where they mean nothing."""
    if not words.strip():
        return PartnerFilter()
    understood = understand(f"партнери {words}", names=names, now=reader.now, zone=reader.zone.key)
    reading = understood.readings[0] if understood.readings else None
    found = _filter_of(reading, reader) if reading else PartnerFilter()
    return found if found != PartnerFilter() else None


def _filter_of(reading: Reading, reader: Reader) -> PartnerFilter:
    places = [reader.registry.places[each.name_id] for each in reading.places]
    homes = [place.id for place in places if place.home]
    others = [place.name.text("uk") for place in places if not place.home]
    own = reader.user.communities[:1] if reading.mine else ()
    return PartnerFilter(
        country=_first(reading.countries),
        community=_first([*homes, *own]),
        stage=_first(reading.stages),
        status=_first(reading.statuses),
        area=_first(reading.areas),
        text=_first(others),
    )


def _first(found: Iterable[T]) -> T | None:
    return next(iter(found), None)


async def turn_page(
    query: CallbackQuery, callback_data: ListPartners, reader: Reader
) -> Alert | None:
    """Another page, or the list under another filter."""
    registry = reader.registry
    wanted = PartnerFilter(
        country=callback_data.country or None,
        community=_marked(callback_data.community, registry.places),
        stage=None if callback_data.stage is None else STAGES[callback_data.stage],
        status=None if callback_data.status is None else STATUSES[callback_data.status],
        area=_marked(callback_data.area, registry.areas),
    )
    await show(query, list_screen(wanted, reader, callback_data.page))
    return None


def _marked(wanted: str, ids: Iterable[str]) -> str | None:
    return next((each for each in ids if mark(each) == wanted), None) if wanted else None


def list_screen(wanted: PartnerFilter, reader: Reader, page: int = 0) -> Screen:
    """A page of the partners that fit, one button each."""
    found = partnerships(reader.registry, wanted)
    shown = page_of(found, page, PAGE)
    count = ngettext("{count} partnership", "{count} partnerships", len(found))
    title = fill("<b>{count}</b>", count=count.format(count=len(found)))
    chosen = _described(wanted, reader)
    text = lines([title, fill(_("Filter: {filter}"), filter=chosen) if chosen else None])
    rows: list[list[InlineKeyboardButton]] = [
        [
            button(
                partner_button_name(each, reader.registry, reader.language),
                OpenPartner(id=each.id).pack(),
            )
        ]
        for each in shown.items
    ]
    turn = page_buttons(shown, lambda number: _packed(wanted, number))
    everything = [button(_("All partners"), ListPartners().pack())] if chosen else []
    return Screen(text, [*rows, turn, everything])


def _packed(wanted: PartnerFilter, page: int) -> str:
    return ListPartners(
        page=page,
        country=wanted.country or "",
        community=mark(wanted.community) if wanted.community else "",
        stage=STAGES.index(wanted.stage) if wanted.stage else None,
        status=STATUSES.index(wanted.status) if wanted.status else None,
        area=mark(wanted.area) if wanted.area else "",
    ).pack()


def _described(wanted: PartnerFilter, reader: Reader) -> str:
    """The filter in words, so that nobody takes a part for the whole."""
    registry, language = reader.registry, reader.language
    parts = [
        country_name(wanted.country, language) if wanted.country else None,
        registry.places[wanted.community].name.text(language) if wanted.community else None,
        stage_word(wanted.stage) if wanted.stage else None,
        status_word(wanted.status) if wanted.status else None,
        registry.areas[wanted.area].name.text(language) if wanted.area else None,
        wanted.text,
    ]
    return ", ".join(part for part in parts if part)
