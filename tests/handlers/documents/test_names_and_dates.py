"""Days, hours, people and files as documents name them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogues import load_i18n
from handlers.documents.minutes_paper import FORBIDDEN, file_name
from handlers.documents.texts import capitalised
from handlers.documents.written_dates import hours, long_days
from handlers.documents.written_names import signature_name
from partnership.bilingual import Bilingual
from partnership.minutes.minutes import MinutesForm
from partnership.minutes.paper import PaperTime
from tests.support.papers import a_bare_paper, a_paper

I18N = load_i18n("uk")


@pytest.mark.parametrize(
    ("first", "last", "uk", "en"),
    [
        (date(2024, 6, 12), None, "12 червня 2024 року", "12 June 2024"),
        (date(2024, 6, 12), date(2024, 6, 12), "12 червня 2024 року", "12 June 2024"),
        (date(2024, 6, 17), date(2024, 6, 19), "17–19 червня 2024 року", "17–19 June 2024"),
        (
            date(2024, 6, 30),
            date(2024, 7, 2),
            "30 червня – 2 липня 2024 року",
            "30 June – 2 July 2024",
        ),
        (
            date(2024, 12, 30),
            date(2025, 1, 2),
            "30 грудня 2024 року – 2 січня 2025 року",
            "30 December 2024 – 2 January 2025",
        ),
    ],
)
def test_days_are_written_with_the_month_in_words(
    first: date, last: date | None, uk: str, en: str
) -> None:
    assert (long_days(first, last, "uk"), long_days(first, last, "en")) == (uk, en)


def test_hours_stand_in_the_zone_of_each_party() -> None:
    kyiv, paris = ZoneInfo("Europe/Kyiv"), ZoneInfo("Europe/Paris")
    start = datetime(2024, 6, 25, 15, 0, tzinfo=kyiv)
    times = [
        PaperTime(zone="Europe/Kyiv", place=Bilingual("Коростень"), start=start),
        PaperTime(zone="Europe/Paris", place=None, start=start.astimezone(paris)),
    ]
    assert hours(times, "uk") == "15:00 (Коростень), 14:00 (Париж)"
    assert hours([], "uk") is None


@pytest.mark.parametrize(
    ("name", "signature"),
    [
        ("Наталія Чижевська", "Наталія ЧИЖЕВСЬКА"),
        ("Наталія Петрівна Чижевська", "Наталія ЧИЖЕВСЬКА"),
        ("Чижевська Наталія Петрівна", "Наталія ЧИЖЕВСЬКА"),
        ("Піньковський Віктор Іванович", "Віктор ПІНЬКОВСЬКИЙ"),
        ("Іван Нечуй-Левицький", "Іван НЕЧУЙ-ЛЕВИЦЬКИЙ"),
        ("Дем’ян Дем’яненко", "Дем’ян ДЕМ’ЯНЕНКО"),
        ("Anne van Dijk", "Anne van DIJK"),
        ("Enu", "ENU"),
    ],
)
def test_the_surname_of_a_signature_is_in_capitals(name: str, signature: str) -> None:
    assert signature_name(name) == signature


@pytest.mark.parametrize(
    ("form", "language", "name"),
    [
        (MinutesForm.PROTOCOL, "uk", "Протокол Коростень – Бурж 2024-06-25.docx"),
        (MinutesForm.SUMMARY, "uk", "Резюме Коростень – Бурж 2024-06-25.docx"),
        (MinutesForm.CONVERSATION, "uk", "Запис бесіди Коростень – Бурж 2024-06-25.docx"),
        (MinutesForm.PROTOCOL, "en", "Minutes Korosten – Bourges 2024-06-25.docx"),
    ],
)
def test_a_file_says_what_whose_and_when(form: MinutesForm, language: str, name: str) -> None:
    assert file_name(a_paper(form), language, "docx") == name


def test_a_file_of_a_bare_draft_has_a_name_too() -> None:
    assert file_name(a_bare_paper(), "uk", "pdf") == "Протокол.pdf"


@given(st.lists(st.text(min_size=1), max_size=4))
def test_a_name_of_a_file_is_safe_whatever_the_parties_are_called(names: list[str]) -> None:
    paper = a_paper(parties=tuple(Bilingual(name) for name in names))
    with I18N.context():
        name = file_name(paper, "uk", "docx")
    assert len(name.encode()) <= 255
    assert not FORBIDDEN.search(name.replace(" ", ""))
    assert name.startswith("Протокол")
    assert name.endswith(" 2024-06-25.docx")
    assert name.isprintable() or not all(each.isprintable() for each in names)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("наступний візит", "Наступний візит"),
        ("є питання", "Є питання"),
        ("Вже так", "Вже так"),
        ("eTwinning для шкіл", "eTwinning для шкіл"),
        ("e-mail щомісяця", "e-mail щомісяця"),
        ("https://example.org/a", "https://example.org/a"),
        ("office@example.org відповість", "office@example.org відповість"),
        ("обов’язково: так", "Обов’язково: так"),
        ("онлайн-зустріч", "Онлайн-зустріч"),
        ("{{ x }}", "{{ x }}"),
        ("і", "І"),
        ("", ""),
    ],
)
def test_a_line_of_its_own_begins_with_a_capital(typed: str, printed: str) -> None:
    assert capitalised(typed) == printed
