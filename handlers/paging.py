"""Long lists by pages, never cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from aiogram.types import InlineKeyboardButton

from handlers.screens import button

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a list; `number` counts from zero."""

    items: Sequence[T]
    number: int
    count: int


def page_of(items: Sequence[T], number: int, size: int) -> Page[T]:
    """The page `number` of a list, or the nearest one there is."""
    count = max(1, -(-len(items) // size))
    number = min(max(number, 0), count - 1)
    return Page(items[number * size : (number + 1) * size], number, count)


def page_buttons(page: Page[T], data: Callable[[int], str]) -> list[InlineKeyboardButton]:
    """«‹ 2/5 ›»: earlier, where we are, later; nothing for a single page."""
    if page.count == 1:
        return []
    row = []
    if page.number > 0:
        row.append(button("‹", data(page.number - 1)))
    row.append(button(f"{page.number + 1}/{page.count}", data(page.number)))
    if page.number < page.count - 1:
        row.append(button("›", data(page.number + 1)))
    return row
