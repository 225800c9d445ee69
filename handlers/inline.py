"""Inline mode: a card to share in any chat, by `@bot дорт`."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Bot, Router
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
)
from aiogram.utils.deep_linking import create_start_link
from aiogram.utils.i18n import gettext as _

from handlers.cards.names import pair_name
from handlers.cards.partner import card_text
from handlers.formats import country_name
from handlers.partners import PAYLOAD
from handlers.reader import Reader
from handlers.routing import needs
from handlers.words import stage_word, status_word
from partnership.access import Action
from partnership.finding import partnerships_at
from partnership.language.names import NameIndex, NameKind
from partnership.partnerships import Partnership
from partnership.queries import PartnerFilter, partnerships

RESULTS = 20
"""Telegram takes up to 50; each costs a card."""


def build_router() -> Router:
    """The router of inline mode."""
    router = Router(name="inline")
    router.inline_query.register(share_card, flags=needs(Action.READ))
    return router


async def share_card(query: InlineQuery, bot: Bot, reader: Reader, names: NameIndex) -> None:
    """Cards whose place fits what was typed so far, page by page."""
    start = int(query.offset) if query.offset.isdecimal() else 0
    found = _fitting(query.query, reader, names)
    page = found[start : start + RESULTS]
    following = str(start + RESULTS) if len(found) > start + RESULTS else ""
    await query.answer(
        [await _result(each, bot, reader) for each in page],
        cache_time=5,
        is_personal=True,
        next_offset=following,
    )


def _fitting(typed: str, reader: Reader, names: NameIndex) -> list[Partnership]:
    """By the beginning of a name first, since people see results while they type."""
    typed = typed.strip()
    begun = partnerships(reader.registry, PartnerFilter(text=typed or None))
    if begun or not typed:
        return begun
    places = [each.name_id for each in names.look_up(typed, {NameKind.PLACE})]
    return [each for place in places for each in partnerships_at(place, reader.registry)]


async def _result(partnership: Partnership, bot: Bot, reader: Reader) -> InlineQueryResultArticle:
    card = await replace(reader, private=False).card(partnership.id)
    link = await create_start_link(bot, PAYLOAD + partnership.id)
    stage, status = stage_word(partnership.stage), status_word(partnership.status)
    country = country_name(card.foreign[0].country, reader.language)
    return InlineQueryResultArticle(
        id=partnership.id,
        title=pair_name(partnership, reader.registry, reader.language),
        description=f"{country} · {stage} · {status}",
        input_message_content=InputTextMessageContent(
            message_text=card_text(card, reader.today, reader.language)
        ),
        reply_markup=InlineKeyboardMarkup(
            inline_keyboard=[[InlineKeyboardButton(text=_("Open in the bot"), url=link)]]
        ),
    )
