"""Routers of answers are passed by where nothing is pending: each of their handlers must wait."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State

from bot.dispatching import build_routers
from handlers.routing import WaitingRouter


def waiting_routers(routers: Iterable[Router]) -> Iterator[WaitingRouter]:
    for router in routers:
        if isinstance(router, WaitingRouter):
            yield router
        yield from waiting_routers(router.sub_routers)


def test_every_handler_of_a_waiting_router_waits_in_a_state() -> None:
    found = list(waiting_routers(build_routers()))
    assert len(found) > 3
    for router in found:
        of_all = router.message._handler.filters or []
        for handler in router.message.handlers:
            filters = [*of_all, *(handler.filters or [])]
            waits = any(isinstance(each.callback, StateFilter | State) for each in filters)
            assert waits, f"{router.name}: {handler.callback} would not be reached"


def test_waiting_routers_handle_nothing_but_texts() -> None:
    for router in waiting_routers(build_routers()):
        busy = {name for name, observer in router.observers.items() if observer.handlers}
        assert busy == {"message"}, router.name
