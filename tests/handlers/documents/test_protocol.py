"""«Протокол» as a DOCX file: every fact, in the order of the office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.documents.minutes_paper import minutes_docx
from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.events import Capacity
from partnership.minutes.minutes import MinutesState
from partnership.minutes.paper import Paper, PaperItem, PaperPerson, PaperSide
from tests.handlers.documents.nasty import NASTY, a_nasty_paper
from tests.support.papers import (
    BOURGES,
    COMMUNITY,
    COORDINATOR,
    FRENCH_OFFICER,
    HEAD_OF_OFFICE,
    SLIP,
    a_bare_paper,
    a_paper,
    said,
)
from tests.support.word_reading import grey_of, lines_of

WHOLE = """\
Коростенська міська територіальна громада
ПРОТОКОЛ
25 червня 2024 року
онлайн
№ 7
Двостороння онлайн-зустріч Коростень – Бурж
Голова:
Дарина Верхогляд – начальниця відділу міжнародного співробітництва
Секретар:
Тарас Лісничук – координатор партнерств громади
Присутні:
Коростенська міська територіальна громада:
Дарина Верхогляд – начальниця відділу міжнародного співробітництва
Тарас Лісничук – координатор партнерств громади
Бурж:
Клер Моро – відповідальна за міжнародні зв’язки, Бурж
Відсутні:
Люк Бернар – радник муніципалітету Бурж
Запрошені:
Ірина Стеценко – експертка з муніципальної співпраці
Перекладач:
Павло Гай
Модератор:
Асоціація міст України
Час:
15:00–16:30 (Коростень), 14:00–15:30 (Бурж)
Зареєстровано:
26 червня 2024 року
ПОРЯДОК ДЕННИЙ
1. Співпраця в культурному напрямі
2. Наступний візит до Франції (винесено з минулої зустрічі)
1. СЛУХАЛИ:
Співпраця в культурному напрямі
1.1. Тарас Лісничук: Підсумовано візит 2023 року до Буржа: відвідано станцію очищення води й школи.
ВИСТУПИЛИ:
1.2. Клер Моро: Музика – спільна мова обох міст; запрошуємо колектив на фестиваль.
ВИРІШИЛИ:
1.3. Провести спільний онлайн-концерт дитячих колективів.
1.4. Подати список колективів.
Відповідає: Тарас Лісничук
Строк виконання: 15 липня 2024 року
2. СЛУХАЛИ:
Наступний візит до Франції
2.1. Візит заплановано на осінь.
ВИРІШИЛИ:
2.2. Погодити склад делегації.
2.3. Надіслати офіційне запрошення.
Відповідає: Бурж
Строк виконання: до кінця липня
2.4. Підготувати перелік напрямів обміну досвідом.
Відповідає: не внесено (разом із: Тарас Лісничук)
Строк виконання: не внесено
Наступна зустріч: 23 липня 2024 року, 15:00–16:30 (Коростень): онлайн, раз на місяць
За підтримки: GIZ, U-LEAD з Європою, фаза II
Додатки:
1. Перелік напрямів обміну досвідом
Голова
Дарина ВЕРХОГЛЯД
Секретар
Тарас ЛІСНИЧУК"""


async def read(paper: Paper, language: str = "uk") -> list[str]:
    return lines_of(await minutes_docx(paper, language))


async def test_an_agreed_protocol_has_every_fact_in_the_order_of_the_office() -> None:
    assert await read(a_paper()) == WHOLE.splitlines()


async def test_in_english_the_same_lines_are_english() -> None:
    lines = await read(a_paper(), "en")
    assert len(lines) == len(WHOLE.splitlines())
    assert lines[:6] == [
        "Korosten urban territorial community",
        "MINUTES",
        "25 June 2024",
        "online",
        "No. 7",
        "Bilateral online meeting Korosten – Bourges",
    ]
    assert {"AGENDA", "1. HEARD:", "SPEAKERS:", "RESOLVED:", "Annexes:"} <= set(lines)
    assert lines[-4:] == ["Chair", "Daryna VERKHOHLIAD", "Minutes taken by", "Taras LISNYCHUK"]


async def test_of_an_empty_draft_the_office_sees_what_to_fill_in() -> None:
    file = await minutes_docx(a_bare_paper(), "uk")
    assert lines_of(file) == [
        "ПРОЄКТ",
        "ПРОТОКОЛ",
        "не внесено",
        "не внесено",
        "№ ________",
        "Двостороння онлайн-зустріч Коростень – Бурж",
        "Голова:",
        "не внесено",
        "Секретар:",
        "не внесено",
        "Присутні:",
        "не внесено",
        "ПОРЯДОК ДЕННИЙ",
        "не внесено",
        "Голова",
        "____________________",
        "Секретар",
        "____________________",
    ]
    assert set(grey_of(file)) == {"не внесено"}


@pytest.mark.parametrize("state", MinutesState)
async def test_only_what_is_not_agreed_is_marked_as_a_draft(state: MinutesState) -> None:
    lines = await read(a_paper(state=state))
    assert ("ПРОЄКТ" in lines) == (state != MinutesState.AGREED)


@pytest.mark.parametrize("name", sorted(NASTY))
async def test_a_text_that_looks_like_a_program_is_printed_as_it_was_typed(name: str) -> None:
    assert NASTY[name] in "\n".join(await read(a_nasty_paper()))


async def test_nobody_is_called_present_whose_attendance_is_not_recorded() -> None:
    unsure = replace(FRENCH_OFFICER, attended=None)
    sides = (PaperSide(side=Side.FOREIGN, party=BOURGES, people=(HEAD_OF_OFFICE, unsure)),)
    lines = await read(a_paper(sides=sides))
    assert "Клер Моро – відповідальна за міжнародні зв’язки, Бурж (присутність не внесено)" in lines


async def test_where_no_attendance_is_recorded_it_is_said_once() -> None:
    people = tuple(replace(each, attended=None) for each in (HEAD_OF_OFFICE, COORDINATOR))
    sides = (PaperSide(side=Side.HOME, party=COMMUNITY, people=people),)
    lines = await read(a_paper(sides=sides))
    assert [line for line in lines if "присутність" in line] == ["(присутність не внесено)"]


async def test_a_guest_of_a_side_is_among_the_invited_and_the_interpreter_is_named_once() -> None:
    guest = replace(FRENCH_OFFICER, capacity=Capacity.GUEST)
    interpreter = PaperPerson(
        name=Bilingual("Павло Гай"), capacity=Capacity.INTERPRETER, attended=True
    )
    sides = (
        PaperSide(side=Side.HOME, party=COMMUNITY, people=(HEAD_OF_OFFICE, guest, interpreter)),
    )
    lines = await read(a_paper(sides=sides, interpreters=(interpreter,)))
    invited = lines.index("Запрошені:")
    assert lines[invited + 1].startswith("Клер Моро")
    assert sum("Павло Гай" in line for line in lines) == 1


async def test_points_of_no_item_stand_under_other_matters() -> None:
    rest = PaperItem(number=3, title=None, resolved=(said("3.1", "Подякувати перекладачам."),))
    paper = a_paper()
    lines = await read(replace(paper, items=(*paper.items, rest)))
    place = lines.index("3. СЛУХАЛИ:")
    assert lines[place : place + 4] == [
        "3. СЛУХАЛИ:",
        "Різне",
        "ВИРІШИЛИ:",
        "3.1. Подякувати перекладачам.",
    ]


async def test_without_an_agenda_the_points_need_no_heading_of_an_item() -> None:
    rest = PaperItem(number=1, title=None, resolved=(said("1.1", "Зустрітися ще раз."),))
    lines = await read(a_paper(items=(rest,)))
    place = lines.index("ПОРЯДОК ДЕННИЙ")
    assert lines[place + 1 : place + 4] == ["не внесено", "ВИРІШИЛИ:", "1.1. Зустрітися ще раз."]


async def test_the_side_speaks_where_the_speaker_is_not_recorded() -> None:
    item = PaperItem(number=1, title=None, spoke=(said("1.1", "Ми готові.", side=Side.FOREIGN),))
    assert "1.1. Бурж: Ми готові." in await read(a_paper(items=(item,)))
    several = (
        PaperSide(side=Side.FOREIGN, party=BOURGES),
        PaperSide(side=Side.FOREIGN, party=Bilingual("Венло")),
    )
    lines = await read(a_paper(items=(item,), sides=several))
    assert "1.1. сторона партнера: Ми готові." in lines


async def test_what_was_changed_after_the_approval_stands_at_the_end() -> None:
    lines = await read(a_paper(amendments=(SLIP,)))
    assert lines[-3:] == [
        "Зміни після погодження:",
        "02.07.2024, Тарас Лісничук: описка",
        "Номер: «не внесено» → «8»",
    ]


async def test_a_draft_asks_for_the_post_of_a_person_but_not_of_an_organisation() -> None:
    nobody = PaperPerson(name=Bilingual("Ірина Стеценко"), attended=True)
    association = Bilingual("Асоціація міст України")
    guests = PaperSide(side=None, party=None, people=(nobody,), organisations=(association,))
    draft = await read(a_paper(sides=(guests,), state=MinutesState.DRAFT))
    invited = draft.index("Запрошені:")
    assert draft[invited + 1 : invited + 3] == [
        "Ірина Стеценко – не внесено",
        "Асоціація міст України",
    ]
    assert "Ірина Стеценко" in await read(a_paper(sides=(guests,)))
