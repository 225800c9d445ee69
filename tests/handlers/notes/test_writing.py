"""Writing notes down over HTTP: by command, in own words, with an action item, refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.handlers.dialogue import pressed, said
from tests.support.office import Office

M51 = "/note Бурж: домовились про культурний обмін восени, відповідальна Чижевська, до 1 липня"
CITY = "Коростень – Бурж"


async def steps_of(office: Office, partnership: str = "korosten-bourges") -> list[str]:
    steps = await office.app.stores.steps.steps(partnership=partnership, open_only=True)
    return [step.what.text("uk") for step in steps]


async def test_a_note_is_saved_and_its_action_item_offered(office: Office) -> None:
    answer = await said(office.coordinator.private(), M51)
    assert answer.text == (
        "Нотатку збережено (Коростень – Бурж).\n"
        "Доручення: «культурний обмін восени», виконавиця — Наталія Чижевська, "
        "строк 01.07.2024 (понеділок). Поставити на контроль?"
    )
    assert answer.buttons[0] == ["Так", "Ні"]
    (note,) = await office.app.stores.notes.notes(None, 10, 0)
    assert note.text.startswith("домовились про культурний обмін")
    assert (note.author_name, note.belongs.partnership) == ("Тарас", "korosten-bourges")
    assert "культурний обмін восени" not in await steps_of(office)


async def test_yes_puts_the_item_under_control_once_and_undo_takes_it_off(office: Office) -> None:
    chat = office.coordinator.private()
    answer = await said(chat, M51)
    done = await pressed(answer, "Так")
    assert "На контролі: «культурний обмін восени»" in done.text
    await answer.press(data=str(answer.button("Так")["callback_data"]))
    assert (await steps_of(office)).count("культурний обмін восени") == 1
    steps = await office.app.stores.steps.steps(partnership="korosten-bourges", open_only=True)
    (step,) = (each for each in steps if each.what.text("uk") == "культурний обмін восени")
    assert (step.owner_person, step.due) == ("chyzhevska", date(2024, 7, 1))
    await said(chat, "/undo")
    assert "культурний обмін восени" not in await steps_of(office)


async def test_no_leaves_the_note_alone(office: Office) -> None:
    answer = await said(office.coordinator.private(), M51)
    kept = await pressed(answer, "Ні")
    assert kept.text == "Нотатку збережено (Коростень – Бурж)."
    assert "культурний обмін восени" not in await steps_of(office)


async def test_an_official_writes_notes_but_puts_nothing_under_control(office: Office) -> None:
    answer = await said(office.official.private(), M51)
    assert answer.text == "Нотатку збережено (Коростень – Бурж)."
    pressed_yes = await answer.press(data="nt:1:y")
    assert pressed_yes.show_alert


async def test_a_stranger_writes_nothing(office: Office) -> None:
    answer = await said(office.stranger.private(), M51)
    assert "збережено" not in answer.text
    assert await office.app.stores.notes.count(None) == 0


@pytest.mark.parametrize(
    "message",
    [
        "запиши: Бурж готує виставку ремесел",
        "Нотатка Бурж: привезти каталоги",
        "/decision Бурж: провести виставку",
        "/action Бурж: надіслати каталоги",
        "/note говорили з Буржем про школи",
    ],
)
async def test_each_way_of_writing_finds_the_partnership(office: Office, message: str) -> None:
    answer = await said(office.coordinator.private(), message)
    assert f"({CITY})." in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "паспорт делегата FA123456 запиши",
        "/note Бурж: паспорт делегата FA123456",
        "/note ІПН 2345678901",
        "запиши: паспорт делегатки АБ 123456",
        "/action Бурж: оформити квиток, паспорт FA123456",
    ],
)
async def test_personal_documents_are_refused_and_kept_nowhere(
    office: Office, message: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await said(office.coordinator.private(), message)
    assert "Нічого не збережено" in answer.text
    assert await office.app.stores.notes.count(None) == 0
    secret = next(word for word in message.split() if any(each.isdigit() for each in word))
    with closing(sqlite3.connect(tmp_path / "mistok.db")) as database:
        dump = "\n".join(database.iterdump())
    assert secret not in dump
    assert secret not in caplog.text


async def test_where_nobody_is_named_the_community_is_meant_and_can_be_changed(
    office: Office,
) -> None:
    answer = await said(office.coordinator.private(), "/note подзвонити перекладачці")
    assert answer.text == "Нотатку збережено (громада: Коростень)."
    choice = await pressed(answer, "Інше партнерство")
    placed = await pressed(choice, "🇫🇷 Бурж – Коростень")
    assert placed.text == f"Нотатку збережено ({CITY})."


async def test_who_has_no_community_is_asked_and_one_button_tells(office: Office) -> None:
    answer = await said(office.admin.private(), "/note подзвонити перекладачці")
    assert "партнерство ще не вибрано" in answer.text
    assert "Якого партнерства це стосується?" in answer.text
    placed = await pressed(answer, "🇫🇷 Бурж – Коростень")
    assert placed.text == f"Нотатку збережено ({CITY})."


async def test_the_latest_event_is_one_tap_away(office: Office) -> None:
    answer = await said(office.coordinator.private(), "/note Бурж: перелік готовий")
    placed = await pressed(answer, "До події")
    assert "Подія: Чергова двостороння онлайн-зустріч" in placed.text
    (note,) = await office.app.stores.notes.notes(None, 10, 0)
    assert note.belongs.event is not None


async def test_an_empty_note_is_met_with_an_example(office: Office) -> None:
    answer = await said(office.coordinator.private(), "/note")
    assert "/note Бурж: " in answer.text


async def test_in_english_all_is_in_english(office: Office) -> None:
    chat = office.coordinator.private()
    await said(chat, "/lang en")
    answer = await said(chat, "/note Bourges: agreed on a book fair, responsible Chyzhevska")
    assert answer.text == (
        "The note is saved (Korosten – Bourges).\n"
        "Action item: “a book fair”, done by her — Nataliia Chyzhevska, due date not recorded. "
        "Put it under control?"
    )


async def test_plain_questions_find_what_was_written_down(office: Office) -> None:
    chat = office.coordinator.private()
    await said(chat, "/note Бурж: станція очищення води чекає на каталоги насосів")
    await said(chat, "/note Венло: полунична ферма приймає студентів")
    for question in ("знайди нотатки про насоси", "що ми записували про воду?", "notes on pumps"):
        answer = await said(chat, question)
        assert "Пошук" in answer.text, question
    assert "насосів" in (await said(chat, "що ми записували про насоси для Буржа?")).text
    only_bourges = await said(chat, "нотатки по Буржу")
    assert "каталоги насосів" in only_bourges.text
    assert "студентів" not in only_bourges.text
    of_june = await said(chat, "покажи нотатки за червень")
    assert "насосів" in of_june.text
    assert "студентів" in of_june.text
    assert "насосів" not in (await said(chat, "нотатки за березень 2024")).text


async def test_an_account_of_what_was_agreed_is_kept_as_a_note(office: Office) -> None:
    chat = office.coordinator.private()
    answer = await said(chat, "домовились з Буржем, що Чижевська надішле каталоги до 20 червня")
    assert "Нотатку збережено (Коростень – Бурж)." in answer.text
    assert "строк 20.06.2024 (четвер)" in answer.text
    asked = await said(chat, "про що домовились з Буржем?")
    assert "збережено" not in asked.text


async def test_a_command_without_words_asks_and_keeps_the_next_text(office: Office) -> None:
    chat = office.coordinator.private()
    assert "Що записати?" in (await said(chat, "/note")).text
    assert "Нотатку збережено" in (await said(chat, "Бурж: домовились про обмін школярами")).text
    assert "Що вирішили?" in (await said(chat, "/decision Буржу")).text
    assert "обмін школярами" in (await said(chat, "що ми записували про Бурж?")).text
    decided = await said(chat, "підписання переносимо на березень")
    assert decided.text.startswith("Рішення записано (Коростень – Бурж).")
    (last, first) = await office.app.stores.notes.notes(None, 10, 0)
    assert (last.text, first.text) == (
        "підписання переносимо на березень",
        "домовились про обмін школярами",
    )
    await said(chat, "/note Бурж")
    await said(chat, "/cancel")
    assert "збережено" not in (await said(chat, "Бурж")).text


async def test_what_may_not_be_kept_leaves_the_question_open(office: Office) -> None:
    chat = office.coordinator.private()
    await said(chat, "/note Бурж")
    assert "не зберігаються" in (await said(chat, "паспорт FA123456 у Чижевської")).text
    assert "Нотатку збережено" in (await said(chat, "документи передасть канцелярія")).text
    (only,) = await office.app.stores.notes.notes(None, 10, 0)
    assert only.text == "документи передасть канцелярія"


@pytest.mark.parametrize(
    ("words", "answer", "kept"),
    [
        ("занеси в нотатки: Бурж підтвердив фінансування", "Нотатку збережено", "Бурж підтвердив"),
        ("прийміть до відома: в Буржі новий мер", "Нотатку збережено", "в Буржі новий мер"),
        ("ухвалили: культурний обмін з Буржем восени", "Рішення записано", "ухвалили: культурний"),
    ],
)
async def test_other_wordings_are_kept_too(
    office: Office, words: str, answer: str, kept: str
) -> None:
    shown = await said(office.coordinator.private(), words)
    assert shown.text.startswith(f"{answer} (Коростень – Бурж).")
    (note,) = await office.app.stores.notes.notes(None, 10, 0)
    assert note.text.startswith(kept)


async def test_a_note_taken_back_by_mistake_comes_again_with_one_tap(office: Office) -> None:
    chat = office.coordinator.private()
    saved = await said(chat, "/note Бурж: станція очищення води чекає на насоси")
    taken = await pressed(saved, "Скасувати запис")
    assert "станція очищення води" in taken.text
    assert "Нічого не знайдено" in (await said(chat, "/find насоси")).text
    again = await pressed(taken, "Повернути запис")
    assert again.text.startswith("Нотатку збережено (Коростень – Бурж).")
    assert "чекає на" in (await said(chat, "/find насоси")).text
