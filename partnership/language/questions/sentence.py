"""One question of a message: its words, the names and times in it, and what it all points to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from partnership.language.dates import Expectation, Period, When, read_when
from partnership.language.names import Match, NameIndex, NameKind
from partnership.language.questions.belief import UNSURE, believed, only_slips
from partnership.language.questions.facts import (
    KIND_FACTS,
    SHORT_LENGTH,
    facts_of_names,
    facts_of_time,
    facts_of_words,
    is_inside,
)
from partnership.language.questions.lexicon import (
    Concepts,
    concepts_of,
    concepts_of_phrases,
    is_small_word,
)
from partnership.language.questions.periods import period_asked
from partnership.language.questions.rules import derived
from partnership.language.text import Token, normal_word, plain_dashes, tokens, words

_LONGEST_NAME = 2
_NOT_OFFICES = frozenset(NameKind) - {NameKind.ORGANISATION}
_NAMED = frozenset({"PLACE", "PERSON", "ORGANISATION", "COUNTRY"})
_NOUN_OF_VERB = {"TRAVEL": "VISIT", "MEETUP": "MEETING"}
"""«Їдемо до Венло» is a visit, «їдемо додому» is not."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A question with all that was found in it. `concepts` includes the facts about the whole."""

    text: str
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

    @property
    def here_and_now(self) -> datetime:
        """This moment on the writer's clock."""
        return self.now.astimezone(ZoneInfo(self.zone))

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
    names = _names_in(text, row, around)
    said = _said(row, names)
    when = around.read_when(text)
    if when is None and "DEADLINE" in said:
        when = around.read_date(text)
    period = period_asked(text, now=around.now, zone=around.zone)
    unread = [token for token in _undated(row, when, period) if not _is_read(token, names)]
    seen = facts_of_names(row, names) | facts_of_time(when, period, around.here_and_now)
    seen |= facts_of_words(text, [token.word for token in row], len(unread))
    return Sentence(
        text=text,
        names=names,
        when=when,
        period=period,
        concepts=_with_derived(said | seen),
        unread=tuple(token.text for token in unread),
        unfound=tuple(token.text for token in unread if _looks_like_a_name(token, len(row))),
    )


def speaking_of(sentence: Sentence, names: tuple[Match, ...]) -> Sentence:
    """The sentence as if it named the places or people that were named before it."""
    kinds = {KIND_FACTS[match.kind] for match in names}
    return replace(sentence, names=names, concepts=_with_derived({*sentence.concepts, *kinds}))


def _names_in(text: str, row: Sequence[Token], around: Surroundings) -> tuple[Match, ...]:
    """The believed names; where nothing else is understood, mere slips are no names at all.

    A word or two that say nothing else are looked up as one name, which finds more.
    """
    names = believed(around.names.find(text), row)
    if any(map(_is_an_office, names)):
        names = believed(around.names.find(text, kinds=_NOT_OFFICES), row)
    if not names and 0 < len(row) <= _LONGEST_NAME and not _said(row, ()):
        return believed(_of_the_whole(around.names.look_up(text), row), row)
    if len(row) > SHORT_LENGTH and only_slips(names) and not _said(row, names):
        return ()
    return names


def _of_the_whole(matches: Sequence[Match], row: Sequence[Token]) -> list[Match]:
    """In «сервер лежить» there is no Севр, nor Гаага in «ха-ха»; «сан дієго» is a whole name."""
    if all(is_small_word(token.word) for token in row):
        return []
    start, end = row[0].start, row[-1].end
    return [
        match
        for match in matches
        if match.how not in UNSURE or (match.start <= start and match.end >= end)
    ]


def _is_an_office(match: Match) -> bool:
    """«Мер Аугсбурга» is a person to ask about, even where the registry has the office."""
    first = normal_word(match.found.split()[0])
    return match.kind is NameKind.ORGANISATION and "MAYOR" in concepts_of(first)


def _said(row: Sequence[Token], names: Iterable[Match]) -> set[str]:
    """The concepts of the words that are no names, and of set phrases."""
    concepts = set(concepts_of_phrases([token.word for token in row]))
    for token in row:
        if not is_inside(token, names):
            concepts |= concepts_of(token.word)
    return concepts


def _with_derived(concepts: set[str]) -> Concepts:
    if not _NAMED.isdisjoint(concepts) or "WHO" in concepts:
        concepts |= {noun for verb, noun in _NOUN_OF_VERB.items() if verb in concepts}
    if "NOTE_NOUN" in concepts and "NOTE" not in concepts:
        concepts.add("MINUTES")
    concepts |= {concept for concept, sources in derived() if not sources.isdisjoint(concepts)}
    return frozenset(concepts)


def _undated(row: Sequence[Token], when: When | None, period: Period | None) -> list[Token]:
    """The words that are no part of a date."""
    rests = [set(words(time.rest)) for time in (when, period) if time is not None]
    return [token for token in row if all(token.word in rest for rest in rests)]


def _is_read(token: Token, names: Iterable[Match]) -> bool:
    """Whether the word is a name, or says something, or only joins others."""
    return is_inside(token, names) or is_small_word(token.word) or bool(concepts_of(token.word))


def _looks_like_a_name(token: Token, length: int) -> bool:
    """A capital letter tells nothing at the start of a sentence, unless the name stands alone."""
    return token.capital and (not token.opens or length <= SHORT_LENGTH)
