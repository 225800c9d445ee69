"""Minutes in SQL: what is written is read, and found by event, partnership and what is missing."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.entities import Kind
from partnership.events import Event, EventKind, EventState, Span
from partnership.minutes.minutes import (
    AgendaItem,
    Minutes,
    MinutesForm,
    MinutesState,
    Point,
    PointKind,
)
from storage.database import DATABASE_ERRORS
from storage.records import Records
from tests.partnership.test_exchange import records_of
from tests.support.builders import World, a_partnership, a_place, an_event, named, open_world

MAPPING = Records().mappings[Kind.MINUTES]
DAY = date(2024, 5, 28)
MINUTES = Minutes(key="m-1", event="ev-1", form=MinutesForm.PROTOCOL)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(tmp_path / "mistok.db") as opened:
        yield opened


def held(key: str, day: date, **given: object) -> Event:
    return an_event(
        key,
        **{
            "kind": EventKind.MEETING,
            "state": EventState.HELD,
            "actual": Span(day, day),
        }
        | given,
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_minutes_come_back_from_their_row(data: st.DataObject) -> None:
    record = data.draw(records_of(Minutes))  # type: ignore[no-untyped-call]
    written = MAPPING.values(record)
    assert all(value is None or isinstance(value, str | int | float) for value in written)
    row = dict(zip([each for each in MAPPING.columns if each != "id"], written, strict=True))
    assert MAPPING.read([row.get(column, 0) for column in MAPPING.columns]) == record


async def test_minutes_get_a_number_and_keep_it(world: World) -> None:
    await world.put(held("ev-1", DAY), MINUTES)
    stored = await world.stores.minutes.minutes("m-1")
    assert stored is not None
    full = replace(
        stored,
        state=MinutesState.AGREED,
        agenda=(AgendaItem(title=named("Бюджет"), id=1),),
        points=(Point(kind=PointKind.ACTION, text=Bilingual("Звіт"), id=2, item=1, due=DAY),),
        annexes=(named("Перелік"),),
        agreed_by=(Side.HOME,),
        frozen="{}",
    )
    async with world.transfer.batches.open(None) as batch:
        await batch.save(full, stored)
    assert await world.stores.minutes.minutes_by_number(stored.id) == full
    assert await world.stores.minutes.all_minutes() == [full]
    assert await world.stores.minutes.minutes("m-2") is None


async def test_an_event_has_one_record_of_each_form(world: World) -> None:
    summary = replace(MINUTES, key="m-2", form=MinutesForm.SUMMARY)
    await world.put(held("ev-1", DAY), MINUTES, summary)
    found = await world.stores.minutes.minutes_of("ev-1")
    assert [each.key for each in found] == ["m-1", "m-2"]
    (only,) = await world.stores.minutes.minutes_of("ev-1", MinutesForm.SUMMARY)
    assert only.key == "m-2"
    with pytest.raises(DATABASE_ERRORS):
        await world.put(replace(MINUTES, key="m-3"))


async def test_those_of_the_latest_meeting_of_a_partnership_come_first(world: World) -> None:
    home, town = a_place("Zhytomyr", country="UA", home=True), a_place()
    linked = (a_partnership().id,)
    days = {"ev-1": DAY, "ev-2": date(2023, 1, 1), "ev-3": date(2024, 6, 1)}
    events = [held(key, day, partnerships=linked) for key, day in days.items()]
    minutes = [
        replace(MINUTES, key=f"m-{key}", event=key, day=day, partnerships=linked)
        for key, day in days.items()
    ]
    await world.put(home, town, a_partnership(), *events, *minutes, held("ev-4", DAY))
    found = await world.stores.minutes.latest_minutes(*linked, 2)
    assert [each.key for each in found] == ["m-ev-3", "m-ev-1"]
    assert await world.stores.minutes.latest_minutes("nobody") == []


async def test_meetings_without_minutes_are_found_by_the_day_they_ended(world: World) -> None:
    await world.put(
        held("ev-1", DAY),
        held("ev-2", DAY, kind=EventKind.STUDY_VISIT),
        held("ev-3", DAY, minutes_waived="привітання"),
        held("ev-4", DAY, state=EventState.PLANNED),
        held("ev-5", date(2024, 5, 20)),
        held("ev-6", date(2024, 5, 27)),
        replace(MINUTES, event="ev-6"),
    )
    find = world.stores.minutes.events_without
    assert await find(date(2024, 5, 21), DAY) == ["ev-1"]
    assert await find(date(2024, 5, 20), DAY) == ["ev-5", "ev-1"]
    assert await find(date(2024, 5, 20), date(2024, 5, 20)) == ["ev-5"]
