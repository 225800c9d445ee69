"""Who else an action item names: helpers, the controller, the partner's side."""

import pytest

from partnership.naming import index_of
from partnership.notes.note import Note, NoteKind
from partnership.notes.proposing import propose
from tests.support.builders import K2, example_records


@pytest.fixture(scope="module")
def names():
    return index_of(example_records())


def heard(names, text, kind=NoteKind.ACTION):
    note = Note(key="n-1", kind=kind, text=text, author=1, author_name="Тарас", at=K2)
    found = propose(note, names, "Europe/Kyiv")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "what", "person", "helpers"),
    [
        (
            "підготувати програму разом з Ткачуком до п'ятниці, відповідальна Чижевська",
            "підготувати програму",
            "chyzhevska",
            ["tkachuk"],
        ),
        (
            "звіт, відповідальна Чижевська, співвиконавці Ткачук, Сергієнко та Таран, до 20.06",
            "звіт",
            "chyzhevska",
            ["tkachuk", "serhiienko", "taran"],
        ),
        (
            "відповідальні: Чижевська, Ткачук; надіслати каталоги до 20.06",
            "надіслати каталоги",
            "chyzhevska",
            ["tkachuk"],
        ),
        (
            "Чижевська і Ткачук підготують звіт до 1 липня",
            "Чижевська і Ткачук підготують звіт",
            "chyzhevska",
            ["tkachuk"],
        ),
        ("доповідь, Ткачук і Чижевська, строк 1.07", "доповідь", "tkachuk", ["chyzhevska"]),
        (
            "prepare a report together with Tkachuk, responsible Chyzhevska, by 1 July",
            "prepare a report",
            "chyzhevska",
            ["tkachuk"],
        ),
        ("провести зустріч разом з Буржем до 1.07", "провести зустріч разом з Буржем", None, []),
        ("запросити Чижевську, Ткачука", "запросити Чижевську, Ткачука", None, []),
    ],
)
def test_helpers_are_heard_in_any_case_form(names, text, what, person, helpers):
    found = heard(names, text)
    assert (found.what, found.person, list(found.helpers)) == (what, person, helpers)


@pytest.mark.parametrize(
    ("text", "what", "controller"),
    [
        ("надіслати каталоги, контроль — Ткачук", "надіслати каталоги", "tkachuk"),
        ("надіслати каталоги, контроль за Чижевською", "надіслати каталоги", "chyzhevska"),
        ("надіслати каталоги, контроль покласти на Тарана", "надіслати каталоги", "taran"),
        ("надіслати лист до 20 червня, Таран контролює", "надіслати лист", "taran"),
        ("send catalogues, controlled by Taran, by Friday", "send catalogues", "taran"),
        ("контроль якості води", "контроль якості води", None),
    ],
)
def test_the_controller_is_heard(names, text, what, controller):
    found = heard(names, text)
    assert (found.what, found.controller) == (what, controller)


@pytest.mark.parametrize(
    ("text", "of_partner"),
    [
        ("партнер надішле програму візиту до 1 липня", True),
        ("надіслати програму, відповідальний партнер, до 1 липня", True),
        ("send the programme, responsible: the partner", True),
        ("надіслати програму партнеру до 1 липня", False),
    ],
)
def test_the_side_of_the_partner_is_heard(names, text, of_partner):
    assert heard(names, text).of_partner is of_partner


def test_people_a_note_only_tells_of_are_nobody_s_helpers(names):
    text = "Чижевська і Ткачук розповіли про візит, відповідальний Таран, до 1 липня"
    found = heard(names, text, NoteKind.NOTE)
    assert (found.person, found.helpers) == ("taran", ())
