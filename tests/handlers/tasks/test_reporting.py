"""An official who was given something: told, reminded, asking for time, done, given back."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from partnership.steps import Step, StepKind, StepState
from tests.handlers.dialogue import pressed, said
from tests.handlers.tasks.conftest import REPORT
from tests.support.clocks import StillClock
from tests.support.office import Office
from tests.support.passing_time import deliver, pass_time
from tests.support.people import Human
from tests.support.shown import Shown

KYIV = ZoneInfo("Europe/Kyiv")


async def the_report(office: Office) -> Step:
    steps = await office.app.stores.steps.steps_of_kind(StepKind.ACTION, set(StepState))
    return max(steps, key=lambda each: each.id)


async def latest(office: Office, human: Human) -> Shown:
    """What somebody sees last in their private chat."""
    await deliver(office)
    await office.telegram.settled()
    return human.private().last


async def test_whoever_is_given_one_is_told_and_opens_it(linked: Office) -> None:
    await said(linked.coordinator.private(), REPORT)
    news = await latest(linked, linked.official)
    assert "Вам доручено" in news.text
    assert "підготувати звіт" in news.text
    assert "Строк: 20.06.2024 (четвер)." in news.text
    card = await pressed(news, "№ ")
    assert "Контроль: Дмитро Ткачук." in card.text
    assert "Попросити продовжити" in card.buttons[0]
    assert not any("Скасувати доручення" in row for row in card.buttons)


async def test_an_extension_is_asked_for_and_given_by_one_tap(linked: Office) -> None:
    await said(linked.coordinator.private(), REPORT)
    card = await pressed(await latest(linked, linked.official), "№ ")
    days = await pressed(card, "Попросити продовжити")
    why = await pressed(days, "27.06.2024 (четвер)")
    sent = await pressed(why, "на прохання партнера")
    assert "Прохання надіслано" in sent.text
    assert (await the_report(linked)).due == date(2024, 6, 20)
    request = await latest(linked, linked.coordinator)
    assert "27.06.2024 (четвер): на прохання партнера" in request.text
    given = await pressed(request, "Продовжити до 27.06.2024")
    assert "Строк: 27.06.2024 (четвер)." in given.text
    news = await latest(linked, linked.official)
    assert "Строк змінено" in news.text
    assert "Причина: на прохання партнера" in news.text


async def test_an_extension_may_be_asked_for_in_words_and_refused(linked: Office) -> None:
    await said(linked.coordinator.private(), REPORT)
    number = (await the_report(linked)).id
    text = f"продовж № {number} до 25 червня, бо чекаємо на переклад"
    sent = await said(linked.official.private(), text)
    assert "Прохання надіслано" in sent.text
    assert "чекаємо на переклад" in sent.text
    refused = await pressed(await latest(linked, linked.coordinator), "Не продовжувати")
    assert "Строк: 20.06.2024 (четвер)." in refused.text
    assert "Строк не продовжено" in (await latest(linked, linked.official)).text


async def test_done_given_back_done_again_and_off_control(linked: Office) -> None:
    await said(linked.coordinator.private(), REPORT)
    await latest(linked, linked.official)
    question = await pressed(linked.official.private().last, "Виконано")
    assert "Напишіть про результат" in question.text
    done = await said(linked.official.private(), "надіслано поштою")
    assert "Результат: надіслано поштою" in done.text
    assert "/undo" not in done.text, "officials cannot take changes back"
    report = await latest(linked, linked.coordinator)
    assert "Виконано: перевірте і зніміть з контролю" in report.text
    why = await pressed(report, "Повернути на доопрацювання")
    assert "чого бракує" in why.text
    back = await said(linked.coordinator.private(), "немає підпису")
    assert "Стан: виконується." in back.text
    assert "немає підпису" in back.text
    news = await latest(linked, linked.official)
    assert "Повернуто вам на доопрацювання" in news.text
    await pressed(news, "Виконано")
    await said(linked.official.private(), "підписано")
    closed = await pressed(await latest(linked, linked.coordinator), "Зняти з контролю")
    assert "Стан: знято з контролю." in closed.text
    assert "Результат: підписано" in closed.text


async def test_a_reminder_is_answered_by_a_reply_in_plain_words(
    linked: Office, clock: StillClock
) -> None:
    await said(linked.coordinator.private(), REPORT)
    await pass_time(linked, clock, datetime(2024, 6, 19, 9, 5, tzinfo=KYIV))
    reminder = linked.official.private().last
    assert "Строк — 20.06.2024 (четвер): «підготувати звіт»" in reminder.text
    assert f"Доручення № {(await the_report(linked)).id}" in reminder.text
    chat = linked.official.private()
    await chat.send("виконано, лист надіслано", reply_to=reminder)
    answer = (await chat.rest())[-1]
    assert "Стан: виконано" in answer.text
    assert "Результат: лист надіслано" in answer.text


async def test_what_is_overdue_goes_to_the_controller_only(
    linked: Office, clock: StillClock
) -> None:
    await said(linked.coordinator.private(), REPORT)
    await pass_time(linked, clock, datetime(2024, 6, 20, 12, 0, tzinfo=KYIV))
    before = len(linked.official.private().history)
    await pass_time(linked, clock, datetime(2024, 6, 21, 9, 5, tzinfo=KYIV))
    overdue = linked.coordinator.private().last
    assert "Прострочено з 20.06.2024" in overdue.text
    assert overdue.buttons == [["Змінити строк", "Відкрити"]]
    assert len(linked.official.private().history) == before


async def test_waiting_for_the_partner_and_back_to_work(linked: Office) -> None:
    await said(linked.coordinator.private(), REPORT)
    card = await pressed(await latest(linked, linked.official), "№ ")
    waiting = await pressed(card, "Чекаємо на партнера")
    assert "Стан: очікуємо на партнера." in waiting.text
    back = await pressed(waiting, "Повернути в роботу")
    assert "Стан: виконується." in back.text


async def test_a_report_made_too_soon_is_taken_back_by_a_button(linked: Office) -> None:
    await said(linked.coordinator.private(), REPORT)
    question = await pressed(await latest(linked, linked.official), "Виконано")
    done = await pressed(question, "Виконано, без подробиць")
    again = await pressed(done, "Повернути в роботу")
    assert "Стан: виконується." in again.text


async def test_personal_documents_are_kept_neither_as_a_result_nor_as_a_reason(
    linked: Office,
) -> None:
    await said(linked.coordinator.private(), REPORT)
    before = await the_report(linked)
    for words in ("№ {} виконано: паспорт FA123456", "продовж № {} до 1 липня, паспорт FA123456"):
        answer = await said(linked.official.private(), words.format(before.id))
        assert "Нічого не збережено" in answer.text
    assert await the_report(linked) == before


async def test_who_gives_it_hears_that_the_doer_cannot_be_reached(linked: Office) -> None:
    await linked.official.private().block_bot()
    await said(linked.coordinator.private(), REPORT)
    told = await latest(linked, linked.coordinator)
    assert "Не доставлено" in told.text
    assert "Ярина" in told.text


async def test_in_english_the_same_is_said_in_english(linked: Office) -> None:
    await said(linked.official.private(), "/lang en")
    await said(linked.coordinator.private(), REPORT)
    news = await latest(linked, linked.official)
    assert "An action item for you" in news.text
    card = await pressed(news, "№ ")
    assert "Control: Dmytro Tkachuk." in card.text
    number = (await the_report(linked)).id
    done = await said(linked.official.private(), f"item {number} is done: sent by e-mail")
    assert "State: done, still under control." in done.text
    assert "Result: sent by e-mail" in done.text
