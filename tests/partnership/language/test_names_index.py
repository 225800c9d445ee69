"""The index of names: what it finds, how it says so, and what changes with the registry."""

from __future__ import annotations

import pytest

from partnership.language.names import (
    Ask,
    How,
    Name,
    NameIndex,
    NameKind,
    Nothing,
    Sure,
    by_span,
    verdict,
)
from tests.partnership.language.name_tables import index


@pytest.fixture(scope="module")
def names() -> NameIndex:
    return index()


@pytest.mark.parametrize(
    ("query", "how"),
    [
        ("Дортмунд", How.EXACT),
        ("дортмунду", How.FORM),
        ("дортмундському", How.ADJECTIVE),
        ("Ljhnveyl", How.LAYOUT),
        ("Дортмунт", How.TYPO),
        ("Schytomyr", How.ALIAS),
        ("Zhitomir", How.TRANSLIT),
        ("Звягелем", How.ALIAS),
        ("Чижевською", How.SURNAME),
        ("АМУ", How.ABBREVIATION),
        ("криворізький", How.ADJECTIVE),
        ("Франкфурт", How.PARTIAL),
    ],
)
def test_a_match_says_how_it_was_found(names: NameIndex, query: str, how: How) -> None:
    assert names.look_up(query)[0].how is how


def test_two_names_of_one_sentence_come_with_their_places_in_it(names: NameIndex) -> None:
    text = "обмін між Житомиром та Буржем"
    found = {match.name_id: text[match.start : match.end] for match in names.find(text)}
    assert found == {"zhytomyr": "Житомиром", "bourges": "Буржем"}


def test_a_longer_name_hides_the_one_it_contains(names: NameIndex) -> None:
    found = names.find("рішення Житомирської міської ради")
    assert [match.name_id for match in found] == ["zhytomyr_city_council"]


def test_kinds_limit_what_is_looked_for(names: NameIndex) -> None:
    found = names.find("рішення Житомирської міської ради", kinds={NameKind.PLACE})
    assert [match.name_id for match in found] == ["zhytomyr"]


def test_a_first_name_tells_two_people_apart(names: NameIndex) -> None:
    assert isinstance(verdict(names.look_up("Коваленко")), Ask)
    said = verdict(names.look_up("Ірини Коваленко"))
    assert isinstance(said, Sure)
    assert said.match.name_id == "kovalenko_i"


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("що відповіли французам", "FR"),
        ("німецькі міста", "DE"),
        ("German cities", "DE"),
        ("поляки приїдуть", "PL"),
        ("партнери в Польщі", "PL"),
        ("лист із Росії", "RU"),
        ("білоруські міста", "BY"),
    ],
)
def test_countries_are_known_by_name_adjective_and_people(
    names: NameIndex, sentence: str, country: str
) -> None:
    assert [match.name_id for match in names.find(sentence)] == [country]


def test_one_letter_wrong_is_answered_with_a_remark(names: NameIndex) -> None:
    said = verdict(names.look_up("Житомер"))
    assert isinstance(said, Sure)
    assert said.remark
    exact = verdict(names.look_up("Житомир"))
    assert isinstance(exact, Sure)
    assert not exact.remark


def test_two_letters_wrong_and_two_namesakes_are_asked_about(names: NameIndex) -> None:
    assert isinstance(verdict(names.look_up("Дортмут")), Ask)
    assert isinstance(verdict(names.look_up("Миколаїв")), Ask)
    assert isinstance(verdict(names.look_up("Париж")), Nothing)


def test_matches_of_a_sentence_are_grouped_by_their_words(names: NameIndex) -> None:
    groups = by_span(names.find("Миколаїв і Вінниця"))
    assert [{match.name_id for match in group} for group in groups] == [
        {"mykolaiv", "mykolaiv_lviv"},
        {"vinnytsia"},
    ]


def test_what_is_added_is_found_and_what_is_removed_is_not() -> None:
    names = NameIndex()
    paris = Name("paris", NameKind.PLACE, "Париж", "Paris")
    names.add(paris)
    assert names.look_up("Парижем")[0].name_id == "paris"
    assert names.name("paris", NameKind.PLACE) == paris
    names.remove("paris")
    assert names.look_up("Париж") == []
    assert names.look_up("Паиж") == []
    assert len(names) == 0


def test_adding_a_name_again_replaces_it() -> None:
    names = NameIndex([Name("x", NameKind.PLACE, "Кіровоград")])
    names.add(Name("x", NameKind.PLACE, "Кропивницький"))
    assert names.look_up("Кіровоград") == []
    assert names.look_up("Кропивницького")[0].name_id == "x"
    assert len(names) == 1


def test_a_name_known_in_one_script_is_found_in_the_other() -> None:
    names = NameIndex(
        [Name("a", NameKind.PLACE, "Баранівка"), Name("b", NameKind.PLACE, None, "Barcelona")]
    )
    assert names.look_up("Baraniwka")[0].name_id == "a"
    assert names.look_up("Барселони")[0].name_id == "b"
