"""The button that shows how far action items have come."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class ProgressOf(CallbackData, prefix="pg"):
    """The progress of a partnership, of what one place is part of, or else of one's own."""

    partnership: str = ""
    place: str = ""
