"""Ordinary words never become a town, however many towns the registry has."""

from __future__ import annotations

import pytest

from partnership.gazetteer.columns import load_columns
from partnership.language.names import Name, NameIndex, NameKind, country_names
from tests.partnership.language.name_tables import TABLES

BIGGEST = 10_000


@pytest.fixture(scope="module")
def ten_thousand() -> NameIndex:
    towns = [line.split("\t") for line in load_columns().places]
    towns.sort(key=lambda cells: -int(cells[6] or 0))
    names = (
        Name(str(at), NameKind.PLACE, cells[0] or None, cells[1])
        for at, cells in enumerate(towns[:BIGGEST])
    )
    return NameIndex([*names, *country_names()])


def words() -> list[str]:
    lines = (TABLES / "names_no_names.txt").read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def test_a_thousand_words_of_official_papers_are_no_names(ten_thousand: NameIndex) -> None:
    assert len(words()) >= 1_000
    assert [word for word in words() if ten_thousand.find(word)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Дякую, зустріч перенесли на пізніше",
        "Нове партнерство вже підписано",
        "яка сума договору",
        "рівне ставлення до всіх партнерів",
        "hello, what is on today?",
        "please send the list of participants",
        "паспорт делегата запиши",
    ],
)
def test_sentences_of_such_words_name_nothing(ten_thousand: NameIndex, sentence: str) -> None:
    assert ten_thousand.find(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [("лист до Рівного", True), ("лист до рівного", False), ("Рівне: нова зустріч", True)],
)
def test_a_town_that_is_also_a_word_needs_its_capital(
    ten_thousand: NameIndex, sentence: str, found: bool
) -> None:
    assert bool(ten_thousand.find(sentence)) is found


def test_looked_up_alone_it_is_found_without_a_capital(ten_thousand: NameIndex) -> None:
    assert ten_thousand.look_up("суми")[0].score >= 99
