"""From a sentence and its intent to a reading: only the particulars that the intent can use."""

from __future__ import annotations

import re

from partnership.language.dates import When
from partnership.language.names import Match, NameKind
from partnership.language.questions.model import ACTS, Intent, Reading
from partnership.language.questions.moving import when_moved
from partnership.language.questions.sentence import Sentence, Surroundings
from partnership.language.questions.slots import (
    direction_of,
    kinds_of,
    posts_of,
    stages_of,
    statuses_of,
)
from partnership.language.questions.titles import rest_of, searched_in
from partnership.places import HOME_COUNTRY
from partnership.stage_words import read_stage
from partnership.stages import Stage

_ABOUT_DAYS = frozenset(
    {
        Intent.EVENTS,
        Intent.TAKING_PART,
        Intent.TODAY,
        Intent.COUNT,
        Intent.WHEN,
        Intent.DISCUSSED,
        Intent.LETTERS,
        Intent.OPEN_ITEMS,
        Intent.HISTORY,
        Intent.FIND,
    }
)


_STAGE = re.compile(r"\b(?:стаді|етап|фаз|stage|phase)\w*", re.IGNORECASE)
_BY_STAGE = frozenset({Intent.LIST, Intent.COUNT})


def reading_of(sentence: Sentence, intent: Intent, score: int, around: Surroundings) -> Reading:
    """The sentence read with this intent."""
    concepts = sentence.concepts
    when = sentence.when
    if intent is Intent.MOVE:
        when = when_moved(sentence.text, around.read_when)
    return Reading(
        intent=intent,
        score=float(score),
        text=sentence.text,
        places=sentence.of_kind(NameKind.PLACE),
        people=sentence.of_kind(NameKind.PERSON),
        organisations=sentence.of_kind(NameKind.ORGANISATION),
        countries=_countries(sentence),
        areas=_ids(sentence.of_kind(NameKind.AREA)),
        stages=_stages(sentence, intent),
        statuses=statuses_of(intent, concepts),
        event_kinds=kinds_of(intent, concepts),
        posts=posts_of(intent, concepts),
        mine="MINE" in concepts,
        direction=direction_of(intent, concepts),
        when=when,
        period=sentence.period if intent in _ABOUT_DAYS else None,
        rest=_rest(sentence, intent, when),
        unfound=sentence.unfound,
    )


def _stages(sentence: Sentence, intent: Intent) -> tuple[Stage, ...]:
    """Those of the words that stand for one; «на етапі знайомства» names any of them."""
    found = stages_of(intent, sentence.concepts)
    if not found and intent in _BY_STAGE and "STAGE" in sentence.concepts:
        said = _STAGE.search(sentence.text)
        named = read_stage(sentence.text[said.end() :]).stage if said is not None else None
        return (named,) if named is not None else ()
    return found


def _rest(sentence: Sentence, intent: Intent, when: When | None) -> str:
    """For acts and for what is not understood, the text without the date; else the unread words."""
    if intent in ACTS or intent in {Intent.UNKNOWN, Intent.WHO_DOES}:
        return rest_of(intent, sentence.text, when.rest if when is not None else sentence.text)
    if intent is Intent.FIND and not sentence.unread:
        return searched_in(sentence.text, sentence.names)
    return " ".join(sentence.unread)


def _countries(sentence: Sentence) -> tuple[str, ...]:
    """«Українські міста з партнерами в Польщі»: a foreign country leaves the home one out."""
    found = _ids(sentence.of_kind(NameKind.COUNTRY))
    return tuple(one for one in found if one != HOME_COUNTRY) or found


def _ids(matches: tuple[Match, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match.name_id for match in matches))
