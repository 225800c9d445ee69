"""Adding partners: known towns and new ones, never twice, never from the aggressor state."""

import pytest

from partnership.access import Role, User
from partnership.bilingual import Bilingual
from partnership.changes import ChangeKind
from partnership.editing import NewPlace
from partnership.errors import (
    AggressorStateError,
    NotFoundError,
    NotPermittedError,
    WrongValueError,
)
from partnership.places import PlaceKind
from partnership.queries import PartnerFilter, partnerships
from partnership.stages import Stage, Status
from tests.support.builders import (
    ADMIN,
    OF_KOROSTEN,
    OF_ZHYTOMYR,
    OFFICIAL,
    a_place,
    open_world,
)

ULM = NewPlace(name=Bilingual("Ульм", "Ulm"), country="DE", zone="Europe/Berlin")


async def test_m36_a_new_town_becomes_a_partner_at_the_stage_of_search(world):
    added = await world.editing.add_partner(OF_ZHYTOMYR, "zhytomyr", ULM)
    assert added.id == "zhytomyr-ulm"
    assert not added.existed
    partnership = world.registry.partnerships["zhytomyr-ulm"]
    assert (partnership.stage, partnership.status) == (Stage.SEARCH, Status.PROSPECT)
    assert world.registry.places["ulm"].zone == "Europe/Berlin"
    assert [change.what for change in added.changes] == [ChangeKind.CREATED] * 2


async def test_an_added_partner_is_there_after_a_restart(example_database, tmp_path, world):
    await world.editing.add_partner(OF_ZHYTOMYR, "zhytomyr", ULM)
    async with open_world(tmp_path / "mistok.db") as restarted:
        assert restarted.registry.partnerships == world.registry.partnerships
        assert restarted.registry.places == world.registry.places


async def test_m38_a_partnership_that_exists_is_given_back(world):
    dortmund = NewPlace(name=Bilingual(uk="дортмунд"), country="DE")
    for partner in ("dortmund", dortmund):
        added = await world.editing.add_partner(ADMIN, "zhytomyr", partner)
        assert added.existed
        assert added.id == "zhytomyr-dortmund"
        assert added.changes == ()
    assert len(world.registry.partnerships) == 10


async def test_the_same_town_of_another_country_is_another_town(world):
    montana = NewPlace(name=Bilingual("Монтана", "Montana"), country="US")
    added = await world.editing.add_partner(ADMIN, "zhytomyr", montana)
    assert not added.existed
    assert world.registry.partnerships[added.id].foreign == ("montana-2",)


async def test_two_communities_may_have_the_same_partner(world):
    added = await world.editing.add_partner(OF_KOROSTEN, "korosten", "dortmund")
    assert not added.existed
    found = partnerships(world.registry, PartnerFilter(text="дортм"))
    assert {each.home for each in found} == {"korosten", "zhytomyr"}


async def test_an_archived_partnership_does_not_stand_in_the_way(world):
    await world.editing.archive(ADMIN, "zhytomyr-bytom")
    added = await world.editing.add_partner(ADMIN, "zhytomyr", "bytom")
    assert (added.id, added.existed) == ("zhytomyr-bytom-2", False)


@pytest.mark.parametrize("country", ["RU", "BY"])
async def test_a_town_of_the_aggressor_state_is_refused_and_leaves_nothing(world, country):
    town = NewPlace(name=Bilingual("Місто", "Town"), country=country)
    with pytest.raises(AggressorStateError):
        await world.editing.add_partner(ADMIN, "zhytomyr", town)
    assert "town" not in world.registry.places
    await world.put(a_place("Tver", country="RU", kind=PlaceKind.CITY))
    with pytest.raises(AggressorStateError):
        await world.editing.add_partner(ADMIN, "zhytomyr", "tver")


@pytest.mark.parametrize("actor", [OFFICIAL, OF_KOROSTEN])
async def test_nobody_adds_partners_for_a_community_not_given_to_them(world, actor):
    with pytest.raises(NotPermittedError):
        await world.editing.add_partner(actor, "zhytomyr", ULM)
    assert "ulm" not in world.registry.places


async def test_a_partner_that_is_no_record_is_not_found(world):
    with pytest.raises(NotFoundError):
        await world.editing.add_partner(ADMIN, "zhytomyr", "atlantis")


async def test_only_an_admin_opens_a_new_home_community(world):
    actor = User(id=9, role=Role.COORDINATOR, communities=("olevsk",))
    with pytest.raises(WrongValueError):
        await world.editing.add_partner(actor, "olevsk", "dortmund")
    await world.editing.add_partner(ADMIN, "olevsk", "dortmund")
    assert world.registry.places["olevsk"].home


async def test_a_third_party_joins_a_partnership(world):
    await world.editing.add_party(ADMIN, "kropyvnytskyi-krefeld", "venlo")
    joined = world.registry.partnerships["kropyvnytskyi-krefeld"]
    assert joined.foreign == ("krefeld", "venlo")
    assert joined.id in world.registry.pointing_to("place", "venlo", "partnership")
