"""One question of a message: its words, the names and times in it, and what it all points to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from partnership.language.dates import Expectation, Period, Precision, When, read_when
from partnership.language.names import Match, NameIndex, NameKind
from partnership.language.questions.belief import believed, only_slips
from partnership.language.questions.lexicon import (
    Concepts,
    concepts_of,
    concepts_of_phrases,
    is_small_word,
)
from partnership.language.questions.periods import period_asked
from partnership.language.questions.plurals import names_several_events
from partnership.language.questions.rules import derived
from partnership.language.text import Token, plain_dashes, tokens
from partnership.language.text import words as word_list
from partnership.places import HOME_COUNTRY

SHORT_LENGTH = 2
_COLON = re.compile(r":(?!\d)")
_NOTE_WITHIN = 2
_UNREAD_LIMIT = 2
_NOUN_OF_VERB = {"TRAVEL": "VISIT", "MEETUP": "MEETING"}
"""«Їдемо до Венло» is a visit, «їдемо додому» is not."""
_FACT_OF_KIND = {
    NameKind.PLACE: "PLACE",
    NameKind.PERSON: "PERSON",
    NameKind.ORGANISATION: "ORGANISATION",
    NameKind.COUNTRY: "COUNTRY",
    NameKind.AREA: "AREA",
}
_NAMED = frozenset({"PLACE", "PERSON", "ORGANISATION", "COUNTRY"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A question with all that was found in it. `concepts` includes the facts about the whole."""

    text: str
    words: tuple[str, ...]
    names: tuple[Match, ...]
    when: When | None
    period: Period | None
    concepts: Concepts
    unread: tuple[str, ...]
    """Words that say nothing to the bot, as they were typed."""
    unfound: tuple[str, ...]
    """Those of them that look like a name."""

    def of_kind(self, kind: NameKind) -> tuple[Match, ...]:
        """The names of one kind, best first."""
        return tuple(match for match in self.names if match.kind is kind)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sentence is read against: the names, this moment, and where the clock hangs."""

    names: NameIndex
    now: datetime
    zone: str
    partner_zones: Mapping[str, str]

    def read_when(self, text: str) -> When | None:
        """The time a text speaks of."""
        return read_when(text, now=self.now, zone=self.zone, partner_zones=self.partner_zones)

    def read_date(self, text: str) -> When | None:
        """The bare date after a dash: «строк — п’ятниця»."""
        before, dash, after = plain_dashes(text).rpartition(" - ")
        if not dash:
            return None
        when = read_when(after, now=self.now, zone=self.zone, expect=Expectation.DATE)
        return replace(when, rest=before) if when is not None else None


def read_sentence(text: str, around: Surroundings) -> Sentence:
    """Find the names, times and concepts in a question."""
    row = tokens(text)
    names = believed(around.names.find(text), row)
    period = period_asked(text, now=around.now, zone=around.zone)
    words = tuple(token.word for token in row)
    concepts = _said(row, names)
    if not concepts and only_slips(names) and len(row) > SHORT_LENGTH:
        names = ()
    when = around.read_when(text)
    if when is None and "DEADLINE" in concepts:
        when = around.read_date(text)
    free = [token for token in row if not _inside(token, names)]
    _settle_notes(concepts, words)
    if names_several_events(words):
        concepts.add("PLURAL")
    unread = [token for token in free if not _is_read(token)]
    concepts |= _facts(text, row, len(unread), names) | _times(when, period, around.now)
    if not _NAMED.isdisjoint(concepts):
        concepts |= {noun for verb, noun in _NOUN_OF_VERB.items() if verb in concepts}
    concepts |= {concept for concept, sources in derived() if not sources.isdisjoint(concepts)}
    left = frozenset(word_list(when.rest if when is not None else text))
    unread = [token for token in unread if token.word in left]
    return Sentence(
        text=text,
        words=words,
        names=names,
        when=when,
        period=period,
        concepts=frozenset(concepts),
        unread=tuple(token.text for token in unread),
        unfound=tuple(token.text for token in unread if _looks_like_a_name(token, len(row))),
    )


def _said(row: Sequence[Token], names: Iterable[Match]) -> set[str]:
    """The concepts of the words that are no names, and of set phrases."""
    concepts = set(concepts_of_phrases([token.word for token in row]))
    for token in row:
        if not _inside(token, names):
            concepts |= concepts_of(token.word)
    return concepts


def speaking_of(sentence: Sentence, places: tuple[Match, ...]) -> Sentence:
    """The sentence as if it named the places that were named before it."""
    return replace(sentence, names=places, concepts=sentence.concepts | {"PLACE", "NAMED"})


def _settle_notes(concepts: set[str], words: Sequence[str]) -> None:
    """«Нотатка …» at the start is one to write; further on it is one that was written."""
    if "NOTE_NOUN" in concepts:
        opening = words[:_NOTE_WITHIN]
        starts = any("NOTE_NOUN" in concepts_of(word) for word in opening)
        concepts.add("NOTE" if starts else "MINUTES")


def _facts(
    text: str,
    row: Sequence[Token],
    unread: int,
    names: Iterable[Match],
) -> set[str]:
    kinds = {match.kind for match in names}
    facts = {_FACT_OF_KIND[kind] for kind in kinds}
    if len({match.start for match in names if match.kind is NameKind.PLACE}) > 1:
        facts.add("PLACES")
    if {match.name_id for match in names if match.kind is NameKind.COUNTRY} == {HOME_COUNTRY}:
        facts.add("AT_HOME")
    if "?" in text:
        facts.add("ASKED")
    if len(row) <= SHORT_LENGTH:
        facts.add("SHORT")
    if kinds and all(_inside(token, names) for token in row):
        facts.add("ALONE")
    if _COLON.search(text):
        facts.add("COLON")
    if unread:
        facts.add("UNREAD_WORD")
    if unread > _UNREAD_LIMIT:
        facts.add("UNREAD")
    return facts


def _is_read(token: Token) -> bool:
    return is_small_word(token.word) or bool(concepts_of(token.word))


def _looks_like_a_name(token: Token, length: int) -> bool:
    """A capital letter tells nothing at the start of a sentence, unless the name stands alone."""
    return token.capital and (not token.opens or length <= SHORT_LENGTH)


def _times(when: When | None, period: Period | None, now: datetime) -> set[str]:
    facts: set[str] = set()
    if period is not None:
        facts.add("PERIOD")
    if when is None:
        return facts
    if when.precision is Precision.DAY:
        facts.add("DATE")
    if not when.all_day:
        facts.add("TIME")
    if day_of(when.start) >= now.date():
        facts.add("AHEAD")
    return facts


def day_of(moment: date | datetime) -> date:
    """The day of a moment, or the day itself."""
    return moment.date() if isinstance(moment, datetime) else moment


def _inside(token: Token, names: Iterable[Match]) -> bool:
    return any(match.start <= token.start < match.end for match in names)
