"""What officials ask about partners and people, and what they want changed, in their own words."""

from __future__ import annotations

import pytest

from tests.handlers.dialogue import said
from tests.support.office import Office


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("покажи всі міста Німечини", "Німеччина: 4 партнерства", "немає партнера"),
        ("партнери у Франціі", "Бурж (Франція", "немає партнера"),
        ("кому ми писали і не відповіли", "Житомир – Аугсбург", "Листів ще не внесено"),
        ("Who did we write to in Germany?", "Житомир – Аугсбург", "Вестфаль"),
        ("any letters to Poland?", "Листів ще не внесено", "Аугсбург"),
        ("що планується до кінця року", "Запланований навчальний візит", "зрозуміти"),
        ("які зустрічі були з Польщею", "Польща: 0 подій", "Бурж"),
        ("які події з німецькими партнерами", "Німеччина: 5 подій", "Бурж"),
        ("30 лютого що було", "Такої дати немає", "зрозуміти"),
        ("у кого з партнерів є хімчистки", "«хімчистки» не внесено", "Бурж"),
        ("коли закінчується угода з Кутаїсі", "Угоди ще не внесено", "події"),
        ("що ми знаємо про Лешно", "немає партнера «Лешно", "зрозуміти"),
        ("що завтра", "0 подій", "дату ще не визначено"),
        ("хто такий Шуманн", "«Шуманн» не внесено", "/addpartner"),
        ("хто очолює делегацію Буржа", "Учасники", "міський голова"),
        ("скажи контакт з AFCCRE", "Філіп Тарріссон", "Вкажіть місто"),
        ("Which partnerships have no agreement?", "Венло", "Підписано: 0"),
        ("які партнери мовчать", "Житомир – Аугсбург", "Бурж"),
        ("які партнери не відповідають", "Житомир – Аугсбург", "Бурж"),
        ("куди їздив Бєжан", "Крефельда і Венло", "Телефон"),
        ("When was the twinning with Dortmund?", "Довгострокова мета", "комітет"),
    ],
)
async def test_a_question_is_answered_with_its_facts(
    office: Office, question: str, told: str, untold: str
) -> None:
    answer = await said(office.coordinator.private(), question)
    assert told in answer.text
    assert untold not in answer.text


@pytest.mark.parametrize(
    ("wish", "command"),
    [
        ("переведи Бурж на етап меморандум", "/stage Бурж меморандум"),
        ("Move Bourges to memorandum stage", "/stage Бурж меморандум"),
        ("прибери напрям культура у Буржа", "/areas Бурж"),
        ("у буржа новий мер Ян Галю", "/addcontact Бурж; Ян Галю; міський голова"),
        (
            "додай контакт до Буржа: Жан Дюпон, директор музею",
            "/addcontact Бурж; Жан Дюпон; директор музею",
        ),
        ("хто змінив картку Буржа", "/log Бурж"),
        ("Who edited the Bourges card?", "/log Бурж"),
        ("видали Бурж", "/archive Бурж"),
        ("архівуй партнера Бурж", "/archive Бурж"),
    ],
)
async def test_a_change_wished_in_plain_words_is_not_made_but_its_command_is_given(
    office: Office, wish: str, command: str
) -> None:
    answer = await said(office.coordinator.private(), wish)
    assert command in answer.text.splitlines()


@pytest.mark.parametrize(
    "wish", ["зміни мову на англійську", "switch to English", "мова англійська"]
)
async def test_a_wish_for_another_language_is_no_question_about_a_country(
    office: Office, wish: str
) -> None:
    answer = await said(office.coordinator.private(), wish)
    assert answer.buttons == [["Українська"], ["English"]]


@pytest.mark.parametrize("named", ["англ", "English", "en"])
async def test_a_language_may_be_named_in_any_way(office: Office, named: str) -> None:
    answer = await said(office.coordinator.private(), f"/lang {named}")
    assert "Language: English" in answer.text


async def test_areas_that_are_added_leave_the_others_where_they_are(office: Office) -> None:
    chat = office.coordinator.private()
    asked = await said(chat, "/areas Бурж: додай туризм")
    assert "«туризм»" in asked.text
    await asked.press("Додати")
    await chat.rest()
    areas = (await said(chat, "напрями Буржа")).text
    assert all(area in areas for area in ("культура", "очищення води", "туризм"))


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("дай доступ Іваненку", "/users"),
        ("хто має доступ до бота", "/users"),
        ("прив’яжи групу до Буржа", "/bind Бурж"),
    ],
)
async def test_an_administrator_is_told_where_it_is_done(
    office: Office, wish: str, told: str
) -> None:
    assert told in (await said(office.admin.private(), wish)).text


async def test_an_official_is_told_who_gives_access(office: Office) -> None:
    answer = await said(office.official.private(), "дай доступ Іваненку")
    assert "адміністратор" in answer.text
    assert "/users" not in answer.text
