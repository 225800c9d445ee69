"""Listing, finding and correcting notes over HTTP."""

from __future__ import annotations

import pytest

from tests.handlers.dialogue import pressed, said
from tests.support.office import Office


async def write(office: Office, *texts: str) -> None:
    chat = office.coordinator.private()
    for text in texts:
        await said(chat, f"/note {text}")


async def test_notes_of_a_partner_are_listed_latest_first_by_pages(office: Office) -> None:
    await write(office, *(f"Бурж: пункт {number}" for number in range(8)))
    first = await said(office.official.private(), "/notes Бурж")
    assert first.text.startswith("Нотатки: Коростень – Бурж\n8 нотаток")
    assert first.text.index("пункт 7") < first.text.index("пункт 2")
    assert "пункт 1" not in first.text
    second = await pressed(first, "›")
    assert "пункт 1" in second.text
    assert "пункт 7" not in second.text


@pytest.mark.parametrize("typed", ["виставка", "ВИСТАВКУ", "виставками", "виставок"])
async def test_any_case_form_finds_and_the_hit_is_bold(office: Office, typed: str) -> None:
    await write(office, "Бурж: готуємо виставку ремесел")
    found = await said(office.official.private(), f"/find {typed}")
    assert "готуємо виставку ремесел" in found.text
    bold = [
        found.text.encode("utf-16-le")[2 * each["offset"] : 2 * (each["offset"] + each["length"])]
        for each in found.entities
        if each["type"] == "bold"
    ]
    assert "виставку".encode("utf-16-le") in bold


async def test_events_and_letters_are_found_too_in_both_languages(office: Office) -> None:
    chat = office.official.private()
    assert "Подія № 6" in (await said(chat, "/find двосторонніх онлайн-зустрічей")).text
    assert "Кропивницький" in (await said(chat, "/find Chamber; Кропивницький")).text


async def test_a_search_is_narrowed_and_says_by_what(office: Office) -> None:
    await write(office, "Бурж: бюджет виставки", "подати бюджет громади")
    chat = office.official.private()
    found = await said(chat, "/find бюджету; Бурж; червень 2024; Тараса")
    assert "партнер: Бурж, період: 01.06.2024 – 30.06.2024, автор: Тараса" in found.text
    assert "Знайдено: 1 запис" in found.text
    assert "Нічого не знайдено" in (await said(chat, "/find бюджет; 2023")).text
    assert "Нічого не знайдено" in (await said(chat, "/find бюджет; Ярина")).text


async def test_pages_of_a_search_turn_for_anybody_and_after_a_restart(office: Office) -> None:
    await write(office, *(f"Бурж: концерт {number}" for number in range(8)))
    first = await said(office.official.private(), "/find концерти")
    assert "Знайдено: 8 записів" in first.text
    second = await pressed(first, "›")
    assert second.text.startswith("Пошук: концерти")
    assert "2/2" in str(second.buttons)


async def test_a_correction_supersedes_and_the_history_shows_both(office: Office) -> None:
    chat = office.coordinator.private()
    answer = await said(chat, "/note Бурж: хор із 20 осіб")
    await answer.press("Виправити")
    assert "Надішліть виправлений текст нотатки № 1" in (await chat.next()).text
    corrected = await said(chat, "хор із 30 осіб")
    assert "Попередній текст збережено в історії" in corrected.text
    assert "Нотатка № 2" in corrected.text
    history = await pressed(corrected, "Історія")
    assert "30 осіб" in history.text
    assert "20 осіб" in history.text
    assert "20 осіб" not in (await said(chat, "/notes Бурж")).text
    alert = await answer.press(data="nt:1:c")
    assert "вже виправлено: див. № 2" in str(alert.text)


async def test_what_may_not_be_kept_leaves_the_note_as_it_was(office: Office) -> None:
    chat = office.coordinator.private()
    answer = await said(chat, "/note Бурж: делегація з 5 осіб")
    await answer.press("Виправити")
    assert "Нічого не збережено" in (await said(chat, "паспорт FA123456")).text
    assert "5 осіб" in (await said(chat, "/notes Бурж")).text


async def test_somebody_else_neither_corrects_nor_takes_back(office: Office) -> None:
    await write(office, "Бурж: хор")
    opened = await pressed(await said(office.official.private(), "/notes Бурж"), "№ 1")
    assert "Виправити" not in str(opened.buttons)
    for deed in "cx":
        assert (await opened.press(data=f"nt:1:{deed}")).show_alert
    assert await office.app.stores.notes.count(None) == 1


async def test_a_note_is_taken_back_within_a_day(office: Office) -> None:
    chat = office.coordinator.private()
    gone = await pressed(await said(chat, "/note Бурж: помилка"), "Скасувати запис")
    assert gone.text == "Скасовано: нотатка № 1.\nпомилка"
    assert "Нотаток ще немає" in (await said(chat, "/notes Бурж")).text


async def test_what_is_typed_is_shown_and_never_markup(office: Office) -> None:
    await write(office, "Бурж: <b>хор</b> & <script>")
    chat = office.official.private()
    assert "<b>хор</b> & <script>" in (await said(chat, "/notes Бурж")).text
    assert "Нічого не знайдено" in (await said(chat, '/find "<i>" OR *')).text


async def test_notes_of_an_event_are_listed_by_its_number(office: Office) -> None:
    answer = await said(office.coordinator.private(), "/note Бурж: перелік готовий")
    await pressed(answer, "До події")
    await write(office, "Бурж: інше")
    (event,) = [
        each
        for each in await office.app.stores.events.events(partnership="korosten-bourges")
        if each.key == (await office.app.stores.notes.notes(None, 2, 0))[1].belongs.event
    ]
    listed = await said(office.official.private(), f"/notes {event.id}")
    assert "перелік готовий" in listed.text
    assert "інше" not in listed.text
    assert "онлайн-зустріч" in listed.text


async def test_personal_data_are_not_repeated_by_a_search(office: Office) -> None:
    answer = await said(office.official.private(), "/find паспорт FA123456; FA123456")
    assert "123456" not in answer.text


async def test_a_search_without_words_is_met_with_an_example(office: Office) -> None:
    answer = await said(office.official.private(), "/find")
    assert "/find культура; Бурж; 2024; Тарас" in answer.text
