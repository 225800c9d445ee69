"""`mistok explain`: lines on standard input, one answer a line."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli import build_cli

REGISTRY = str(Path(__file__).parents[2] / "examples" / "registry.json")
NOW = "2024-06-12T10:00"


@pytest.fixture
def explain(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Runs the command over lines and returns its exit status and what it printed."""

    def run(lines: str, *flags: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        with pytest.raises(SystemExit) as ended:
            build_cli()(["explain", *flags])
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return run


@pytest.fixture
def explained(explain):
    """The JSON objects for lines read against the example registry."""

    def run(*lines: str) -> list[dict[str, Any]]:
        flags = ("--json", "--registry", REGISTRY, "--now", NOW)
        status, out, _ = explain("\n".join(lines) + "\n", *flags)
        assert status == 0
        return [json.loads(line) for line in out.splitlines()]

    return run


def test_a_planned_meeting_is_explained_in_full(explained) -> None:
    (line,) = explained("зустріч з Крефельдом у п'ятницю о 15:00")
    assert line["text"] == "зустріч з Крефельдом у п'ятницю о 15:00"
    assert line["intent"] == "plan"
    (partner,) = line["partners"]
    assert (partner["id"], partner["name"], partner["how"]) == ("krefeld", "Крефельд", "form")
    assert 0 < partner["score"] <= 100
    assert line["people"] == []
    assert line["when"] == {
        "start": "2024-06-14T15:00",
        "end": None,
        "all_day": False,
        "rrule": None,
        "zone": "Europe/Kyiv",
        "doubts": [],
    }
    assert line["rest"] == "зустріч з Крефельдом"


def test_days_without_a_time_are_dates(explained) -> None:
    (line,) = explained("візит до Крефельда 1-5 липня")
    assert (line["when"]["start"], line["when"]["end"]) == ("2024-07-01", "2024-07-05")
    assert line["when"]["all_day"] is True


def test_a_recurrence_is_a_rule_without_its_start(explained) -> None:
    (line,) = explained("щовівторка о 10 зустріч з Буржем")
    assert line["when"]["rrule"] == "FREQ=WEEKLY;BYDAY=TU"


def test_a_date_alone_is_still_read(explained) -> None:
    (line,) = explained("1-5 липня")
    assert line["intent"] == "unknown"
    assert line["when"]["end"] == "2024-07-05"
    assert line["rest"] == ""


def test_doubts_are_named_with_their_likely_answers(explained) -> None:
    (line,) = explained("meeting with Venlo on 05/06")
    assert "day_or_month" in line["when"]["doubts"]
    assert {"2025-06-05", "2025-05-06"} <= {
        choice["start"] for choices in line["when"]["choices"] for choice in choices
    }


def test_a_line_without_a_time_has_none(explained) -> None:
    (line,) = explained("Хто партнери Житомира?")
    assert line["when"] is None
    assert line["intent"] == "list"


def test_a_year_is_a_period(explained) -> None:
    (line,) = explained("покажи події за 2023 рік")
    assert (line["when"]["start"], line["when"]["end"]) == ("2023-01-01", "2023-12-31")


def test_a_second_question_stands_under_also(explained) -> None:
    (line,) = explained("коли зустріч з Буржем і хто контакт у Кропивницькому?")
    assert line["intent"] == "when"
    (second,) = line["also"]
    assert (second["intent"], second["partners"][0]["id"]) == ("contact", "kropyvnytskyi")


def test_people_are_found_by_their_surname(explained) -> None:
    (line,) = explained("посада Тарріссона")
    assert line["people"][0]["id"] == "tarrisson"


def test_every_line_gets_one_answer_even_an_empty_one(explained) -> None:
    assert [line["text"] for line in explained("привіт", "", "Венло")] == ["привіт", "", "Венло"]


def test_restricted_data_are_refused(explained) -> None:
    (line,) = explained("паспорт делегата FA123456 запиши")
    assert (line["intent"], line["partners"], line["when"]) == ("refuse", [], None)


def test_the_zone_is_the_writers(explain) -> None:
    flags = ("--json", "--registry", REGISTRY, "--now", NOW, "--zone", "Europe/Berlin")
    _, out, _ = explain("зустріч з Буржем завтра о 15:00\n", *flags)
    assert json.loads(out)["when"]["zone"] == "Europe/Berlin"


def test_the_gazetteer_answers_best_first(explain) -> None:
    status, out, _ = explain("Ульм\n", "--places", "--json")
    line = json.loads(out)
    best = line["places"][0]
    assert status == 0
    assert (best["uk"], best["en"], best["country"], best["zone"]) == (
        "Ульм",
        "Ulm",
        "DE",
        "Europe/Berlin",
    )
    assert set(best) == {"uk", "en", "country", "region", "zone", "population", "how", "score"}


def test_without_json_people_can_read_it(explain) -> None:
    _, out, _ = explain("що там з Венло\n", "--registry", REGISTRY, "--now", NOW)
    assert out.splitlines()[:2] == ["що там з Венло", "  intent: card"]


@pytest.mark.parametrize(
    "flags",
    [
        ("--now", "yesterday", "--registry", REGISTRY),
        ("--zone", "Europe/Nowhere", "--registry", REGISTRY),
        ("--registry", "no-such-file.json"),
    ],
)
def test_a_wrong_argument_is_reported_and_nothing_is_read(explain, flags: tuple[str, ...]) -> None:
    status, out, err = explain("Венло\n", *flags)
    assert status == 2
    assert out == ""
    assert err
