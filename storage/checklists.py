"""Checklists of events in SQL, and the templates that an admin changed."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache

from pydantic import TypeAdapter

from partnership.checklists.model import ChecklistLine, Template, TemplateCode
from partnership.events import CALLED_OFF, EventState
from storage.database import Transaction
from storage.fetching import Fetch
from storage.rows import Mapping


@cache
def _mapping() -> Mapping[ChecklistLine]:
    return Mapping(ChecklistLine, "checklist_line", key="event", also_key=("line",))


@cache
def _template() -> TypeAdapter[Template]:
    return TypeAdapter(Template)


async def lines_of(fetch: Fetch, event: str) -> list[ChecklistLine]:
    """The lines of an event's checklists, soonest due first."""
    mapping = _mapping()
    rows = await fetch(
        f"{mapping.select} WHERE event = ? ORDER BY due_on IS NULL, due_on, due_at, line", (event,)
    )
    return [mapping.read(row) for row in rows]


async def given_lines(fetch: Fetch) -> list[ChecklistLine]:
    """Open lines that were given to somebody, of events that are not called off."""
    mapping, over = _mapping(), sorted(CALLED_OFF | {EventState.CLOSED})
    rows = await fetch(
        f"{mapping.select} WHERE state = 'open' AND (\"user\" IS NOT NULL OR person IS NOT NULL)"
        ' AND event NOT IN (SELECT "key" FROM event'
        f" WHERE state IN ({', '.join('?' * len(over))})) ORDER BY event, line",
        over,
    )
    return [mapping.read(row) for row in rows]


async def put_lines(transaction: Transaction, lines: Iterable[ChecklistLine]) -> None:
    """Keep lines of a checklist."""
    mapping = _mapping()
    await transaction.execute_many(mapping.upsert, [mapping.values(line) for line in lines])


async def delete_lines(transaction: Transaction, event: str, template: TemplateCode) -> None:
    """Take a checklist away from an event."""
    await transaction.execute(
        "DELETE FROM checklist_line WHERE event = ? AND template = ?", (event, template)
    )


async def edited_templates(fetch: Fetch) -> dict[TemplateCode, Template]:
    """Templates that an admin changed."""
    rows = await fetch("SELECT lines FROM checklist_template ORDER BY code")
    found = (_template().validate_json(text) for (text,) in rows)
    return {template.code: template for template in found}


async def put_template(transaction: Transaction, template: Template, by: int, at: datetime) -> None:
    """Keep a template as an admin changed it."""
    await transaction.execute(
        "INSERT INTO checklist_template (code, lines, changed_by, changed_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (code) DO UPDATE SET lines = excluded.lines,"
        " changed_by = excluded.changed_by, changed_at = excluded.changed_at",
        (template.code, _template().dump_json(template).decode(), by, at.isoformat()),
    )


async def delete_template(transaction: Transaction, code: TemplateCode) -> None:
    """Go back to the template that came with the project."""
    await transaction.execute("DELETE FROM checklist_template WHERE code = ?", (code,))
