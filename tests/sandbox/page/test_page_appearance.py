"""Languages, themes, phones, the keyboard, and what the page may load."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from bot.sandbox import server as sandbox_server
from tests.sandbox.page.stage import OLENA, Stage, staged
from tests.support.screenshots import NARROW_PHONE, PHONE, screenshot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

STATIC = Path(sandbox_server.__file__).parent / "static"
CYRILLIC = re.compile("[а-яіїєґ]", re.IGNORECASE)

VISIBLE_WORDS = """
() => [...document.querySelectorAll("button, h2, p, [aria-label], [title], [placeholder], span")]
  .filter((element) => element.checkVisibility())
  .filter((element) => !element.closest(".messages-list, .chats-list, .avatar"))
  .flatMap((element) => [
    ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data),
    ...["aria-label", "title", "placeholder"].map((name) => element.getAttribute(name)),
  ])
  .filter(Boolean)
"""

CONTRASTS = """
(pairs) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const probe = document.body.appendChild(document.createElement("i"));
  const light = (name) => {
    probe.style.color = `var(--${name})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const ratios = pairs.map(([one, other]) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  });
  probe.remove();
  return ratios;
}
"""

PAIRS = [
    ("ink", "panel"),
    ("ink-soft", "panel"),
    ("ink-soft", "panel-hover"),
    ("accent", "panel"),
    ("accent", "accent-soft"),
    ("danger", "panel"),
    ("on-accent", "accent-fill"),
    ("on-accent", "danger-fill"),
    ("on-accent", "success-fill"),
    ("bar-ink", "bar"),
    ("bar-soft", "bar"),
    ("ink", "bubble-in"),
    ("ink", "bubble-out"),
    ("meta-in", "bubble-in"),
    ("meta-out", "bubble-out"),
    ("accent-in", "bubble-in"),
    ("accent-in", "quote-in"),
    ("accent-out", "bubble-out"),
    ("accent-out", "quote-out"),
    *((f"tone-{number}", "bubble-in") for number in range(7)),
]


async def texts(page: Page) -> dict[str, dict[str, Any]]:
    """The page's own table of texts."""
    script = "async () => (await import('/static/js/i18n.js')).TEXTS"
    loaded: dict[str, dict[str, Any]] = await page.evaluate(script)
    return loaded


async def test_both_languages_have_the_same_texts_and_the_code_uses_them_all(stage: Stage) -> None:
    await stage.open()
    table = await texts(stage.page)
    assert set(table["uk"]) == set(table["en"])
    for key, ukrainian in table["uk"].items():
        assert type(ukrainian) is type(table["en"][key]), key
        places = [set(re.findall(r"\{\w+\}", str(table[one][key]))) for one in ("uk", "en")]
        assert places[0] == places[1], key
    assert {"one", "few", "many", "other"} <= set(table["uk"]["unread"])
    code = "".join(
        path.read_text() for path in (STATIC / "js").glob("*.js") if path.name != "i18n.js"
    )
    stems = ("theme_", "_sure")
    unused = {
        key
        for key in table["uk"]
        if f'"{key}"' not in code and not any(stem in key for stem in stems)
    }
    assert unused == set()


async def test_switching_the_language_changes_every_visible_text(stage: Stage) -> None:
    await stage.start()
    people = {"Олена", "Бойчук", "Місток", "УК"}
    await stage.page.get_by_role("button", name="Switch to English").click()
    await expect(stage.page.locator("html")).to_have_attribute("lang", "en")
    await expect(stage.page.get_by_role("button", name="Menu")).to_be_visible()
    for words in await stage.page.evaluate(VISIBLE_WORDS):
        own = re.sub("|".join(people), "", words)
        if own != "Перейти на українську":
            assert not CYRILLIC.search(own), words
    assert "lang=en" in stage.page.url
    await expect(stage.page.get_by_role("button", name="Перейти на українську")).to_be_focused()


async def test_the_first_language_is_the_browsers(browser: Browser) -> None:
    async with staged(browser, locale="en-US") as english:
        await english.open(lang=None)
        await expect(english.page.locator("html")).to_have_attribute("lang", "en")
    async with staged(browser, locale="de-DE") as german:
        await german.open(lang=None)
        await expect(german.page.locator("html")).to_have_attribute("lang", "uk")


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_texts_stand_out_from_their_ground_in_both_themes(stage: Stage, theme: str) -> None:
    await stage.open(theme=theme)
    ratios = await stage.page.evaluate(CONTRASTS, PAIRS)
    weak = {pair: round(ratio, 2) for pair, ratio in zip(PAIRS, ratios, strict=True) if ratio < 4.5}
    assert weak == {}


async def test_the_theme_is_the_systems_until_it_is_chosen(browser: Browser) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    async with staged(browser, color_scheme="dark") as stage:
        await stage.open(theme=None)
        assert await stage.page.evaluate(ground) == "rgb(23, 33, 43)"
        await stage.page.get_by_role("button", name="Світла тема").click()
        assert await stage.page.evaluate(ground) == "rgb(255, 255, 255)"
        await stage.page.reload()
        assert await stage.page.evaluate(ground) == "rgb(255, 255, 255)"


async def test_a_narrow_phone_shows_one_column_without_scrolling_aside(browser: Browser) -> None:
    options = {"viewport": NARROW_PHONE, "has_touch": True, "is_mobile": True}
    async with staged(browser, **options) as stage:
        await stage.open()
        await expect(stage.page.locator(".conversation")).to_be_hidden()
        await stage.page.locator(f'[data-chat="{OLENA}"]').tap()
        await stage.page.locator(".button.wide").tap()
        await expect(stage.page.locator(".inline-keyboard")).to_be_visible()
        for command in ("/rich", "/file", "/places", "/keys"):
            await stage.say(command)
        await expect(stage.page.locator(".reply-keyboard")).to_be_visible()
        width = "document.documentElement.scrollWidth"
        assert await stage.page.evaluate(width) <= NARROW_PHONE["width"]
        spare = "(frame) => frame.clientWidth - frame.scrollWidth"
        assert await stage.page.locator(".messages").evaluate(spare) >= 0
        await stage.page.get_by_role("button", name="Назад до чатів").tap()
        await expect(stage.page.locator(".chats")).to_be_visible()


async def test_targets_on_a_phone_are_large_enough_for_a_finger(browser: Browser) -> None:
    options = {"viewport": NARROW_PHONE, "has_touch": True, "is_mobile": True}
    small = """() => [...document.querySelectorAll("textarea, button:not(.text-action, .skip)")]
      .filter((button) => button.checkVisibility())
      .map((button) => [button.className, button.getBoundingClientRect()])
      .filter(([, box]) => box.height < 44 || box.width < 44).map(([name]) => name)"""
    async with staged(browser, **options) as stage:
        await stage.start()
        await stage.say("/rich")
        await stage.say("/places")
        await expect(stage.page.locator(".attachment-button")).to_be_visible()
        assert await stage.page.evaluate(small) == []
        await stage.open()
        assert await stage.page.evaluate(small) == []


async def test_the_page_works_with_the_keyboard_alone(stage: Stage) -> None:
    await stage.open(chat=OLENA)
    await stage.page.keyboard.press("Tab")
    await expect(stage.page.get_by_role("button", name="Перейти до поля")).to_be_focused()
    await stage.page.locator(".person[aria-checked=true]").focus()
    await stage.page.keyboard.press("ArrowDown")
    await expect(stage.page.get_by_role("radio", name="Andrii")).to_be_focused()
    await stage.page.keyboard.press("Tab")
    await stage.page.keyboard.press("Tab")
    await expect(stage.page.locator(".chat").first).to_be_focused()
    await stage.page.keyboard.press("ArrowDown")
    await stage.page.keyboard.press("Enter")
    await expect(stage.page.locator(".conversation-head h2")).to_have_text("Коростень – Бурж")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert await stage.page.evaluate(outline) == "solid"


async def test_shift_enter_is_a_new_line(stage: Stage) -> None:
    await stage.start()
    field = stage.page.locator(".composer-field")
    await field.press_sequentially("Перший")
    await field.press("Shift+Enter")
    await field.press_sequentially("другий")
    await field.press("Enter")
    sent = stage.page.locator(".message.out .text").last
    await expect(sent).to_have_js_property("textContent", "Перший\nдругий")


async def test_every_button_has_a_name(stage: Stage) -> None:
    await stage.start()
    nameless = """() => [...document.querySelectorAll("button")]
      .filter((button) => !button.ariaLabel && !button.textContent.trim())
      .map((button) => button.className)"""
    assert await stage.page.evaluate(nameless) == []


async def test_new_messages_are_told_to_those_who_listen(stage: Stage) -> None:
    await stage.start()
    spoken = stage.page.locator(".visually-hidden[aria-live=polite]")
    await expect(spoken).to_have_text("Місток: Вітаю!")


async def test_the_page_comes_back_after_a_broken_connection(stage: Stage) -> None:
    await stage.start()
    await stage.page.route("**/events", lambda route: route.abort())
    await stage.page.get_by_role("radio", name="Andrii").click()
    await stage.page.get_by_role("radio", name="Олена").click()
    await stage.page.locator(f'[data-chat="{OLENA}"]').click()
    await expect(stage.page.locator(".connection")).to_contain_text("З’єднання втрачено")
    await expect(stage.bubbles().filter(has_text="Вітаю!")).to_be_visible()
    await stage.bot.call("sendMessage", chat_id=OLENA, text="Поки вас не було")
    await stage.page.unroute("**/events")
    await expect(stage.bubbles().filter(has_text="Поки вас не було")).to_be_visible()
    await expect(stage.page.locator(".connection")).to_have_text("")


async def test_nothing_is_loaded_from_elsewhere_and_nothing_fails(stage: Stage) -> None:
    asked: list[str] = []
    problems: list[str] = []
    stage.page.on("request", lambda request: asked.append(request.url))
    stage.page.on("console", lambda message: problems.append(message.text))
    stage.page.on("pageerror", lambda error: problems.append(str(error)))
    await stage.start()
    await stage.say("/rich")
    await expect(stage.page.locator(".code-block")).to_be_visible()
    assert all(url.startswith((stage.server.base_url, "about:")) for url in asked)
    assert problems == []


async def test_a_place_can_be_photographed(browser: Browser, tmp_path: Path) -> None:
    async with staged(browser) as stage:
        target = tmp_path / "pictures" / "phone.png"
        base_url = stage.server.base_url
        await screenshot(
            browser, base_url, target, viewport=PHONE, person=OLENA, lang="en", theme="dark"
        )
    assert target.read_bytes().startswith(b"\x89PNG")
