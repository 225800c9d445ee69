"""Things to be done that are said in plain words: offered, and kept after «yes» only."""

from __future__ import annotations

from datetime import date

import pytest

from partnership.steps import Step
from tests.handlers.dialogue import pressed, said
from tests.support.office import Office


async def newest(office: Office) -> Step:
    return max(await office.app.stores.steps.steps(), key=lambda each: each.id)


@pytest.mark.parametrize(
    ("words", "what", "person", "due"),
    [
        (
            "постав завдання Москаленку: лист подяки Бурж до понеділка",
            "лист подяки Бурж",
            "moskalenko",
            date(2024, 6, 17),
        ),
        (
            "доручи Чижевській підготувати презентацію до 20 червня",
            "підготувати презентацію",
            "chyzhevska",
            date(2024, 6, 20),
        ),
        (
            "Чижевська має надіслати звіт Буржу до п'ятниці",
            "Чижевська має надіслати звіт Буржу",
            "chyzhevska",
            date(2024, 6, 14),
        ),
        ("нагадай мені в п'ятницю написати в Бурж", "написати в Бурж", None, date(2024, 6, 14)),
        (
            "додай доручення: перекласти угоду до 1 липня",
            "перекласти угоду",
            None,
            date(2024, 7, 1),
        ),
    ],
)
async def test_it_is_offered_and_kept_after_yes(
    office: Office, words: str, what: str, person: str | None, due: date
) -> None:
    before = await newest(office)
    offered = await said(office.coordinator.private(), words)
    assert "Поставити на контроль?" in offered.text
    assert (await newest(office)).key == before.key
    await pressed(offered, "Так")
    step = await newest(office)
    assert (step.what.uk, step.owner_person, step.due) == (what, person, due)
    await said(office.coordinator.private(), "/undo")
    assert (await newest(office)).key == before.key


async def test_no_keeps_nothing_and_the_button_works_once(office: Office) -> None:
    before = await newest(office)
    offered = await said(office.coordinator.private(), "доручи Чижевській надіслати лист Буржу")
    refused = await pressed(offered, "Ні")
    assert refused.text == "На контроль не поставлено."
    assert (await newest(office)).key == before.key


async def test_a_similar_item_is_not_taken_for_another(office: Office) -> None:
    offered = await said(
        office.coordinator.private(), "Чижевська: підготувати список шкіл до 20.06"
    )
    assert "Поставити на контроль?" in offered.text
    known = await office.app.stores.steps.step("st-exchange-topics")
    assert known is not None
    assert known.due is None


@pytest.mark.parametrize(
    "question",
    [
        "хто готує список напрямків?",
        "хто відповідає за список напрямків",
        "who prepares the list of areas?",
    ],
)
async def test_who_does_it_is_told_with_the_item(office: Office, question: str) -> None:
    answer = await said(office.coordinator.private(), question)
    assert "Доручення № 11" in answer.text
    assert "Виконавець — Коростенська громада." in answer.text


async def test_an_official_puts_nothing_under_control(office: Office) -> None:
    answer = await said(
        office.official.private(), "доручи Чижевській надіслати лист Буржу до п'ятниці"
    )
    assert "Поставити на контроль?" not in answer.text
