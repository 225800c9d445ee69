"""The draft: made of what is known, brought up to date, changed by hand."""

import secrets
from dataclasses import replace
from datetime import date, datetime

from partnership.access import User
from partnership.batch import Batch
from partnership.calendar.belonging import communities_of
from partnership.calendar.embargo import under_embargo
from partnership.calendar.times import begins_at, wall_of, zone_of
from partnership.events import CALLED_OFF, TOOK_PLACE, UNDER_WAY, Capacity, Event, EventState
from partnership.minutes.base import MinutesBase, may_be_kept, move_event, refuse_unless
from partnership.minutes.carrying import carried_over, next_meeting
from partnership.minutes.edits import Edit
from partnership.minutes.errors import MinutesProblem
from partnership.minutes.gathering import HeardNote, Known, take_in
from partnership.minutes.minutes import Minutes, MinutesForm, MinutesState
from partnership.minutes.points import Speakers, point_of_note
from partnership.notes.acting import action_key
from partnership.notes.note import Belongs, Note
from partnership.steps import Step

NOTES = 10_000
"""More notes of one event are not expected."""


class Drafting(MinutesBase):
    """Making a draft, taking in what is new, and changing it."""

    __slots__ = ()

    async def draft(self, actor: User, event: str, form: MinutesForm) -> Minutes:
        """The minutes of an event in a form: new ones, or those there are, brought up to date.

        Raises MinutesRefusedError: NOT_HELD, CALLED_OFF; NotFoundError for the event.
        """
        async with self.batches.open(actor.id) as batch:
            found = await self._event_within(batch, event)
            self._require(actor, found)
            old = next(iter(await self.store.minutes_of(event, form)), None)
            if old is None:
                check_held(found, batch.at)
                return await self._new(batch, actor, found, form)
            if old.state is not MinutesState.DRAFT:
                return old
            return await batch.save(await self._up_to_date(old, found), old)

    async def refresh(self, actor: User, key: str) -> Minutes:
        """Take in what was noted since; nothing written by hand is lost, nothing comes twice.

        Agreed minutes stay as they are.
        """
        async with self._changing(actor, key) as change:
            if change.minutes.state is MinutesState.AGREED:
                return change.minutes
            await change.move_event(EventState.MINUTES_DRAFT)
            new = await self._up_to_date(change.minutes, change.event)
            if _says_something_else(change.minutes, new):
                new = replace(new, agreed_by=())
            return await change.save(new)

    async def change(self, actor: User, key: str, edit: Edit) -> Minutes:
        """Change a draft, or what is under review: then sides that agreed to it must do so anew.

        `edit` comes from `partnership.minutes.edits`. Raises MinutesRefusedError: AGREED,
        NO_SUCH_PART; RestrictedTextError.
        """
        async with self._changing(actor, key) as change:
            old = change.minutes
            refuse_unless(old.state is not MinutesState.AGREED, MinutesProblem.AGREED)
            new = edit(old)
            if _says_something_else(old, new):
                new = replace(new, agreed_by=())
            return await change.save(new)

    async def carried_over(self, event: str) -> list[Step]:
        """Open action items that the last meeting hands on to this one, soonest due first."""
        found = await self._event(event)
        return await carried_over(found, self.events, self.steps, self.store)

    async def _new(self, batch: Batch, actor: User, event: Event, form: MinutesForm) -> Minutes:
        communities = sorted(communities_of(event, self.registry))
        new = Minutes(
            key=f"m-{secrets.token_hex(6)}",
            event=event.key,
            form=form,
            partnerships=event.partnerships,
            community=None if event.partnerships else next(iter(communities), None),
            day=event.starts_on,
            chair=_in_capacity(event, Capacity.MODERATOR),
            minute_taker=_in_capacity(event, Capacity.MINUTE_TAKER),
            drafted_by=actor.id,
            drafted_at=batch.at.replace(microsecond=0),
        )
        await move_event(batch, event, EventState.MINUTES_DRAFT)
        return await batch.save(await self._up_to_date(new, event))

    async def _up_to_date(self, minutes: Minutes, event: Event) -> Minutes:
        """With all that is known of the event now."""
        of_event = replace(minutes, partnerships=event.partnerships, day=event.starts_on)
        if await self._next_event(of_event) is None:
            of_event = replace(of_event, next_event=None)
        return take_in(of_event, await self._known(of_event, event))

    async def _known(self, minutes: Minutes, event: Event) -> Known:
        notes = await self.notes.notes(Belongs(event=event.key), NOTES, 0)
        withdrawn = await self.notes.withdrawn_notes(event.key)
        steps = await self.steps.steps_of_event(event.key)
        speakers = await self._speakers(minutes, event)
        return Known(
            carried=tuple(await carried_over(event, self.events, self.steps, self.store)),
            topics=tuple(each for each in event.topics if may_be_kept(each)),
            notes=tuple([await self._heard(note, speakers) for note in reversed(notes)]),
            withdrawn=tuple([_keys(await self._chain(note)) for note in withdrawn]),
            steps=tuple(self._with_group(each) for each in steps if may_be_kept(each.what)),
            outcomes=tuple(each for each in event.outcomes if may_be_kept(each)),
            next_event=await next_meeting(event, self.events, self.today),
        )

    def _with_group(self, step: Step) -> Step:
        """The step with the name of the working group that answers for it."""
        group = self.registry.working_groups.get(step.owner_group or "")
        return step if group is None or step.owner else replace(step, owner=group.name)

    async def _speakers(self, minutes: Minutes, event: Event) -> Speakers:
        users = await self.membership.store.users()
        return Speakers(event, self.registry, self.names, users, minutes.minute_taker)

    async def _heard(self, note: Note, speakers: Speakers) -> HeardNote:
        """A note with the notes that it corrects, and the action item made of any of them."""
        chain = await self._chain(note)
        step: Step | None = None
        for each in chain:
            step = step or await self.steps.step(action_key(each))
        point = point_of_note(note, step, speakers, self.zone.key)
        return HeardNote(_keys(chain), point)

    async def _chain(self, note: Note) -> list[Note]:
        """The note and those that it corrects, latest first."""
        chain = [note]
        while (before := chain[-1].supersedes) is not None:
            older = await self.notes.note(before)
            if older is None:
                break
            chain.append(older)
        return chain


def check_held(event: Event, now: datetime) -> None:
    """Raises MinutesRefusedError where the event has not run: NOT_HELD, CALLED_OFF.

    Whatever took place may have minutes, however late. An event that nobody opened in the bot
    counts as under way on its day from its hour on; of what is under embargo nothing is written
    down here until it is over.
    """
    refuse_unless(event.state not in CALLED_OFF, MinutesProblem.CALLED_OFF)
    refuse_unless(not under_embargo(event), MinutesProblem.NOT_HELD)
    begins = begins_at(event)
    today = wall_of(now, zone_of(event)).date()
    on_its_day = (event.starts_on or date.max) <= today <= (event.ends_on or date.min)
    begun = on_its_day and begins is not None and begins <= now
    went_on = event.state in TOOK_PLACE | UNDER_WAY
    postponed = event.state is EventState.POSTPONED
    refuse_unless(went_on or (begun and not postponed), MinutesProblem.NOT_HELD)


def _keys(notes: list[Note]) -> tuple[str, ...]:
    return tuple(each.key for each in notes)


def _in_capacity(event: Event, capacity: Capacity) -> str | None:
    """The one person who took part in a capacity; None where several did."""
    found = [each.person for each in event.participants if each.capacity is capacity]
    return found[0] if len(found) == 1 else None


def _says_something_else(old: Minutes, new: Minutes) -> bool:
    """Whether more differs than the registration and what the bot keeps for itself."""
    return _said(old) != _said(new)


def _said(minutes: Minutes) -> Minutes:
    return replace(minutes, number=None, registered_on=None, taken=(), last_id=0)
