"""What both sides of a handover hear where it was taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiogram.utils.i18n import gettext as _

from handlers.screens import Screen, fill


def taken_back_screen(facts: Mapping[str, Any]) -> Screen:
    """Everything is with the one who had handed over."""
    text = _(
        "<b>The handover was taken back: {leaving} → {successor}</b>\n"
        "Everything is with {leaving} again."
    )
    return Screen(fill(text, leaving=facts["leaving"], successor=facts["successor"]))
