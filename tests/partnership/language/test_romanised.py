"""Ukrainian in Latin letters."""

import pytest

from partnership.language.questions import Intent
from partnership.language.romanised import as_cyrillic
from tests.partnership.language.sentence_tables import read


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("zustrich z Burzhem zavtra o 10", "зустріч з Буржем завтра о 10"),
        ("perenesy na pyatnytsiu", "перенеси на пятницю"),
        ("skasuy onlain", "скасуй онлайн"),
        ("https://zoom.us/j/1 zavtra", "https://zoom.us/j/1 завтра"),
    ],
)
def test_letters_stand_for_what_they_usually_do(latin: str, cyrillic: str) -> None:
    assert as_cyrillic(latin) == cyrillic


def test_a_sentence_in_latin_letters_is_understood() -> None:
    (moved,) = read("perenesy zustrich z Burzhem na pyatnytsiu 14:00").readings
    assert moved.intent is Intent.MOVE
    assert moved.when is not None
    assert f"{moved.when.start:%d.%m %H:%M}" == "14.06 14:00"


def test_english_stays_english() -> None:
    (planned,) = read("call with Bourges on Friday at 11").readings
    assert planned.text == "call with Bourges on Friday at 11"
