"""Laws of the reader: what is printed is read back, nothing raises, a series begins with itself."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_date
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from partnership.language.dates import Expectation, read_when
from partnership.language.dates.words import vocabulary
from tests.partnership.language.date_tables import NOW, rows

KYIV = ZoneInfo("Europe/Kyiv")
DAYS = st.dates(date(2024, 6, 13), date(2099, 12, 31))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
LOCALES = st.sampled_from(["uk", "en", "en_GB"])


@given(day=DAYS, locale=LOCALES)
def test_a_date_printed_in_full_is_read_back(day: date, locale: str) -> None:
    when = read_when(format_date(day, "full", locale=locale), now=NOW)
    assert when is not None
    assert (when.start, when.end, when.doubts, when.rest) == (day, None, (), "")


@given(day=DAYS, clock=TIMES, locale=LOCALES)
def test_a_date_and_time_printed_in_full_are_read_back(day: date, clock: time, locale: str) -> None:
    moment = datetime.combine(day, clock, KYIV)
    assume(moment.astimezone(UTC).astimezone(KYIV) == moment)
    printed = f"{format_date(day, 'full', locale=locale)}, {clock:%H:%M}"
    when = read_when(printed, now=NOW)
    assert when is not None
    assert when.start == moment
    assert when.rest == ""


@given(day=DAYS, clock=TIMES, separator=st.sampled_from(" T"))
def test_an_iso_moment_is_read_back(day: date, clock: time, separator: str) -> None:
    when = read_when(f"{day}{separator}{clock:%H:%M}", now=NOW)
    assert when is not None
    assert isinstance(when.start, datetime)
    local = when.start.replace(tzinfo=None)
    skipped = {"clock_skipped"} & {doubt.kind for doubt in when.doubts}
    assert skipped or local == datetime.combine(day, clock)


@given(day=DAYS)
def test_a_dotted_date_is_read_back(day: date) -> None:
    when = read_when(f"{day:%d.%m.%Y}", now=NOW)
    assert when is not None
    assert (when.start, when.doubts) == (day, ())


PIECES = st.one_of(
    st.sampled_from(sorted(vocabulary())),
    st.integers(0, 3000).map(str),
    st.sampled_from(["25.06", "31/12/2024", "15:00", "99:99", "-", "–", ",", "(", "3.14", "№"]),
)


@given(words=st.lists(PIECES, max_size=8), expect=st.sampled_from(Expectation))
def test_no_row_of_words_raises_and_answers_agree_with_themselves(
    words: list[str], expect: Expectation
) -> None:
    when = read_when(" ".join(words), now=NOW, expect=expect)
    if when is None:
        return
    assert when.all_day is not isinstance(when.start, datetime)
    assert all(doubt.choices for doubt in when.doubts)
    if isinstance(when.start, datetime):
        assert when.start.tzinfo == ZoneInfo(when.zone)


@given(text=st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    read_when(text, now=NOW)
    read_when(text, now=NOW, expect=Expectation.DATE)


def test_every_series_of_the_tables_falls_on_its_first_day() -> None:
    series = [row.text for row in rows("tuned") if row.expected["rrule"]]
    assert series
    for text in series:
        when = read_when(text, now=NOW)
        assert when is not None
        assert when.rrule is not None
        start = when.start
        if not isinstance(start, datetime):
            start = datetime.combine(start, time())
        assert rrulestr(when.rrule, dtstart=start)[0] == start, text
