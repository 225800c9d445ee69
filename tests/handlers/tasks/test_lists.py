"""Lists of action items: by command and by plain questions."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.handlers.dialogue import pressed, said
from tests.handlers.tasks.conftest import REPORT
from tests.support.clocks import StillClock
from tests.support.office import Office
from tests.support.passing_time import deliver


@pytest.mark.parametrize(
    "words",
    [
        "/tasks Чижевська",
        "/tasks Чижевської",
        "/tasks Chyzhevska",
        "доручення Чижевської",
        "що за Чижевською?",
        "що висить на Чижевській",
        "які доручення в Чижевської?",
        "що має зробити Чижевська?",
        "what is Chyzhevska to do?",
        "Chyzhevska’s action items",
    ],
)
async def test_those_of_a_person_are_listed(linked: Office, words: str) -> None:
    await said(linked.coordinator.private(), REPORT)
    listed = await said(linked.coordinator.private(), words)
    assert listed.text.startswith("Наталія Чижевська: 1 доручення")
    assert "підготувати звіт" in listed.text


@pytest.mark.parametrize(
    "words", ["які доручення в мене?", "мої доручення", "що на мені?", "my action items"]
)
async def test_one_s_own_are_those_of_the_person_one_is(linked: Office, words: str) -> None:
    await said(linked.coordinator.private(), REPORT)
    await deliver(linked)
    listed = await said(linked.official.private(), words)
    assert listed.text.startswith("Наталія Чижевська: 1 доручення")


async def test_who_only_controls_is_told_so(linked: Office) -> None:
    await said(linked.coordinator.private(), REPORT)
    listed = await said(linked.coordinator.private(), "/tasks Ткачук")
    assert "Наталія Чижевська — контроль" in listed.text


@pytest.mark.parametrize(
    "words",
    [
        "що прострочено?",
        "прострочені доручення",
        "які доручення прострочені?",
        "what is overdue?",
        "/tasks overdue",
    ],
)
async def test_what_is_overdue_is_listed_the_oldest_first(
    linked: Office, clock: StillClock, words: str
) -> None:
    chat = linked.coordinator.private()
    await said(chat, "/task Бурж: надіслати каталоги до 15 червня")
    await said(chat, "/task Бурж: надіслати перелік до 13 червня")
    clock.advance(timedelta(days=10))
    listed = await said(chat, words)
    assert "Прострочені: 2 доручення" in listed.text
    assert listed.text.index("надіслати перелік") < listed.text.index("надіслати каталоги")
    assert "прострочено" in listed.text


@pytest.mark.parametrize(
    "words",
    ["завдання на наступний тиждень", "які доручення на наступний тиждень?", "tasks for next week"],
)
async def test_those_of_a_period_are_listed(linked: Office, words: str) -> None:
    chat = linked.coordinator.private()
    await said(chat, "/task Бурж: надіслати каталоги до 20 червня")
    await said(chat, "/task Бурж: надіслати перелік до 25 червня")
    listed = await said(chat, words)
    assert "17.06.2024 – 23.06.2024: 1 доручення" in listed.text
    assert "надіслати каталоги" in listed.text


async def test_those_of_a_partner_are_listed_by_a_plain_question(linked: Office) -> None:
    listed = await said(linked.coordinator.private(), "які доручення по Буржу?")
    assert "Коростень – Бурж: 2 доручення" in listed.text


async def test_whose_that_person_is_stays_a_question_about_the_person(linked: Office) -> None:
    answer = await said(linked.coordinator.private(), "що за Тарріссон?")
    assert "AFCCRE" in answer.text


async def test_an_official_finds_what_they_were_given_by_a_button(linked: Office) -> None:
    await said(linked.coordinator.private(), REPORT)
    await deliver(linked)
    ours = await said(linked.official.private(), "/tasks")
    assert "підготувати звіт" in ours.text, "given to me, though not of my community"
    mine = await pressed(ours, "Мої")
    assert mine.text.startswith("Наталія Чижевська: 1 доручення")
