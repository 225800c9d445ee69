"""Data that do not belong in Telegram: passports, tax and bank numbers, birth dates, «ДСК».

Numbers are judged by their own check digits where they have them, and by the words beside them
where they have none, so that phones, dates, orders and amounts pass.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum


class RestrictedKind(StrEnum):
    """Why a text is refused."""

    PASSPORT = "passport"
    TAX_NUMBER = "tax_number"
    DEMOGRAPHIC_NUMBER = "demographic_number"
    BANK_ACCOUNT = "bank_account"
    BANK_CARD = "bank_card"
    BIRTH_DATE = "birth_date"
    OFFICIAL_USE = "official_use"


_OFFICIAL_USE = re.compile(
    r"для службового користування|цілком таємно|for official use only|\b(?:гриф\w*\s+)?ДСК\b"
    r"|(?i:гриф\w*\s+«?таємно)",
)
_PASSPORT_WORDS = re.compile(
    r"паспорт|закордонник|passport|\bid[- ]?(?:карт|card)|посвідчення особи", re.IGNORECASE
)
_PASSPORT = re.compile(r"(?<![\w№/-])(?:[A-Z]{2}|[А-ЯІЇЄҐ]{2})\s?[№-]?\s?\d{6}(?![\w/-]|[.,]\d)")
_PASSPORT_LOOSE = re.compile(r"(?<!\w)[A-Za-zА-Яа-яІіЇїЄєҐґ]{2}\s?[№-]?\s?\d{6}(?!\w)")
_NINE_DIGITS = re.compile(r"(?<![\d+])\d{9}(?!\d)")
_PAPER_WORDS = re.compile(
    r"реєстр|наказ|розпорядж|рішенн|\bвих\b|\bвх\b|догов|угод|рахун|грант|про[єе]кт|лист\w*\s*№"
    r"|\border\b|registration|grant|project|contract|invoice|\bref\b|\bletter\b",
    re.IGNORECASE,
)
_TAX_WORDS = re.compile(
    r"рнокпп|\bіпн\b|\bінн\b|\bипн\b|податков\w+ номер|ідентифікаційн\w+ (?:код|номер)"
    r"|номер платника|tax (?:number|id|code)|taxpayer|\btin\b",
    re.IGNORECASE,
)
_PHONE_WORDS = re.compile(r"\bтел|phone|моб|номер телефону|\+", re.IGNORECASE)
_TEN_DIGITS = re.compile(
    r"(?<![\d+.,/-])\d{10}(?![\d/-])(?!\s*(?:грн|гривень|євро|euro?|usd|€|\$))"
)
_BORN_1954_TO_2009 = "23"
"""First digits of РНОКПП, which counts days since 1899: of the people of working age."""
_TAX_WEIGHTS = (-1, 5, 7, 9, 4, 6, 10, 5, 7)
_DEMOGRAPHIC = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})-?\d{5}(?!\d)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b")
_CARD = re.compile(r"(?<![\d+])[2-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{4}(?!\d)")
_BIRTH = re.compile(
    r"(?:дат\w+ народження|народи(?:вся|лася|лась)|\bд\.?\s?н\.|date of birth|\bborn\b|\bdob\b"
    r"|день народження)\D{0,60}(?:\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}"
    r"|(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}(?:-?\w{2})? (?:of )?[^\W\d]+,? (?:19|20)\d{2})"
    r"|\b(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d{2}\s?(?:р\.?|року)\s?(?:н\.|народження)",
    re.IGNORECASE,
)


def restricted(text: str) -> RestrictedKind | None:
    """Why the text must not be kept, or None. Nothing of the text is stored or logged here."""
    if _OFFICIAL_USE.search(text):
        return RestrictedKind.OFFICIAL_USE
    if not any(letter.isdigit() for letter in text):
        return None
    checks = (
        (_has_passport, RestrictedKind.PASSPORT),
        (_has_account, RestrictedKind.BANK_ACCOUNT),
        (_has_card, RestrictedKind.BANK_CARD),
        (_has_demographic_number, RestrictedKind.DEMOGRAPHIC_NUMBER),
        (_has_tax_number, RestrictedKind.TAX_NUMBER),
        (_has_birth_date, RestrictedKind.BIRTH_DATE),
    )
    return next((kind for check, kind in checks if check(text)), None)


def _has_passport(text: str) -> bool:
    """A booklet or travel passport (two letters, six digits), or an identity card beside its word.

    A «паспорт громади» without a number is a profile of a community and passes.
    """
    if _PASSPORT_WORDS.search(text):
        return bool(_PASSPORT_LOOSE.search(text) or _NINE_DIGITS.search(text))
    return bool(_PASSPORT.search(text)) and not _PAPER_WORDS.search(text)


def _has_tax_number(text: str) -> bool:
    """РНОКПП: ten digits beside its word, or with its check digit right and no phone about."""
    numbers = _TEN_DIGITS.findall(text)
    if not numbers:
        return False
    if _TAX_WORDS.search(text):
        return True
    if _PHONE_WORDS.search(text) or _PAPER_WORDS.search(text):
        return False
    return any(number[0] in _BORN_1954_TO_2009 and _is_tax_number(number) for number in numbers)


def _is_tax_number(number: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_TAX_WEIGHTS, number, strict=False))
    return total % 11 % 10 == int(number[-1])


def _has_demographic_number(text: str) -> bool:
    """УНЗР: a birth date and five digits, `19850412-01234`."""
    return any(_is_day(*map(int, found.groups())) for found in _DEMOGRAPHIC.finditer(text))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _has_account(text: str) -> bool:
    """An IBAN whose remainder by 97 is right (ISO 13616)."""
    return any(_is_iban(found.group()) for found in _IBAN.finditer(text))


def _is_iban(written: str) -> bool:
    account = written.replace(" ", "")
    turned = account[4:] + account[:4]
    return len(account) >= 15 and int("".join(str(int(one, 36)) for one in turned)) % 97 == 1


def _has_card(text: str) -> bool:
    """A card number of sixteen digits whose Luhn sum is right."""
    return any(_is_card(found.group()) for found in _CARD.finditer(text))


def _is_card(written: str) -> bool:
    digits = [int(one) for one in written if one.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _has_birth_date(text: str) -> bool:
    return bool(_BIRTH.search(text))
