"""What a group may read of minutes, and which meetings still have none."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from partnership.bilingual import Bilingual
from partnership.events import EventKind, EventState, Span
from partnership.minutes import edits
from partnership.minutes.minutes import MinutesForm, Point, PointKind
from partnership.minutes.summarising import Summarising
from partnership.naming import index_of
from partnership.registry import Registry
from tests.partnership.minutes.conftest import MEETING, Desk
from tests.support.builders import OF_KOROSTEN, an_event

DAY = date(2024, 5, 28)


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Надіслати на a.b+c@city.gov.ua до п’ятниці", "Надіслати на до п’ятниці"),
        ("Телефон: +380 (44) 123-45-67", "Телефон"),
        ("Телефон 067 123 45 67, увечері", "Телефон, увечері"),
        ("Матеріали тут: https://drive.example.org/x?y=1", "Матеріали тут"),
        ("Пише @taras_k", "Пише"),
        (
            "Бюджет 1 250 000 грн, рішення № 123-45/2024",
            "Бюджет 1 250 000 грн, рішення № 123-45/2024",
        ),
        ("Зустріч 28.05.2024 о 15:00", "Зустріч 28.05.2024 о 15:00"),
        ("Паспорт АВ 123456", None),
    ],
)
def test_private_details_do_not_reach_a_group(
    registry: Registry, text: str, public: str | None
) -> None:
    summarising = Summarising(registry, index_of(registry.records()))
    cleared = summarising.public(Bilingual(text), DAY)
    assert (cleared.uk if cleared else None) == public


def test_people_are_named_by_their_posts(registry: Registry) -> None:
    summarising = Summarising(registry, index_of(registry.records()))
    cleared = summarising.public(Bilingual("Доручити Чижевській підготувати звіт"), DAY)
    assert cleared is not None
    assert cleared.uk == "Доручити (заступниця Коростенського міського голови) підготувати звіт"


async def test_a_short_summary_says_who_by_office_and_nothing_private(desk: Desk) -> None:
    minutes = await desk.draft()
    named = Point(kind=PointKind.ACTION, text=Bilingual("Звіт"), owner="chyzhevska", due=DAY)
    in_words = replace(named, text=Bilingual("Облік"), owner=None, owner_name=Bilingual("@ivan"))
    for point in (named, in_words):
        minutes = await desk.change(minutes, edits.add_point(point))
    summary = await desk.taking.short_summary(minutes)
    actions = {each.what.uk: each for each in summary.actions}
    who = actions["Звіт"].who
    assert who is not None
    assert who.uk == "заступниця Коростенського міського голови"
    assert (actions["Звіт"].due, actions["Облік"].who) == (DAY, None)
    assert (summary.agreed, summary.event, summary.day) == (False, MEETING, DAY)
    assert len(summary.decisions) == 1


async def test_meetings_without_minutes_are_awaited_for_some_weeks(desk: Desk) -> None:
    now = desk.world.clock.now()
    assert [each.key for each in await desk.taking.awaiting_minutes(now)] == [MEETING]
    assert await desk.taking.awaiting_minutes(now, {"zhytomyr"}) == []
    day = date(2024, 6, 10)
    held = an_event(
        state=EventState.HELD,
        kind=EventKind.SIGNING,
        actual=Span(day, day),
        partnerships=("korosten-bourges",),
    )
    await desk.world.put(held, replace(held, key="ev-2", kind=EventKind.MEETING))
    awaited = await desk.taking.awaiting_minutes(now, {"korosten"})
    assert [each.key for each in awaited] == [MEETING, "ev-2"]
    await desk.calendar.waive_minutes(OF_KOROSTEN, "ev-2", "лише привітання")
    await desk.draft(MinutesForm.CONVERSATION)
    assert await desk.taking.awaiting_minutes(now) == []
    assert await desk.taking.awaiting_minutes(now + timedelta(days=70)) == []
