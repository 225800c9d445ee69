"""What a chart of action items shows; nothing here knows how it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, auto
from typing import Self


class Part(IntEnum):
    """The parts of a bar, from left to right."""

    CLOSED = auto()
    DONE = auto()
    OPEN = auto()
    OVERDUE = auto()


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the chart: a name, what is written beside it, and how long each part is."""

    name: str
    said: str
    """«4 з 6»; where there is no bar, why."""
    parts: tuple[tuple[Part, int], ...] = ()
    """Counts, none of them 0; empty where nothing is recorded."""

    def beside(self, other: Self) -> Self:
        """The same bar with its words in two languages; «4/6» is read in both."""
        closed, total = dict(self.parts).get(Part.CLOSED, 0), sum(dict(self.parts).values())
        said = f"{closed}/{total}" if self.parts else _both(self.said, other.said)
        return type(self)(_both(self.name, other.name), said, self.parts)


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture above a text. Everything it says stands in the text as well."""

    title: str
    note: str
    bars: tuple[Bar, ...]
    more: str
    """How many bars are left out; empty where all are there."""
    legend: tuple[tuple[Part, str], ...]

    def beside(self, other: Self) -> Self:
        """The same chart with its words in two languages."""
        return type(self)(
            title=_both(self.title, other.title, "\n"),
            note=_both(self.note, other.note, "\n"),
            bars=tuple(one.beside(two) for one, two in zip(self.bars, other.bars, strict=True)),
            more=_both(self.more, other.more, "\n"),
            legend=tuple(
                (part, _both(one, two))
                for (part, one), (_part, two) in zip(self.legend, other.legend, strict=True)
            ),
        )


def side_by_side(charts: Iterable[Chart | None]) -> Chart | None:
    """The charts of one answer in several languages, as one."""
    whole: Chart | None = None
    for chart in charts:
        whole = chart if whole is None or chart is None else whole.beside(chart)
    return whole


def _both(one: str, two: str, between: str = " / ") -> str:
    return between.join(dict.fromkeys(text for text in (one, two) if text))
