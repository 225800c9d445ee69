"""The numbers of items and points: «2.1». They follow from the order and are kept nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from partnership.minutes.minutes import AgendaItem, Minutes, Point, PointKind

ORDER = (PointKind.HEARD, PointKind.SPOKE, PointKind.RESOLVED, PointKind.ACTION)
"""In which order the points of one item are written: слухали, виступили, вирішили, доручили."""


@dataclass(frozen=True, slots=True)
class NumberedPoint:
    """A point with its number."""

    number: str
    point: Point


@dataclass(frozen=True, slots=True)
class Section:
    """An item of the agenda with its points; `item` None gathers those of no item."""

    number: int
    item: AgendaItem | None
    points: tuple[NumberedPoint, ...]


def sections(minutes: Minutes) -> tuple[Section, ...]:
    """Every item in its order, then, if there are any, the points that belong to none."""
    return tuple(_sections(minutes))


def numbers(minutes: Minutes) -> dict[int, str]:
    """The number of each point by its `id`."""
    return {each.point.id: each.number for part in sections(minutes) for each in part.points}


def point_numbered(minutes: Minutes, number: str) -> Point | None:
    """The point that has this number now."""
    found = (each for part in sections(minutes) for each in part.points)
    return next((each.point for each in found if each.number == number), None)


def _sections(minutes: Minutes) -> Iterator[Section]:
    for number, item in enumerate(minutes.agenda, start=1):
        yield _section(number, item, [each for each in minutes.points if each.item == item.id])
    known = {item.id for item in minutes.agenda}
    rest = [each for each in minutes.points if each.item not in known]
    if rest:
        yield _section(len(minutes.agenda) + 1, None, rest)


def _section(number: int, item: AgendaItem | None, points: list[Point]) -> Section:
    in_order = sorted(points, key=lambda each: ORDER.index(each.kind))
    numbered = (
        NumberedPoint(f"{number}.{place}", each) for place, each in enumerate(in_order, start=1)
    )
    return Section(number, item, tuple(numbered))
