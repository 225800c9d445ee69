"""The gazetteer: what it holds, how it is asked, and what it costs."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from partnership.gazetteer import Gazetteer, PlaceFound
from partnership.gazetteer.columns import NAMES_A_PLACE, Columns, load_columns
from partnership.language.names.model import How, Name, NameKind
from partnership.language.names.spelling import spellings_of

TABLES = Path(__file__).parents[1] / "tables"
NO_TOWN, ANY_NAME = "-", "*"
SURE_SCORE = 80
SHARE_FAILED = 0.02


@pytest.fixture(scope="module")
def columns() -> Columns:
    return load_columns()


@pytest.fixture(scope="module")
def gazetteer(columns: Columns) -> Gazetteer:
    return Gazetteer(columns)


def first(gazetteer: Gazetteer, text: str) -> PlaceFound:
    return gazetteer.find(text)[0]


@pytest.mark.parametrize(
    ("text", "uk", "country"),
    [
        ("Дортмунд", "Дортмунд", "DE"),
        ("дортмунда", "Дортмунд", "DE"),
        ("Ljhnveyl", "Дортмунд", "DE"),
        ("дщтвщт", "Лондон", "GB"),
        ("Дортмнд", "Дортмунд", "DE"),
        ("Zhitomir", "Житомир", "UA"),
        ("Крефелд", "Крефельд", "DE"),
        ("Хановер", "Ганновер", "DE"),
        ("Łuck", "Луцьк", "UA"),
        ("Bourges", "Бурж", "FR"),
        ("Olevsk", "Олевськ", "UA"),
        ("Камянець-Подільський", "Кам’янець-Подільський", "UA"),
        ("Біла Церква", "Біла Церква", "UA"),
        ("кутаїсі", "Кутаїсі", "GE"),
    ],
)
def test_a_town_is_found_in_any_spelling(
    gazetteer: Gazetteer, text: str, uk: str, country: str
) -> None:
    found = first(gazetteer, text)
    assert (found.uk, found.country) == (uk, country)


@pytest.mark.parametrize(
    ("former", "official"),
    [
        ("Новоград-Волинський", "Звягель"),
        ("Кіровоград", "Кропивницький"),
        ("Артемівськ", "Бахмут"),
        ("Дніпропетровськ", "Дніпро"),
        ("Новомосковськ", "Самар"),
        ("Червоноград", "Шептицький"),
        ("Красноград", "Берестин"),
        ("Сєвєродонецьк", "Сіверськодонецьк"),
    ],
)
def test_a_former_name_leads_to_the_official_one(
    gazetteer: Gazetteer, former: str, official: str
) -> None:
    assert official in [place.uk for place in gazetteer.find(former)]


def test_a_town_comes_with_all_a_card_needs(gazetteer: Gazetteer) -> None:
    found = first(gazetteer, "Житомир")
    assert found == PlaceFound(
        uk="Житомир",
        en="Zhytomyr",
        country="UA",
        region_uk="Житомирська область",
        region_en="Zhytomyr Oblast",
        zone="Europe/Kyiv",
        population=261_624,
        lat=50.262,
        lon=28.679,
        how=How.EXACT,
        score=100.0,
    )


def test_namesakes_come_biggest_first_with_their_regions(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Миколаїв")
    assert [place.region_uk for place in found] == ["Миколаївська область", "Львівська область"]
    assert {place.uk for place in gazetteer.find("Frankfurt")} == {
        "Франкфурт-на-Майні",
        "Франкфурт-на-Одері",
    }


def test_a_country_and_a_limit_narrow_the_answer(gazetteer: Gazetteer) -> None:
    assert {place.country for place in gazetteer.find("Бар", country="UA")} == {"UA"}
    assert len(gazetteer.find("Олександрівка", limit=3)) == 3


def test_crimea_and_sevastopol_are_ukraine(gazetteer: Gazetteer) -> None:
    for name in ("Сімферополь", "Севастополь", "Ялта", "Керч"):
        found = gazetteer.find(name, country="UA")[0]
        assert (found.country, found.zone) == ("UA", "Europe/Kyiv")


def test_nonsense_and_ordinary_words_are_no_towns(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("ххххххх") == []
    assert gazetteer.find("") == []
    assert gazetteer.find("дякую") == []


def test_well_known_towns_come_first_and_phrases_are_no_towns(gazetteer: Gazetteer) -> None:
    failures = [text for text, uk, country in places() if not right(gazetteer, text, uk, country)]
    assert len(failures) <= len(places()) * SHARE_FAILED, failures


def places() -> list[list[str]]:
    """What is written, the Ukrainian name of the first answer, its country."""
    lines = (TABLES / "places.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def right(gazetteer: Gazetteer, text: str, uk: str, country: str) -> bool:
    found = gazetteer.find(text, limit=1)
    if uk == NO_TOWN:
        return not found or found[0].score < SURE_SCORE
    return bool(found) and found[0].country == country and uk in (found[0].uk, ANY_NAME)


def test_what_the_sources_do_not_give_is_none(gazetteer: Gazetteer) -> None:
    found = first(gazetteer, "Олевськ")
    assert found.population is None
    assert found.lat is None


def test_every_line_is_whole(columns: Columns) -> None:
    zones = available_timezones()
    assert len(columns.places) > 23_000
    assert set(columns.zones) <= zones
    countries = set()
    for line in columns.places:
        uk, en, aliases, country, _, _, population, lat, lon = line.split("\t")
        assert en or uk
        assert aliases.count(";") < NAMES_A_PLACE - 2
        assert not population or int(population) > 500
        assert not lat or (-90 <= float(lat) <= 90 and -180 <= float(lon) <= 180)
        countries.add(country)
    assert {"UA", "DE", "PL", "FR", "GE", "TR", "XK"} <= countries
    assert countries.isdisjoint({"RU", "BY"})


def test_the_keys_of_the_file_are_those_the_search_asks_for(columns: Columns) -> None:
    """Fails when sound keys or paradigms changed and the gazetteer was not built anew."""
    for number in range(0, len(columns.places), 500):
        cells = columns.places[number].split("\t")
        name = Name(str(number), NameKind.PLACE, cells[0], cells[1])
        for at, text in enumerate([cells[0], cells[1], *cells[2].split(";")]):
            for spelling in spellings_of(name, text, How.EXACT):
                for key in spelling.sound_keys(adjectives=False):
                    assert number * NAMES_A_PLACE + at in columns.exact(key), (text, key)


def test_it_takes_less_than_fifteen_megabytes() -> None:
    tracemalloc.start()
    try:
        kept = load_columns()
        used, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept.places
    assert used < 15_000_000
