"""Who took part: a fact of the event, which minutes only show."""

from dataclasses import replace

from partnership.access import User
from partnership.calendar.base import Changed
from partnership.events import Event, Participant
from partnership.minutes.base import MinutesBase, refuse_unless
from partnership.minutes.errors import MinutesProblem, NoSuchMinutesError
from partnership.minutes.minutes import MinutesState


class Attending(MinutesBase):
    """Participants, changed through the calendar while the minutes are not agreed."""

    __slots__ = ()

    async def add_participant(self, actor: User, key: str, who: Participant) -> Changed:
        """One more participant; whoever takes part already gets the new side and capacity.

        Raises MinutesRefusedError (AGREED), NoSuchMinutesError.
        """
        event = await self._open_event(key)
        others = tuple(each for each in event.participants if not _same(each, who))
        return await self.calendar.set_participants(actor, event.key, (*others, who))

    async def set_attended(
        self, actor: User, key: str, who: Participant, attended: bool | None
    ) -> Changed:
        """Whether somebody came; None is «не внесено».

        Raises MinutesRefusedError (AGREED, NO_SUCH_PART), NoSuchMinutesError.
        """
        event = await self._open_event(key)
        refuse_unless(
            any(_same(each, who) for each in event.participants), MinutesProblem.NO_SUCH_PART
        )
        people = with_attended(event, who, attended)
        return await self.calendar.set_participants(actor, event.key, people)

    async def _open_event(self, key: str) -> Event:
        minutes = await self.store.minutes(key)
        if minutes is None:
            raise NoSuchMinutesError(key)
        refuse_unless(minutes.state is not MinutesState.AGREED, MinutesProblem.AGREED)
        return await self._event(minutes.event)


def with_attended(event: Event, who: Participant, attended: bool | None) -> tuple[Participant, ...]:
    """The participants of an event, with whether one of them came."""
    return tuple(
        replace(each, attended=attended) if _same(each, who) else each
        for each in event.participants
    )


def _same(one: Participant, other: Participant) -> bool:
    """Whether it is the same person, organisation or place."""
    return (one.person, one.organisation, one.place) == (
        other.person,
        other.organisation,
        other.place,
    )
