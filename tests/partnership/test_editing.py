"""Editing fields, areas, archive and deletion: checked, logged, kept together."""

from datetime import date

import pytest

from partnership.bilingual import Bilingual
from partnership.entities import Kind
from partnership.errors import (
    AggressorStateError,
    HasHistoryError,
    NotFoundError,
    NotPermittedError,
    UnknownFieldError,
    WrongValueError,
)
from tests.support.builders import ADMIN, OF_KOROSTEN, OF_ZHYTOMYR, OFFICIAL, STRANGER, a_place

BOURGES = "korosten-bourges"


async def test_an_edit_shows_old_and_new_and_stands_in_the_log(world):
    edited = await world.editing.edit(
        OF_KOROSTEN, Kind.PARTNERSHIP, BOURGES, "since", "2023-06-13", reason="за протоколом"
    )
    (change,) = edited.changes
    assert (change.field, change.old, change.new) == ("since", None, "2023-06-13")
    assert world.registry.partnerships[BOURGES].since == date(2023, 6, 13)
    (logged,) = await world.editing.log(ADMIN, kind=Kind.PARTNERSHIP, entity=BOURGES, limit=1)
    assert (logged.actor, logged.reason) == (OF_KOROSTEN.id, "за протоколом")
    assert logged.at == world.clock.now()


async def test_an_edit_that_changes_nothing_is_not_logged(world):
    edited = await world.editing.edit(ADMIN, Kind.PARTNERSHIP, BOURGES, "as_of", "2024-06-11")
    assert edited.changes == ()
    assert await world.stores.changes.batch(edited.batch) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("since", "13.06.2023"),
        ("since", 2023),
        ("label", {"uk": ""}),
        ("label", {"fr": "jumelage"}),
        ("foreign", []),
        ("foreign_coordinator", "nobody"),
        ("supporters", ["auc", "nobody"]),
        ("long_term_goal", "friendship"),
    ],
)
async def test_a_value_that_does_not_fit_is_refused(world, field, value):
    before = world.registry.partnerships[BOURGES]
    with pytest.raises(WrongValueError) as caught:
        await world.editing.edit(ADMIN, Kind.PARTNERSHIP, BOURGES, field, value)
    assert caught.value.field == field
    assert world.registry.partnerships[BOURGES] is before


async def test_a_town_of_the_aggressor_state_does_not_slip_in_as_a_field(world):
    await world.put(a_place("Brest", country="BY"))
    with pytest.raises(AggressorStateError):
        await world.editing.edit(ADMIN, Kind.PARTNERSHIP, BOURGES, "foreign", ["bourges", "brest"])
    assert world.registry.partnerships[BOURGES].foreign == ("bourges",)


@pytest.mark.parametrize("field", ["stage", "status", "home", "id", "archived_at", "mayor"])
async def test_fields_with_a_command_of_their_own_are_not_edited(world, field):
    with pytest.raises(UnknownFieldError):
        await world.editing.edit(ADMIN, Kind.PARTNERSHIP, BOURGES, field, "x")


@pytest.mark.parametrize("actor", [STRANGER, OFFICIAL, OF_ZHYTOMYR])
async def test_records_of_a_partnership_are_edited_by_its_own_coordinators_only(world, actor):
    with pytest.raises(NotPermittedError):
        await world.editing.edit(actor, Kind.PARTNERSHIP, BOURGES, "since", None)
    with pytest.raises(NotPermittedError):
        await world.editing.set_areas(actor, BOURGES, ["culture"])
    with pytest.raises(NotPermittedError):
        await world.editing.archive(actor, BOURGES)


async def test_a_letter_follows_the_rights_of_its_partnership(world):
    with pytest.raises(NotPermittedError):
        await world.editing.edit(
            OF_KOROSTEN, Kind.LETTER, "augsburg-proposal", "sent_on", "2016-11-04"
        )
    await world.editing.edit(OF_ZHYTOMYR, Kind.LETTER, "augsburg-proposal", "state", "no_reply")
    assert not world.registry.letters["augsburg-proposal"].awaits_reply


async def test_areas_are_replaced_by_known_and_new_ones(world):
    await world.editing.set_areas(
        OF_KOROSTEN, BOURGES, ["culture", "culture"], [Bilingual("театри", "theatres")]
    )
    assert world.registry.partnerships[BOURGES].areas == ("culture", "theatres")
    assert world.registry.areas["theatres"].name.uk == "театри"
    with pytest.raises(WrongValueError):
        await world.editing.set_areas(OF_KOROSTEN, BOURGES, ["alchemy"])


async def test_an_archived_partnership_is_restored_as_it_was(world):
    before = world.registry.partnerships[BOURGES]
    await world.editing.archive(OF_KOROSTEN, BOURGES, "помилково")
    assert world.registry.partnerships[BOURGES].archived_at == world.clock.now()
    await world.editing.restore(OF_KOROSTEN, BOURGES)
    assert world.registry.partnerships[BOURGES] == before


async def test_what_has_history_is_not_deleted_and_the_history_is_told(world):
    with pytest.raises(HasHistoryError) as caught:
        await world.editing.delete(ADMIN, Kind.PARTNERSHIP, "zhytomyr-dortmund")
    assert caught.value.counts == {
        Kind.AGREEMENT: 1,
        Kind.DECISION: 1,
        Kind.EVENT: 3,
        Kind.STEP: 6,
    }
    assert "zhytomyr-dortmund" in world.registry.partnerships


async def test_what_has_no_history_is_deleted_by_an_admin_only(world):
    added = await world.editing.add_partner(OF_ZHYTOMYR, "zhytomyr", "venlo")
    with pytest.raises(NotPermittedError):
        await world.editing.delete(OF_ZHYTOMYR, Kind.PARTNERSHIP, added.id)
    await world.editing.delete(ADMIN, Kind.PARTNERSHIP, added.id)
    assert added.id not in world.registry.partnerships
    with pytest.raises(NotFoundError):
        await world.editing.delete(ADMIN, Kind.PARTNERSHIP, added.id)


async def test_the_log_is_read_page_by_page_by_those_who_may(world):
    for areas in (["culture"], ["sport"], ["education"]):
        await world.editing.set_areas(OF_KOROSTEN, BOURGES, areas)
    first = await world.editing.log(OF_KOROSTEN, limit=2)
    rest = await world.editing.log(OF_KOROSTEN, limit=2, before=first[-1].id)
    assert [change.new for change in first] == [["education"], ["sport"]]
    assert rest[0].new == ["culture"]
    with pytest.raises(NotPermittedError):
        await world.editing.log(OFFICIAL)
