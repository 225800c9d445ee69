"""What is left of an act once the command and the date are taken away: a title, a note, a task."""

from __future__ import annotations

import re
from collections.abc import Iterable

from partnership.language.names import Match
from partnership.language.questions.lexicon import Concepts, concepts_of
from partnership.language.questions.model import Intent
from partnership.language.text import tokens

_COMMANDS = {
    Intent.PLAN: frozenset({"PLAN", "REMIND"}),
    Intent.MOVE: frozenset({"MOVE"}),
    Intent.CANCEL: frozenset({"CANCEL"}),
    Intent.DUE: frozenset({"SET", "DEADLINE"}),
    Intent.DONE: frozenset({"CLOSE", "DONE", "CONTROL"}),
    Intent.WHO_DOES: frozenset({"WHO", "PREPARE", "DO", "RESPONSIBLE", "OWNS"}),
    Intent.ADD_PARTNER: frozenset({"ADD", "NEW", "PARTNER", "PARTNERSHIP"}),
}
_ASKING_FOR_NOTES: Concepts = frozenset(
    {"NOTES", "NOTE", "NOTE_NOUN", "SEARCH", "SEEK", "SHOW", "LISTED", "INFO", "MINE", "HAVE"}
    | {"WHAT", "WHICH", "WHO", "WHEN", "WHERE", "HOW", "HOW_MANY", "WHETHER", "IS_THERE", "OWNS"}
    | {"LAST", "LAST_ONE", "NEXT", "NEXT_ONE", "PAST", "TODAY", "SOMETHING"}
)
"""What a search is asked with, and not for."""
_NOTE_HEAD = re.compile(
    r"^\s*(?:\w+,?\s+){0,3}?(?:запиши\w*|записати|занотуй\w*|нотуй|зафіксуй\w*|запам.?ятай\w*|"
    r"нотат\w+|заміт\w+|примітк\w+|write down|note(?: down| that)?|memo|(?:take|make|add) a note"
    r"|до відома)\b\s*(?:до|про|по|on|for|about)?\s*[:,\-–—]?\s*(?:що\s+|that\s+)?",
    re.IGNORECASE,
)
_NOTE_TAIL = re.compile(r"[,.]?\s+(?:запиши|занотуй|зафіксуй)(?:те|ть)?[.!]?\s*$", re.IGNORECASE)
_PLEASE = re.compile(r",?\s*\b(?:будь ласка|please)\b,?", re.IGNORECASE)
_EDGES = " \t,;:.!?–—-"
_HANGING = re.compile(
    r"^(?:для|до|на|the|for|as|з|про|about|[ву] календар:?)\s+"
    r"|\s+(?:на|до|for|as|to|by|on|at|з|о|у|в|є|is)$",
    re.IGNORECASE,
)


def rest_of(intent: Intent, text: str, undated: str) -> str:
    """The text left for the act: of the whole `text` for a note, else of what has no date."""
    if intent is Intent.NOTE:
        return _NOTE_TAIL.sub("", _NOTE_HEAD.sub("", text, count=1)).strip()
    commands = _COMMANDS.get(intent)
    if commands is None:
        return undated
    return _tidy(_without(_PLEASE.sub("", undated), commands))


def searched_in(text: str, names: Iterable[Match]) -> str:
    """Words of the trade that are searched for: «пошук угода», «нотатки про договір»."""
    kept = []
    for token in tokens(text):
        said = concepts_of(token.word)
        inside = any(match.start <= token.start < match.end for match in names)
        if said and said.isdisjoint(_ASKING_FOR_NOTES) and not inside:
            kept.append(token.text)
    return " ".join(kept)


def _without(text: str, commands: frozenset[str]) -> str:
    kept, end = [], 0
    for token in tokens(text):
        if not commands.isdisjoint(concepts_of(token.word)):
            kept.append(text[end : token.start])
            end = token.end
    return " ".join("".join([*kept, text[end:]]).split())


def _tidy(text: str) -> str:
    """Without the punctuation and the prepositions that hang at the ends."""
    while True:
        tidier = _HANGING.sub("", text.strip(_EDGES))
        if tidier == text:
            return text
        text = tidier
