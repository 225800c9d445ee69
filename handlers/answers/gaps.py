"""What nobody has recorded of the partnerships: the report of «не внесено»."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.answers.places import partnerships_named, places_named
from handlers.cards.names import pair_name
from handlers.formats import listed
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from handlers.words import missing_word
from partnership.cards import MissingFact
from partnership.language.questions import Reading
from partnership.language.stems import stems
from partnership.partnerships import Partnership
from partnership.queries import partnerships

NAMED = 8
"""Of more partnerships the rest is counted."""

_ASKED: tuple[tuple[str, tuple[MissingFact, ...]], ...] = (
    ("координатор coordinator", (MissingFact.HOME_COORDINATOR, MissingFact.FOREIGN_COORDINATOR)),
    ("контакт contact", (MissingFact.HOME_COORDINATOR, MissingFact.FOREIGN_COORDINATOR)),
    ("відповідальний responsible", (MissingFact.HOME_COORDINATOR,)),
    ("напрям напрямок сфера тема area topic", (MissingFact.AREAS,)),
    ("угода документ договір agreement document", (MissingFact.DOCUMENT,)),
    ("відповідь reply answer", (MissingFact.REPLY,)),
    ("результат підсумок outcome result", (MissingFact.OUTCOME,)),
    ("початок start", (MissingFact.SINCE,)),
    ("дата date", (MissingFact.EVENT_DATE, MissingFact.AS_OF)),
)


async def gaps_answer(reading: Reading, reader: Reader) -> Screen:
    """For each fact the partnerships of which it is not recorded."""
    asked = set(_facts_asked(reading.text)) or set(MissingFact)
    without: dict[MissingFact, list[Partnership]] = {}
    meant = _meant(reading, reader)
    for each in meant:
        for fact in (await reader.card(each.id)).missing:
            if fact in asked:
                without.setdefault(fact, []).append(each)
    title = fill("<b>{title}</b>", title=_("Not recorded"))
    if not without:
        return Screen(lines([title, fill(_("Nothing of this is missing."))]))
    rows = [_row(fact, without[fact], reader) for fact in MissingFact if fact in without]
    return Screen(lines([title, *rows]))


def _facts_asked(text: str) -> Iterable[MissingFact]:
    said = set(stems(text))
    for words, facts in _ASKED:
        if said & set(stems(words)):
            yield from facts


def _meant(reading: Reading, reader: Reader) -> Iterable[Partnership]:
    """Those of the places named, else «ours» where the question says so, else all."""
    named = places_named(reading, reader).sure
    if named:
        return partnerships_named(named, reader)
    everything = partnerships(reader.registry)
    ours = reader.user.communities if reading.mine else ()
    return [each for each in everything if not ours or each.home in ours]


def _row(fact: MissingFact, found: list[Partnership], reader: Reader) -> Markup:
    names = [pair_name(each, reader.registry, reader.language) for each in found[:NAMED]]
    more = len(found) - NAMED
    if more > 0:
        names.append(_("{count} more").format(count=more))
    text = missing_word(fact)
    return fill(
        "• {fact} — {names}",
        fact=text[:1].upper() + text[1:],
        names=listed(names, reader.language),
    )
