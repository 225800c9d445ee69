"""Lines of a meeting: what was decided, who is to do what, and what was only said."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.language.names import NameIndex
from partnership.minutes.spoken_points import Listener, SpokenPoint, spoken_lines
from partnership.naming import index_of
from partnership.notes.note import Note, NoteKind
from partnership.notes.proposing import propose
from partnership.registry import Registry
from tests.support.builders import example_registry

AT = datetime(2024, 6, 12, 6, tzinfo=UTC)
ZONE = "Europe/Kyiv"


@pytest.fixture(scope="module")
def registry() -> Registry:
    return example_registry()


@pytest.fixture(scope="module")
def names(registry: Registry) -> NameIndex:
    return index_of(registry.records())


@pytest.fixture(scope="module")
def listener(registry: Registry, names: NameIndex) -> Listener:
    return Listener(registry, names, ZONE)


def one(listener: Listener, line: str) -> SpokenPoint:
    (point,) = listener.points(line, AT)
    return point


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("! провести виставку ремесел восени", "провести виставку ремесел восени"),
        ("!провести виставку", "провести виставку"),
        ("Рішення: обмін школярами у вересні", "обмін школярами у вересні"),
        ("вирішили провести виставку", "вирішили провести виставку"),
        ("Ухвалили програму візиту", "Ухвалили програму візиту"),
        ("домовилися про культурний обмін", "домовилися про культурний обмін"),
        ("погоджено: програму візиту", "програму візиту"),
        ("decided to hold a book fair", "decided to hold a book fair"),
        ("Agreed: next visit in autumn", "next visit in autumn"),
        ("Бондюель: вирішили приїхати восени", "вирішили приїхати восени"),
    ],
)
def test_decisions_are_heard(listener: Listener, line: str, text: str) -> None:
    point = one(listener, line)
    assert (point.kind, point.text) == (NoteKind.DECISION, text)


@pytest.mark.parametrize(
    ("line", "what", "who", "due"),
    [
        ("Чижевська: підготувати звіт до 15.06", "підготувати звіт", "chyzhevska", 15),
        ("Чижевська – підготувати звіт до 15 червня", "підготувати звіт", "chyzhevska", 15),
        ("пані Чижевська: надіслати каталоги", "надіслати каталоги", "chyzhevska", None),
        ("доручити Чижевській підготувати звіт до 15.06", "підготувати звіт", "chyzhevska", 15),
        ("@taras підготувати слайди до п'ятниці", "підготувати слайди", "@taras", 14),
        ("підготувати слайди @taras", "підготувати слайди", "@taras", None),
        ("треба надіслати перелік до 20 червня", "надіслати перелік", None, 20),
        ("Завдання: надіслати подяку до 20 червня", "надіслати подяку", None, 20),
        ("Chyzhevska: prepare the report by 15 June", "prepare the report", "chyzhevska", 15),
        ("Action: send the catalogue", "send the catalogue", None, None),
    ],
)
def test_action_items_are_heard(
    listener: Listener, names: NameIndex, line: str, what: str, who: str | None, due: int | None
) -> None:
    point = one(listener, line)
    assert point.kind is NoteKind.ACTION
    note = Note(key="", kind=point.kind, text=point.text, author=1, author_name="", at=AT)
    item = propose(note, names, ZONE)
    assert item is not None
    assert item.what == what
    assert (item.person or item.owner) == who
    assert item.due == (date(2024, 6, due) if due else None)


@pytest.mark.parametrize(
    "line",
    [
        "обговорили станцію очищення води",
        "Чижевська: подякувала за візит 2023 року",
        "Ену: готові працювати онлайн",
        "Тема: культура",
        "Бурж приймає делегацію у вересні",
        "Візит триватиме до 15 червня",
        "15:00 перерва",
        "https://auc.org.ua/novyna",
        "Bonduelle: thanks for the water station",
    ],
)
def test_what_was_only_said_stays_word_for_word(listener: Listener, line: str) -> None:
    assert one(listener, line) == SpokenPoint(NoteKind.NOTE, line)


def test_who_asks_is_not_who_does(listener: Listener, names: NameIndex) -> None:
    point = one(listener, "Тарріссон: просимо надати перелік напрямів до 24 червня")
    assert (point.kind, point.said_by) == (NoteKind.ACTION, "Філіп Тарріссон")
    note = Note(key="", kind=point.kind, text=point.text, author=1, author_name="", at=AT)
    item = propose(note, names, ZONE)
    assert item is not None
    assert (item.what, item.person, item.owner) == ("надати перелік напрямів", None, None)


def test_bullets_numbers_and_empty_lines_are_no_words() -> None:
    text = "- культура\n• освіта\n\n  2) спорт\n---\n3. Чи їдемо?\n15.06 приїде делегація"
    assert list(spoken_lines(text)) == [
        "культура",
        "освіта",
        "спорт",
        "Чи їдемо?",
        "15.06 приїде делегація",
    ]


@given(st.text(max_size=200))
def test_no_text_fails_and_each_line_with_words_is_one_point(text: str) -> None:
    registry = Registry()
    listener = Listener(registry, index_of(registry.records()), ZONE)
    points = listener.points(text, AT)
    assert len(points) == len(list(spoken_lines(text)))
    assert all(point.text.strip() for point in points)
