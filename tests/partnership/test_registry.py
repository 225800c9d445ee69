"""The registry in memory: its index follows every change, its order is the alphabet's."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from partnership.coverage import partners_by_country
from partnership.entities import CLASS_OF, Kind, id_of, kind_of
from partnership.links import LINKS, links_of
from partnership.queries import PartnerFilter, partnerships
from partnership.registry import Registry
from partnership.stages import Stage, Status
from tests.support.builders import (
    K2,
    a_partnership,
    a_place,
    big_registry,
    example_records,
)


def index_of(registry):
    """The index as a slow and simple search finds it."""
    found = {}
    for record in registry.records():
        for _, kind, key in links_of(record):
            found.setdefault((kind, key, kind_of(record)), set()).add(id_of(record))
    return found


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 4), st.integers(0, 4)), max_size=20))
def test_the_index_follows_every_change(steps):
    registry = Registry.of([a_place(f"Town{n}") for n in range(5)])
    for removes, number, town in steps:
        if removes:
            registry.remove(Kind.PARTNERSHIP, f"p-{number}")
        else:
            registry.put(a_partnership("town0", f"town{town}", id=f"p-{number}"))
        expected = index_of(registry)
        for place in registry.places:
            key = (Kind.PLACE, place, Kind.PARTNERSHIP)
            assert set(registry.pointing_to(*key)) == expected.get(key, set())
        names = [each.id for each in registry.partnerships_in_order()]
        assert sorted(names) == sorted(registry.partnerships)


def test_listeners_hear_of_what_came_and_what_went(registry):
    heard = []
    registry.listeners.append(lambda *what: heard.append(what))
    ulm = a_place("Ulm")
    registry.put(ulm)
    registry.remove(Kind.PLACE, "ulm")
    registry.remove(Kind.PLACE, "ulm")
    assert heard == [(Kind.PLACE, "ulm", ulm), (Kind.PLACE, "ulm", None)]


def test_every_reference_of_the_example_points_to_a_record():
    known = {(kind_of(each), id_of(each)) for each in example_records()}
    broken = [
        link for each in example_records() for link in links_of(each) if link[1:] not in known
    ]
    assert broken == []


def test_every_link_is_a_field_of_its_record():
    fields = {kind: set(cls.__slots__) for kind, cls in CLASS_OF.items()}
    assert all(set(names) <= fields[kind] for kind, names in LINKS.items())


def test_filters_narrow_the_list(registry):
    def found(**wanted):
        return [each.id for each in partnerships(registry, PartnerFilter(**wanted))]

    assert found(country="DE", community="zhytomyr") == ["zhytomyr-augsburg", "zhytomyr-dortmund"]
    assert found(area="sport") == ["kropyvnytskyi-venlo"]
    assert found(status=Status.PROSPECT) == ["zhytomyr-augsburg"]
    assert found(text="ортму") == found(text="DORTM") == ["zhytomyr-dortmund"]
    assert found(stage=Stage.MEMORANDUM) == []
    bourges = registry.partnerships["korosten-bourges"]
    registry.put(replace(bourges, archived_at=K2))
    assert "korosten-bourges" not in found()
    assert found(archived=True) == ["korosten-bourges"]


def test_the_list_follows_a_renamed_town(registry):
    def last_of_zhytomyr():
        return partnerships(registry, PartnerFilter(community="zhytomyr"))[-1].id

    assert last_of_zhytomyr() == "zhytomyr-plock"
    augsburg = registry.places["augsburg"]
    registry.put(replace(augsburg, name=type(augsburg.name)("Яуґсбурґ", "Augsburg")))
    assert last_of_zhytomyr() == "zhytomyr-augsburg"


def test_partnerships_are_counted_by_country(registry):
    found = partnerships(registry)
    assert partners_by_country(registry, found) == {
        "DE": 4,
        "PL": 2,
        "BG": 1,
        "FR": 1,
        "GE": 1,
        "NL": 1,
    }
    assert partners_by_country(registry, []) == {}


def test_a_big_registry_is_whole():
    records = big_registry(200)
    registry = Registry.of(records)
    assert len(registry.partnerships) == 200
    known = {(kind_of(each), id_of(each)) for each in records}
    assert all(link[1:] in known for each in records for link in links_of(each))
