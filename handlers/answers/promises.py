"""What the people who are named have taken upon themselves, as far as it is recorded."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from handlers.answers.places import best_ids
from handlers.formats import short_date
from handlers.reader import Reader
from handlers.screens import fill
from partnership.language.questions import Reading
from partnership.queries import posts_of
from partnership.steps import StepState


async def promises(reading: Reading, reader: Reader) -> list[Markup]:
    """Steps of the people named, or of their offices; [] where nobody is named."""
    people = best_ids(reading.people)
    if not people:
        return []
    offices = {post.organisation for each in people for post in posts_of(reader.registry, each)}
    known = await reader.overview.step_store.steps()
    return [
        fill("• {what}{due}", what=each.what.text(reader.language), due=_due(each.due, reader))
        for each in known
        if each.state is not StepState.CANCELLED
        and (
            each.owner_person in people
            or each.requested_by in people
            or offices.intersection(each.owner_organisations)
        )
    ]


def _due(day: date | None, reader: Reader) -> str:
    return f" — {short_date(day, reader.language)}" if day is not None else ""
