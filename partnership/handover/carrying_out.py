"""What a handover changes outside the registry, in the transaction that records it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from partnership.access import Role, User
from partnership.batch import Batch
from partnership.calendar.belonging import communities_of
from partnership.calendar.stores import CalendarStore, CalendarWork
from partnership.changes import Change, ChangeKind
from partnership.entities import Kind
from partnership.exchange.codec import from_plain, to_plain
from partnership.handover.members import back_again, handed_over
from partnership.handover.moves import answer_before, deputy_after
from partnership.handover.record import Handover
from partnership.membership import Membership
from partnership.reminders.announcements import Announcement
from partnership.reminders.model import Recipient, RecipientKind
from partnership.reminders.planner import Planner

HANDOVER_TAKEN_BACK = "handover_taken_back"


@dataclass(frozen=True, slots=True)
class CarryingOut:
    """A follower of batches: a recorded handover is carried out, one taken back is undone.

    So `/undo`, which knows only records, takes back all of it; and reminders are planned anew
    with the users as they will be, which the store does not show before the end.
    """

    store: CalendarStore
    planner: Planner
    membership: Membership

    async def follow(self, batch: Batch) -> None:
        """Carry out what the batch says of handovers. Joined to every batch, after the planner."""
        for change in list(batch.changes):
            if change.kind == Kind.HANDOVER:
                await self._follow(batch, change)

    async def _follow(self, batch: Batch, change: Change) -> None:
        work = self.store.within(batch.work)
        match change.what:
            case ChangeKind.CREATED:
                handover = _handover(change.new)
                await self._hand_over(work, handover)
                users = handed_over(handover, await self._users())
            case ChangeKind.DELETED:
                handover = _handover(change.old)
                await self._take_back(work, handover)
                await self._tell_taken_back(batch, work, handover)
                users = back_again(handover, await self._users())
            case ChangeKind.CHANGED:
                handover, users = await self._access(batch, change)
        await self.membership.keep(batch.work, users)
        await self._plan_anew(batch, work, handover, users)

    async def _hand_over(self, work: CalendarWork, handover: Handover) -> None:
        for key in handover.organised:
            arrangement = await work.arrangement(key)
            await work.put_arrangement(replace(arrangement, organiser=handover.successor_user))
        for before in handover.lines:
            await self._give_line(
                work,
                (before.event, before.line),
                (before.person, before.user),
                (handover.successor_name, handover.successor_user),
            )
        for answer in handover.answers:
            await work.delete_attendance(answer_before(answer))
        for answer in handover.invited:
            await work.put_attendance(answer_before(answer))
        for answer in handover.deputised:
            await work.put_attendance(deputy_after(answer, handover))

    async def _take_back(self, work: CalendarWork, handover: Handover) -> None:
        """What somebody has changed since stays as they left it."""
        for key in handover.organised:
            arrangement = await work.arrangement(key)
            if arrangement.organiser == handover.successor_user:
                await work.put_arrangement(replace(arrangement, organiser=handover.leaving_user))
        for before in handover.lines:
            await self._give_line(
                work,
                (before.event, before.line),
                (handover.successor_name, handover.successor_user),
                (before.person, before.user),
            )
        for answer in handover.deputised:
            if deputy_after(answer, handover) in await work.attendance(answer.event):
                await work.put_attendance(answer_before(answer))
        for answer in handover.invited:
            if answer_before(answer) in await work.attendance(answer.event):
                await work.delete_attendance(answer_before(answer))
        for answer in handover.answers:
            await work.put_attendance(answer_before(answer))

    async def _tell_taken_back(self, batch: Batch, work: CalendarWork, handover: Handover) -> None:
        """Both sides were told of the handover, so they hear of its end."""
        numbers = {handover.leaving_user, handover.successor_user} - {None, batch.actor}
        told = [Recipient(RecipientKind.USER, each) for each in sorted(filter(None, numbers))]
        if told:
            names = {"leaving": handover.leaving_name, "successor": handover.successor_name}
            news = Announcement(kind=HANDOVER_TAKEN_BACK, facts=names)
            await work.announce(news, told, batch.at)

    async def _give_line(
        self,
        work: CalendarWork,
        which: tuple[str, str],
        old: tuple[str | None, int | None],
        new: tuple[str | None, int | None],
    ) -> None:
        """Give a line to somebody else, where it is still the one's who had it."""
        event, name = which
        for line in await work.checklist(event):
            if line.line == name and (line.person, line.user) == old:
                await work.put_lines([replace(line, person=new[0], user=new[1])])

    async def _access(self, batch: Batch, change: Change) -> tuple[Handover, list[User]]:
        """The access of the one who left is taken away, or given back."""
        handover = await batch.work.growing(Kind.HANDOVER, change.entity)
        assert isinstance(handover, Handover)
        if handover.access_taken is not None:
            return handover, [User(id=handover.access_taken.id, role=Role.STRANGER)]
        before = _handover(to_plain(handover, complete=True) | {"access_taken": change.old})
        return handover, await self._let_in_again(before.access_taken)

    async def _let_in_again(self, user: User | None) -> list[User]:
        """As they were; unless somebody let them in meanwhile, or is the same person now."""
        if user is None or user.id in await self._users():
            return []
        taken = user.person and await self.membership.user_of_person(user.person)
        return [replace(user, person=None) if taken else user]

    async def _users(self) -> dict[int, User]:
        return {user.id: user for user in await self.membership.store.users()}

    async def _plan_anew(
        self, batch: Batch, work: CalendarWork, handover: Handover, users: Iterable[User]
    ) -> None:
        planner = replace(self.planner, people=self.planner.people.as_if(users))
        for key in await self._events(work, handover):
            await planner.plan_event(work, key)
        for key in await self._steps(batch, work, handover):
            await planner.plan_step(work, key)
        await planner.plan_digests(work)
        for key in await self.store.awaited_letters():
            if await self._letter_concerned(work, key, handover):
                await planner.plan_letter(work, key)

    async def _events(self, work: CalendarWork, handover: Handover) -> list[str]:
        """Events whose reminders may go to somebody else now."""
        lines = (each.event for each in handover.lines)
        answers = (each.event for each in (*handover.answers, *handover.deputised))
        keys = dict.fromkeys([*handover.organised, *lines, *answers])
        for key in await self.store.planned_events():
            event = await work.event(key)
            if event and communities_of(event, self.planner.people.registry) & handover.places:
                keys[key] = None
        return list(keys)

    async def _steps(self, batch: Batch, work: CalendarWork, handover: Handover) -> list[str]:
        keys = dict.fromkeys(each.entity for each in batch.changes if each.kind == Kind.STEP)
        for key in await self.store.open_steps():
            step = await work.step(key)
            if step and self.planner.people.communities_of_step(step) & handover.places:
                keys[key] = None
        return list(keys)

    async def _letter_concerned(self, work: CalendarWork, key: str, handover: Handover) -> bool:
        letter = await work.letter(key)
        partnerships = self.planner.people.registry.partnerships
        partnership = partnerships.get(letter.partnership) if letter else None
        return partnership is not None and partnership.home in handover.places


def _handover(plain: Any) -> Handover:
    found: Handover = from_plain(Kind.HANDOVER, plain)
    return found
