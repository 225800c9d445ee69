"""The catalogues: plurals as Ukrainian has them, and a check that fails on what is not whole."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Catalog, Message

from bot.catalogues import load_i18n
from tests.support import catalogues

PARTNERSHIPS = ("{count} partnership", "{count} partnerships")
STEPS = ("{count} step", "{count} steps")


def counted(language: str, forms: tuple[str, str], count: int) -> str:
    i18n = load_i18n(language)
    return i18n.gettext(*forms, count, locale=language).format(count=count)


@pytest.mark.parametrize(
    ("count", "partnerships", "steps"),
    [
        (0, "0 партнерств", "0 кроків"),
        (1, "1 партнерство", "1 крок"),
        (2, "2 партнерства", "2 кроки"),
        (5, "5 партнерств", "5 кроків"),
        (11, "11 партнерств", "11 кроків"),
        (12, "12 партнерств", "12 кроків"),
        (21, "21 партнерство", "21 крок"),
        (22, "22 партнерства", "22 кроки"),
        (111, "111 партнерств", "111 кроків"),
    ],
)
def test_ukrainian_has_three_forms(count: int, partnerships: str, steps: str) -> None:
    assert counted("uk", PARTNERSHIPS, count) == partnerships
    assert counted("uk", STEPS, count) == steps


@pytest.mark.parametrize(
    ("count", "text"), [(1, "1 step"), (2, "2 steps"), (11, "11 steps"), (21, "21 steps")]
)
def test_english_has_two(count: int, text: str) -> None:
    assert counted("en", STEPS, count) == text


def test_both_languages_are_loaded() -> None:
    assert set(load_i18n("uk").available_locales) == {"uk", "en"}


def template() -> Catalog:
    """What the code might say."""
    catalog = Catalog()
    catalog.add("Hello, {name}")
    catalog.add(STEPS)
    return catalog


def translated() -> Catalog:
    """The same, whole in Ukrainian."""
    catalog = Catalog(locale="uk")
    catalog.add("Hello, {name}", "Вітаю, {name}")
    catalog.add(STEPS, ("{count} крок", "{count} кроки", "{count} кроків"))
    return catalog


@pytest.fixture
def problems_of(monkeypatch: pytest.MonkeyPatch):
    """What the check says of a catalogue."""

    def check(catalog: Catalog) -> list[str]:
        monkeypatch.setattr(catalogues, "LANGUAGES", ("uk",))
        monkeypatch.setattr(catalogues, "extracted", template)
        monkeypatch.setattr(catalogues, "read", lambda _language: catalog)
        return catalogues.problems()

    return check


def hello(catalog: Catalog) -> Message:
    message = catalog.get("Hello, {name}")
    assert message is not None
    return message


def test_a_whole_catalogue_has_no_problems(problems_of) -> None:
    assert problems_of(translated()) == []


def test_a_missing_entry_is_a_problem(problems_of) -> None:
    catalog = translated()
    catalog.delete("Hello, {name}")
    assert problems_of(catalog) == ["uk: not in the catalogue: 'Hello, {name}'"]


def test_an_entry_that_is_no_longer_used_is_a_problem(problems_of) -> None:
    catalog = translated()
    catalog.add("Farewell", "Прощавайте")
    assert problems_of(catalog) == ["uk: no longer used: 'Farewell'"]


def test_an_empty_entry_is_a_problem(problems_of) -> None:
    catalog = translated()
    hello(catalog).string = ""
    assert problems_of(catalog) == ["uk: not translated: 'Hello, {name}'"]


def test_a_fuzzy_entry_is_a_problem(problems_of) -> None:
    catalog = translated()
    hello(catalog).flags.add("fuzzy")
    assert problems_of(catalog) == ["uk: fuzzy: 'Hello, {name}'"]


@pytest.mark.parametrize("text", ["Вітаю", "Вітаю, {імʼя}", "Вітаю, {name} {surname}"])
def test_other_placeholders_are_a_problem(problems_of, text: str) -> None:
    catalog = translated()
    hello(catalog).string = text
    (problem,) = problems_of(catalog)
    assert "placeholders differ" in problem


def test_a_plural_without_its_third_form_is_a_problem(problems_of) -> None:
    catalog = translated()
    catalog.delete(STEPS[0])
    catalog.add(STEPS, ("{count} крок", "{count} кроки", ""))
    (problem,) = problems_of(catalog)
    assert "not translated" in problem
