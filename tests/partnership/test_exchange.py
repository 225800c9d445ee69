"""The exchange format: nothing lost on the way out and in, nothing wrong let in."""

import dataclasses
import json
from datetime import date, datetime, time
from enum import StrEnum
from types import UnionType
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnership.bilingual import Bilingual
from partnership.changes import ChangeKind
from partnership.entities import CLASS_OF, GROWING, Kind, id_of, kind_of
from partnership.events import Participant
from partnership.exchange.codec import UnreadableError, from_plain, to_plain
from partnership.exchange.document import SECTIONS, read_document, write_document
from tests.support.builders import EXAMPLE, example_records, open_world

SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)
WORDS = st.text(min_size=1, max_size=12)


def values_of(hint):
    """Values of a field by its type, so that a new field is covered without a line here."""
    if get_origin(hint) is UnionType:
        return st.one_of(*(values_of(each) for each in get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(values_of(get_args(hint)[0]), max_size=3).map(tuple)
    if hint is Bilingual:
        return st.builds(Bilingual, WORDS, st.none() | WORDS)
    if hint is Participant:
        return st.builds(Participant, person=SLUGS, attended=st.none() | st.booleans())
    if dataclasses.is_dataclass(hint):
        return records_of(hint)
    simple = {
        str: SLUGS,
        int: st.integers(0, 10**6),
        bool: st.booleans(),
        float: st.floats(-180, 180),
        date: st.dates(),
        time: st.times(),
        datetime: st.datetimes(),
        type(None): st.none(),
    }
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    return simple[hint]


def records_of(cls):
    fields = {name: values_of(hint) for name, hint in get_type_hints(cls).items()}
    if "foreign" in fields:
        fields["foreign"] = st.lists(SLUGS, min_size=1, max_size=3).map(tuple)
    if cls in {CLASS_OF[kind] for kind in GROWING}:
        fields["id"] = st.just(0)
    return st.builds(cls, **fields)


@pytest.mark.parametrize("kind", list(Kind))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_every_record_comes_back_as_it_went_out(kind, data):
    record = data.draw(records_of(CLASS_OF[kind]))
    for complete in (False, True):
        plain = json.loads(json.dumps(to_plain(record, complete=complete)))
        assert from_plain(kind, plain) == record


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_file_gives_back_the_records_it_was_written_from(data):
    drawn = [data.draw(records_of(CLASS_OF[kind])) for kind in SECTIONS.values()]
    records = {(kind_of(each), id_of(each)): each for each in drawn}
    read = read_document(write_document(records.values()))
    assert {(kind_of(each), id_of(each)): each for each in read} == records


def test_the_example_is_written_in_the_form_that_export_gives():
    assert write_document(example_records()) == EXAMPLE.read_text("utf-8")


def broken(**changes):
    document = json.loads(EXAMPLE.read_text("utf-8"))
    for path, value in changes.items():
        section, *steps = path.split("__")
        target = document if not steps else document[section]
        for step in steps[:-1]:
            target = target[int(step) if step.isdigit() else step]
        target[steps[-1] if steps else section] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("text", "path", "code"),
    [
        ("{", "line 1, column 2", "not_json"),
        ("[]", "", "not_an_object"),
        ("{}", "format", "wrong_format"),
        (broken(version=2), "version", "wrong_version"),
        (broken(towns=[]), "towns", "unknown_key"),
        (broken(places={}), "places", "not_a_list"),
        (broken(places__0__mayor="x"), "places[0].mayor", "unknown_key"),
        (broken(places__0__name__fr="x"), "places[0].name.fr", "unknown_key"),
        (broken(places__0__name={}), "places[0].name", "value_error"),
        (broken(places__0__country=None), "places[0].country", "string_type"),
        (broken(places__0__home="yes"), "places[0].home", "bool_type"),
        (broken(partnerships__0__stage="friends"), "partnerships[0].stage", "enum"),
        (broken(partnerships__0__foreign=[]), "partnerships[0]", "value_error"),
        (broken(events__0__id=5), "events[0].id", "unknown_key"),
        (broken(areas__0__id="Мистецтво"), "areas[Мистецтво]", "wrong_id"),
        (broken(areas__0__id="culture"), "areas[culture]", "duplicate_id"),
    ],
)
def test_what_is_wrong_in_a_file_is_named_with_its_path(text, path, code):
    with pytest.raises(UnreadableError) as caught:
        read_document(text)
    assert (path, code) in [(each.path, each.code) for each in caught.value.problems]


async def test_the_same_file_twice_changes_nothing(world):
    text = EXAMPLE.read_text("utf-8")
    again = await world.transfer.read(text)
    assert not again.created
    assert not again.changed
    assert sum(again.unchanged.values()) == len(example_records())
    assert await world.stores.changes.batch(again.batch) == []
    assert await world.transfer.write() == text


async def test_a_newer_file_changes_what_differs_and_keeps_the_rest(world):
    text = broken(partnerships__0__since="2023-06-13", events__0__note={"uk": "нотатка"})
    number = (await world.stores.events.event("ev-dortmund-board-2023-01-10")).id
    result = await world.transfer.read(text)
    assert result.changed == {Kind.PARTNERSHIP: 1, Kind.EVENT: 1}
    changes = await world.stores.changes.batch(result.batch)
    assert [(each.kind, each.field, each.what) for each in changes] == [
        (Kind.PARTNERSHIP, "since", ChangeKind.CHANGED),
        (Kind.EVENT, "note", ChangeKind.CHANGED),
    ]
    assert world.registry.partnerships["korosten-bourges"].since == date(2023, 6, 13)
    assert (await world.stores.events.event("ev-dortmund-board-2023-01-10")).id == number


async def test_a_file_that_points_to_nothing_leaves_nothing(tmp_path):
    text = broken(partnerships__0__foreign=["atlantis"], letters__0__sender="nobody")
    async with open_world(tmp_path / "empty.db") as world:
        with pytest.raises(UnreadableError) as caught:
            await world.transfer.read(text)
        assert [(each.path, each.detail) for each in caught.value.problems] == [
            ("partnerships[korosten-bourges].foreign[0]", "atlantis"),
            ("letters[augsburg-proposal].sender", "nobody"),
        ]
        assert list(world.registry.records()) == []
        assert await world.stores.database.fetch_all("SELECT id FROM place") == []


async def test_a_file_with_a_partner_from_the_aggressor_state_is_refused(world):
    document = json.loads(EXAMPLE.read_text("utf-8"))
    place = next(each for each in document["places"] if each["id"] == "bourges")
    place["country"] = "RU"
    with pytest.raises(UnreadableError) as caught:
        await world.transfer.read(json.dumps(document))
    assert [(each.path, each.code) for each in caught.value.problems] == [
        ("partnerships[korosten-bourges].foreign", "aggressor_state")
    ]
    assert world.registry.places["bourges"].country == "FR"
