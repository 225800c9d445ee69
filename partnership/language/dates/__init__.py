"""Dates and times in Ukrainian and English text."""

from .durations import read_duration
from .model import (
    Choice,
    Doubt,
    DoubtKind,
    Expectation,
    PartOfDay,
    Period,
    Precision,
    When,
)
from .reader import read_period, read_when

__all__ = [
    "Choice",
    "Doubt",
    "DoubtKind",
    "Expectation",
    "PartOfDay",
    "Period",
    "Precision",
    "When",
    "read_duration",
    "read_period",
    "read_when",
]
