"""Two readers of calendar files, neither of which wrote them: vobject, and ical.js by node."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import vobject
from dateutil.rrule import rrulestr
from dateutil.tz import tzical

ICAL_JS = Path(__file__).parent / "ical_js"
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(
    NODE is None or not (ICAL_JS / "node_modules").is_dir(),
    reason="needs node, and `npm install` in tests/support/ical_js",
)


def read_with_ical_js(file: bytes) -> dict[str, Any]:
    """What ical.js makes of a file: its method, and occurrences with their UTC instants."""
    assert NODE is not None
    done = subprocess.run(
        [NODE, "read.js"], cwd=ICAL_JS, input=file, capture_output=True, check=True, timeout=20
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def starts_by_ical_js(file: bytes) -> list[datetime]:
    """Starts of all occurrences by ical.js, in order."""
    occurrences = read_with_ical_js(file)["occurrences"]
    return sorted(datetime.fromisoformat(each["start"]) for each in occurrences)


def read_with_vobject(file: bytes) -> Any:
    """The VCALENDAR as vobject understands it."""
    return vobject.readOne(file.decode())


def starts_by_vobject(file: bytes) -> list[datetime]:
    """Starts of all occurrences by vobject and dateutil: the rule, less exceptions, plus moved.

    Zones are taken from the file by dateutil's own reader of VTIMEZONE: vobject would look up
    the names of those it knows, and would not notice a wrong component.
    """
    zones = tzical(StringIO(file.decode().replace("\r\n", "\n")))

    def local(value: datetime) -> datetime:
        (name,) = zones.keys()
        return value.replace(tzinfo=zones.get(name))

    starts: set[datetime] = set()
    moved: list[Any] = []
    for event in read_with_vobject(file).vevent_list:
        if hasattr(event, "recurrence_id"):
            moved.append(event)
            continue
        first = local(event.dtstart.value)
        rule = rrulestr(event.rrule.value, dtstart=first) if hasattr(event, "rrule") else [first]
        skipped = [each for line in getattr(event, "exdate_list", []) for each in line.value]
        starts |= set(rule) - {local(each) for each in skipped}
    for event in moved:
        starts -= {local(event.recurrence_id.value)}
        starts |= {local(event.dtstart.value)}
    return sorted(each.astimezone(UTC) for each in starts)


def days_by_vobject(file: bytes) -> tuple[date, date]:
    """DTSTART and DTEND of the first event, as days."""
    event = read_with_vobject(file).vevent
    return event.dtstart.value, event.dtend.value
