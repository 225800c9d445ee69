"""Who is asked, who answered what, where to join, and when this event reminds."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from partnership.access import Action, User
from partnership.calendar.arrangement import Answer, Arrangement, Attendance
from partnership.calendar.base import CalendarBase, Changed, Changing
from partnership.calendar.belonging import communities_of
from partnership.calendar.beside import record_answer, record_arrangement
from partnership.calendar.embargo import sees_embargoed, under_embargo
from partnership.calendar.errors import NotALinkError
from partnership.calendar.meeting_links import MeetingLink, find_link
from partnership.events import Event, Participant
from partnership.reminders.announcements import Announcement
from partnership.reminders.model import Recipient, RecipientKind
from partnership.reminders.offsets import Offset

INVITED = "event_invited"


class Inviting(CalendarBase):
    """RSVP buttons, the private link, and reminder times of one event."""

    __slots__ = ()

    async def ask(self, actor: User, key: str, people: Iterable[User]) -> list[Attendance]:
        """Invite users of the bot; who was asked already keeps the answer given."""
        async with self._changing(actor, key) as change:
            known = {each.user for each in await change.work.attendance(key)}
            new = [person for person in people if person.id not in known]
            for person in new:
                asked = Attendance(event=key, user=person.id, name=person.name)
                await change.work.put_attendance(asked)
                await record_answer(change.batch, None, asked)
            await self.planner.plan_event(change.work, key)
            await self._invite(change, [Recipient(RecipientKind.USER, each.id) for each in new])
        return await self.store.attendance(key)

    async def invite(self, actor: User, key: str, recipients: Iterable[Recipient]) -> None:
        """Show an event to groups, where everybody can answer; they hear of its changes."""
        async with self._changing(actor, key) as change:
            await self._invite(change, list(recipients))

    async def _invite(self, change: Changing, recipients: list[Recipient]) -> None:
        if recipients:
            facts = {"event": change.event.key, "number": change.event.id}
            invitation = Announcement(kind=INVITED, facts=facts)
            await change.work.announce(invitation, recipients, change.now)
            await change.work.put_told(change.event.key, recipients)

    async def rsvp(
        self,
        user: User,
        key: str,
        answer: Answer,
        *,
        occurrence: datetime | None = None,
        deputy: str | None = None,
        deputy_user: int | None = None,
    ) -> list[Attendance]:
        """A person's own answer, for the event or one occurrence; all answers are given back.

        Who declined is not reminded; a deputy who uses the bot is reminded instead.
        """
        async with self.batches.open(user.id) as batch:
            work = self.store.within(batch.work)
            self._require(user, await self._event(work, key), Action.READ)
            given = Attendance(
                event=key,
                user=user.id,
                name=user.name,
                occurrence=occurrence,
                answer=answer,
                deputy=deputy,
                deputy_user=deputy_user,
                answered_at=batch.at,
            )
            known = {(each.user, each.occurrence): each for each in await work.attendance(key)}
            await work.put_attendance(given)
            await record_answer(batch, known.get((user.id, occurrence)), given)
            await self.planner.plan_event(work, key, catch_up=True)
        return await self.store.attendance(key)

    async def set_link(self, actor: User, key: str, text: str | None) -> MeetingLink | None:
        """Keep the link found in a text, or none; raises NotALinkError."""
        link = find_link(text) if text else None
        if text and link is None:
            raise NotALinkError(text)
        async with self._changing(actor, key) as change:
            arrangement = await change.work.arrangement(key)
            url = link.url if link else None
            await self._arrange_anew(change, arrangement, replace(arrangement, link=url))
            await self.planner.plan_event(change.work, key)
        return link

    async def link_of(self, user: User, key: str) -> str | None:
        """The link, to be given in private to somebody who asks for it.

        Under embargo only coordinators get it.
        """
        event = await self.store.event(key)
        if event is None:
            return None
        self._require(user, event, Action.READ)
        return (await self.store.arrangement(key)).link if self._sees(user, event) else None

    async def set_organiser(self, actor: User, key: str, organiser: int) -> None:
        """Who is asked about the event from now on: also when a coordinator leaves."""
        async with self._changing(actor, key) as change:
            arrangement = await change.work.arrangement(key)
            await self._arrange_anew(change, arrangement, replace(arrangement, organiser=organiser))
            await self.planner.plan_event(change.work, key)

    async def set_offsets(
        self, actor: User, key: str, offsets: tuple[Offset, ...] | None
    ) -> Changed:
        """Reminder times of this event alone; None goes back to each recipient's own.

        Times that are past already are skipped: nobody is reminded at once.
        """
        async with self._changing(actor, key) as change:
            arrangement = await change.work.arrangement(key)
            await self._arrange_anew(change, arrangement, replace(arrangement, offsets=offsets))
            await self.planner.plan_event(change.work, key)
        return await self._result(change)

    async def tell(self, key: str, recipients: Iterable[Recipient]) -> None:
        """Keep who was told of an event, so that they hear when it is moved or cancelled."""
        async with self.batches.store.transaction() as work:
            await self.store.within(work).put_told(key, recipients)

    async def set_participants(
        self, actor: User, key: str, participants: tuple[Participant, ...]
    ) -> Changed:
        """The delegation and all others who take part, with their roles; no documents."""
        async with self._changing(actor, key) as change:
            await change.save(replace(change.event, participants=participants))
        return await self._result(change)

    async def _arrange_anew(self, change: Changing, old: Arrangement, new: Arrangement) -> None:
        await change.work.put_arrangement(new)
        await record_arrangement(change.batch, old, new)

    def _sees(self, user: User, event: Event) -> bool:
        communities = communities_of(event, self.registry)
        return not under_embargo(event) or sees_embargoed(user, communities)
