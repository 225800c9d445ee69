"""A message taken apart into its questions: at the ends of sentences, and before «і хто …»."""

from __future__ import annotations

import re

_SHORTENED = ("вих", "Вих", "тел", "обл", "вул", "грн", "укр", "нім", "англ", "tel", "ref")
_NOT_SHORTENED = "".join(rf"(?<!\b{each}\.)" for each in _SHORTENED)
"""«Лист вих. 123» is one sentence."""
_SENTENCE_END = re.compile(
    r"(?<=[?!])\s+|(?<=[^\W\d]{3}[.;])" + _NOT_SHORTENED + r"\s+|\s*\n+\s*|(?<=\?)(?=\w)"
)
_NEXT_QUESTION = re.compile(
    r",?\s+(?:і|й|та|а|а також|and|and also|ще|also)\s+(?:(?:ще|також)\s+)?"
    r"(?=(?:(?:з|на|у|в|до|по|про|at|what|in)\s+)?"
    r"(?:хто|кого|ким|коли|що|як|який|яка|яке|які|якому|скільки|чи|кому|де|"
    r"who|when|what|which|how|is|are)\b)"
    r"|,\s+(?=(?:хто|коли|скільки|who|when|how many)\b)",
    re.IGNORECASE,
)

_AND = re.compile(r",?\s+(?:і|й|та|and)\s+|,\s+", re.IGNORECASE)


def sentences_of(text: str) -> list[str]:
    """The sentences of a message, with their question marks."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def clauses_of(sentence: str) -> list[str]:
    """The parts of a sentence that may be questions of their own; one part if there are none."""
    return [part.strip() for part in _NEXT_QUESTION.split(sentence) if part.strip()]


def halves_of(clause: str) -> list[tuple[str, str]]:
    """Every way to part a clause at an «і» or a comma: «контакти Буржа» and «напрями Венло»."""
    return [(clause[: at.start()], clause[at.end() :]) for at in _AND.finditer(clause)]
