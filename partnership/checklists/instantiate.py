"""Copying a template into an event, and moving its due dates when the event moves."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from partnership.calendar.times import starts_at, wall_of, zone_of
from partnership.checklists.lead_time import LeadTime
from partnership.checklists.model import ChecklistLine, Template, TemplateCode, TemplateLine
from partnership.events import Event


def instantiate(template: Template, event: Event, today: date) -> list[ChecklistLine]:
    """The lines of an event; those due before `today` are there and marked late."""
    return [_line(template.code, line, event, today) for line in template.lines]


def reschedule(
    lines: Iterable[ChecklistLine], templates: dict[TemplateCode, Template], event: Event
) -> list[ChecklistLine]:
    """The lines whose due dates differ after the event moved; what is done stays as it is."""
    leads = {line.id: line.lead for each in templates.values() for line in each.lines}
    moved = []
    for line in lines:
        lead = leads.get(line.line)
        if lead is not None and line.is_open:
            due_on, due_at = _due(line.template, lead, event)
            if (due_on, due_at) != (line.due_on, line.due_at):
                moved.append(replace(line, due_on=due_on, due_at=due_at))
    return moved


def _line(code: TemplateCode, line: TemplateLine, event: Event, today: date) -> ChecklistLine:
    due_on, due_at = _due(code, line.lead, event)
    return ChecklistLine(
        event=event.key,
        line=line.id,
        template=code,
        role=line.role,
        text=line.text,
        required=line.required,
        condition=line.condition,
        due_on=due_on,
        due_at=due_at,
        late_from_start=due_on is not None and due_on < today,
    )


def _due(code: TemplateCode, lead: LeadTime, event: Event) -> tuple[date | None, datetime | None]:
    """The follow-up counts from the last day, all others from the first one."""
    anchor = event.ends_on if code == TemplateCode.FOLLOW_UP else event.starts_on
    if anchor is None:
        return None, None
    at = lead.instant(starts_at(event))
    return (lead.day(anchor) if at is None else wall_of(at, zone_of(event)).date()), at
