from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.clocks import MONDAY_MORNING, StillClock
from tests.support.delivery import SendingDesk, open_desk


@pytest.fixture
def clock() -> StillClock:
    return StillClock(MONDAY_MORNING)


@pytest.fixture
async def desk(tmp_path: Path, clock: StillClock) -> AsyncIterator[SendingDesk]:
    async with open_desk(tmp_path, clock) as opened:
        yield opened
