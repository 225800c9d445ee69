"""Whatever is commanded: memory and file agree, and undoing everything gives the beginning."""

import asyncio
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from partnership.bilingual import Bilingual
from partnership.editing import NewPlace, SignedAgreement
from partnership.entities import Kind
from partnership.errors import MistokError
from partnership.stages import Stage, Status
from tests.support.builders import ADMIN, copy_of, open_world

PARTNERSHIPS = st.sampled_from(["korosten-bourges", "zhytomyr-dortmund", "zhytomyr-ulm"])
DAYS = st.dates(date(2020, 1, 1), date(2024, 6, 12))
SIGNED = st.builds(SignedAgreement, signed_on=DAYS, number=st.none() | st.just("7"))
COMMANDS = st.one_of(
    st.just(("add_partner", "zhytomyr", NewPlace(name=Bilingual("Ульм", "Ulm"), country="DE"))),
    st.tuples(
        st.just("edit"),
        st.just(Kind.PARTNERSHIP),
        PARTNERSHIPS,
        st.just("since"),
        st.none() | DAYS.map(date.isoformat),
    ),
    st.tuples(
        st.just("set_areas"),
        PARTNERSHIPS,
        st.lists(st.sampled_from(["culture", "sport"]), max_size=2),
        st.lists(st.sampled_from([Bilingual("театри", "theatres"), Bilingual("хори")]), max_size=1),
    ),
    st.tuples(st.just("set_stage"), PARTNERSHIPS, st.sampled_from(list(Stage)), st.none() | SIGNED),
    st.tuples(st.just("set_status"), PARTNERSHIPS, st.sampled_from(list(Status))),
    st.tuples(st.just("archive"), PARTNERSHIPS),
    st.tuples(st.just("restore"), PARTNERSHIPS),
    st.tuples(st.just("delete"), st.just(Kind.PARTNERSHIP), PARTNERSHIPS),
    st.tuples(st.just("undo")),
)


async def obey(world, command):
    """Carry out a command; what is refused must change nothing, as the end will show."""
    name, *given_arguments = command
    named = {}
    if name == "set_stage":
        named = {"on": date(2024, 6, 12), "agreement": given_arguments.pop()}
    try:
        await getattr(world.editing, name)(ADMIN, *given_arguments, **named)
    except MistokError:
        return


def state_of(registry):
    return {(type(each), each.id): each for each in registry.records()}


async def live(path, commands):
    async with open_world(path) as world:
        before = state_of(world.registry)
        for command in commands:
            await obey(world, command)
        async with open_world(path) as reopened:
            assert state_of(reopened.registry) == state_of(world.registry)
        while (await world.stores.changes.last_batch(ADMIN.id, world.clock.now())) is not None:
            await world.editing.undo(ADMIN)
        assert state_of(world.registry) == before


@settings(max_examples=30, deadline=None)
@given(commands=st.lists(COMMANDS, max_size=8))
def test_memory_and_file_agree_and_everything_can_be_undone(example_database, commands):
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(live(copy_of(example_database, Path(folder)), commands))


async def test_two_edits_at_once_do_not_lose_each_other(world):
    bourges = "korosten-bourges"
    await asyncio.gather(
        world.editing.edit(ADMIN, Kind.PARTNERSHIP, bourges, "since", "2023-06-13"),
        world.editing.edit(ADMIN, Kind.PARTNERSHIP, bourges, "as_of", "2024-06-12"),
        world.editing.set_areas(ADMIN, bourges, ["sport"]),
    )
    partnership = world.registry.partnerships[bourges]
    assert (partnership.since, partnership.as_of, partnership.areas) == (
        date(2023, 6, 13),
        date(2024, 6, 12),
        ("sport",),
    )


async def test_one_of_two_who_add_the_same_partner_is_told_that_it_is_there(world):
    ulm = NewPlace(name=Bilingual("Ульм", "Ulm"), country="DE")
    added = await asyncio.gather(
        *(world.editing.add_partner(ADMIN, "zhytomyr", ulm) for _ in range(2))
    )
    assert [each.existed for each in added] == [False, True]
    assert {each.id for each in added} == {"zhytomyr-ulm"}
