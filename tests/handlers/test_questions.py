"""Plain words over HTTP: the labelled messages, and others of their kind."""

from __future__ import annotations

import pytest

from tests.support.clocks import StillClock
from tests.support.office import K1, Office


@pytest.mark.parametrize(
    ("message", "facts"),
    [
        (
            "Хто партнери Житомира?",
            (
                "6 партнерств",
                "Битом",
                "Плоцьк",
                "Кутаїсі (Грузія)",
                "Монтана (Болгарія)",
                "готується: Солідарне партнерство",
                "Аугсбург",
                "лист-пропозицію",
            ),
        ),
        (
            "дай інфо по дортмунду",
            ("Дортмунд (Німеччина) — Житомир", "станом на 12.01.2023", "результат не внесено"),
        ),
        ("посада Тарріссона", ("Філіп Тарріссон", "директор відділу", "станом на 28.05.2024")),
        ("які онлайн-зустрічі були з Буржем?", ("2 події", "13.06.2023", "28.05.2024")),
        (
            "покажи події за 2023 рік",
            ("4 події", "10.01.2023", "(план, результат не внесено)", "01–05.07.2023"),
        ),
        (
            "Що в нас на сьогодні?",
            (
                "12.06.2024",
                "подій немає",
                "3 доручення без строку",
                "1 лист без відповіді: Аугсбург",
                "1 подія без результату",
                "2 заплановані події без дати",
            ),
        ),
        ("Який статус листа в Аугсбург?", ("приблизно 4 листопада", "Відповідь: не внесено")),
        ("Житомер побратими", ("Показую: Житомир", "4 партнерства", "Плоцьк", "Монтана")),
        ("паспорт делегата FA123456 запиши", ("не зберігаються", "Нічого не збережено")),
        ("хто мер Крефельда", ("не внесено",)),
        ("партнери в Іспанії", ("Іспанія: 0 партнерств",)),
        ("чи підписали угоду з Дортмундом", ("Підписано: не внесено",)),
        ("що таке SKEW", ("Сервісна служба", "SKEW")),
    ],
)
async def test_a_question_is_answered_with_its_facts(
    office: Office, message: str, facts: tuple[str, ...]
) -> None:
    answer = await office.official.private().ask(message)
    assert [fact for fact in facts if fact not in answer.text] == []


@pytest.mark.parametrize(
    ("message", "facts"),
    [
        (
            "Which German cities are in the registry?",
            ("4 partnerships", "Augsburg", "Detmold", "with: Lutsk", "Dortmund", "Krefeld"),
        ),
        (
            "What does the Dortmund–Zhytomyr partnership cover?",
            ("digitalisation", "urban planning", "children's summer camps", "mobility"),
        ),
        (
            "Who is the contact for Kropyvnytskyi's international partners?",
            ("Kateryna Serhiienko", "GIZ and SKEW", "date of appointment not recorded"),
        ),
    ],
)
async def test_a_question_in_english_is_answered_in_english(
    office: Office, message: str, facts: tuple[str, ...]
) -> None:
    chat = office.official.private()
    await chat.ask("/lang en")
    answer = await chat.ask(message)
    assert [fact for fact in facts if fact not in answer.text] == []


async def test_a_milestone_says_how_many_days_are_left(office: Office, clock: StillClock) -> None:
    clock.move_to(K1)
    answer = await office.official.private().ask("Коли підписання з Дортмундом?")
    assert "09.02.2023 (четвер), через 20 днів" in answer.text
    assert "Підписують: мер Дортмунда і мер Житомира" in answer.text
    assert "публікація від 12.01.2023" in answer.text


async def test_two_questions_get_two_answers_in_one_message(office: Office) -> None:
    answer = await office.official.private().ask(
        "коли зустріч з Буржем і хто контакт у Кропивницькому?"
    )
    assert "28.05.2024" in answer.text
    assert "Сергієнко" in answer.text


async def test_what_is_not_understood_is_met_with_offers(office: Office) -> None:
    answer = await office.official.private().ask("абракадабра ого")
    assert answer.button("Що я вмію")


async def test_a_town_that_exists_but_is_no_partner_is_named_so(office: Office) -> None:
    answer = await office.official.private().ask("Севілья")
    assert "немає партнера «Севілья (Іспанія)»" in answer.text


async def test_a_reply_to_a_letter_is_recorded_by_those_who_may(office: Office) -> None:
    chat = office.neighbour.private()
    letter = await chat.ask("Який статус листа в Аугсбург?")
    await letter.press("Відповідь надійшла")
    await (await chat.next()).press("Позитивна")
    assert "Відповідь: 12.06.2024" in (await chat.next()).text
    elsewhere = await office.coordinator.private().ask("Який статус листа в Аугсбург?")
    assert elsewhere.buttons == []


async def test_an_unknown_command_is_not_met_with_silence(office: Office) -> None:
    answer = await office.official.private().ask("/зфкетук Бурж")
    assert "/partner" in answer.text


async def test_a_question_about_nobody_we_know_is_not_answered_with_everybody(
    office: Office,
) -> None:
    answer = await office.official.private().ask("Хто партнери Ульма?")
    assert "немає партнера" in answer.text
    assert "Ульм" in answer.text


async def test_admins_are_shown_how_a_sentence_is_read(office: Office) -> None:
    chat = office.admin.private()
    explained = await chat.ask("/explain зустріч з Буржем у четвер о 15:00")
    assert '"intent": "plan"' in explained.text
    assert "2024-06-13T15:00" in explained.text
    assert "Додайте речення" in (await chat.ask("/explain")).text
