"""What minutes still lack («що треба для протоколу?»): each form needs something else."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.events import EventFormat
from partnership.minutes.minutes import MinutesForm
from partnership.minutes.paper import Paper


class Lack(StrEnum):
    """Something that is not recorded."""

    NUMBER = "number"
    CHAIR = "chair"
    MINUTE_TAKER = "minute_taker"
    OURS = "ours"
    """Who took part for our side."""
    THEIRS = "theirs"
    POSTS = "posts"
    """Posts of people who took part."""
    DAY = "day"
    HOURS = "hours"
    """Of a single day: of a visit the days say enough."""
    FORMAT = "format"
    PLACE = "place"
    AGENDA = "agenda"
    POINTS = "points"
    """What was said."""
    RESULTS = "results"
    """Neither a decision nor an action."""
    OWNERS = "owners"
    DUES = "dues"
    TRANSLATION = "translation"
    INTERPRETER = "interpreter"
    NEXT_MEETING = "next_meeting"
    INITIATIVE = "initiative"
    CONCLUSIONS = "conclusions"


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing and, where it is of several things, which they are."""

    what: Lack
    numbers: tuple[str, ...] = ()
    """Of points: «2.1»; of items of the agenda: «2»."""
    people: tuple[Bilingual, ...] = ()
    """Names of the people whose post is not recorded."""


_WHERE = (
    Lack.OURS,
    Lack.THEIRS,
    Lack.POSTS,
    Lack.DAY,
    Lack.HOURS,
    Lack.FORMAT,
    Lack.PLACE,
)
NEEDED: dict[MinutesForm, tuple[Lack, ...]] = {
    MinutesForm.PROTOCOL: (
        Lack.NUMBER,
        Lack.CHAIR,
        Lack.MINUTE_TAKER,
        *_WHERE,
        Lack.AGENDA,
        Lack.RESULTS,
        Lack.OWNERS,
        Lack.DUES,
    ),
    MinutesForm.SUMMARY: (
        *_WHERE,
        Lack.INTERPRETER,
        Lack.POINTS,
        Lack.RESULTS,
        Lack.OWNERS,
        Lack.DUES,
        Lack.TRANSLATION,
        Lack.NEXT_MEETING,
    ),
    MinutesForm.CONVERSATION: (*_WHERE, Lack.INITIATIVE, Lack.POINTS, Lack.CONCLUSIONS),
}
"""What each form holds (domain document, 1.10), in the order of the paper."""


def missing(paper: Paper) -> tuple[Missing, ...]:
    """What the form needs and nobody has recorded, in the order of the paper."""
    found = {each.what: each for each in _lacks(paper)}
    return tuple(found[what] for what in NEEDED[paper.form] if what in found)


def _lacks(paper: Paper) -> Iterator[Missing]:
    facts = {
        Lack.NUMBER: paper.number,
        Lack.CHAIR: paper.chair,
        Lack.MINUTE_TAKER: paper.minute_taker,
        Lack.OURS: _has_people(paper, Side.HOME),
        Lack.THEIRS: _has_people(paper, Side.FOREIGN),
        Lack.DAY: paper.first_day,
        Lack.HOURS: paper.times or paper.first_day is None or paper.first_day != paper.last_day,
        Lack.FORMAT: paper.format,
        Lack.PLACE: paper.place or paper.format is EventFormat.ONLINE,
        Lack.AGENDA: any(each.title for each in paper.items),
        Lack.POINTS: paper.items and any(_lines(paper)),
        Lack.RESULTS: any(each.resolved or each.actions for each in paper.items),
        Lack.INTERPRETER: paper.interpreters,
        Lack.NEXT_MEETING: paper.next_meeting or paper.next_meeting_day,
        Lack.INITIATIVE: paper.initiative,
        Lack.CONCLUSIONS: paper.conclusions,
    }
    yield from (Missing(what) for what, fact in facts.items() if not fact)
    yield from _lacks_of_points(paper)
    people = tuple(who.name for side in paper.sides for who in side.people if who.position is None)
    if people:
        yield Missing(Lack.POSTS, people=people)


def _lacks_of_points(paper: Paper) -> Iterator[Missing]:
    actions = [each for item in paper.items for each in item.actions]
    found = {
        Lack.OWNERS: [each.number for each in actions if each.who is None],
        Lack.DUES: [each.number for each in actions if not (each.due or each.due_text)],
        Lack.TRANSLATION: [number for number, text in _lines(paper, titles=True) if _half(text)],
    }
    yield from (Missing(what, tuple(numbers)) for what, numbers in found.items() if numbers)


def _has_people(paper: Paper, side: Side) -> bool:
    """Also where no party of that side takes part: then nobody is missing."""
    present = [each.people or each.organisations for each in paper.sides if each.side is side]
    return any(present) or not (present or side is Side.HOME)


def _lines(paper: Paper, *, titles: bool = False) -> Iterator[tuple[str, Bilingual]]:
    """Number and text of all that is written down."""
    for item in paper.items:
        if titles and item.title is not None:
            yield str(item.number), item.title
        for line in (*item.heard, *item.spoke, *item.resolved):
            yield line.number, line.text
        for action in item.actions:
            yield action.number, action.what


def _half(text: Bilingual) -> bool:
    return not (text.uk and text.en)
