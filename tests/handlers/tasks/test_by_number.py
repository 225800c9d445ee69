"""«Доручення № 11 виконано»: said in plain words, in both languages, by whoever may."""

from __future__ import annotations

from datetime import date

import pytest

from partnership.steps import Step, StepState
from tests.handlers.dialogue import pressed, said
from tests.support.office import Office

LIST = "st-exchange-topics"


async def the_list(office: Office) -> Step:
    step = await office.app.stores.steps.step(LIST)
    assert step is not None
    return step


async def test_an_extension_with_its_reason_is_saved_at_once(linked: Office) -> None:
    chat, number = linked.coordinator.private(), (await the_list(linked)).id
    await said(chat, f"строк № {number} — п’ятниця")
    done = await said(chat, f"продовж № {number} до 1 липня, партнер просить час")
    assert "Строк: 01.07.2024 (понеділок)." in done.text
    card = await pressed(done, "Відкрити")
    assert "14.06.2024 → 01.07.2024 (партнер просить час)" in card.text
    assert (await the_list(linked)).state is StepState.IN_PROGRESS
    await said(chat, "/undo")
    assert (await the_list(linked)).due == date(2024, 6, 14)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("перенеси строк № {} на 28 червня, бо відпустка", "відпустка"),
        ("продовж до 28 червня № {} через відпустку", "через відпустку"),
        ("№ {} до 28 червня, партнер просить час", "партнер просить час"),
        ("item #{}: extend to 28 June because the partner is late", "the partner is late"),
    ],
)
async def test_the_reason_is_no_more_than_what_was_given_as_one(
    linked: Office, words: str, reason: str
) -> None:
    chat, number = linked.coordinator.private(), (await the_list(linked)).id
    await said(chat, f"постав № {number} строк п’ятниця")
    await said(chat, words.format(number))
    history = await linked.app.services.tasks.history(await the_list(linked))
    told = [(each.new, each.reason) for each in history if each.field == "due"]
    assert told == [("2024-06-28", reason), ("2024-06-14", None)]


async def test_an_extension_by_so_many_days_counts_from_the_due_date(linked: Office) -> None:
    chat, number = linked.coordinator.private(), (await the_list(linked)).id
    await said(chat, f"постав № {number} строк п’ятниця")
    done = await said(chat, f"продовж № {number} на тиждень, бо відпустка")
    assert "Строк: 21.06.2024 (п’ятниця)." in done.text


async def test_a_question_is_dropped_by_a_word(linked: Office) -> None:
    chat, step = linked.coordinator.private(), await the_list(linked)
    await said(chat, f"доручення № {step.id} виконано")
    card = await said(chat, "скасувати")
    assert "Стан: доручено." in card.text
    assert await the_list(linked) == step
    await said(chat, "надіслано")
    assert await the_list(linked) == step


async def test_an_extension_without_a_reason_asks_for_one(linked: Office) -> None:
    chat, number = linked.coordinator.private(), (await the_list(linked)).id
    await said(chat, f"строк № {number} — п’ятниця")
    why = await said(chat, f"extend item {number} to 1 July")
    assert "причину" in why.text
    assert (await the_list(linked)).due == date(2024, 6, 14)
    await said(chat, "партнер просить час")
    assert (await the_list(linked)).due == date(2024, 7, 1)


@pytest.mark.parametrize(
    "words",
    [
        "передай № {number} Чижевській",
        "доручіть № {number} Чижевській",
        "виконавець доручення {number} — Чижевська",
        "pass item {number} to Chyzhevska",
        "reassign task {number} to Chyzhevska",
    ],
)
async def test_it_is_passed_on_by_name_in_any_case(linked: Office, words: str) -> None:
    number = (await the_list(linked)).id
    card = await said(linked.coordinator.private(), words.format(number=number))
    assert "Виконавиця — Наталія Чижевська." in card.text


async def test_a_name_nobody_has_is_asked_for_and_nothing_changes(linked: Office) -> None:
    before = await the_list(linked)
    question = await said(linked.coordinator.private(), f"передай № {before.id} Шварценеггеру")
    assert "Напишіть прізвище" in question.text
    assert await the_list(linked) == before


@pytest.mark.parametrize("words", ["зніми з контролю № {number}", "close item {number}"])
async def test_what_is_not_done_yet_is_asked_about_before_it_is_closed(
    linked: Office, words: str
) -> None:
    chat, number = linked.coordinator.private(), (await the_list(linked)).id
    question = await said(chat, words.format(number=number))
    assert "Напишіть про результат" in question.text
    await said(chat, "надіслано")
    assert (await the_list(linked)).state is StepState.DONE
    closed = await said(chat, words.format(number=number))
    assert "Стан: знято з контролю." in closed.text
    again = await said(chat, words.format(number=number))
    assert "Стан: знято з контролю." in again.text


async def test_done_with_its_result_in_one_sentence(linked: Office) -> None:
    chat, number = linked.coordinator.private(), (await the_list(linked)).id
    card = await said(chat, f"доручення № {number} виконано: надіслано листом № 12")
    assert "Результат: надіслано листом № 12" in card.text
    back = await said(chat, f"поверни № {number} на доопрацювання: немає підпису")
    assert "немає підпису" in back.text
    assert (await the_list(linked)).state is StepState.IN_PROGRESS


async def test_a_cancellation_asks_for_its_reason_or_takes_the_one_that_is_given(
    linked: Office,
) -> None:
    chat, number = linked.coordinator.private(), (await the_list(linked)).id
    why = await said(chat, f"скасуй доручення {number}")
    assert "Скасувати це доручення?" in why.text
    await said(chat, f"скасуй доручення {number}, бо візиту не буде")
    assert (await the_list(linked)).state is StepState.CANCELLED
    card = await said(chat, f"доручення № {number}")
    assert "візиту не буде" in card.text


async def test_several_at_once_are_offered_one_by_one(linked: Office) -> None:
    number = (await the_list(linked)).id
    other = await linked.app.stores.steps.step("st-next-visit")
    assert other is not None
    words = f"№ {number}, {other.id} і № 999 виконано"
    offered = await said(linked.coordinator.private(), words)
    assert [row[0].partition(":")[0] for row in offered.buttons[:2]] == [
        f"№ {number}",
        f"№ {other.id}",
    ]
    assert len(offered.buttons) == 3
    assert (await the_list(linked)).is_open


async def test_a_number_nobody_has_and_other_things_with_numbers(linked: Office) -> None:
    chat = linked.coordinator.private()
    assert "Доручення № 999 тут немає" in (await said(chat, "доручення № 999 виконано")).text
    assert "Доручення №" not in (await said(chat, "скасуй подію № 10")).text


async def test_a_question_shows_the_card_and_changes_nothing(linked: Office) -> None:
    before = await the_list(linked)
    for words in ("чи виконано № {}?", "що з дорученням № {}?", "what is the status of item {}?"):
        card = await said(linked.coordinator.private(), words.format(before.id))
        assert "Стан: доручено." in card.text
    assert await the_list(linked) == before


async def test_officials_of_elsewhere_and_neighbours_change_nothing(linked: Office) -> None:
    before = await the_list(linked)
    for human in (linked.official, linked.neighbour):
        for words in (
            "продовж № {} до 1 липня, так треба",
            "передай № {} Тарану",
            "№ {} виконано: так",
            "скасуй доручення {}, бо зайве",
            "контроль за № {} — Таран",
            "№ {} чекаємо на партнера",
        ):
            await said(human.private(), words.format(before.id))
            assert await the_list(linked) == before, words


async def test_a_question_about_another_item_is_no_answer_to_one_that_was_asked(
    linked: Office,
) -> None:
    chat, step = linked.coordinator.private(), await the_list(linked)
    await said(chat, f"доручення № {step.id} виконано")
    await said(chat, "доручення Чижевської")
    await said(chat, f"що з дорученням № {step.id}?")
    assert (await the_list(linked)).is_open
    await said(chat, "надіслано")
    assert (await the_list(linked)).state is StepState.DONE
