"""What a bot adds to a client: commands, inline mode, deep links, groups, time."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.sandbox.page.stage import OLENA, Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_commands_are_completed_by_the_keyboard(stage: Stage) -> None:
    await stage.start()
    field = stage.page.locator(".composer-field")
    await field.press_sequentially("/")
    options = stage.page.get_by_role("option")
    await expect(options).to_have_count(3)
    await expect(options.first).to_contain_text("Почати")
    await field.press("ArrowDown")
    await expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    await field.press("Tab")
    await expect(field).to_have_value("/partners ")
    await field.fill("/he")
    await field.press("Enter")
    await expect(stage.bubbles().filter(has_text="Ви написали: /help")).to_be_visible()


async def test_the_menu_button_lists_the_commands_and_escape_closes_them(stage: Stage) -> None:
    await stage.start()
    await stage.page.get_by_role("button", name="Меню").click()
    await expect(stage.page.get_by_role("option")).to_have_count(3)
    await stage.page.keyboard.press("Escape")
    await expect(stage.page.get_by_role("option")).to_have_count(0)


async def test_members_are_offered_after_an_at_sign(stage: Stage) -> None:
    await stage.open(chat=stage.group_id)
    field = stage.page.locator(".composer-field")
    await field.press_sequentially("Питання до @and")
    await expect(stage.page.get_by_role("option")).to_contain_text("Andrii Melnyk")
    await field.press("Enter")
    await expect(field).to_have_value("Питання до @andrii_m ")


async def test_an_inline_result_is_chosen_and_sent_through_the_bot(stage: Stage) -> None:
    await stage.open(chat=stage.group_id)
    await stage.page.locator(".composer-field").fill("@mistok_bot дор")
    await expect(stage.page.get_by_role("option")).to_have_count(2)
    await stage.page.locator(".composer-field").press("ArrowDown")
    await stage.page.locator(".composer-field").press("Enter")
    sent = stage.page.locator(".message.out").last
    await expect(sent.locator(".via")).to_have_text("через @mistok_bot")
    await expect(sent.locator(".text")).to_have_text("Картка: Дордрехт")


async def test_a_button_begins_an_inline_query_here(stage: Stage) -> None:
    await stage.start()
    await stage.page.get_by_role("button", name="Шукати тут").click()
    await expect(stage.page.locator(".composer-field")).to_have_value("@mistok_bot дорт")
    await expect(stage.page.get_by_role("option")).to_contain_text("Дортмунд")


async def test_a_deep_link_starts_the_bot_with_its_payload(stage: Stage) -> None:
    await stage.start()
    await stage.page.get_by_role("button", name="Картка").click()
    await expect(stage.bubbles().filter(has_text="Вітаю! card_7")).to_be_visible()


async def test_a_button_copies_its_text(stage: Stage) -> None:
    await stage.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await stage.start()
    await stage.page.get_by_role("button", name="Скопіювати").click()
    await expect(stage.page.locator(".notice")).to_have_text("Скопійовано")
    assert await stage.page.evaluate("navigator.clipboard.readText()") == "Дортмунд"


async def test_the_clock_moves_by_a_day_and_to_the_reminder(stage: Stage) -> None:
    await stage.open(chat=OLENA)
    clock = stage.page.locator(".clock-text")
    await expect(clock).to_contain_text("пн, 16 лист., 11:30")
    await stage.page.locator(".clock").click()
    await stage.page.get_by_role("menuitem", name="+1 день").click()
    await expect(clock).to_contain_text("вт, 17 лист., 11:30")
    await stage.page.locator(".clock").click()
    await stage.page.get_by_role("menuitem", name="До найближчого нагадування: ср").click()
    await expect(clock).to_contain_text("ср, 18 лист., 09:00")


async def test_without_a_reminder_there_is_nothing_to_move_to(stage: Stage) -> None:
    stage.clock.reminder = None
    await stage.open(chat=OLENA)
    await stage.page.locator(".clock").click()
    entry = stage.page.get_by_role("menuitem", name="До найближчого нагадування")
    await expect(entry).to_be_disabled()
    await expect(entry).to_contain_text("Запланованих нагадувань немає")


async def test_typing_is_shown(stage: Stage) -> None:
    await stage.start()
    await stage.bot.call("sendChatAction", chat_id=OLENA, action="typing")
    await expect(stage.page.locator(".conversation-head .typing")).to_have_text("друкує")


async def test_a_topic_keeps_its_messages_to_itself(stage: Stage) -> None:
    await stage.open(chat=stage.group_id)
    await stage.page.get_by_role("tab", name="Візит").click()
    await stage.say("Про візит")
    await expect(stage.bubbles().filter(has_text="Ви написали: Про візит")).to_be_visible()
    await stage.page.get_by_role("tab", name="Загальна").click()
    await expect(stage.bubbles()).to_have_count(0)


async def test_a_topic_is_closed_after_being_asked(stage: Stage) -> None:
    topic = next(iter(stage.server.sandbox.world.chats[stage.group_id].topics))
    await stage.open(chat=stage.group_id, thread=topic)
    await stage.page.get_by_role("button", name="Дії з чатом").click()
    await stage.page.get_by_role("menuitem", name="Закрити тему").click()
    await stage.page.get_by_role("dialog").get_by_role("button", name="Закрити тему").click()
    await expect(stage.page.locator(".topic.chosen .icon-lock")).to_be_visible()
    await expect(stage.page.locator(".service").last).to_have_text("Олена Бойчук закриває тему")


async def test_a_deleted_topic_gives_way_to_general(stage: Stage) -> None:
    topic = next(iter(stage.server.sandbox.world.chats[stage.group_id].topics))
    await stage.open(chat=stage.group_id, thread=topic)
    await stage.page.get_by_role("button", name="Дії з чатом").click()
    await stage.page.get_by_role("menuitem", name="Видалити тему").click()
    await stage.page.get_by_role("dialog").get_by_role("button", name="Видалити тему").click()
    await expect(stage.page.get_by_role("tab")).to_have_count(2)
    chosen = stage.page.get_by_role("tab", name="Загальна")
    await expect(chosen).to_have_attribute("aria-selected", "true")


async def test_a_reaction_is_shown_and_taken_back(stage: Stage) -> None:
    await stage.start()
    await stage.page.locator(".message.in .bubble").click(button="right")
    await stage.page.get_by_role("menuitem", name="Реакція").click()
    reaction = stage.page.locator(".reaction")
    await expect(reaction).to_contain_text("1")
    await reaction.click()
    await expect(reaction).to_have_count(0)


async def test_a_blocked_bot_is_unblocked_where_one_would_write(stage: Stage) -> None:
    await stage.start()
    await stage.page.get_by_role("button", name="Дії з чатом").click()
    await stage.page.get_by_role("menuitem", name="Заблокувати бота").click()
    await stage.page.get_by_role("dialog").get_by_role("button", name="Заблокувати").click()
    await stage.page.locator(".composer").get_by_role("button", name="Розблокувати").click()
    await expect(stage.page.locator(".composer-field")).to_be_visible()


async def test_a_group_is_created_and_then_upgraded(stage: Stage) -> None:
    await stage.open(chat=OLENA)
    await stage.page.get_by_role("button", name="Створити групу").click()
    await stage.page.get_by_label("Назва групи").fill("Лист до Ульма")
    await stage.page.keyboard.press("Enter")
    title = stage.page.locator(".conversation-head h2")
    await expect(title).to_have_text("Лист до Ульма")
    await stage.page.get_by_role("button", name="Дії з чатом").click()
    await stage.page.get_by_role("menuitem", name="Перетворити").click()
    await stage.page.get_by_role("dialog").get_by_role("button", name="Перетворити").click()
    await expect(stage.page.locator(".service").last).to_have_text(
        "Групу перетворено на супергрупу"
    )
    await stage.page.wait_for_url("**chat=-100*")
    await expect(title).to_have_text("Лист до Ульма")
