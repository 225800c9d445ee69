"""What a sentence asks of the bot, and with which particulars."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from partnership.events import EventKind
from partnership.language.dates import Period, When
from partnership.language.names import Match
from partnership.stages import Stage, Status


class Intent(StrEnum):
    """What the person wants: a question answered, or something done (see `ACTS`)."""

    CARD = "card"
    LIST = "list"
    BY_AREA = "by_area"
    COUNT = "count"
    COUNTRIES = "countries"
    CONTACT = "contact"
    WHO = "who"
    WHEN = "when"
    DISCUSSED = "discussed"
    STAGE = "stage"
    AREAS = "areas"
    OPEN_ITEMS = "open_items"
    PROGRESS = "progress"
    LETTERS = "letters"
    EVENTS = "events"
    TAKING_PART = "taking_part"
    GAPS = "gaps"
    TODAY = "today"
    COVERAGE = "coverage"
    DEFINITION = "definition"
    HISTORY = "history"
    AGREEMENT = "agreement"
    PLAN = "plan"
    MOVE = "move"
    CANCEL = "cancel"
    NOTE = "note"
    FIND = "find"
    DUE = "due"
    DONE = "done"
    TASK = "task"
    WHO_DOES = "who_does"
    CHECKLIST = "checklist"
    ADD_PARTNER = "add_partner"
    HAND_OVER = "hand_over"
    ADD_CONTACT = "add_contact"
    SET_STAGE = "set_stage"
    SET_AREAS = "set_areas"
    SET_LANGUAGE = "set_language"
    CHANGE_LOG = "change_log"
    ACCESS = "access"
    ARCHIVE = "archive"
    BIND = "bind"
    MINUTES = "minutes"
    DICTATE = "dictate"
    DIGESTS = "digests"
    UNDO = "undo"
    REFUSE_PERSONAL_DATA = "refuse"
    HELP = "help"
    GREETING = "greeting"
    THANKS = "thanks"
    UNKNOWN = "unknown"


ACTS = frozenset(
    {
        Intent.PLAN,
        Intent.MOVE,
        Intent.CANCEL,
        Intent.NOTE,
        Intent.DUE,
        Intent.DONE,
        Intent.TASK,
        Intent.ADD_PARTNER,
        Intent.HAND_OVER,
    }
)
"""Intents that change something, so that a person confirms them."""

COURTESIES = frozenset({Intent.GREETING, Intent.THANKS})


class Direction(StrEnum):
    """Which way in time a question looks."""

    NEXT = "next"
    LAST = "last"
    ANY = "any"


class Post(StrEnum):
    """A post or a duty that is asked for without a name."""

    MAYOR = "mayor"
    DEPUTY_MAYOR = "deputy_mayor"
    SECRETARY = "secretary"
    COORDINATOR = "coordinator"
    DIRECTOR = "director"
    EXPERT = "expert"
    INTERPRETER = "interpreter"
    SIGNATORY = "signatory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a question. What was not said is empty, or None.

    Rivals for the same words stand side by side in `places`, `people` and `organisations`,
    best first: `names.by_span` and `names.verdict` say whether one is sure or must be asked about.
    `when` is for acts, `period` for questions about several days; both may be read from one phrase.
    """

    intent: Intent
    score: float
    """How sure, 0 to 100; under 50 it is a guess, to be offered and not followed."""
    text: str
    """The part of the message that was read so."""
    places: tuple[Match, ...] = ()
    people: tuple[Match, ...] = ()
    organisations: tuple[Match, ...] = ()
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes."""
    areas: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    statuses: tuple[Status, ...] = ()
    event_kinds: tuple[EventKind, ...] = ()
    """«Зустріч» gives every kind of meeting, «візит» every kind of visit."""
    posts: tuple[Post, ...] = ()
    mine: bool = False
    """Whether it is about the person's own communities («ми», «наші»)."""
    direction: Direction = Direction.ANY
    when: When | None = None
    period: Period | None = None
    rest: str = ""
    """What is left: for acts a title, a note or the name of a task; else the words not read."""
    unfound: tuple[str, ...] = ()
    """Words with a capital letter that name nothing here: «Хто партнери Ульма?»."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """A message understood: a reading for each of its questions.

    `doubtful` holds up to three likely readings, to be offered as buttons where a question
    could not be read; it is empty when everything is clear.
    """

    readings: tuple[Reading, ...]
    doubtful: tuple[Reading, ...] = ()
