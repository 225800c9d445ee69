"""Chromium for tests and pictures of the sandbox's page."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.async_api import Browser, Page, async_playwright

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 780}
NARROW_PHONE = {"width": 360, "height": 740}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def missing_chromium() -> str | None:
    """Why tests in a browser cannot run here; None where they can.

    Raises:
        AssertionError: in CI, where a browser must be there.
    """
    if shutil.which("chromium"):
        return None
    assert os.environ.get("CI") != "true", "CI must have Debian's chromium"
    return "Debian's chromium is not installed"


@asynccontextmanager
async def launched_chromium() -> AsyncIterator[Browser]:
    """Debian's Chromium, headless, speaking to nobody but us."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), headless=True, args=ARGUMENTS
        )
        yield browser
        await browser.close()


def address(base_url: str, **place: Any) -> str:
    """The page's address at a place: person, chat, thread, lang, theme."""
    known = {name: value for name, value in place.items() if value is not None}
    return f"{base_url}/#{urlencode(known)}"


async def open_place(page: Page, base_url: str, **place: Any) -> None:
    """Show the page at a place and wait until everything there is drawn."""
    # A hash alone does not load a page anew, and with it languages and themes.
    await page.goto("about:blank")
    await page.goto(address(base_url, **place))
    await page.wait_for_selector("html[data-ready=true]", state="attached")
    await page.evaluate("document.fonts.ready")


async def screenshot(
    browser: Browser,
    base_url: str,
    target: Path,
    *,
    viewport: dict[str, int] | None = None,
    **place: Any,
) -> None:
    """Write a PNG of the page at a place, twice as sharp as the screen is wide.

    Args:
        browser: from `launched_chromium`.
        base_url: of a running sandbox.
        target: the PNG; its folder is made.
        viewport: DESKTOP (which is taken where none is given), PHONE or another size.
        place: person, chat, thread, lang ("uk", "en"), theme ("light", "dark").
    """
    size: Any = viewport or DESKTOP
    context = await browser.new_context(
        viewport=size, device_scale_factor=2, reduced_motion="reduce"
    )
    try:
        page = await context.new_page()
        await open_place(page, base_url, **place)
        target.parent.mkdir(parents=True, exist_ok=True)
        await page.screenshot(path=target)
    finally:
        await context.close()
