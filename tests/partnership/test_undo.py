"""Undo: one's own last command, for a day, and only where nothing else stands on it."""

from datetime import date, timedelta

import pytest

from partnership.bilingual import Bilingual
from partnership.editing import NewPlace, SignedAgreement
from partnership.entities import Kind
from partnership.errors import NothingToUndoError, NotPermittedError, UndoConflictError
from partnership.stages import Stage
from tests.support.builders import ADMIN, OF_KOROSTEN, OF_ZHYTOMYR, OFFICIAL, an_event, open_world

BOURGES = "korosten-bourges"
ULM = NewPlace(name=Bilingual("Ульм", "Ulm"), country="DE")


def state_of(registry):
    return {(type(each), each.id): each for each in registry.records()}


@pytest.fixture
def commands(world):
    """Commands of every subject, each a function that changes something."""
    editing = world.editing
    signed = SignedAgreement(signed_on=date(2023, 2, 23), number="7")
    return {
        "add": lambda: editing.add_partner(ADMIN, "zhytomyr", ULM),
        "edit": lambda: editing.edit(ADMIN, Kind.PARTNERSHIP, BOURGES, "since", "2023-06-13"),
        "areas": lambda: editing.set_areas(ADMIN, BOURGES, [], [Bilingual("театри")]),
        "stage": lambda: editing.set_stage(
            ADMIN, "zhytomyr-dortmund", Stage.TWINNING, on=date(2024, 6, 12), agreement=signed
        ),
        "archive": lambda: editing.archive(ADMIN, BOURGES),
    }


@pytest.mark.parametrize("name", ["add", "edit", "areas", "stage", "archive"])
async def test_undo_brings_back_exactly_what_was(world, commands, name, tmp_path):
    before = state_of(world.registry)
    done = await commands[name]()
    assert done.changes
    assert state_of(world.registry) != before
    undone = await world.editing.undo(ADMIN)
    assert state_of(world.registry) == before
    assert len(undone.changes) >= 1
    async with open_world(tmp_path / "mistok.db") as restarted:
        assert state_of(restarted.registry) == before


async def test_a_deleted_record_comes_back(world):
    await world.editing.set_areas(ADMIN, BOURGES, ["culture"], [Bilingual("театри", "theatres")])
    await world.editing.set_areas(ADMIN, BOURGES, ["culture"])
    before = state_of(world.registry)
    await world.editing.delete(ADMIN, Kind.AREA, "theatres")
    assert "theatres" not in world.registry.areas
    await world.editing.undo(ADMIN)
    assert state_of(world.registry) == before


async def test_undo_goes_back_command_by_command(world):
    for day in ("2023-06-13", "2023-06-14"):
        await world.editing.edit(OF_KOROSTEN, Kind.PARTNERSHIP, BOURGES, "since", day)
    await world.editing.undo(OF_KOROSTEN)
    assert world.registry.partnerships[BOURGES].since == date(2023, 6, 13)
    await world.editing.undo(OF_KOROSTEN)
    assert world.registry.partnerships[BOURGES].since is None
    with pytest.raises(NothingToUndoError):
        await world.editing.undo(OF_KOROSTEN)


async def test_an_undone_edit_does_not_keep_the_addition_before_it(world):
    await world.editing.add_partner(ADMIN, "zhytomyr", ULM)
    await world.editing.set_areas(ADMIN, "zhytomyr-ulm", ["sport"])
    await world.editing.undo(ADMIN)
    await world.editing.undo(ADMIN)
    assert "zhytomyr-ulm" not in world.registry.partnerships


async def test_one_undoes_for_a_day_and_only_ones_own(world):
    done = await world.editing.edit(OF_KOROSTEN, Kind.PARTNERSHIP, BOURGES, "since", "2023-06-13")
    with pytest.raises(NotPermittedError):
        await world.editing.undo(OF_ZHYTOMYR, done.batch)
    with pytest.raises(NotPermittedError):
        await world.editing.undo(OFFICIAL, done.batch)
    world.clock.advance(timedelta(hours=24, seconds=1))
    for batch in (None, done.batch):
        with pytest.raises(NothingToUndoError):
            await world.editing.undo(OF_KOROSTEN, batch)
    await world.editing.undo(ADMIN, done.batch)
    assert world.registry.partnerships[BOURGES].since is None


async def test_what_somebody_else_changed_since_is_not_overwritten(world):
    await world.editing.edit(OF_KOROSTEN, Kind.PARTNERSHIP, BOURGES, "since", "2023-06-13")
    await world.editing.edit(ADMIN, Kind.PARTNERSHIP, BOURGES, "since", "2023-06-15")
    with pytest.raises(UndoConflictError):
        await world.editing.undo(OF_KOROSTEN)
    assert world.registry.partnerships[BOURGES].since == date(2023, 6, 15)


async def test_a_change_of_another_field_does_not_stand_in_the_way(world):
    await world.editing.edit(OF_KOROSTEN, Kind.PARTNERSHIP, BOURGES, "since", "2023-06-13")
    await world.editing.edit(ADMIN, Kind.PARTNERSHIP, BOURGES, "as_of", "2024-06-12")
    await world.editing.undo(OF_KOROSTEN)
    partnership = world.registry.partnerships[BOURGES]
    assert (partnership.since, partnership.as_of) == (None, date(2024, 6, 12))


async def test_an_added_partner_stays_where_something_was_built_on_it(world):
    await world.editing.add_partner(ADMIN, "zhytomyr", ULM)
    await world.put(an_event("ev-ulm", partnerships=("zhytomyr-ulm",)))
    with pytest.raises(UndoConflictError):
        await world.editing.undo(ADMIN)
    assert "zhytomyr-ulm" in world.registry.partnerships
