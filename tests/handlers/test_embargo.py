"""Place and hour of an incoming visit stay with its coordinators until it ends."""

from __future__ import annotations

from datetime import date, time

from partnership.bilingual import Bilingual
from partnership.events import Event, EventKind, EventState, Precision, Span, VisitDirection
from tests.support.office import Office

VISIT = Event(
    key="visit-from-bourges",
    kind=EventKind.WORKING_VISIT,
    title=Bilingual("Візит із Буржа", "Visit from Bourges"),
    state=EventState.PLANNED,
    planned=Span(date(2024, 6, 20), date(2024, 6, 20), time(9, 40)),
    precision=Precision.DAY,
    partnerships=("korosten-bourges",),
    direction=VisitDirection.INCOMING,
)


async def test_only_coordinators_of_the_community_see_the_hour(office: Office) -> None:
    batches = office.app.services.editing.batches
    async with batches.open(None) as batch:
        await batch.save(VISIT)
    for person, sees in (
        (office.coordinator, True),
        (office.admin, True),
        (office.official, False),
        (office.neighbour, False),
    ):
        card = await person.private().ask("/partner Бурж")
        assert "20.06.2024" in card.text
        assert ("09:40" in card.text) is sees
        events = await person.private().ask("події з Буржем у червні 2024")
        assert ("09:40" in events.text) is sees
    shared = await office.coordinator.inline("бурж")
    assert "09:40" not in shared[0].text
