"""The mapper: whatever a record holds comes back from its row, and nothing unknown is mapped."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnership.entities import CLASS_OF, GROWING, Kind
from storage.rows import Mapping
from tests.partnership.test_exchange import records_of


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in GROWING])
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_every_record_comes_back_from_its_row(kind, data):
    record = data.draw(records_of(CLASS_OF[kind]))
    mapping = Mapping(CLASS_OF[kind], kind.value)
    row = mapping.values(record)
    assert len(row) == len(mapping.columns)
    assert all(value is None or isinstance(value, str | int | float) for value in row)
    assert mapping.read(row) == record


def test_a_field_that_fits_no_column_is_refused_at_once():
    @dataclass(frozen=True)
    class Odd:
        id: str
        odd: complex

    with pytest.raises(TypeError, match="complex"):
        Mapping(Odd, "odd")
