"""What somebody answers for at the moment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from partnership.access import Role
from partnership.calendar.arrangement import Attendance
from partnership.calendar.polls import Poll
from partnership.calendar.stores import CalendarStore
from partnership.checklists.model import ChecklistLine
from partnership.entities import Kind
from partnership.events import Event
from partnership.handover.party import Party
from partnership.letters import Letter
from partnership.membership import Membership
from partnership.membership_records import BoundChat
from partnership.partnerships import Partnership
from partnership.registry import Registry
from partnership.steps import Step
from partnership.stores import EventStore, StepStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Everything that would be orphaned if they left."""

    partnerships: tuple[Partnership, ...] = ()
    """Where they are the coordinator, and those of their communities that name none."""
    communities: tuple[str, ...] = ()
    """Ids of home places that they coordinate."""
    events: tuple[Event, ...] = ()
    """Still ahead: theirs, and those of their partnerships that nobody organises."""
    organised: frozenset[str] = frozenset()
    """Keys of those events whose organiser they are."""
    lines: tuple[ChecklistLine, ...] = ()
    """Open lines of checklists that were given to them."""
    answers: tuple[Attendance, ...] = ()
    """Invitations of theirs to what is still ahead, and those where they come for somebody."""
    steps: tuple[Step, ...] = ()
    """Open items that they answer for, help with or control."""
    letters: tuple[Letter, ...] = ()
    """Of these partnerships, without a reply."""
    groups: tuple[BoundChat, ...] = ()
    """Bound to one of these communities or partnerships."""
    polls: tuple[Poll, ...] = ()
    """Open questions about a date of these events."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to hand over."""
        return not any(getattr(self, each.name) for each in fields(self))


@dataclass(frozen=True, slots=True)
class Holding:
    """Finds out what somebody holds."""

    registry: Registry
    store: CalendarStore
    events: EventStore
    steps: StepStore
    membership: Membership

    async def of(self, party: Party) -> Holdings:
        """Everything of one person, as it stands at the last commit."""
        partnerships = tuple(self._partnerships(party))
        communities = _communities(party, partnerships)
        organised = await self._organised(party)
        events = await self._events(partnerships, organised, communities)
        polls = [poll for each in events for poll in await self.store.polls_of(each.key)]
        return Holdings(
            partnerships=partnerships,
            communities=communities,
            events=events,
            organised=frozenset(each.key for each in organised),
            lines=await self._lines(party),
            answers=tuple(await self.invitations(party)),
            steps=await self._steps(party),
            letters=tuple(self._letters(partnerships)),
            groups=tuple(self._groups(partnerships, communities)),
            polls=tuple(poll for poll in polls if poll.is_open),
        )

    def _partnerships(self, party: Party) -> Iterator[Partnership]:
        own = party.user.communities if party.user is not None and party.coordinates else ()
        person = party.person.id if party.person is not None else None
        for each in self.registry.partnerships_in_order():
            named = each.home_coordinator is not None and each.home_coordinator == person
            unnamed = each.home_coordinator is None and each.home in own
            if each.archived_at is None and (named or unnamed):
                yield each

    async def _organised(self, party: Party) -> list[Event]:
        if party.user is None:
            return []
        keys = await self.store.arranged_by(party.user.id)
        found = [await self.events.event(key) for key in keys]
        return [event for event in found if event is not None]

    async def _events(
        self,
        partnerships: tuple[Partnership, ...],
        organised: list[Event],
        communities: tuple[str, ...],
    ) -> tuple[Event, ...]:
        """Soonest first, those without a day last."""
        held, own = {each.id for each in partnerships}, set(communities)
        found = {each.key: each for each in organised}
        for event in await self.events.pending_events():
            concerned = held & set(event.partnerships) or (event.community in own)
            if concerned and event.key not in found and await self._unorganised(event):
                found[event.key] = event
        return tuple(sorted(found.values(), key=_when))

    async def _unorganised(self, event: Event) -> bool:
        """Whether nobody with access organises it, so that the coordinators are asked."""
        organiser = (await self.store.arrangement(event.key)).organiser
        return organiser is None or (await self.membership.who(organiser)).role == Role.STRANGER

    async def _lines(self, party: Party) -> tuple[ChecklistLine, ...]:
        """By the user, or by the name where it was given to somebody without the bot."""
        names = (party.person.name.uk, party.person.name.en) if party.person else ()
        user = party.user.id if party.user else None
        return tuple(
            line
            for line in await self.store.given_lines()
            if (line.user is not None and line.user == user)
            or (line.user is None and line.person in names)
        )

    async def invitations(self, party: Party) -> list[Attendance]:
        """Those of a user, and of others for whom they come."""
        return [] if party.user is None else await self.store.invitations_of(party.user.id)

    async def _steps(self, party: Party) -> tuple[Step, ...]:
        if party.person is None:
            return ()
        person, found = party.person.id, await self.steps.steps(open_only=True)
        return tuple(
            each for each in found if person in (each.owner_person, each.controller, *each.helpers)
        )

    async def people(self) -> set[str]:
        """Ids of the people of the registry who coordinate or have something to do."""
        found = {
            each.home_coordinator
            for each in self.registry.partnerships.values()
            if each.home_coordinator is not None and each.archived_at is None
        }
        for step in await self.steps.steps(open_only=True):
            found.update(who for who in (step.owner_person, step.controller) if who is not None)
            found.update(step.helpers)
        return found

    def _letters(self, partnerships: Iterable[Partnership]) -> Iterator[Letter]:
        for partnership in partnerships:
            ids = self.registry.pointing_to(Kind.PARTNERSHIP, partnership.id, Kind.LETTER)
            for letter in (self.registry.letters[each] for each in ids):
                if letter.awaits_reply:
                    yield letter

    def _groups(
        self, partnerships: Iterable[Partnership], communities: tuple[str, ...]
    ) -> Iterator[BoundChat]:
        held = {each.id for each in partnerships}
        for chat in self.membership.groups.all():
            if chat.community in communities or chat.partnership in held:
                yield chat


def _communities(party: Party, partnerships: Iterable[Partnership]) -> tuple[str, ...]:
    own = party.user.communities if party.user is not None and party.coordinates else ()
    if party.user is not None:
        return own
    return tuple(dict.fromkeys(each.home for each in partnerships))


def _when(event: Event) -> tuple[bool, str, int]:
    day = event.starts_on
    return day is None, day.isoformat() if day else "", event.id
