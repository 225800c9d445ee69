"""Answers about agreements: of one partnership, or all that are recorded."""

from __future__ import annotations

from dataclasses import replace

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.answers.partners import partner_answer
from handlers.cards.history import agreement_title
from handlers.cards.names import pair_name
from handlers.formats import short_date
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from handlers.words import agreement_state_word
from partnership.agreements import Agreement
from partnership.language.questions import Intent, Reading
from partnership.queries import agreements_of, partnerships


async def agreement_answer(reading: Reading, reader: Reader) -> Screen:
    """The agreement of the partner named; where nobody is named all of them, with how many."""
    if reading.places:
        return await partner_answer(replace(reading, intent=Intent.AGREEMENT), reader)
    ours = reader.user.communities if reading.mine else ()
    found = [
        agreement
        for each in partnerships(reader.registry)
        if not ours or each.home in ours
        for agreement in agreements_of(reader.registry, each.id)
    ]
    signed = sum(each.is_signed for each in found)
    count = ngettext("{count} agreement", "{count} agreements", len(found))
    title = fill("<b>{count}</b>", count=count.format(count=len(found)))
    told = fill(_("Signed: {count}"), count=signed)
    return Screen(lines([title, told, *(_line(each, reader) for each in found)]))


def _line(agreement: Agreement, reader: Reader) -> Markup:
    language = reader.language
    pair = pair_name(reader.registry.partnerships[agreement.partnership], reader.registry, language)
    day = agreement.signed_on or agreement.planned_on
    when = f", {short_date(day, language)}" if day else ""
    return fill(
        "• {pair}: {title}, {state}{when}",
        pair=pair,
        title=agreement_title(agreement, language),
        state=agreement_state_word(agreement.state),
        when=when,
    )
