"""How far the action items of each partnership have come: counted, nothing stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from partnership.registry import Registry
from partnership.steps import Step, StepKind, StepState


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The counts of one partnership, or of what a community does without a partner."""

    partnership: str | None = None
    community: str | None = None
    """Id of the home place; None only where nobody has said whose the items are."""
    closed: int = 0
    """Taken off control («знято з контролю»)."""
    done: int = 0
    """Reported as done («виконано»), still under control."""
    open: int = 0
    """Still to be done, overdue ones left out."""
    overdue: int = 0

    @property
    def total(self) -> int:
        """All that counts."""
        return self.closed + self.done + self.open + self.overdue

    @property
    def share_closed(self) -> Fraction | None:
        """From 0 to 1; None where nothing is recorded, which is not the same as 0."""
        return Fraction(self.closed, self.total) if self.total else None


def counts_since(step: Step, first: date, closed_on: date | None) -> bool:
    """Whether an action item counts in the period from `first` on.

    What is under control counts, however old. What was closed counts by the day on which it was
    closed, else by its due date; where neither is known nothing says that it is older. Cancelled
    items and those whose state nobody knows do not count, nor does anything but action items.
    """
    if step.kind is not StepKind.ACTION:
        return False
    if step.state is StepState.CLOSED:
        day = closed_on or step.due
        return day is None or day >= first
    return step.is_open or step.state is StepState.DONE


def progress_of(
    steps: Iterable[Step], registry: Registry, today: date, partnerships: Iterable[str] = ()
) -> list[Progress]:
    """The progress of each partnership among those named or with items, the most overdue first.

    Items of no partnership are counted for their community. Last come those without any item.
    """
    counted: dict[tuple[str | None, str | None], dict[str, int]] = {
        (key, _home(key, registry)): {} for key in partnerships
    }
    for step in steps:
        community = _home(step.partnership, registry) if step.partnership else step.community
        counts = counted.setdefault((step.partnership, community), {})
        stand = _standing(step, today)
        counts[stand] = counts.get(stand, 0) + 1
    found = [
        Progress(partnership=key, community=community, **counts)
        for (key, community), counts in counted.items()
    ]
    return sorted(found, key=lambda each: (not each.total, -each.overdue, -each.open))


def total_of(found: Iterable[Progress]) -> Progress:
    """All of them together."""
    every = list(found)
    return Progress(
        closed=sum(each.closed for each in every),
        done=sum(each.done for each in every),
        open=sum(each.open for each in every),
        overdue=sum(each.overdue for each in every),
    )


def _standing(step: Step, today: date) -> str:
    if step.state is StepState.CLOSED:
        return "closed"
    if step.state is StepState.DONE:
        return "done"
    return "overdue" if step.overdue_on(today) else "open"


def _home(partnership: str | None, registry: Registry) -> str | None:
    known = registry.partnerships.get(partnership or "")
    return known.home if known is not None else None
