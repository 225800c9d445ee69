"""«Запис бесіди» as a DOCX file."""

from __future__ import annotations

from handlers.documents.minutes_paper import minutes_docx
from partnership.minutes.minutes import MinutesForm
from tests.support.papers import a_bare_paper, a_paper
from tests.support.word_reading import lines_of, rows_of

CONVERSATION = MinutesForm.CONVERSATION


async def test_who_where_when_and_on_whose_initiative_stand_in_a_table() -> None:
    facts = dict(rows_of(await minutes_docx(a_paper(CONVERSATION), "uk"))[0])
    assert list(facts) == [
        "Подія",
        "Дата",
        "Час",
        "Місце проведення",
        "Учасники",
        "Перекладач",
        "З ініціативи",
        "Теми",
    ]
    assert facts["З ініціативи"] == "за пропозицією Коростеня"
    assert facts["Теми"].splitlines() == [
        "1. Співпраця в культурному напрямі",
        "2. Наступний візит до Франції",
    ]


async def test_what_was_said_and_concluded_follows_with_one_signature() -> None:
    lines = lines_of(await minutes_docx(a_paper(CONVERSATION), "uk"))
    said = lines.index("Про що йшлося")
    points = [line.split(" ")[0] for line in lines[said:] if line[0].isdigit()]
    assert points == ["1.1.", "1.2.", "1.3.", "1.4.", "2.1.", "2.2.", "2.3.", "2.4."]
    assert lines[-4:] == [
        "Висновки й пропозиції",
        "Сторони готові до спільного проєкту.",
        "Запис вів (вела)",
        "Тарас ЛІСНИЧУК",
    ]


async def test_of_an_empty_draft_every_fact_is_asked_for() -> None:
    file = await minutes_docx(a_bare_paper(CONVERSATION), "en")
    facts = dict(rows_of(file)[0])
    del facts["Event"]
    assert set(facts.values()) == {"not recorded"}
    assert "DRAFT" in lines_of(file)
