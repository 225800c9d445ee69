"""Action items that are named by their words and a verb that is about nothing else."""

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


async def test_it_is_extended_with_the_reason_after_the_comma(linked: Office) -> None:
    chat = linked.coordinator.private()
    await said(chat, "строк списку напрямків до п’ятниці")
    done = await said(chat, "продовж список напрямків до 21.06, бо партнер просить час")
    assert "Строк: 21.06.2024 (п’ятниця)." in done.text
    assert "(партнер просить час)" in (await pressed(done, "Відкрити")).text


async def test_without_a_reason_it_is_asked_for(linked: Office) -> None:
    chat = linked.coordinator.private()
    await said(chat, "строк списку напрямків до п’ятниці")
    await said(chat, "продовж список напрямків до 21.06")
    assert (await the_list(linked)).due == date(2024, 6, 14)


@pytest.mark.parametrize(
    "words",
    [
        "передай список напрямків Чижевській",
        "передай доручення про список напрямків Чижевській",
        "reassign the list of areas to Chyzhevska",
    ],
)
async def test_it_is_passed_on(linked: Office, words: str) -> None:
    await said(linked.coordinator.private(), words)
    assert (await the_list(linked)).owner_person == "chyzhevska"


async def test_it_is_done_given_back_and_taken_off_control(linked: Office) -> None:
    chat = linked.coordinator.private()
    await said(chat, "список напрямків готовий")
    await said(chat, "зніми з контролю список напрямків")
    assert (await the_list(linked)).is_open, "an order is no result"
    await said(chat, "надіслано")
    await said(chat, "поверни список напрямків на доопрацювання, бракує підпису")
    assert (await the_list(linked)).state is StepState.IN_PROGRESS
    await said(chat, "список напрямків готовий")
    await said(chat, "підписано")
    closed = await said(chat, "зніміть список напрямків з контролю")
    assert "Стан: знято з контролю." in closed.text


@pytest.mark.parametrize("words", ["передай справи Чижевській", "передай привіт Чижевській"])
async def test_what_no_item_holds_is_about_something_else(linked: Office, words: str) -> None:
    steps = await linked.app.stores.steps.steps()
    await said(linked.coordinator.private(), words)
    assert await linked.app.stores.steps.steps() == steps


async def test_several_are_offered(linked: Office) -> None:
    chat = linked.coordinator.private()
    await said(chat, "/task Бурж: надіслати довідку про школи")
    await said(chat, "/task Бурж: надіслати довідку про садки")
    offered = await said(chat, "передай довідку Чижевській")
    assert "Яке доручення ви маєте на увазі?" in offered.text
