"""Restricted data are refused; phones, orders, dates and amounts are not mistaken for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.personal_data import RestrictedKind, restricted

REFUSED = [
    ("паспорт делегата FA123456 запиши", RestrictedKind.PASSPORT),
    ("закордонний паспорт FH 654321", RestrictedKind.PASSPORT),
    ("паспорт серії НС 123456", RestrictedKind.PASSPORT),
    ("серія ВМ №456789, видано у 2009", RestrictedKind.PASSPORT),
    ("ID-картка 001234567", RestrictedKind.PASSPORT),
    ("паспорт нового зразка: 004567891", RestrictedKind.PASSPORT),
    ("her passport is fa123456", RestrictedKind.PASSPORT),
    ("РНОКПП 3126509987", RestrictedKind.TAX_NUMBER),
    ("ІПН Чижевської 3126509987", RestrictedKind.TAX_NUMBER),
    ("ідентифікаційний код 2987654321", RestrictedKind.TAX_NUMBER),
    ("tax number: 3126509987", RestrictedKind.TAX_NUMBER),
    ("Чижевська Наталія 3184710691", RestrictedKind.TAX_NUMBER),
    ("УНЗР 19850412-01234", RestrictedKind.DEMOGRAPHIC_NUMBER),
    ("запис у реєстрі 19850412-01234", RestrictedKind.DEMOGRAPHIC_NUMBER),
    ("рахунок UA213223130000026007233566001", RestrictedKind.BANK_ACCOUNT),
    ("IBAN DE89 3704 0044 0532 0130 00", RestrictedKind.BANK_ACCOUNT),
    ("картка 4111 1111 1111 1111", RestrictedKind.BANK_CARD),
    ("перекажіть на 5555555555554444", RestrictedKind.BANK_CARD),
    ("дата народження Тарріссона 12.04.1975", RestrictedKind.BIRTH_DATE),
    ("Чижевська, 1985 р.н.", RestrictedKind.BIRTH_DATE),
    ("Чижевська народилася 3 травня 1985 року", RestrictedKind.BIRTH_DATE),
    ("Westphal, born on 4 May 1967", RestrictedKind.BIRTH_DATE),
    ("лист для службового користування", RestrictedKind.OFFICIAL_USE),
    ("гриф ДСК, маршрут колони", RestrictedKind.OFFICIAL_USE),
    ("for official use only: route", RestrictedKind.OFFICIAL_USE),
]

ALLOWED = [
    "паспорт громади готовий",
    "візит за закордонними паспортами",
    "телефон Чижевської +380412345678",
    "тел. 0412 34 56 78",
    "контакт: 0501234567",
    "+49 231 5022133",
    "наказ Мінрозвитку № 1538 від 12.03.2025",
    "розпорядження № 123456",
    "вих. № 01-12/456789",
    "реєстраційний номер угоди UA123456",
    "registration number DE 456789",
    "грант GA 101056",
    "зустріч 2024-06-25 15:00",
    "події за 2023 рік",
    "візит 01-05.07.2023",
    "підписання 09.02.2023",
    "допомога на 1000000000 грн",
    "бюджет 2 500 000 євро",
    "ЄДРПОУ 13576954",
    "кошторис 1234567890123456 грн",
    "день народження міста 12 червня",
    "Дортмунд засновано 882 року",
    "делегація народилася з ідеї 2023 року",
    "population 123456789",
    "https://example.org/p/3126509980",
    "Zoom 865 1234 5678",
    "код конференції 123 456 789",
    "привіт",
    "",
]


@pytest.mark.parametrize(("text", "kind"), REFUSED)
def test_restricted_data_are_recognised(text: str, kind: RestrictedKind) -> None:
    assert restricted(text) is kind


@pytest.mark.parametrize("text", ALLOWED)
def test_ordinary_numbers_pass(text: str) -> None:
    assert restricted(text) is None


@given(st.integers(min_value=0, max_value=999_999_999))
def test_no_ukrainian_phone_is_taken_for_a_number_of_a_person(subscriber: int) -> None:
    assert restricted(f"телефон +380{subscriber:09d}") is None
    assert restricted(f"0{subscriber:09d}") is None


@given(st.dates(), st.integers(min_value=1, max_value=9999))
def test_no_dated_order_is_taken_for_a_number_of_a_person(day: object, number: int) -> None:
    assert restricted(f"розпорядження № {number} від {day}") is None


@given(st.text())
def test_any_text_is_judged_without_an_error(text: str) -> None:
    assert restricted(text) in {None, *RestrictedKind}
