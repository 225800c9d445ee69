"""What officials write of notes, decisions, minutes, action items and letters, freshly tried."""

from __future__ import annotations

import pytest

from tests.handlers.dialogue import pressed, said
from tests.support.office import Office

NOT_UNDERSTOOD = "Не вдалося зрозуміти"


@pytest.mark.parametrize(
    ("words", "told", "untold"),
    [
        ("скасуй нотатку", "Нічого не вилучено", "Нотатку збережено"),
        ("видали останню нотатку", "кнопка під повідомленням", NOT_UNDERSTOOD),
        ("відміни останню зміну", "/undo", NOT_UNDERSTOOD),
        ("дайджест вимкни", "/digest", NOT_UNDERSTOOD),
        ("підпиши мене на добірку конкурсів", "/digest", NOT_UNDERSTOOD),
        ("покажи останню нотатку", "Нотаток ще немає", NOT_UNDERSTOOD),
        ("пошук угода", "Знайдено: 2 записи", "Нотаток ще немає"),
        ("нотатки по Буржу за минулий тиждень", "партнер: Бурж", "Пошук: ;"),
        ("запиши рішення: провести тиждень кіно", "Рішення записано", "Нотатку збережено"),
        ("які рішення ухвалили", "•", NOT_UNDERSTOOD),
        ("що ми вирішили минулого разу?", "28.05.2024", NOT_UNDERSTOOD),
        ("протокол від 28 травня у ворді", "28.05.2024", NOT_UNDERSTOOD),
        ("опублікуй підсумок у групі", "28.05.2024", NOT_UNDERSTOOD),
        ("хто має подати список напрямків", "Доручення № 11", NOT_UNDERSTOOD),
        ("порахуй відсоток виконання по Житомиру", "знято з контролю", "партнерств"),
        ("стан виконання доручень", "знято з контролю", "Відкритого доручення"),
        ("прогрес", "знято з контролю", NOT_UNDERSTOOD),
        ("відклади доручення 11 на тиждень", "До якого дня?", "Підстава"),
        ("які доручення горять", "Прострочені", "№ 11"),
        ("нагадай написати в Бурж", "«написати в Бурж»", "Етап"),
        ("Remind me tomorrow to call Bourges", "«call Bourges»", "зустріч"),
        ("треба зателефонувати Тарріссону завтра", "виконавця не внесено", "Телефон"),
        ("постав на контроль лист подяки Буржу до 20.06, Чижевська", "Чижевська", "Листів"),
        ("Москаленко, підготуй презентацію до 30 лютого", "Строк викликає сумнів", "01.03"),
        ("закрий доручення 16 бо вже неактуально", "Скасувати це доручення?", "Виконано?"),
        ("я виконав доручення 11", "Виконано?", "Підстава"),
        ("продовжте 16 до кінця липня, партнер просить час", "31.07.2024", "партнерств"),
        ("домовленість: Бурж надасть 20 місць для дітей", "Нотатку збережено", "Ще нічого"),
        ("лист вих. 123 від 10.06 до Буржа надіслано", "Відкритого доручення", "Аугсбург"),
        ("я звільняюся з 1 липня", "Хто приймає справи?", NOT_UNDERSTOOD),
        ("Іду у відпустку, мене заміняє Орест", "Приймає: Орест", NOT_UNDERSTOOD),
    ],
)
async def test_what_a_coordinator_writes_is_taken_as_meant(
    office: Office, words: str, told: str, untold: str
) -> None:
    answer = await said(office.coordinator.private(), words)
    assert told in answer.text
    assert untold not in answer.text


@pytest.mark.parametrize(
    "words",
    [
        "закрий лист в Аугсбург",
        "Ответ из Аугсбурга получен, они согласны",
        "Аугсбург відмовив",
        "напиши нагадування в аугсбург",
    ],
)
async def test_what_is_said_of_a_letter_leads_to_its_buttons(office: Office, words: str) -> None:
    answer = await said(office.neighbour.private(), words)
    assert "пропозиція встановлення партнерських стосунків" in answer.text
    assert "Відповідь надійшла" in [label for row in answer.buttons for label in row]


async def test_an_impossible_day_in_a_note_becomes_no_other_day(office: Office) -> None:
    kept = await said(
        office.coordinator.private(), "/note Бурж: Чижевська надішле звіт до 31 червня"
    )
    assert "Нотатку збережено" in kept.text
    assert "30.06.2024" not in kept.text


async def test_an_impossible_due_date_is_asked_about_once_the_item_is_wanted(
    office: Office,
) -> None:
    offered = await said(office.coordinator.private(), "постав завдання Чижевській: звіт до 31.06")
    asked = await pressed(offered, "Так")
    assert "До якого дня?" in asked.text
    assert "30.06.2024 (неділя)" in str(asked.buttons)
