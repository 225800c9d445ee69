"""What is seen in a sentence as a whole and not in one word: a question mark, a date, two names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from partnership.language.dates import Period, Precision, When, date_of
from partnership.language.names import Match, NameKind
from partnership.language.questions.lexicon import concepts_of
from partnership.language.questions.plurals import names_several_events
from partnership.language.text import Token
from partnership.places import HOME_COUNTRY

SHORT_LENGTH = 2
_UNREAD_LIMIT = 2
_NOTE_WITHIN = 2
_TOLD_FROM = 4
"""Words of the shortest account of what was agreed."""
_TOLD_WITHIN = 3
_AGREED = re.compile(
    r"(?:домов|погод|узгод|виріш|ухвал)и(?:ли|лис[яь]|в|вся|ла|лася|вши)$"
    r"|(?:виріш|погодж|узгодж)ено$|домовлен(?:ість|о)$|agreed$|decided$"
)
_WE = frozenset(["ми", "вони", "сторони", "we", "they", "both", "sides", "it", "was"])
_COLON = re.compile(r":(?!\d)")
KIND_FACTS = {
    NameKind.PLACE: "PLACE",
    NameKind.PERSON: "PERSON",
    NameKind.ORGANISATION: "ORGANISATION",
    NameKind.COUNTRY: "COUNTRY",
    NameKind.AREA: "AREA",
}


def facts_of_names(row: Sequence[Token], names: Sequence[Match]) -> set[str]:
    """Which kinds of name there are, and whether there is nothing else."""
    facts = {KIND_FACTS[match.kind] for match in names}
    if {match.name_id for match in names if match.kind is NameKind.COUNTRY} == {HOME_COUNTRY}:
        facts.add("AT_HOME")
    if names and all(is_inside(token, names) for token in row):
        facts.add("ALONE")
    return facts


def facts_of_words(text: str, words: Sequence[str], unread: int) -> set[str]:
    """The shape of the sentence: a question, a short one, with how many words not understood."""
    seen = {
        "ASKED": "?" in text,
        "COLON": bool(_COLON.search(text)),
        "SHORT": len(words) <= SHORT_LENGTH,
        "PLURAL": names_several_events(words),
        "UNREAD_WORD": unread > 0,
        "UNREAD": unread > _UNREAD_LIMIT,
        "NOTE": _opens_a_note(words),
        "TOLD": "?" not in text and _tells_what_was_agreed(words),
    }
    return {fact for fact, holds in seen.items() if holds}


def facts_of_time(when: When | None, period: Period | None, now: datetime) -> set[str]:
    """Whether a day, an hour, a repetition, a stretch of days is named; `now` is local."""
    facts = {"PERIOD"} if period is not None else set()
    if when is None:
        return facts
    if when.precision is Precision.DAY:
        facts.add("DATE")
    if not when.all_day:
        facts.add("TIME")
    if when.rrule is not None:
        facts.add("SERIES")
    if date_of(when.start) >= now.date():
        facts.add("AHEAD")
    return facts


def is_inside(token: Token, names: Iterable[Match]) -> bool:
    """Whether the word is part of a name."""
    return any(match.start <= token.start < match.end for match in names)


def _opens_a_note(words: Sequence[str]) -> bool:
    """«Нотатка …» at the start is one to write; further on it is one that was written."""
    return any("NOTE_NOUN" in concepts_of(word) for word in words[:_NOTE_WITHIN])


def _tells_what_was_agreed(words: Sequence[str]) -> bool:
    """«Домовились з Буржем, що…», "we agreed that…": an account, and not a question."""
    if len(words) < _TOLD_FROM:
        return False
    opening = [word for word in words[:_TOLD_WITHIN] if word not in _WE]
    return bool(opening) and _AGREED.match(opening[0]) is not None
