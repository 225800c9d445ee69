"""Reports on action items over a real store: what is closed, undone, of others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from partnership.bilingual import Bilingual
from partnership.notes.scope import Scope
from partnership.progress_reports import ProgressReports
from partnership.steps import Step, StepKind, StepState
from tests.support.builders import World

BOURGES = "korosten-bourges"
OF_BOURGES = Scope(frozenset({BOURGES}), frozenset())


@pytest.fixture
def reports(world: World) -> ProgressReports:
    registry, stores = world.transfer.batches.registry, world.stores
    return ProgressReports(
        registry, stores.steps, stores.changes, world.clock, ZoneInfo("Europe/Kyiv")
    )


def an_item(key: str, state: StepState = StepState.OPEN, due: date | None = None) -> Step:
    return Step(
        key=key,
        kind=StepKind.ACTION,
        what=Bilingual("Звіт", "Report"),
        state=state,
        due=due,
        partnership=BOURGES,
    )


async def put(world: World, item: Step, old: Step | None = None) -> Step:
    async with world.transfer.batches.open(102) as batch:
        return await batch.save(item, old)


async def counts(reports: ProgressReports) -> tuple[int, int, int, int]:
    (found,) = (await reports.report(OF_BOURGES)).progress
    return found.closed, found.done, found.open, found.overdue


async def test_a_report_follows_what_is_done_and_closed(
    world: World, reports: ProgressReports
) -> None:
    closed, done, open_, overdue = await counts(reports)
    item = await put(world, an_item("t-one"))
    assert await counts(reports) == (closed, done, open_ + 1, overdue)
    item = await put(world, replace(item, state=StepState.DONE), item)
    assert await counts(reports) == (closed, done + 1, open_, overdue)
    await put(world, replace(item, state=StepState.CLOSED), item)
    assert await counts(reports) == (closed + 1, done, open_, overdue)


async def test_what_was_closed_counts_for_a_year(world: World, reports: ProgressReports) -> None:
    closed, *_ = await counts(reports)
    item = await put(world, an_item("t-one"))
    await put(world, replace(item, state=StepState.CLOSED), item)
    world.clock.advance(timedelta(days=365))
    assert (await counts(reports))[0] == closed + 1
    world.clock.advance(timedelta(days=1))
    assert (await counts(reports))[0] == closed


async def test_an_item_becomes_overdue_as_days_pass(world: World, reports: ProgressReports) -> None:
    await world.put(an_item("t-one", due=world.clock.now().date()))
    assert (await reports.report(OF_BOURGES)).overdue == ()
    world.clock.advance(timedelta(days=1))
    (late,) = (await reports.report(OF_BOURGES)).overdue
    assert late.key == "t-one"
    assert late not in (await reports.report(OF_BOURGES)).open


async def test_the_scope_of_a_community_holds_its_partners_and_what_it_does_without_them(
    reports: ProgressReports,
) -> None:
    scope = reports.scope_of(["zhytomyr"])
    assert scope is not None
    report = await reports.report(scope)
    assert {each.community for each in report.progress} == {"zhytomyr"}
    assert [each.partnership for each in report.progress if each.total] == [None]
    assert reports.scope_of([]) is None
