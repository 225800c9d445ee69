"""Dates, times and recurrences in Ukrainian and English text.

`read_when` reads what a plan says about time, `read_period` what a question is about and
`read_duration` how long something lasts. They need no network, no model and no wall clock.

How it works: `tokens` cuts the text and gives every piece a code by the words of `lexicon_uk`,
`lexicon_en`, `lexicon_spoken` and `holiday_names`, so that «25 червня» and "25th of June" are both
a number and a month. `line` holds the row of codes; each reader searches it for patterns and takes
out what it has read, in this order: `zones`, `recurrences`, dates (`scan` with the rules of
`ranges`, `exact`, `holidays`, `relative`, `weekdays`, `periods`), times (`clock_words` put into one
form, then `times`), `durations`. What nobody took is the rest, good for a title. `moments` puts
days and times together, and with `clock_change` looks for doubts; `answers` makes the best guess.
`wordings` and `unread` ask where words around a date, or left beside it, may change what is meant;
`guessing` reads misspelt months and weekdays that `spelling` could not settle. A doubt is never
resolved in silence.

To teach it a word, add the word to a lexicon; to teach it a phrase, add a rule, and in both cases
first a line to the tables in `tests/tables/dates_tuned.tsv`.
"""

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
    date_of,
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
    "date_of",
    "read_duration",
    "read_period",
    "read_when",
]
