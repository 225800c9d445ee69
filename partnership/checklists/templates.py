"""The templates that come with the project, and which of them an event needs."""

import json
from importlib.resources import files
from typing import Any

from partnership.bilingual import Bilingual
from partnership.calendar.times import is_online
from partnership.checklists.lead_time import LeadTime
from partnership.checklists.model import ChecklistRole, Template, TemplateCode, TemplateLine
from partnership.events import VISITS, Event, EventKind, VisitDirection


def load_templates() -> dict[TemplateCode, Template]:
    """The templates of the domain document, from the project's own data file."""
    text = files("partnership.checklists").joinpath("templates.json").read_text("utf-8")
    given: dict[str, Any] = json.loads(text)
    return {TemplateCode(code): _template(code, plain) for code, plain in given.items()}


def templates_for(event: Event) -> tuple[TemplateCode, ...]:
    """Which checklists an event needs; a plain meeting in a room needs none."""
    if event.kind in VISITS:
        incoming = event.direction == VisitDirection.INCOMING
        own = TemplateCode.INCOMING if incoming else TemplateCode.OUTGOING
        return (own, TemplateCode.FOLLOW_UP)
    if event.kind == EventKind.SIGNING:
        return (TemplateCode.SIGNING,)
    return (TemplateCode.ONLINE,) if is_online(event) else ()


def _template(code: str, plain: dict[str, Any]) -> Template:
    return Template(
        code=TemplateCode(code),
        title=Bilingual(plain["uk"], plain["en"]),
        lines=tuple(_line(each) for each in plain["lines"]),
    )


def _line(plain: dict[str, Any]) -> TemplateLine:
    condition = plain.get("condition")
    return TemplateLine(
        id=plain["id"],
        text=Bilingual(plain["uk"], plain["en"]),
        lead=LeadTime(plain["offset"]),
        role=ChecklistRole(plain["role"]),
        required=plain.get("required", False),
        condition=Bilingual(**condition) if condition else None,
    )
