"""Questions about who took part, what a stage means, what is not recorded, and what records say."""

from __future__ import annotations

import pytest

from tests.handlers.dialogue import said
from tests.support.office import Office


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("скільки подій було у 2024", "1 подія", "партнерств"),
        ("How many events were there in 2023?", "4 події", "партнерств"),
        ("скільки зустрічей було з Буржем", "2 події", "партнерств"),
        ("Хто підписує угоду з Дортмундом?", "мер Дортмунда і мер Житомира", "підписант"),
        ("Who signs with Dortmund?", "мер Дортмунда і мер Житомира", "підписант"),
        ("Чи є контакти в Нідерландах?", "Антуан Шолтен", "Вкажіть місто"),
        ("що робить HAS Green Academy", "Працювала з українськими університетами", "партнера"),
        ("хто був у делегації до Крефельда", "Михайло Бєжан, голова делегації", "Brookberries"),
        ("Who led the delegation to Venlo?", "Михайло Бєжан, голова делегації", "Brookberries"),
        ("Хто був від AFCCRE на зустрічі 28 травня?", "Філіп Тарріссон", "Чижевська"),
        ("хто фінансує візит до Франції", "Міністерство закордонних справ Франції", "Вкажіть"),
        ("де проходила зустріч з Шолтеном", "Місце: Венло", "Телефон"),
        ("хто організовує наступний візит", "Організатор: Муніципалітет Бурж", "01–05.07"),
        ("що обіцяла Таран", "Щомісячні підбірки конкурсів", "Шолтен"),
        ("що таке меморандум", "обмежений у часі", "немає партнера"),
        ("яка різниця між солідарним партнерством і побратимством", "SKEW", "немає партнера"),
        ("Хто з партнерів займається водою?", "Бурж (Франція", "Вкажіть місто"),
        ("які партнери займаються полуницею", "Венло (Нідерланди", "Бурж"),
        ("скільки партнерств у стадії знайомства", "Дортмунд", "Угода"),
        ("хто перекладач", "Якого міста?", "немає партнера"),
        ("які партнерства без координатора", "Луцьк – Детмольд", "Напрями"),
        ("в яких партнерств не внесено напрями", "Напрями — Житомир – Аугсбург", "Бурж"),
        ("скільки країн", "6 країн", "Бурж"),
        ("скільки листів без відповіді", "Житомир – Аугсбург", "партнерств"),
        ("скільки доручень відкрито", "3 доручення", "партнерств"),
        ("скільки угод підписано", "Підписано: 0", "партнерств"),
        ("чи дружимо ми з Ліоном", "немає партнера «Ліоном»", "зрозуміти"),
        ("коли почалася співпраця з Буржем", "Коростень – Бурж · Історія", "зрозуміти"),
        ("скільки років партнерству з Венло", "Триває: понад два роки", "партнерств:"),
        ("чим займається Сергієнко", "експертка з розвитку", "напрями співпраці"),
        ("що сталося 9 лютого 2023", "результат не внесено", "зрозуміти"),
        ("хто підтримує Кропивницький", "GIZ і SKEW", "партнерства"),
    ],
)
async def test_a_question_is_answered_with_its_facts(
    office: Office, question: str, told: str, untold: str
) -> None:
    answer = await said(office.admin.private(), question)
    assert told in answer.text
    assert untold not in answer.text


async def test_what_is_not_ours_is_told_of_others(office: Office) -> None:
    answer = await said(office.official.private(), "Чи є в нас партнери у Франції?")
    assert "Таких партнерів не внесено." in answer.text
    assert "Бурж (Франція; з: Коростень)" in answer.text


async def test_an_unknown_area_names_no_partners_and_offers_the_search(office: Office) -> None:
    answer = await said(office.admin.private(), "які партнери займаються дирижаблями?")
    assert "«дирижаблями» не внесено" in answer.text
    assert "/find дирижаблями" in answer.text


async def test_words_that_are_not_understood_are_looked_up_in_the_records(office: Office) -> None:
    chat = office.coordinator.private()
    await said(chat, "/note Бурж: сонячні панелі для лікарні")
    answer = await said(chat, "сонячні панелі")
    assert "в записах є таке" in answer.text
    assert "сонячні панелі" in answer.text
    nothing = await said(chat, "дирижабль летить")
    assert "записах" not in nothing.text


async def test_what_was_decided_is_told_of_ones_own_latest_meeting(office: Office) -> None:
    answer = await said(office.coordinator.private(), "які рішення ухвалили?")
    assert "28.05.2024" in answer.text
    assert "Венло" not in answer.text
