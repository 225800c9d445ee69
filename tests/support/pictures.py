"""Take the README's pictures from a running sandbox: python -m tests.support.pictures ADDRESS

The address is the one that `make run` prints. The conversations are new ones: start it afresh.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from playwright.async_api import Browser, Page

from bot.sandbox.cast import ADMIN_ID, COORDINATOR_ID, GROUP_TITLE, OFFICIAL_ID
from tests.support.screenshots import launched_chromium, open_place

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
SIZE = {"width": 900, "height": 760}
SETTLED_MS = 1500
"""The page has no mark for «the bot has nothing more to say»."""


async def say(page: Page, text: str) -> None:
    """Write into the open chat, and wait for the answer."""
    field = page.locator(".composer-field")
    await field.fill(text)
    # The first Enter would take a completed command instead of sending.
    await field.press("Escape")
    await field.press("Enter")
    await page.wait_for_timeout(SETTLED_MS)


async def start(page: Page, base_url: str, person: int, language: str) -> None:
    """Open a person's chat with the bot."""
    await open_place(page, base_url, person=person, chat=person, lang=language, theme="light")
    await page.get_by_role("button", name="Start" if language == "en" else "Почати").last.click()
    await page.wait_for_timeout(SETTLED_MS)


async def open_group(page: Page, base_url: str, person: int, language: str) -> None:
    """Open the working group."""
    await open_place(page, base_url, person=person, lang=language, theme="dark")
    await page.get_by_text(GROUP_TITLE).first.click()
    await page.wait_for_timeout(SETTLED_MS)


async def card_in_ukrainian(page: Page, base_url: str) -> None:
    """A coordinator asks about a partner in plain words."""
    await start(page, base_url, COORDINATOR_ID, "uk")
    await say(page, "що там з буржем")


async def list_in_english(page: Page, base_url: str) -> None:
    """An official asks in English."""
    await start(page, base_url, OFFICIAL_ID, "en")
    await say(page, "/lang en")
    await say(page, "Which German cities are in the registry?")
    await say(page, "What does the Dortmund partnership cover?")


async def group_in_ukrainian(page: Page, base_url: str) -> None:
    """An admin binds the working group, and somebody mentions the bot in it."""
    await open_group(page, base_url, ADMIN_ID, "uk")
    await say(page, "/bind Бурж")
    await open_group(page, base_url, COORDINATOR_ID, "uk")
    await say(page, "@mistok_bot що відкрито по Буржу?")


PICTURES = {
    "card-uk.png": card_in_ukrainian,
    "list-en.png": list_in_english,
    "group-uk.png": group_in_ukrainian,
}


async def take(browser: Browser, base_url: str, folder: Path) -> None:
    """Play each conversation, and keep a picture of its end."""
    for name, play in PICTURES.items():
        page = await browser.new_page(viewport=SIZE, reduced_motion="reduce")
        await play(page, base_url)
        await page.screenshot(path=folder / name)
        await page.close()


async def main(base_url: str, folder: Path = IMAGES) -> None:
    """Take all pictures."""
    async with launched_chromium() as browser:
        await take(browser, base_url, folder)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1].rstrip("/"), *map(Path, sys.argv[2:])))
