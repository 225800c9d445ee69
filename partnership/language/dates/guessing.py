"""Readings of a text in which a misspelt month or weekday is only guessed: «12 верезня»."""

from dataclasses import replace

from .line import Line
from .model import Choice, Doubt, DoubtKind, When
from .spelling import FORGIVEN_LENGTH
from .words import code_of, fold, guesses

# What stands before a date. Elsewhere an unknown word is left alone: «Вересова відповіла».
BEFORE = frozenset({"on", "from", "for", "by", "do", "til", "to", "po", "next", "this", "last",
                    "every", "of", "before", "after", "and", "or", "-"})  # fmt: skip


def guessed_texts(line: Line) -> tuple[str, ...]:
    """The text once for each month or weekday that its first unknown word may have been."""
    for index, (code, token) in enumerate(zip(line.codes, line.tokens, strict=True)):
        if code != "w" or not _may_be_date(line.codes, index):
            continue
        folded = fold(token.text)
        if len(folded) < FORGIVEN_LENGTH and (folded.isascii() or not _is_counted(line, index)):
            continue
        if code_of(folded) is None and (names := guesses(folded)):
            before, after = line.text[: token.start], line.text[token.end :]
            return tuple(f"{before}{name}{after}" for name in names)
    return ()


def _is_counted(line: Line, index: int) -> bool:
    return index > 0 and line.codes[index - 1][:1] in {"N", "O"}


def _may_be_date(codes: list[str], index: int) -> bool:
    before = codes[index - 1] if index else ""
    after = codes[index + 1] if index + 1 < len(codes) else ""
    numbered = before[:1] in {"N", "O"} or (after[:1] in {"N", "O"} and after[1:].isdigit())
    return numbered or before in BEFORE


def guessed(readings: list[When]) -> When:
    """The likeliest of the readings, and a question about all of them."""
    best = readings[0]
    choices = tuple(Choice(each.start, each.end, each.rrule) for each in readings)
    return replace(best, doubts=(Doubt(DoubtKind.WHICH_DAY, choices), *best.doubts))
