"""One Chromium for all tests of the page; a fresh sandbox for each."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.sandbox.page.stage import Stage, staged
from tests.support.screenshots import launched_chromium, missing_chromium


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    reason = missing_chromium()
    if reason is not None:
        pytest.skip(reason)
    async with launched_chromium() as launched:
        yield launched


@pytest_asyncio.fixture(loop_scope="session")
async def stage(browser: Browser) -> AsyncIterator[Stage]:
    async with staged(browser) as ready:
        yield ready
