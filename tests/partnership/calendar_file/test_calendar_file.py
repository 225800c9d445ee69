"""Calendar files, read back by two other programs on both sides of the clock change."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from partnership.calendar.series import occurrences, split_before, with_change
from partnership.calendar_file import FileEntry, calendar_file
from partnership.event_parts import Series
from partnership.events import Event, EventState, Span
from tests.support.calendars import a_visit, an_event, kyiv, utc
from tests.support.ical_files import (
    days_by_vobject,
    needs_node,
    read_with_ical_js,
    read_with_vobject,
    starts_by_ical_js,
    starts_by_vobject,
)

NOW = utc(2026, 2, 1)
READERS = [
    pytest.param(starts_by_vobject, id="vobject"),
    pytest.param(starts_by_ical_js, id="ical.js", marks=needs_node),
]
ZONES = (
    "Europe/Kyiv",
    "Europe/Paris",
    "Europe/Lisbon",
    "America/New_York",
    "Asia/Tbilisi",
    "Africa/Casablanca",
    "Australia/Sydney",
)


def file_of(*events: Event) -> bytes:
    return calendar_file([FileEntry(event=each, title="Бурж, зустріч") for each in events], NOW)


def weekly(first: datetime, count: int = 6) -> Event:
    return an_event(first, series=Series(rule=f"FREQ=WEEKLY;COUNT={count}"))


def expected(event: Event) -> list[datetime]:
    found = occurrences(event, utc(2026, 1, 1), utc(2027, 12, 31))
    return [each.starts_at for each in found]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("wall", [kyiv(2026, 3, 28, 15), kyiv(2026, 3, 29, 15)])
def test_a_meeting_has_its_instant_on_both_sides_of_the_clock_change(read, wall) -> None:
    event = an_event(wall)
    assert read(file_of(event)) == expected(event)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("first", [kyiv(2026, 3, 17, 10), kyiv(2026, 10, 13, 10)])
def test_a_series_with_exceptions_is_read_as_it_was_planned(read, first) -> None:
    event = weekly(first)
    event = with_change(event, first + timedelta(days=7), None)
    event = with_change(event, first + timedelta(days=14), first + timedelta(days=15, hours=3))
    assert len(expected(event)) == 5
    assert read(file_of(event)) == expected(event)


@pytest.mark.parametrize("read", READERS)
def test_a_series_that_was_cut_ends_where_it_was_cut(read) -> None:
    before, rest = split_before(weekly(kyiv(2026, 3, 17, 10)), kyiv(2026, 3, 31, 10))
    assert read(file_of(before)) == [utc(2026, 3, 17, 8), utc(2026, 3, 24, 8)]
    assert rest.rule == "FREQ=WEEKLY;COUNT=4"


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("zone", ZONES)
def test_zones_of_partners_are_read_rightly_all_year(read, zone) -> None:
    monthly = an_event(
        kyiv(2026, 1, 15, 10), zone=zone, series=Series(rule="FREQ=MONTHLY;COUNT=12")
    )
    assert read(file_of(monthly)) == expected(monthly)


def test_a_visit_has_an_exclusive_end() -> None:
    visit = file_of(a_visit(date(2026, 7, 1), date(2026, 7, 5)))
    assert days_by_vobject(visit) == (date(2026, 7, 1), date(2026, 7, 6))


@needs_node
def test_ical_js_reads_a_visit_as_days() -> None:
    found = read_with_ical_js(file_of(a_visit(date(2026, 7, 1), date(2026, 7, 5))))
    (visit,) = found["occurrences"]
    assert (visit["start"], visit["end"]) == ("2026-07-01", "2026-07-06")


def test_a_cancellation_replaces_the_entry_and_has_no_alarm() -> None:
    event = an_event(kyiv(2026, 3, 28, 15))
    off = replace(event, state=EventState.CANCELLED, revision=3)
    planned, cancelled = read_with_vobject(file_of(event)), read_with_vobject(file_of(off))
    assert (planned.method.value, cancelled.method.value) == ("PUBLISH", "CANCEL")
    assert planned.vevent.uid.value == cancelled.vevent.uid.value
    assert (planned.vevent.sequence.value, cancelled.vevent.sequence.value) == ("0", "3")
    assert cancelled.vevent.status.value == "CANCELLED"
    assert len(planned.vevent.valarm_list) == 2
    assert not hasattr(cancelled.vevent, "valarm_list")


def test_the_text_survives_commas_semicolons_and_long_ukrainian_lines() -> None:
    title = ", ".join(["Зустріч: Коростень; «культура»"] * 5)
    entry = FileEntry(
        event=an_event(kyiv(2026, 3, 28, 15)), title=title, link="https://zoom.us/j/1"
    )
    written = calendar_file([entry], NOW)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert read_with_vobject(written).vevent.summary.value == title


def test_the_link_is_only_in_a_file_that_was_given_it() -> None:
    event = an_event(kyiv(2026, 3, 28, 15))
    with_link = calendar_file([FileEntry(event=event, title="x", link="https://zoom.us/j/1")], NOW)
    assert b"zoom.us" in with_link
    assert b"zoom.us" not in file_of(event)


def test_an_event_without_a_day_is_left_out() -> None:
    assert b"BEGIN:VEVENT" not in file_of(an_event(planned=Span()))


def test_a_zone_has_two_yearly_rules() -> None:
    written = file_of(an_event(kyiv(2026, 3, 28, 15))).decode()
    zone = written[written.index("BEGIN:VTIMEZONE") : written.index("END:VTIMEZONE")]
    assert zone.count("RRULE:FREQ=YEARLY") == 2
    assert "RDATE" not in zone
