"""A message of an official turned into readings: what is asked, about whom, for when."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from partnership.language.names import Match, NameIndex, NameKind
from partnership.language.questions.filling import reading_of
from partnership.language.questions.model import (
    ACTS,
    COURTESIES,
    Intent,
    Reading,
    Understanding,
)
from partnership.language.questions.retyping import retyped
from partnership.language.questions.rules import SURE, intents_of
from partnership.language.questions.sentence import (
    Sentence,
    Surroundings,
    read_sentence,
    speaking_of,
)
from partnership.language.questions.splitting import clauses_of, halves_of, sentences_of
from partnership.personal_data import restricted

OFFERS = 3
_CLEAR = 70
"""The score of a reading that rests on its own words and not on a name alone."""
_ZONE = "Europe/Kyiv"
_OF_TIME = re.compile(r"час|time", re.IGNORECASE)
_ABOUT_A_PARTNER = frozenset(
    {
        Intent.CARD,
        Intent.CONTACT,
        Intent.WHO,
        Intent.WHEN,
        Intent.DISCUSSED,
        Intent.STAGE,
        Intent.AREAS,
        Intent.LETTERS,
        Intent.AGREEMENT,
        Intent.HISTORY,
        Intent.CHECKLIST,
        Intent.CANCEL,
        Intent.MOVE,
    }
)
_UNDIVIDED = frozenset({Intent.NOTE, Intent.FIND, Intent.ADD_PARTNER, Intent.HAND_OVER})
"""A note may hold questions, a search its filters, a new partner is «Ульм; Німеччина; Житомир»."""
_USUAL_QUESTIONS = (Intent.LIST, Intent.TODAY, Intent.HELP)


def understand(
    text: str,
    *,
    names: NameIndex,
    now: datetime,
    zone: str = _ZONE,
    partner_zone_of: Callable[[str], str | None] | None = None,
) -> Understanding:
    """Read a message: one reading for each question in it, and what to offer where none is sure.

    `now` is aware; `zone` is where the writer's wall clock hangs; `partner_zone_of` gives the
    zone of a place by its id, for «за їхнім часом». Nothing here raises for any text.
    """
    if restricted(text) is not None:
        return Understanding((_refusal(),))
    typed = retyped(text)
    around = Surroundings(names, now, zone, _zones_of(typed, names, partner_zone_of))
    readings = _without_courtesies(_readings(typed, around))
    if any(one.intent is Intent.REFUSE_PERSONAL_DATA for one in readings):
        return Understanding((_refusal(),))
    unsure = next((one for one in readings if one.intent is Intent.UNKNOWN), None)
    return Understanding(tuple(readings), _offers(unsure, around) if unsure else ())


def _readings(text: str, around: Surroundings) -> list[Reading]:
    """The readings of all questions; a note stays whole, whatever stands in it."""
    whole = _read(text, around)
    pair = _two_in_one(whole, around)
    if pair is not None:
        return list(pair)
    clauses = [clause for sentence in sentences_of(text) for clause in clauses_of(sentence)]
    if whole.intent in _UNDIVIDED or len(clauses) < 2:
        return [whole]
    parts = _read_in_turn(clauses, around)
    sure = [part for part in parts if part.intent is not Intent.UNKNOWN]
    if len(sure) == len(parts):
        return _each_once(sure)
    telling = _without_courtesies(sure)
    one_thing = len(telling) <= 1 and whole.intent is not Intent.UNKNOWN
    return [whole] if one_thing or not telling else _each_once(telling)


def _each_once(readings: list[Reading]) -> list[Reading]:
    """«Хто такий Таран і де він працює?» gets one answer."""
    kept: dict[Reading, Reading] = {}
    for one in readings:
        kept.setdefault(replace(one, text="", rest="", score=0.0, unfound=()), one)
    return list(kept.values())


def _two_in_one(whole: Reading, around: Surroundings) -> tuple[Reading, Reading] | None:
    """«Партнери Житомира та контакти Венло»: two full questions, each with a name."""
    if whole.intent in ACTS or len(whole.places) + len(whole.people) < 2:
        return None
    for halves in halves_of(whole.text):
        first, second = (_read(half, around) for half in halves)
        both = (first, second)
        if _asks(first) != _asks(second) and all(map(_stands_alone, both)):
            return both
    return None


def _asks(reading: Reading) -> tuple[object, ...]:
    return reading.intent, reading.posts


def _stands_alone(reading: Reading) -> bool:
    named = reading.places or reading.people
    return bool(named) and reading.score >= _CLEAR and reading.intent not in ACTS


def _read_in_turn(clauses: list[str], around: Surroundings) -> list[Reading]:
    """Each clause by itself; one without a name speaks of whom or what was named before it."""
    readings: list[Reading] = []
    named: tuple[Match, ...] = ()
    for clause in clauses:
        reading = _read(clause, around, named)
        named = reading.places or reading.people or named
        readings.append(reading)
    return readings


def _read(text: str, around: Surroundings, before: tuple[Match, ...] = ()) -> Reading:
    sentence = read_sentence(text, around)
    if before and not sentence.names:
        carried = speaking_of(sentence, before)
        intent, score = _best(carried)
        if intent in _ABOUT_A_PARTNER:
            return reading_of(carried, intent, score, around)
    return reading_of(sentence, *_best(sentence), around)


def _best(sentence: Sentence) -> tuple[Intent, int]:
    intent, score = next(iter(intents_of(sentence.concepts)), (Intent.UNKNOWN, 0))
    return (intent, score) if score >= SURE else (Intent.UNKNOWN, 0)


def _without_courtesies(readings: list[Reading]) -> list[Reading]:
    """«Доброго дня! Хто мер Венло?» asks one thing."""
    telling = [one for one in readings if one.intent not in COURTESIES]
    return telling or readings[:1]


def _offers(unsure: Reading, around: Surroundings) -> tuple[Reading, ...]:
    """The likeliest readings of what was not understood, else what people usually ask."""
    sentence = read_sentence(unsure.text, around)
    likely = [
        reading_of(sentence, intent, score, around)
        for intent, score in intents_of(sentence.concepts)
    ]
    usual = [Reading(intent=one, score=0.0, text="") for one in _USUAL_QUESTIONS]
    return tuple((likely + usual)[:OFFERS])


def _refusal() -> Reading:
    """Restricted data are not read any further than to refuse them."""
    return Reading(intent=Intent.REFUSE_PERSONAL_DATA, score=100.0, text="")


def _zones_of(
    text: str, names: NameIndex, partner_zone_of: Callable[[str], str | None] | None
) -> Mapping[str, str]:
    """Zones of the places that are named, where the message speaks of anybody's time."""
    if partner_zone_of is None or not _OF_TIME.search(text):
        return MappingProxyType({})
    places = names.find(text, kinds={NameKind.PLACE})
    zones = {match.found: partner_zone_of(match.name_id) for match in places}
    return {name: zone for name, zone in zones.items() if zone is not None}
