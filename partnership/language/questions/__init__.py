"""Questions and acts: a sentence of an official turned into an intent with its particulars."""

from partnership.language.questions.model import (
    ACTS,
    COURTESIES,
    Direction,
    Intent,
    Post,
    Reading,
    Understanding,
)
from partnership.language.questions.reader import understand

__all__ = [
    "ACTS",
    "COURTESIES",
    "Direction",
    "Intent",
    "Post",
    "Reading",
    "Understanding",
    "understand",
]
