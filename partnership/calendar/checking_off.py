"""Working through the checklists of an event, and editing their templates."""

from collections.abc import Callable
from dataclasses import replace

from partnership.access import Action, User, may
from partnership.calendar.base import CalendarBase, Changing
from partnership.calendar.beside import record_checklist, record_line
from partnership.calendar.times import wall_of, zone_of
from partnership.checklists.instantiate import instantiate
from partnership.checklists.model import ChecklistLine, LineState, Template, TemplateCode
from partnership.errors import NotPermittedError, WrongValueError


class CheckingOff(CalendarBase):
    """The buttons of a checklist. Who changed a line, and when, is kept in the line."""

    __slots__ = ()

    async def checklist(self, key: str) -> list[ChecklistLine]:
        """The lines of an event's checklists, soonest due first."""
        return await self.store.checklist(key)

    async def add_checklist(self, actor: User, key: str, code: TemplateCode) -> list[ChecklistLine]:
        """Copy a template into an event; one that is there already is left as it is."""
        async with self._changing(actor, key) as change:
            if all(line.template != code for line in await change.work.checklist(key)):
                templates = self.planner.templates | await change.work.edited_templates()
                today = wall_of(change.now, zone_of(change.event)).date()
                lines = instantiate(templates[code], change.event, today)
                await change.work.put_lines(lines)
                await record_checklist(change.batch, key, code, lines, added=True)
                await self.planner.plan_event(change.work, key)
        return await self.store.checklist(key)

    async def remove_checklist(self, actor: User, key: str, code: TemplateCode) -> None:
        """Take a checklist away from an event."""
        async with self._changing(actor, key) as change:
            lines = [each for each in await change.work.checklist(key) if each.template == code]
            await change.work.delete_lines(key, code)
            if lines:
                await record_checklist(change.batch, key, code, lines, added=False)
            await self.planner.plan_event(change.work, key)

    async def tick(self, actor: User, key: str, line: str) -> ChecklistLine:
        """The line is done."""
        return await self._change_line(
            actor,
            key,
            line,
            lambda change, old: replace(
                old, state=LineState.DONE, reason=None, done_by=actor.id, done_at=change.now
            ),
        )

    async def untick(self, actor: User, key: str, line: str) -> ChecklistLine:
        """The line is open again."""
        return await self._change_line(
            actor,
            key,
            line,
            lambda _, old: replace(
                old, state=LineState.OPEN, reason=None, done_by=None, done_at=None
            ),
        )

    async def not_applicable(self, actor: User, key: str, line: str, reason: str) -> ChecklistLine:
        """The line does not concern this event, and why."""
        if not reason.strip():
            raise WrongValueError("reason", reason, "needs_reason")
        return await self._change_line(
            actor,
            key,
            line,
            lambda change, old: replace(
                old,
                state=LineState.NOT_APPLICABLE,
                reason=reason.strip(),
                done_by=actor.id,
                done_at=change.now,
            ),
        )

    async def assign(
        self, actor: User, key: str, line: str, person: str | None, user: int | None = None
    ) -> ChecklistLine:
        """Who does the line, in words and, where they use the bot, by their number."""
        return await self._change_line(
            actor, key, line, lambda _, old: replace(old, person=person, user=user)
        )

    async def templates(self) -> dict[TemplateCode, Template]:
        """All templates as they hold now."""
        return self.planner.templates | await self.store.edited_templates()

    async def edit_template(self, actor: User, template: Template) -> None:
        """Change a template for events planned from now on; only an admin may."""
        _require_admin(actor)
        ids = [line.id for line in template.lines]
        if len(ids) != len(set(ids)):
            raise WrongValueError("lines", template.code, "duplicate_id")
        async with self.batches.open(actor.id) as batch:
            work = self.store.within(batch.work)
            await work.put_template(replace(template, edited=True), actor.id, batch.at)

    async def reset_template(self, actor: User, code: TemplateCode) -> Template:
        """Go back to the template that came with the project."""
        _require_admin(actor)
        async with self.batches.open(actor.id) as batch:
            await self.store.within(batch.work).delete_template(code)
        return self.planner.templates[code]

    async def _change_line(
        self,
        actor: User,
        key: str,
        line: str,
        new: Callable[[Changing, ChecklistLine], ChecklistLine],
    ) -> ChecklistLine:
        async with self._changing(actor, key) as change:
            lines = {each.line: each for each in await change.work.checklist(key)}
            if line not in lines:
                raise WrongValueError("line", line, "no_such_line")
            changed = new(change, lines[line])
            await change.work.put_lines([changed])
            await record_line(change.batch, lines[line], changed)
            await self.planner.plan_event(change.work, key)
        return changed


def _require_admin(actor: User) -> None:
    """Templates hold for all communities, so they are the admins' to change."""
    if not may(actor, Action.MANAGE_USERS):
        raise NotPermittedError(Action.MANAGE_USERS)
