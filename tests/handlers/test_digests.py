"""The plans of the week and of the day over HTTP, also while a visit goes on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.handlers.dialogue import said
from tests.handlers.meetings.test_visits import more, visit
from tests.support.clocks import StillClock
from tests.support.conversation import Conversation
from tests.support.group import Group
from tests.support.office import Office
from tests.support.passing_time import pass_time

PROGRAMME = (
    "01.09 10:00–11:30 Зустріч у ратуші; мала зала\n"
    "02.09 09:00 Відвідання школи; відповідає Петренко"
)
FRIDAY = datetime(2024, 8, 30, 9, 0, tzinfo=UTC)
SECOND_DAY = datetime(2024, 9, 2, 6, 0, tzinfo=UTC)
"""A Monday, 09:00 in Kyiv: both plans have come."""


@pytest.fixture
async def group(office: Office) -> Group:
    """A group bound to the partnership with Bourges."""
    made = office.telegram.group("Бурж", owner=office.admin, members=(office.coordinator,))
    await made.add_bot(office.admin)
    await office.admin.in_group(made).ask_all("/bind Бурж")
    return made


async def on_the_second_day(
    office: Office, clock: StillClock, room: Conversation, *kinds: str
) -> list[str]:
    """A visit with its programme; what came to `room` until the morning of its second day."""
    chat = office.coordinator.private()
    await more(await visit(chat), "Програма")
    await chat.ask(PROGRAMME)
    clock.move_to(FRIDAY)
    for kind in kinds:
        await said(room, f"/digest {kind} on")
    await room.rest()
    await pass_time(office, clock, SECOND_DAY)
    return [each.text for each in await room.rest()]


async def test_the_programme_of_each_day_of_a_visit_comes_to_the_group_by_both_clocks(
    office: Office, group: Group, clock: StillClock
) -> None:
    room = office.coordinator.in_group(group)
    came = await on_the_second_day(office, clock, room)
    days = [each for each in came if "програма дня" in each]
    assert [each.splitlines()[1:] for each in days] == [
        [
            "01.09.2024 (неділя)",
            "Час: Київ (10:00 Київ / 09:00 Париж)",
            "10:00–11:30 Зустріч у ратуші (мала зала)",
        ],
        [
            "02.09.2024 (понеділок)",
            "Час: Київ (09:00 Київ / 08:00 Париж)",
            "09:00 Відвідання школи (відповідає: Петренко)",
        ],
    ]


async def test_the_plan_of_the_day_says_no_programme_twice(
    office: Office, group: Group, clock: StillClock
) -> None:
    room = office.coordinator.in_group(group)
    came = await on_the_second_day(office, clock, room, "day")
    plans = [each for each in came if each.startswith("План дня")]
    assert plans[-1].splitlines() == [
        "План дня: 02.09.2024 (понеділок)",
        "• 01–05.09.2024: Робочий візит Коростень – Бурж (/event 13)",
    ]
    assert sum("Відвідання школи" in each for each in came) == 1


async def test_who_does_not_travel_finds_the_programme_in_their_plan_of_the_day(
    office: Office, clock: StillClock
) -> None:
    came = await on_the_second_day(office, clock, office.admin.private(), "day")
    assert came[-1].splitlines() == [
        "План дня: 02.09.2024 (понеділок)",
        "• 01–05.09.2024: Робочий візит Коростень – Бурж (/event 13)",
        "Час: Київ (09:00 Київ / 08:00 Париж)",
        "09:00 Відвідання школи (відповідає: Петренко)",
    ]


async def test_a_visit_that_goes_on_stands_on_the_first_day_of_the_week(
    office: Office, clock: StillClock
) -> None:
    came = await on_the_second_day(office, clock, office.admin.private(), "week")
    assert came[-1].splitlines() == [
        "План тижня",
        "02.09.2024 – 08.09.2024",
        "02.09.2024 (понеділок)",
        "• 01–05.09.2024: Робочий візит Коростень – Бурж (/event 13)",
    ]


async def test_a_day_without_anything_makes_no_message(office: Office, clock: StillClock) -> None:
    chat = office.admin.private()
    await said(chat, "/digest day on")
    await pass_time(office, clock, datetime(2024, 6, 14, 6, 0, tzinfo=UTC))
    assert [each.text for each in await chat.rest() if "План дня" in each.text] == []


async def test_the_plan_of_the_day_is_there_in_english(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await said(chat, "/lang en")
    await chat.ask("/meeting Bourges 2024-06-13 15:00 online")
    await said(chat, "/digest day on")
    await pass_time(office, clock, datetime(2024, 6, 13, 5, 0, tzinfo=UTC))
    (plan,) = [each.text for each in await chat.rest() if each.text.startswith("Plan of the day")]
    assert plan.splitlines()[0] == "Plan of the day: 13 Jun 2024 (Thursday)"
    assert "15:00 Kyiv / 14:00 Paris: " in plan


async def test_a_group_that_reads_both_languages_is_told_in_both(
    office: Office, group: Group
) -> None:
    room = office.admin.in_group(group)
    await (await room.ask("/bind Бурж")).press("Українська + English")
    await room.rest()
    told = (await room.ask("/digest tasks off")).text
    assert "Вимкнено: щотижнева добірка доручень (понеділок, 09:00)." in told
    assert "Switched off: action items, open and overdue (Mondays, 09:00)." in told
    overview = await room.ask("/digest")
    assert "Which digests should be sent here?" in overview.text
    await overview.press(data="dg:items:1")
    again = (await room.next()).text
    assert "Групу підписано на щотижневу добірку доручень" in again
    assert "This group is subscribed to: action items" in again


async def test_the_plan_of_a_group_says_nothing_of_the_programme_of_guests(
    office: Office, group: Group, clock: StillClock
) -> None:
    room = office.coordinator.in_group(group)
    await more(await visit(office.coordinator.private(), "Приїжджають до нас"), "Програма")
    await office.coordinator.private().ask(PROGRAMME)
    clock.move_to(FRIDAY)
    await said(room, "/digest day on")
    await pass_time(office, clock, SECOND_DAY)
    came = "\n".join(each.text for each in await room.rest())
    assert "План дня: 02.09.2024 (понеділок)" in came
    assert "школи" not in came
    assert "Програму цього дня не внесено" not in came
