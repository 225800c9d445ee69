"""A working group for conversations about meetings."""

from __future__ import annotations

import pytest

from tests.support.group import Group
from tests.support.office import Office


@pytest.fixture
async def group(office: Office) -> Group:
    """A group bound to the partnership with Bourges."""
    made = office.telegram.group(
        "Бурж", owner=office.admin, members=(office.coordinator, office.official)
    )
    await made.add_bot(office.admin)
    await office.admin.in_group(made).ask_all("/bind Бурж")
    return made
