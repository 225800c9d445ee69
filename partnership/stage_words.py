"""A stage as people name it: «побратимство», «меморандум про співпрацю», "letter of intent"."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from partnership.language.text import Token, tokens, words
from partnership.stages import Stage

_STEMS: tuple[tuple[Stage, str], ...] = (
    (Stage.TWINNING, "побратим породнен дружб twin sister friendship"),
    (Stage.SOLIDARITY, "солідарн solidarity"),
    (Stage.MEMORANDUM, "меморандум memorandum mou"),
    (Stage.INTENT, "намір намірів intent"),
    (Stage.PROJECT, "проєкт project"),
    (Stage.AGREEMENT, "угод договор договір партнерств agreement partnership"),
    (Stage.COOPERATION, "співпрац співробітниц cooperation collaboration"),
    (Stage.EXPLORATION, "знайомств переговор explorat talks negotiat"),
    (Stage.CONTACT, "контакт звернен contact"),
    (Stage.SEARCH, "пошук search"),
)
"""Stems by stage, the more telling first: «угода про побратимство» is about twinning."""

_LEADING = frozenset(
    words(
        "лист протокол перший робоча робоче партнерська етап підписано місто на про до"
        " розпочато почато letter of the a first working signed stage town city to"
    )
)
"""Words that may stand before the telling one and belong to no name of a town."""

_FORGIVEN_LENGTH = 6


@dataclass(frozen=True, slots=True)
class NamedStage:
    """The stage a text names, None where it names none, and what else the text says."""

    stage: Stage | None
    rest: str


def read_stage(text: str) -> NamedStage:
    """Split «Дортмунд побратимство» into the stage and the name of the partner."""
    row = tokens(text)
    named = [_stage_of(token.word) for token in row]
    said = [stage for stage in named if stage is not None]
    if not said:
        return NamedStage(None, text.strip())
    order = [stage for stage, _ in _STEMS]
    first = next(at for at, stage in enumerate(named) if stage is not None)
    while first > 0 and row[first - 1].word in _LEADING:
        first -= 1
    return NamedStage(min(said, key=order.index), _name(text, row, named, first))


def _name(text: str, row: list[Token], named: list[Stage | None], first: int) -> str:
    """The name stands before the stage, or after it."""
    if first > 0:
        return _tidy(text[: row[first].start])
    last = max(at for at, stage in enumerate(named) if stage is not None)
    return _tidy(text[row[last].end :])


def _tidy(name: str) -> str:
    return re.sub(r"^[\s;,:–—-]+|[\s;,:–—-]+$", "", name)


def _stage_of(word: str) -> Stage | None:
    for stage, stems in _STEMS:
        if any(_begins(word, stem) for stem in stems.split()):
            return stage
    return None


def _begins(word: str, stem: str) -> bool:
    if len(stem) <= 3:
        return word == stem
    if word.startswith(stem):
        return True
    near = len(stem) >= _FORGIVEN_LENGTH
    return near and OSA.distance(word[: len(stem)], stem, score_cutoff=1) <= 1
