"""From a draft to both sides' yes, and amendments after it."""

from dataclasses import replace
from datetime import date

from partnership.access import User
from partnership.agreements import Side
from partnership.events import EventState
from partnership.minutes.amending import Amender
from partnership.minutes.base import ChangingMinutes, refuse_unless
from partnership.minutes.controlling import Controlling
from partnership.minutes.edits import Edit
from partnership.minutes.errors import MinutesProblem
from partnership.minutes.freezing import amended, freeze, thaw
from partnership.minutes.minutes import Minutes, MinutesForm, MinutesState
from partnership.notes.errors import RestrictedTextError
from partnership.personal_data import restricted

BOTH = frozenset({Side.HOME, Side.FOREIGN})
AGREES: dict[MinutesForm, frozenset[Side]] = {
    MinutesForm.PROTOCOL: frozenset({Side.HOME}),
    MinutesForm.SUMMARY: BOTH,
    MinutesForm.CONVERSATION: frozenset({Side.HOME}),
}
"""Whose yes each form needs: what is shared with the partner, the partner agrees to as well."""


class Agreeing(Controlling):
    """Review, agreement, and what is changed afterwards."""

    __slots__ = ()

    async def submit(self, actor: User, key: str) -> Minutes:
        """Give a draft to those who are to agree. Raises MinutesRefusedError: NOT_A_DRAFT."""
        async with self._changing(actor, key) as change:
            state = change.minutes.state
            refuse_unless(state is MinutesState.DRAFT, MinutesProblem.NOT_A_DRAFT)
            await change.move_event(EventState.MINUTES_DRAFT)
            return await change.save(replace(change.minutes, state=MinutesState.REVIEW))

    async def return_to_draft(self, actor: User, key: str, reason: str) -> Minutes:
        """Somebody objects: back to the draft. Raises MinutesRefusedError: NOT_IN_REVIEW."""
        refuse_unless(bool(reason.strip()), MinutesProblem.NEEDS_REASON)
        async with self._changing(actor, key, kept(reason)) as change:
            state = change.minutes.state
            refuse_unless(state is MinutesState.REVIEW, MinutesProblem.NOT_IN_REVIEW)
            back = replace(change.minutes, state=MinutesState.DRAFT, agreed_by=())
            return await change.save(back)

    async def agree(
        self,
        actor: User,
        key: str,
        side: Side = Side.HOME,
        *,
        on: date | None = None,
        control: bool = False,
    ) -> Minutes:
        """A side agrees; with the last yes the minutes are frozen and the event goes on.

        Whoever agrees to minutes says that the meeting took place, if nobody did so before.

        What is still missing is no obstacle, but minutes without any point are: EMPTY. With
        `control` all action items are put under control as well. Raises MinutesRefusedError:
        AGREED, EMPTY, OTHER_SIDE.
        """
        async with self._changing(actor, key) as change:
            old = change.minutes
            refuse_unless(old.state is not MinutesState.AGREED, MinutesProblem.AGREED)
            refuse_unless(bool(old.points), MinutesProblem.EMPTY)
            refuse_unless(side in AGREES[old.form], MinutesProblem.OTHER_SIDE)
            sides = tuple(dict.fromkeys((*old.agreed_by, side)))
            await change.save(replace(old, state=MinutesState.REVIEW, agreed_by=sides))
            if AGREES[old.form] <= set(sides):
                await self._agreed(change, on or self.today, control=control)
            return change.minutes

    async def amend(self, actor: User, key: str, edit: Edit, reason: str = "") -> Minutes:
        """Change agreed minutes: logged in them with the reason, and the paper is made anew.

        Only what is amended changes on the paper. A registration number that nobody recorded yet
        needs no reason and is no amendment. Raises MinutesRefusedError: NOT_AGREED, NEEDS_REASON,
        NO_SUCH_PART, EMPTY.
        """
        async with self._changing(actor, key, kept(reason) or None) as change:
            old = change.minutes
            refuse_unless(old.state is MinutesState.AGREED, MinutesProblem.NOT_AGREED)
            new = edit(old)
            if not _only_registered(old, new):
                refuse_unless(bool(reason.strip()), MinutesProblem.NEEDS_REASON)
                refuse_unless(bool(new.points), MinutesProblem.EMPTY)
                at = change.now.replace(microsecond=0)
                amender = Amender(at=at, by=actor.id, name=actor.name, reason=kept(reason))
                done = amender.amendments(old, new, self.registry)
                new = replace(new, amendments=(*old.amendments, *done))
            return await self._save_amended(change, new)

    async def amend_participants(self, actor: User, key: str, reason: str) -> Minutes:
        """Take who took part anew from the event, after it was corrected there.

        Logged in the minutes with the reason. Raises MinutesRefusedError: NOT_AGREED, NEEDS_REASON.
        """
        refuse_unless(bool(reason.strip()), MinutesProblem.NEEDS_REASON)
        async with self._changing(actor, key, kept(reason)) as change:
            old = change.minutes
            refuse_unless(old.state is MinutesState.AGREED, MinutesProblem.NOT_AGREED)
            before = await self.paper(old)
            live = await self._live_paper(old, change.event)
            at = change.now.replace(microsecond=0)
            amender = Amender(at=at, by=actor.id, name=actor.name, reason=kept(reason))
            done = (*old.amendments, *amender.of_participants(before, live))
            paper = replace(
                before, sides=live.sides, interpreters=live.interpreters, amendments=done
            )
            return await change.save(replace(old, amendments=done, frozen=freeze(paper)))

    async def put_under_control(self, actor: User, key: str) -> Minutes:
        """Every action becomes an action item on the list; those there are get what they lack."""
        async with self._changing(actor, key) as change:
            new = await self._under_control(change)
            if new.state is MinutesState.AGREED:
                return await self._save_amended(change, new)
            return await change.save(new)

    async def _agreed(self, change: ChangingMinutes, on: date, *, control: bool) -> None:
        await change.hold_event()
        if control:
            await change.save(await self._under_control(change))
        new = replace(change.minutes, state=MinutesState.AGREED, agreed_on=on)
        paper = await self._live_paper(new, change.event)
        await change.save(replace(new, frozen=freeze(paper)))
        await self._renumber(change)
        others = await self.store.minutes_of(change.event.key)
        waiting = [each for each in others if each.key != new.key]
        if all(each.state is MinutesState.AGREED for each in waiting):
            await change.move_event(EventState.MINUTES_AGREED)

    async def _save_amended(self, change: ChangingMinutes, new: Minutes) -> Minutes:
        """Keep agreed minutes with their paper: only what differs is taken from the registry."""
        old = change.minutes
        assert old.frozen is not None
        live = await self._live_paper(new, change.event)
        paper = amended(thaw(old.frozen), old, live, new)
        await change.save(replace(new, frozen=freeze(paper)))
        await self._renumber(change)
        return change.minutes


def kept(reason: str) -> str:
    """A reason that may be kept. Raises RestrictedTextError."""
    kind = restricted(reason)
    if kind is not None:
        raise RestrictedTextError(kind)
    return reason.strip()


def _only_registered(old: Minutes, new: Minutes) -> bool:
    """Whether only the number and the day of registration were added, where there were none."""
    if old.number is not None or old.registered_on is not None:
        return False
    return replace(old, number=new.number, registered_on=new.registered_on) == new
