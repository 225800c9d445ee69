"""/handover over HTTP: who to whom, what passes, the brief, the access, taking it back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from docx import Document

from partnership.access import Role
from partnership.bilingual import Bilingual
from partnership.reminders.model import Recipient, RecipientKind, SubjectKind
from partnership.steps import Step, StepKind, StepState
from tests.handlers.dialogue import pressed, said
from tests.support.clocks import StillClock
from tests.support.office import COORDINATOR, NEIGHBOUR, OFFICIAL, Office
from tests.support.passing_time import deliver, pass_time
from tests.support.shown import Shown

BOURGES = "korosten-bourges"


async def with_work(office: Office) -> None:
    """The coordinator of Korosten is a person of the registry, with a call and an action item.

    Both sides have written to the bot, which knows them by their @names since.
    """
    membership = office.app.services.membership
    admin = await membership.who(101)
    await membership.link(admin, COORDINATOR, "moskalenko")
    await membership.link(admin, OFFICIAL, "chyzhevska")
    for chat in (office.coordinator.private(), office.official.private()):
        await chat.ask("/help")
    async with office.app.services.editing.batches.open(None) as batch:
        await batch.save(
            Step(
                key="st-report",
                kind=StepKind.ACTION,
                what=Bilingual("Звіт <про> {{ візит }} & «все»", "Report"),
                state=StepState.OPEN,
                partnership=BOURGES,
                owner_person="moskalenko",
                due=date(2024, 6, 20),
            )
        )
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await chat.rest()


def documents(shown: list[Shown]) -> list[Shown]:
    """The messages that carry a file."""
    return [each for each in shown if "document" in each.body]


def text_of(shown: Shown) -> str:
    """Everything a Word document says, tables included."""
    document = Document(BytesIO(shown.file[1]))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


async def test_an_admin_hands_over_with_two_surnames(office: Office, clock: StillClock) -> None:
    await with_work(office)
    successor = office.official.private()
    await successor.ask("/start")
    clock.advance(timedelta(hours=1))
    chat = office.admin.private()
    preview = await chat.ask("/handover Москаленко Чижевська")
    assert "Передає: Володимир Москаленко" in preview.text
    assert "Приймає: Наталія Чижевська" in preview.text
    assert "Партнерства: 1 (Коростень – Бурж)" in preview.text
    assert "Громади: 1 (Коростень)" in preview.text
    assert "25.06.2024" in preview.text
    assert "Нова роль (Наталія Чижевська): координатор партнерств" in preview.text
    await preview.press("Передати")
    told = await chat.rest()
    assert "Справи передано: Володимир Москаленко → Наталія Чижевська" in told[0].text
    (brief,) = documents(told)
    assert "також її має" in brief.text
    text = text_of(brief)
    for fact in (
        "Бурж (Франція) — Коростень",
        "Співпраця без оформленого статусу",
        "Звіт <про> {{ візит }} & «все»",
        "20.06.2024",
        "25.06.2024 (вівторок), 15:00 Київ / 14:00 Париж",
        "Наталія Чижевська",
        "не внесено",
    ):
        assert fact in text
    heard = await successor.rest()
    assert any("Справи передано" in each.text for each in heard)
    assert len(documents(heard)) == 1
    assert any("Справи передано" in each.text for each in await office.coordinator.private().rest())
    person = await office.app.services.membership.who(OFFICIAL)
    assert (person.role, person.communities) == (Role.COORDINATOR, ("zhytomyr", "korosten"))


async def rows_of(office: Office, user: int) -> list[tuple[str, str, datetime]]:
    """The open reminders of a person: about what, by which rule, when."""
    rows = await office.app.stores.reminders.upcoming(limit=1_000)
    who = Recipient(RecipientKind.USER, user)
    planned = (row for row in rows if row.subject_kind is not SubjectKind.ANNOUNCEMENT)
    return sorted((row.subject, row.rule, row.due_at) for row in planned if row.recipient == who)


async def test_a_coordinator_leaves_and_no_reminder_is_lost_nor_sent_to_them(
    office: Office, clock: StillClock
) -> None:
    await with_work(office)
    successor, former = office.official.private(), office.coordinator.private()
    await successor.ask("/start")
    clock.advance(timedelta(hours=1))
    planned = await rows_of(office, COORDINATOR)
    await (await office.admin.private().ask("/handover @taras @yaryna")).press("Передати")
    assert await rows_of(office, OFFICIAL) == planned
    assert await rows_of(office, COORDINATOR) == []
    for chat in (successor, former):
        await chat.rest()
    await pass_time(office, clock, clock.now() + timedelta(days=15))
    heard = [each.text for each in await successor.rest()]
    assert len([each for each in heard if "Нагадування: онлайн-зустріч" in each]) == 4
    assert any("Звіт" in each for each in heard)
    assert await former.rest() == []


async def test_undo_brings_the_reminders_back(office: Office, clock: StillClock) -> None:
    await with_work(office)
    clock.advance(timedelta(hours=1))
    planned = await rows_of(office, COORDINATOR)
    chat = office.admin.private()
    await (await chat.ask("/handover @taras @yaryna")).press("Передати")
    result = (await chat.rest())[0]
    former = office.coordinator.private()
    await former.rest()
    await result.press("Скасувати зміну")
    assert await rows_of(office, COORDINATOR) == planned
    assert await rows_of(office, OFFICIAL) == []
    await deliver(office)
    assert any("Передавання справ скасовано" in each.text for each in await former.rest())


async def test_access_is_asked_about_apart_and_everything_comes_back(
    office: Office, clock: StillClock
) -> None:
    await with_work(office)
    chat = office.admin.private()
    await (await chat.ask("/handover Москаленко Чижевська")).press("Передати")
    question = (await chat.rest())[-1]
    assert "Відкликати доступ до чат-бота (Володимир Москаленко)?" in question.text
    done = await pressed(question, "Відкликати доступ")
    assert done.text.startswith("Доступ відкликано")
    membership = office.app.services.membership
    assert (await membership.who(COORDINATOR)).role is Role.STRANGER
    for _time in range(2):
        undone = await said(chat, "/undo")
        assert undone.text.startswith("Зміну скасовано"), undone.text
    back = await membership.who(COORDINATOR)
    assert (back.role, back.communities) == (Role.COORDINATOR, ("korosten",))
    assert (await membership.who(OFFICIAL)).role is Role.OFFICIAL


async def test_a_coordinator_hands_over_their_own(office: Office) -> None:
    await with_work(office)
    chat = office.coordinator.private()
    for words in ("/handover Чижевська", "передай мої справи Чижевській", "/handover @yaryna"):
        preview = await chat.ask(words)
        assert "Передає: Володимир Москаленко" in preview.text
        assert "Приймає: Наталія Чижевська" in preview.text
    done = await pressed(preview, "Не передавати")
    assert done.text == "Нічого не передано."
    refused = await chat.ask("/handover Орест Чижевська")
    assert "лише власні справи" in refused.text
    assert refused.buttons == []


async def test_without_names_people_are_chosen_by_buttons(office: Office) -> None:
    await with_work(office)
    chat = office.admin.private()
    asked = await chat.ask("/handover")
    assert "Хто передає справи?" in asked.text
    await asked.press("Катерина Сергієнко")
    asked = (await chat.rest())[-1]
    assert "Хто приймає справи?" in asked.text
    assert "Бондюель" not in str(asked.buttons)
    preview = await said(chat, "Чижевській")
    assert "Партнерства: 2" in preview.text
    assert (await said(chat, "/cancel")).text


@pytest.mark.parametrize(
    "words",
    [
        "Москаленко йде у відпустку. Передай його справи Чижевській",
        "Тарас звільняється, справи прийматиме Ярина",
        "передайте, будь ласка, справи Тараса @yaryna",
        "Moskalenko resigned; Chyzhevska takes over his partnerships",
        "gthtlfq cghfdb Vjcrfktyrj Xb;tdcmrsq",
    ],
)
async def test_it_is_understood_in_own_words(office: Office, words: str) -> None:
    await with_work(office)
    chat = office.admin.private()
    assert "Хто передає справи?" in (await chat.ask("/handover")).text
    preview = await said(chat, words)
    assert "Передає: Володимир Москаленко" in preview.text
    assert "Приймає: Наталія Чижевська" in preview.text


async def test_a_name_in_doubt_is_asked_about_and_an_unknown_one_said(office: Office) -> None:
    chat = office.coordinator.private()
    assert "Хто приймає справи?" in (await chat.ask("/handover")).text
    for words in ("Незнайомченко", "/handover Незнайомченко"):
        answer = await said(chat, words)
        assert "«Незнайомченко»" in answer.text
        assert "Хто приймає справи?" in answer.text


async def test_who_does_not_use_the_bot_takes_what_the_registry_holds(office: Office) -> None:
    chat = office.admin.private()
    preview = await chat.ask("передай справи Сергієнко Піньковському")
    assert "не користується чат-ботом" in preview.text
    assert "• громади, нагадування й події" in preview.text
    await preview.press("Передати")
    told = await chat.rest()
    (brief,) = documents(told)
    assert "передайте, будь ласка, самі" in brief.text
    assert "Крефельд (Німеччина) — Кропивницький" in text_of(brief)


async def test_an_older_preview_hands_over_nothing(office: Office) -> None:
    await with_work(office)
    chat = office.admin.private()
    older = await chat.ask("/handover Москаленко Чижевська")
    await chat.ask("/handover @orest @yaryna")
    answer = await older.press("Передати")
    assert answer.text == "Ця кнопка застаріла."
    assert (await office.app.services.membership.who(COORDINATOR)).communities == ("korosten",)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("/handover @taras @taras", "Це одна й та сама людина."),
        ("/handover Тарріссон Чижевська", "передавати нічого"),
    ],
)
async def test_what_makes_no_sense_is_said_kindly(office: Office, words: str, told: str) -> None:
    await with_work(office)
    chat = office.admin.private()
    assert told in (await chat.ask(words)).text


async def test_in_english_the_same(office: Office) -> None:
    await with_work(office)
    chat = office.neighbour.private()
    await chat.ask("/lang en")
    membership = office.app.services.membership
    preview = await chat.ask("hand over my work to Chyzhevska")
    assert "To: Nataliia Chyzhevska" in preview.text
    await preview.press("Hand over")
    told = await chat.rest()
    assert "Handed over: Орест → Nataliia Chyzhevska" in told[0].text
    assert "Handed over by" in text_of(documents(told)[0])
    assert (await membership.who(NEIGHBOUR)).communities == ()


async def test_in_a_group_the_private_chat_is_offered(office: Office) -> None:
    group = office.telegram.group("Бурж", owner=office.admin)
    await group.add_bot(office.admin)
    room = office.admin.in_group(group)
    await room.ask_all("/bind Коростень")
    answer = (await room.ask_all("/handover Москаленко Чижевська"))[-1]
    assert "Чижевська" not in answer.text


async def test_who_still_answers_for_something_is_handed_over_before_access_is_taken(
    office: Office,
) -> None:
    await with_work(office)
    chat = office.admin.private()
    asked = await chat.ask(f"/revoke {COORDINATOR}")
    assert f"Спершу передайте: /handover {COORDINATOR}" in asked.text
    assert "Хто приймає справи?" in (await said(chat, f"/handover {COORDINATOR}")).text
    assert "/handover" not in (await said(chat, "/revoke 101")).text
