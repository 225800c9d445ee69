"""One meeting from the plan to the next agenda: planned, reminded, held, written down, followed up.

The online meeting Korosten – Bourges of June 2024, as a municipality would live through it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import docx

from partnership.steps import Step, StepState
from tests.handlers.dialogue import pressed, said
from tests.handlers.minutes.conftest import WorkingGroup, gather_group
from tests.support.clocks import StillClock
from tests.support.conversation import Conversation
from tests.support.office import Office
from tests.support.passing_time import pass_time
from tests.support.shown import Shown

HELD = date(2024, 6, 18)


def at(day: int, hour: int, minute: int = 0, month: int = 6) -> datetime:
    """A wall time in Kyiv (UTC+3 in summer) as an instant."""
    return datetime(2024, month, day, hour - 3, minute, tzinfo=UTC)


async def test_a_meeting_from_its_plan_to_the_next_agenda(
    office: Office, clock: StillClock
) -> None:
    group = await gather_group(office)
    desk = office.coordinator.private()
    await office.coordinator.start()
    await desk.rest()

    await planned(desk)
    await reminded(office, clock, group)
    ended = await written_down_by_three(office, clock, group)
    draft = await drafted(desk, ended)
    await on_paper(draft)
    items = await under_control(office, draft)
    await followed_up(office, clock, desk, items)
    await in_the_next_agenda(office, clock, desk, items)


async def planned(desk: Conversation) -> None:
    answer = await said(desk, "/meeting Бурж 2024-06-18 15:00 онлайн")
    assert "18.06.2024 (вівторок), 15:00 Київ / 14:00 Париж" in answer.text


async def reminded(office: Office, clock: StillClock, group: WorkingGroup) -> None:
    await pass_time(office, clock, at(18, 14, 55))
    told = [each.text for each in await group.coordinator.rest()]
    assert sum("18.06.2024 (вівторок), 15:00 Київ / 14:00 Париж" in text for text in told) >= 3


async def written_down_by_three(office: Office, clock: StillClock, group: WorkingGroup) -> Shown:
    await pass_time(office, clock, at(18, 15, 5))
    begun = await said(group.coordinator, "/minutes start")
    assert "Коростень – Бурж, 18.06.2024 (вівторок), 15:00" in begun.text
    await group.official.send("Бондюель: наступний візит організовує Бурж")
    await group.admin.send("! провести виставку ремесел восени")
    await group.coordinator.send("Чижевська: підготувати звіт до 28.06")
    await group.coordinator.send("Москаленко: надіслати запрошення до 01.07")
    await group.admin.send("Бондюель: надіслати програму візиту до 05.07")
    await group.official.send("Тарріссон: надіслати перелік конкурсів до 20.06")
    await office.telegram.settled()
    ended = await said(group.admin, "/minutes stop")
    assert "Записано: 1 нотатка, 1 рішення і 4 доручення." in ended.text
    return ended


async def drafted(desk: Conversation, ended: Shown) -> Shown:
    await desk.rest()
    await ended.press("Протокол", by=desk.human)
    draft = (await desk.rest())[-1]
    assert "Пункти: 1 виступ, 1 рішення і 4 доручення" in draft.text
    await pressed(draft, "Хто головував")
    await said(desk, "Москаленко")
    await pressed((await desk.rest() or [desk.last])[-1], "Хто вів протокол")
    draft = await said(desk, "Чижевська")
    assert "Головує: Володимир Москаленко" in draft.text
    return draft


async def on_paper(draft: Shown) -> None:
    await draft.press("DOCX")
    name, content = draft.conversation.last.file
    assert name.endswith("2024-06-18.docx")
    paper = docx.Document(BytesIO(content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(each.text for each in paper.paragraphs), *cells]).casefold()
    for fact in (
        "18 червня 2024 року",
        "наступний візит організовує бурж",
        "провести виставку ремесел восени",
        "підготувати звіт",
        "надіслати запрошення",
        "надіслати програму візиту",
        "надіслати перелік конкурсів",
        "москаленко",
        "чижевська",
    ):
        assert fact in text, fact


async def under_control(office: Office, draft: Shown) -> dict[str, int]:
    controlled = await pressed(draft, "Взяти доручення на контроль")
    assert "4 доручення взято на контроль" in controlled.text
    await pressed(controlled, "Погоджено нами")
    items = {each.owner_person: each.id for each in await agreed_on(office)}
    assert set(items) == {"chyzhevska", "moskalenko", "bondiuel", "tarrisson"}
    return {str(person): number for person, number in items.items()}


async def followed_up(
    office: Office, clock: StillClock, desk: Conversation, items: dict[str, int]
) -> None:
    await said(desk, f"продовж № {items['moskalenko']} до 10 липня, партнер просить час")
    await said(desk, f"№ {items['chyzhevska']} виконано, звіт надіслано")
    await said(desk, f"зніми з контролю № {items['chyzhevska']}")
    await desk.rest()
    await pass_time(office, clock, at(21, 10))
    nagged = [each.text for each in await desk.rest()]
    assert any("перелік конкурсів" in text and "20.06.2024" in text for text in nagged)
    steps = {each.id: each for each in await agreed_on(office)}
    assert steps[items["moskalenko"]].due == date(2024, 7, 10)
    assert steps[items["chyzhevska"]].state is StepState.CLOSED
    assert steps[items["tarrisson"]].overdue_on(date(2024, 6, 21))


async def in_the_next_agenda(
    office: Office, clock: StillClock, desk: Conversation, items: dict[str, int]
) -> None:
    await said(desk, "/meeting Бурж 2024-07-09 15:00 онлайн")
    await desk.rest()
    await pass_time(office, clock, at(8, 16, month=7))
    reminder = next(
        each.text for each in await desk.rest() if "Винесено з минулої зустрічі" in each.text
    )
    still_open = ("запрошення", "програму візиту", "перелік конкурсів")
    assert all(words in reminder for words in still_open)
    assert "Підготувати звіт" not in reminder
    await pass_time(office, clock, at(9, 16, 30, month=7))
    await desk.rest()
    draft = await said(desk, "зроби протокол зустрічі з Буржем 9 липня")
    assert all(words in draft.text for words in still_open)


async def agreed_on(office: Office) -> list[Step]:
    """The action items of the minutes, with what became of them."""
    steps = await office.app.stores.steps.steps(partnership="korosten-bourges")
    return [each for each in steps if each.minutes is not None]
