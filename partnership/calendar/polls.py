"""Finding a date: options, votes, and the option that suits most."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Vote(StrEnum):
    """Whether an option suits a person."""

    YES = "yes"
    IF_NEEDED = "if_needed"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A question «when can you come»; options are naive wall times in `zone`."""

    id: int
    event: str
    zone: str
    options: tuple[datetime, ...]
    opened_by: int | None = None
    closed_at: datetime | None = None
    chosen: int | None = None
    """Position of the option that was scheduled."""
    votes: dict[tuple[int, int], Vote] = field(default_factory=dict)
    """By person and position of the option."""

    @property
    def is_open(self) -> bool:
        """Whether votes are still taken."""
        return self.closed_at is None

    def tally(self, option: int) -> Counter[Vote]:
        """How many said what to one option."""
        return Counter(vote for (_, position), vote in self.votes.items() if position == option)


def best_option(poll: Poll) -> int | None:
    """The position with the fewest refusals, then the most «yes», then the earliest.

    None while nobody voted.
    """
    if not poll.votes:
        return None
    tallies = [poll.tally(option) for option in range(len(poll.options))]
    return min(
        range(len(tallies)),
        key=lambda at: (tallies[at][Vote.NO], -tallies[at][Vote.YES], poll.options[at]),
    )


def distinct(options: Iterable[datetime]) -> tuple[datetime, ...]:
    """Options, each once, earliest first."""
    return tuple(sorted(set(options)))
