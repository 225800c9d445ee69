"""A partnership: one home community and one or more foreign parties."""

from dataclasses import dataclass
from datetime import date, datetime

from partnership.bilingual import Bilingual
from partnership.stages import Stage, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership:
    """What is known of a partnership; None and () mean «не внесено», never «no».

    `label` is the wording of the press, `stage` is the formal stage: the two often differ.
    Planned and actual stand apart: `next_stage…` is what is planned.
    """

    id: str
    home: str
    """Id of the home place: the community that answers for the partnership."""
    foreign: tuple[str, ...]
    """Ids of the foreign places, one or more."""
    stage: Stage
    status: Status
    legal_parties: tuple[str, ...] = ()
    """Organisations that sign, of both sides: the council, or the district."""
    label: Bilingual | None = None
    as_of: date | None = None
    """The day for which the sources say so."""
    confirmed_by_document: bool = False
    since: date | None = None
    duration: Bilingual | None = None
    """How long it lasts, in the words of the source, where no date is known."""
    cooperation_agreed_on: date | None = None
    next_stage: Stage | None = None
    next_stage_on: date | None = None
    next_stage_period: Bilingual | None = None
    """The planned time where it is no day: «з весни 2023 року»."""
    long_term_goal: Stage | None = None
    home_coordinator_org: str | None = None
    home_coordinator: str | None = None
    foreign_coordinator_org: str | None = None
    foreign_coordinator: str | None = None
    areas: tuple[str, ...] = ()
    points_of_contact: tuple[str, ...] = ()
    """Areas in which the cities are alike."""
    supporters: tuple[str, ...] = ()
    note: Bilingual | None = None
    archived_at: datetime | None = None
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.foreign:
            raise ValueError("a partnership needs a foreign party")

    @property
    def places(self) -> tuple[str, ...]:
        """Ids of all its places, the home one first."""
        return (self.home, *self.foreign)

    @property
    def coordinators(self) -> tuple[str, ...]:
        """Ids of the people who coordinate it, home side first."""
        return tuple(who for who in (self.home_coordinator, self.foreign_coordinator) if who)
