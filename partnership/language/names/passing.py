"""What the words around a name make of it: said in passing, or in the name of a body."""

from __future__ import annotations

from collections.abc import Sequence

from partnership.language.text import Token

_SETTLEMENT = frozenset(
    {"м", "місто", "міста", "місту", "місті", "містом", "смт", "селище", "село", "с", "громада"}
    | {"громади", "область", "області", "обл", "city", "town", "of"}
)
_BODIES = (
    "асоціац", "товариств", "палат", "міністерств", "служб", "агент", "фонд", "associat",
    "ministr", "chamber", "agency", "society",
)  # fmt: skip


def is_said_in_passing(row: Sequence[Token], at: int, ordinary: frozenset[str]) -> bool:
    """«Нова посада» is not the town of Нове, «місто Суми» and «суми» may be Суми."""
    if row[at].word not in ordinary or has_its_own_capital(row, at):
        return False
    around = {token.word for token in (*row[:at], *row[at + 1 :])} - _SETTLEMENT
    return bool(around & ordinary if row[at].capital else around)


def is_a_body(row: Sequence[Token]) -> bool:
    """«Асоціація українських міст» asks for an organisation, and not for a country."""
    return any(token.word.startswith(_BODIES) for token in row)


def has_other_words(row: Sequence[Token], first: int, last: int) -> bool:
    """«Зелений чай» sounds like Selenicë, but speaks of something else."""
    rest = (*row[:first], *row[last + 1 :])
    return not row[first].capital and any(one.word not in _SETTLEMENT for one in rest)


def has_its_own_capital(row: Sequence[Token], at: int) -> bool:
    """Whether a word has a capital letter that the sentence does not need."""
    followed = at + 1 < len(row) and not row[at + 1].opens
    return row[at].capital and not (row[at].opens and followed)
