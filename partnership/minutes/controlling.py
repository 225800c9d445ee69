"""Putting what minutes ask for on the list of action items."""

from dataclasses import replace

from partnership.access import Action
from partnership.calendar.belonging import communities_of
from partnership.editing.base import require
from partnership.entities import Kind
from partnership.minutes.base import ChangingMinutes, MinutesBase
from partnership.minutes.minutes import Minutes, Point, PointKind
from partnership.minutes.numbering import numbers
from partnership.steps import Step
from partnership.tasks.drafts import TaskDraft
from partnership.tasks.making import side_of, step_of


class Controlling(MinutesBase):
    """Action items from minutes, in the transaction of the minutes."""

    __slots__ = ()

    async def _under_control(self, change: ChangingMinutes) -> Minutes:
        """The minutes with the keys of the steps that are made or completed here."""
        minutes, number = change.minutes, numbers(change.minutes)
        community = next(iter(sorted(communities_of(change.event, self.registry))), None)
        require(change.actor, Action.MANAGE_STEPS, community)
        points = []
        for point in minutes.points:
            if point.kind is not PointKind.ACTION:
                points.append(point)
                continue
            known = await self.steps.step(point.step) if point.step else None
            new = self._step(minutes, point, number[point.id], known)
            step = await change.batch.save(new, known)
            points.append(replace(point, step=step.key))
        marks = (f"step:{each.step}" for each in points if each.step)
        taken = tuple(dict.fromkeys((*minutes.taken, *marks)))
        return replace(minutes, points=tuple(points), taken=taken)

    async def _renumber(self, change: ChangingMinutes) -> None:
        """Let the action items of these minutes name the point as it is numbered now."""
        number = numbers(change.minutes)
        for point in change.minutes.points:
            step = await change.batch.work.growing(Kind.STEP, point.step) if point.step else None
            if isinstance(step, Step) and step.minutes == change.minutes.key:
                await change.batch.save(replace(step, point=number[point.id]), step)

    def _step(self, minutes: Minutes, point: Point, number: str, known: Step | None) -> Step:
        """The action item of a point: a new one, or the known one with what it lacked."""
        if known is not None:
            return _completed(known, minutes, point, number)
        partnership = self._partnership_of(minutes, point)
        draft = TaskDraft(
            key=f"{minutes.key}-{point.id}",
            what=point.text,
            partnership=partnership,
            community=None if partnership else minutes.community,
            person=point.owner,
            owner=point.owner_name,
            side=point.side,
            helpers=point.helpers,
            event=minutes.event,
            minutes=minutes.key,
            point=number,
            due=point.due,
            due_text=point.due_text,
        )
        step = step_of(draft, self.registry)
        return replace(step, owner_organisations=point.owner_organisations)

    def _partnership_of(self, minutes: Minutes, point: Point) -> str | None:
        """The partnership of which the doer is; the first one where that does not say."""
        for each in minutes.partnerships:
            if side_of(point.owner, each, self.registry) is not None:
                return each
        return next(iter(minutes.partnerships), None)


def _completed(step: Step, minutes: Minutes, point: Point, number: str) -> Step:
    """What was on the list before, with its source and with what the minutes add."""
    new = replace(step, event=step.event or minutes.event, minutes=minutes.key, point=number)
    if not step.is_open:
        return new
    nobody = not (step.owner_person or step.owner or step.owner_organisations)
    if nobody and (point.owner or point.owner_name):
        new = replace(new, owner_person=point.owner, owner=point.owner_name)
    if step.due is None and point.due is not None:
        new = replace(new, due=point.due, due_text=None)
    return new
