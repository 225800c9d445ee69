"""Action items heard in notes: what, who, until when; and notes that hold none."""

from datetime import date

import pytest

from partnership.naming import index_of
from partnership.notes.note import Note, NoteKind
from partnership.notes.proposing import Proposal, propose
from tests.support.builders import K2, example_records

CHYZHEVSKA = "chyzhevska"


@pytest.fixture(scope="module")
def names():
    return index_of(example_records())


def heard(names, text, kind=NoteKind.NOTE):
    note = Note(key="n-1", kind=kind, text=text, author=1, author_name="Тарас", at=K2)
    return propose(note, names, "Europe/Kyiv")


@pytest.mark.parametrize(
    ("text", "what", "person", "owner", "due"),
    [
        (
            "домовились про культурний обмін восени, відповідальна Чижевська, до 1 липня",
            "культурний обмін восени",
            CHYZHEVSKA,
            None,
            "2024-07-01",
        ),
        (
            "Вирішили надіслати перелік. Відповідальний: Іван Петренко, строк 15.06",
            "надіслати перелік",
            None,
            "Іван Петренко",
            "2024-06-15",
        ),
        (
            "доручити Наталії Чижевській підготувати програму до 20 червня",
            "підготувати програму",
            CHYZHEVSKA,
            None,
            "2024-06-20",
        ),
        (
            "Чижевська надішле список до п’ятниці",
            "Чижевська надішле список",
            CHYZHEVSKA,
            None,
            "2024-06-14",
        ),
        (
            "обмін школярами, відповідальний Бєжан, термін — кінець серпня",
            "обмін школярами",
            "biezhan",
            None,
            "2024-08-31",
        ),
        (
            "підготувати список шкіл, відповідає Чижевська, строк - 1.07",
            "підготувати список шкіл",
            CHYZHEVSKA,
            None,
            "2024-07-01",
        ),
        (
            "надіслати каталоги протягом тижня — виконавиця: Чижевська",
            "надіслати каталоги",
            CHYZHEVSKA,
            None,
            "2024-06-19",
        ),
        (
            "@olena підготувати листа до 15.06",
            "підготувати листа",
            None,
            "@olena",
            "2024-06-15",
        ),
        (
            "відповідальна Чижевська за переклад угоди до кінця місяця",
            "переклад угоди",
            CHYZHEVSKA,
            None,
            "2024-06-30",
        ),
        (
            "підготувати лист — виконавиця Чижевська — термін до 5 липня",
            "підготувати лист",
            CHYZHEVSKA,
            None,
            "2024-07-05",
        ),
        (
            "agreed on a student exchange, responsible Chyzhevska, by 1 July",
            "a student exchange",
            CHYZHEVSKA,
            None,
            "2024-07-01",
        ),
        ("Треба до 25.06 узгодити меню", "узгодити меню", None, None, "2024-06-25"),
    ],
)
def test_what_who_and_until_when_are_heard(names, text, what, person, owner, due):
    assert heard(names, text) == Proposal(what, person, owner, date.fromisoformat(due))


@pytest.mark.parametrize(
    "text",
    [
        "зустріч пройшла добре, говорили про освіту",
        "їздили до Буржа у травні",
        "доїхали до 10.05",
        "Чижевська розповіла про культуру",
        "дякуємо до наступної зустрічі",
        "відповідальна Чижевська",
        "",
    ],
)
def test_a_note_without_an_action_item_offers_none(names, text):
    assert heard(names, text) is None


def test_what_is_written_by_the_command_for_actions_is_one_in_any_case(names):
    assert heard(names, "надіслати каталоги", NoteKind.ACTION) == Proposal(
        "надіслати каталоги", None, None, None
    )
