"""What the last meeting hands on to the next: its open action items."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.formats import dated_weekday
from handlers.reader import Reader
from handlers.screens import fill
from partnership.steps import Step

SHOWN = 5
"""Of more the agenda of the minutes holds all."""


def carried_lines(steps: Sequence[Step], reader: Reader) -> list[Markup]:
    """«Винесено з минулої зустрічі», one line for each; nothing where nothing is open."""
    if not steps:
        return []
    told = [_line(each, reader) for each in steps[:SHOWN]]
    more = len(steps) - SHOWN
    if more > 0:
        told.append(fill(_("and {count} more: /tasks"), count=more))
    return [fill(_("<b>Carried over from the last meeting:</b>")), *told]


def _line(step: Step, reader: Reader) -> Markup:
    what = step.what.text(reader.language)
    if step.due is None:
        return fill("• {what}", what=what)
    day = dated_weekday(step.due, reader.language)
    return fill(_("• {what}, due {day}"), what=what, day=day)
