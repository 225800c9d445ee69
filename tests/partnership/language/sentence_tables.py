"""The labelled sentences of officials: reading the tables, and comparing with what was read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from partnership.events import EventKind
from partnership.exchange.document import read_document
from partnership.language.dates import Period, When
from partnership.language.names import Match, NameIndex, by_span
from partnership.language.questions import Direction, Reading, Understanding, understand
from partnership.language.questions.slots import MEETINGS, VISITS
from partnership.naming import index_of

ROOT = Path(__file__).parents[3]
NOW = datetime(2024, 6, 12, 10, 0, tzinfo=ZoneInfo("Europe/Kyiv"))
"""A Wednesday: the day on which the labels were written to be true."""

_KINDS: dict[tuple[EventKind, ...], str] = {
    MEETINGS: "meeting",
    VISITS: "visit",
    (EventKind.ONLINE_MEETING,): "online",
    (EventKind.STUDY_VISIT,): "study",
    (EventKind.WORKING_VISIT,): "working",
    (EventKind.RETURN_VISIT,): "return",
    (EventKind.SIGNING,): "signing",
    (EventKind.SEMINAR,): "seminar",
    (EventKind.DECISION_STEP,): "decision",
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with what must be read from it, question by question."""

    sentence: str
    readings: tuple[dict[str, str], ...]


def labelled(half: str) -> list[Labelled]:
    """The sentences of one table: `tuned`, `held_out` or `wider`."""
    return [_labelled(row) for row in _rows(f"sentences_{half}")]


def small_talk(half: str) -> list[str]:
    """Sentences that ask nothing of the bot."""
    return [row["sentence"] for row in _rows(f"small_talk_{half}")]


@cache
def example_names() -> NameIndex:
    """The names of the example registry, and those of countries."""
    records = read_document((ROOT / "examples" / "registry.json").read_text(encoding="utf-8"))
    return index_of(records)


def read(sentence: str) -> Understanding:
    """The sentence understood against the example registry."""
    return understand(sentence, names=example_names(), now=NOW)


def wrong(entry: Labelled) -> str | None:
    """What is wrong with how an entry is read; None when everything is right."""
    readings = read(entry.sentence).readings
    got = [_slots(reading) for reading in readings]
    if len(got) == len(entry.readings) and all(map(_agrees, entry.readings, got)):
        return None
    return f"{entry.sentence!r}: wanted {list(entry.readings)}, got {got}"


def _rows(table: str) -> Iterator[dict[str, str]]:
    path = ROOT / "tests" / "tables" / f"{table}.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")


def _labelled(row: dict[str, str]) -> Labelled:
    intents = row["reading"].split("+")
    slots = row["slots"].split(" + ") if row["slots"] else []
    slots += [""] * (len(intents) - len(slots))
    labels = [
        {"intent": intent} | _parse(part) for intent, part in zip(intents, slots, strict=True)
    ]
    return Labelled(row["sentence"], tuple(labels))


def _parse(slots: str) -> dict[str, str]:
    pairs = (slot.strip().partition("=") for slot in slots.split(";") if slot.strip())
    return {key: value or "yes" for key, _, value in pairs}


def _agrees(wanted: dict[str, str], got: dict[str, str]) -> bool:
    """Every slot as labelled; a `?` at its end makes one optional, `rest` counts where labelled."""
    for slot in (wanted.keys() | got.keys()) - {"rest"}:
        label, value = wanted.get(slot, ""), got.get(slot, "")
        if label.endswith("?") and value in {"", label[:-1]}:
            continue
        if label != value:
            return False
    return "rest" not in wanted or wanted["rest"] == got["rest"]


def _slots(reading: Reading) -> dict[str, str]:
    slots = {
        "intent": reading.intent.value,
        "place": _ids(reading.places),
        "person": _ids(reading.people),
        "org": _ids(reading.organisations),
        "country": ",".join(reading.countries),
        "area": ",".join(reading.areas),
        "stage": ",".join(reading.stages),
        "status": ",".join(reading.statuses),
        "kind": _KINDS.get(reading.event_kinds, ",".join(reading.event_kinds)),
        "post": ",".join(reading.posts),
        "mine": "yes" if reading.mine else "",
        "dir": "" if reading.direction is Direction.ANY else reading.direction.value,
        "rest": reading.rest,
    }
    return {slot: value for slot, value in (slots | _times(reading)).items() if value}


def _ids(matches: tuple[Match, ...]) -> str:
    """The best name of each span."""
    return ",".join(sorted({rivals[0].name_id for rivals in by_span(matches)}))


def _times(reading: Reading) -> dict[str, str]:
    times = {}
    if reading.intent in {"plan", "move", "due"} and reading.when is not None:
        times = _when(reading.when)
    if reading.intent in {"events", "count"} and reading.period is not None:
        times["period"] = _period(reading.period)
    return times


def _when(when: When) -> dict[str, str]:
    if when.doubts:
        return {"doubt": "yes"}
    if when.rrule:
        return {"rrule": "yes"}
    moments = [when.start, when.end] if when.end not in {None, when.start} else [when.start]
    return {"when": "/".join(_moment(moment) for moment in moments if moment is not None)}


def _moment(moment: object) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M") if isinstance(moment, datetime) else str(moment)


def _period(period: Period) -> str:
    return f"{period.start}/{period.end}"
