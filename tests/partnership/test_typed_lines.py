"""Lines of commands as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.bilingual import Bilingual
from partnership.contact_lines import ContactLine, read_contact
from partnership.stage_words import read_stage
from partnership.stages import Stage
from partnership.typed_text import bilingual, parts


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Ульм; Німеччина; Житомир", ["Ульм", "Німеччина", "Житомир"]),
        ("Ульм, Німеччина", ["Ульм", "Німеччина"]),
        ("Ульм\nНімеччина, ФРН\n", ["Ульм", "Німеччина, ФРН"]),
        ("Ульм", ["Ульм"]),
        (" ; ", []),
        ("", []),
    ],
)
def test_semicolons_and_lines_part_before_commas(line: str, found: list[str]) -> None:
    assert parts(line) == found


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Бонн / Bonn", Bilingual(uk="Бонн", en="Bonn")),
        ("Bonn / Бонн", Bilingual(uk="Бонн", en="Bonn")),
        ("Bonn/Köln", Bilingual(en="Bonn/Köln")),
        ("Бонн", Bilingual(uk="Бонн")),
    ],
)
def test_a_name_is_kept_in_the_language_of_its_letters(typed: str, name: Bilingual) -> None:
    assert bilingual(typed) == name


@pytest.mark.parametrize(
    ("line", "stage", "partner"),
    [
        ("Дортмунд побратимство", Stage.TWINNING, "Дортмунд"),
        ("побратимство Дортмунд", Stage.TWINNING, "Дортмунд"),
        ("Бурж; угода про побратимство", Stage.TWINNING, "Бурж"),
        ("Білий Камінь лист про наміри", Stage.INTENT, "Білий Камінь"),
        ("Бурж угода про партнерство", Stage.AGREEMENT, "Бурж"),
        ("Бурж меморандум про співпрацю", Stage.MEMORANDUM, "Бурж"),
        ("Бурж солідарне партнерство", Stage.SOLIDARITY, "Бурж"),
        ("Бурж побратимстов", Stage.TWINNING, "Бурж"),
        ("Bourges letter of intent", Stage.INTENT, "Bourges"),
        ("Dortmund twinning", Stage.TWINNING, "Dortmund"),
        ("Бурж", None, "Бурж"),
        ("", None, ""),
    ],
)
def test_a_stage_is_told_from_the_name(line: str, stage: Stage | None, partner: str) -> None:
    said = read_stage(line)
    assert (said.stage, said.rest) == (stage, partner)


@given(st.text(max_size=60))
def test_any_line_is_read_without_an_error(line: str) -> None:
    assert read_stage(line).rest in line
    assert all(part and part == part.strip() for part in parts(line))


@pytest.mark.parametrize(
    ("pieces", "contact"),
    [
        (
            ["Аліса Дюран", "радниця мера", "+33 2 48 57 80 00", "a@b.fr"],
            ContactLine("Аліса Дюран", "радниця мера", "+33 2 48 57 80 00", "a@b.fr"),
        ),
        (
            ["a@b.fr", "тел. 02 48 57 80 00", "Аліса Дюран"],
            ContactLine("Аліса Дюран", None, "02 48 57 80 00", "a@b.fr"),
        ),
        (["e-mail: a@b.fr"], ContactLine(email="a@b.fr")),
        (
            ["Аліса Дюран", "радниця", "відділ 2024"],
            ContactLine("Аліса Дюран", "радниця, відділ 2024"),
        ),
        ([], ContactLine()),
    ],
)
def test_a_contact_is_told_by_what_its_parts_look_like(
    pieces: list[str], contact: ContactLine
) -> None:
    assert read_contact(pieces) == contact
