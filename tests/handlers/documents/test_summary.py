"""«Резюме зустрічі / Summary»: both languages of each point stand in one row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.documents.minutes_paper import minutes_docx
from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.minutes.minutes import MinutesForm, MinutesState
from partnership.minutes.paper import Paper, PaperItem
from tests.handlers.documents.nasty import NASTY, a_nasty_paper
from tests.support.papers import SLIP, a_bare_paper, a_paper, said
from tests.support.word_reading import Rows, grey_of, rows_of

SUMMARY = MinutesForm.SUMMARY


async def tables(paper: Paper) -> list[Rows]:
    return rows_of(await minutes_docx(paper, "uk"))


async def rows(paper: Paper) -> Rows:
    """The rows of two columns, down to the last."""
    return [row for table in await tables(paper) for row in table if len(row) == 2]


async def test_every_fact_stands_beside_its_translation() -> None:
    party = "Коростенська міська територіальна громада:"
    assert await rows(a_paper(SUMMARY)) == [
        ("РЕЗЮМЕ ЗУСТРІЧІ", "SUMMARY OF THE MEETING"),
        (
            "Двостороння онлайн-зустріч Коростень – Бурж",
            "Bilateral online meeting Korosten – Bourges",
        ),
        ("Дата: 25 червня 2024 року", "Date: 25 June 2024"),
        (
            "Час: 15:00–16:30 (Коростень), 14:00–15:30 (Бурж)",
            "Time: 15:00–16:30 (Korosten), 14:00–15:30 (Bourges)",
        ),
        ("Формат: онлайн", "Format: online"),
        ("Учасники", "Participants"),
        (party, "Korosten urban territorial community:"),
        (
            "Дарина Верхогляд – начальниця відділу міжнародного співробітництва",
            "Daryna Verkhohliad – head of international cooperation",
        ),
        (
            "Тарас Лісничук – координатор партнерств громади",
            "Taras Lisnychuk – partnership coordinator",
        ),
        ("Бурж:", "Bourges:"),
        (
            "Клер Моро – відповідальна за міжнародні зв’язки, Бурж",
            "Клер Моро – international relations officer, Bourges",
        ),
        ("Запрошені:", "Invited:"),
        (
            "Ірина Стеценко – експертка з муніципальної співпраці",
            "Iryna Stetsenko – expert in municipal cooperation",
        ),
        ("Перекладач: Павло Гай", "Interpreter: Pavlo Hai"),
        ("Модератор: Асоціація міст України", "Facilitator: Association of Ukrainian Cities"),
        ("Обговорення", "Discussion"),
        ("1. Співпраця в культурному напрямі", "1. Cooperation in culture"),
        (party, "Korosten urban territorial community:"),
        (
            "1.1. Тарас Лісничук: Підсумовано візит 2023 року до Буржа: відвідано станцію "
            "очищення води й школи.",
            "1.1. Taras Lisnychuk: The 2023 visit to Bourges was reviewed: a water treatment "
            "plant and schools.",
        ),
        ("Бурж:", "Bourges:"),
        (
            "1.2. Клер Моро: Музика – спільна мова обох міст; запрошуємо колектив на фестиваль.",
            "1.2. Клер Моро: Music is the common language of both cities; a group is "
            "invited to the festival.",
        ),
        ("2. Наступний візит до Франції", "2. The next visit to France"),
        ("2.1. Візит заплановано на осінь.", "2.1. The visit is planned for autumn."),
        ("Домовленості", "Agreed"),
        (
            "1.3. Провести спільний онлайн-концерт дитячих колективів.",
            "1.3. To hold a joint online concert of children’s groups.",
        ),
        (
            "2.2. Погодити склад делегації.",
            "2.2. To agree on the members of the delegation.",
        ),
        (
            "Наступна зустріч: 23 липня 2024 року, 15:00–16:30 (Коростень): онлайн, раз на місяць",
            "Next meeting: 23 July 2024, 15:00–16:30 (Korosten): online, once a month",
        ),
        (
            "Статус: погоджено обома сторонами 28 червня 2024 року",
            "Status: agreed by both sides on 28 June 2024",
        ),
        (
            "За підтримки: GIZ, U-LEAD з Європою, фаза II",
            "With the support of: GIZ, U-LEAD with Europe, Phase II",
        ),
    ]


async def test_action_items_say_who_what_and_by_when_in_both_languages() -> None:
    (actions,) = [table for table in await tables(a_paper(SUMMARY)) if len(table[0]) == 4]
    assert actions == [
        ("№", "Хто / Who", "Що / What", "До коли / By when"),
        (
            "1.4",
            "Тарас Лісничук\nTaras Lisnychuk",
            "Подати список колективів.\nSubmit the list of groups.",
            "15 липня 2024 року\n15 July 2024",
        ),
        (
            "2.3",
            "Бурж\nBourges",
            "Надіслати офіційне запрошення.\nSend an official invitation.",
            "до кінця липня\nby the end of July",
        ),
        (
            "2.4",
            "не внесено\nnot recorded",
            "Підготувати перелік напрямів обміну досвідом.\n"
            "Prepare the list of areas for the exchange of experience.",
            "не внесено\nnot recorded",
        ),
    ]


async def test_what_is_not_translated_says_so_beside_the_original() -> None:
    lines = (said("1.1", "Лише українською."), said("1.2", "", "English only."))
    item = PaperItem(number=1, title=Bilingual(None, "Culture"), spoke=lines)
    paper = a_paper(SUMMARY, items=(item,))
    found = await rows(paper)
    assert ("1. переклад не внесено", "1. Culture") in found
    assert ("1.1. Лише українською.", "1.1. translation not entered") in found
    assert ("1.2. переклад не внесено", "1.2. English only.") in found
    grey = grey_of(await minutes_docx(paper, "uk"))
    assert grey.count("переклад не внесено") == 2
    assert grey.count("translation not entered") == 1


async def test_a_draft_says_so_in_both_languages() -> None:
    found = await rows(a_bare_paper(SUMMARY))
    assert found[0] == ("ПРОЄКТ", "DRAFT")
    assert found[-1] == ("Статус: проєкт", "Status: draft")


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"state": MinutesState.REVIEW, "agreed_by": ()}, "under review"),
        (
            {"state": MinutesState.REVIEW, "agreed_by": (Side.FOREIGN,)},
            "under review; agreed by: Bourges",
        ),
        ({"agreed_on": None}, "agreed by both sides"),
        ({"agreed_by": (Side.HOME,)}, "agreed on 28 June 2024"),
    ],
)
async def test_the_status_names_who_has_agreed(given: dict[str, object], status: str) -> None:
    assert f"Status: {status}" in [row[1] for row in await rows(a_paper(SUMMARY, **given))]


async def test_without_action_items_there_is_no_table_of_them() -> None:
    items = tuple(replace(item, actions=()) for item in a_paper().items)
    assert {len(row) for table in await tables(a_paper(SUMMARY, items=items)) for row in table} == {
        2
    }


@pytest.mark.parametrize("name", sorted(NASTY))
async def test_a_text_that_looks_like_a_program_stands_in_both_columns(name: str) -> None:
    cells = [cell for row in await rows(a_nasty_paper(SUMMARY)) for cell in row]
    everything = "\n".join(cells)
    assert NASTY[name] in everything
    assert f"EN {NASTY[name]}" in everything


async def test_the_partner_sees_what_was_changed_after_the_approval() -> None:
    assert (await rows(a_paper(SUMMARY, amendments=(SLIP,))))[-3:] == [
        ("Зміни після погодження", "Amendments after approval"),
        ("02.07.2024, Тарас Лісничук: описка", "2 Jul 2024, Тарас Лісничук: описка"),
        ("Номер: «не внесено» → «8»", "Number: «not recorded» → «8»"),
    ]
