"""Writing, reading and pressing in the page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.async_api import expect

from tests.sandbox.page.stage import ANDRII, OLENA, Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_sent_message_and_its_answer_appear(stage: Stage) -> None:
    await stage.start()
    await stage.say("Доброго дня")
    await expect(stage.bubbles().filter(has_text="Ви написали: Доброго дня")).to_be_visible()
    await expect(stage.page.locator(".composer-field")).to_have_value("")


async def test_a_pressed_button_changes_the_message(stage: Stage) -> None:
    await stage.start()
    await stage.page.get_by_role("button", name="Змінити", exact=True).click()
    answer = stage.page.locator(".message.in").last
    await expect(answer.locator(".text")).to_have_text("Змінений текст")
    await expect(answer.locator(".edited")).to_have_text("змінено")
    await expect(answer.locator(".keyboard-button")).to_have_text(["Назад"])


async def test_the_focus_stays_on_the_keyboard_of_a_changed_message(stage: Stage) -> None:
    await stage.start()
    await stage.page.get_by_role("button", name="Змінити", exact=True).focus()
    await stage.page.keyboard.press("Enter")
    await expect(stage.page.get_by_role("button", name="Назад", exact=True)).to_be_focused()


async def test_an_alert_is_a_window_that_escape_closes(stage: Stage) -> None:
    await stage.start()
    await stage.page.get_by_role("button", name="Попередити").click()
    window = stage.page.get_by_role("dialog")
    await expect(window).to_contain_text("Лише для координаторів")
    await stage.page.keyboard.press("Escape")
    await expect(window).to_have_count(0)


async def test_a_callback_answer_without_alert_is_a_notice(stage: Stage) -> None:
    await stage.start()
    await stage.page.get_by_role("button", name="Підказати").click()
    await expect(stage.page.get_by_role("status").filter(has_text="Записано")).to_be_visible()


async def test_markup_in_a_message_is_text(stage: Stage) -> None:
    await stage.start()
    hostile = '<script>document.title="hacked"</script><img src=x onerror=alert(1)>'
    await stage.say(hostile)
    await expect(stage.page.locator(".message.out .text").last).to_have_text(hostile)
    await expect(stage.page.locator(".messages-list :is(script, img)")).to_have_count(0)
    await expect(stage.page).to_have_title("Місток: пісочниця")


async def test_entities_are_drawn_as_what_they_are(stage: Stage) -> None:
    await stage.start()
    await stage.say("/rich")
    text = stage.page.locator(".message.in .text").last
    await expect(text.locator("strong").first).to_have_text("Житомир і Дортмунд")
    await expect(text.locator("em")).to_have_text("2024")
    await expect(text.locator("u")).to_have_text("підкреслено")
    await expect(text.locator("s")).to_have_text("закреслено")
    await expect(text.locator("pre code")).to_have_text('{"city": "Dortmund"}')
    link = text.get_by_role("link", name="Сайт")
    await expect(link).to_have_attribute("href", "https://example.org/dortmund")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")


@pytest.mark.parametrize(
    ("format_", "shown"),
    [("", "о сьомій"), ("Dt", "18 листопада 2026 р. о 09:00"), ("r", "післязавтра")],
)
async def test_a_moment_is_shown_in_the_readers_zone_as_its_format_says(
    stage: Stage, format_: str, shown: str
) -> None:
    await stage.start()
    due = int(datetime(2026, 11, 18, 7, 0, tzinfo=UTC).timestamp())
    moment = {"type": "date_time", "offset": 5, "length": 8, "unix_time": due}
    entities = [moment | ({"date_time_format": format_} if format_ else {})]
    await stage.bot.call("sendMessage", chat_id=OLENA, text="Звіт о сьомій", entities=entities)
    time = stage.page.locator(".date-time")
    await expect(time).to_have_text(shown)
    await expect(time).to_have_attribute("title", "ср, 18 лист., 09:00")


async def test_an_address_that_runs_a_script_is_no_link(stage: Stage) -> None:
    await stage.start()
    nodes = """async () => {
      const { formattedText } = await import("/static/js/entities.js");
      const entity = { type: "text_link", offset: 0, length: 4, url: "javascript:alert(1)" };
      return formattedText("Лист", [entity], {}).map((node) => node.outerHTML);
    }"""
    assert await stage.page.evaluate(nodes) == ['<span class="token">Лист</span>']


async def test_entities_count_as_utf_16_does_and_nest(stage: Stage) -> None:
    await stage.open()
    nodes = """async () => {
      const { formattedText } = await import("/static/js/entities.js");
      const bold = { type: "bold", offset: 3, length: 7 };
      const italic = { type: "italic", offset: 7, length: 3 };
      const box = document.createElement("p");
      box.append(...formattedText("🌉 міст і ми!", [italic, bold], {}));
      return box.innerHTML;
    }"""
    assert await stage.page.evaluate(nodes) == "🌉 <strong>міст<em> і </em></strong>ми!"


async def test_a_spoiler_and_a_long_quotation_open_when_asked(stage: Stage) -> None:
    await stage.start()
    await stage.say("/rich")
    hidden = stage.page.locator(".spoiler-text")
    await expect(hidden).to_be_hidden()
    await stage.page.get_by_role("button", name="Показати прихований текст").press("Enter")
    await expect(hidden).to_be_visible()
    quotation = stage.page.get_by_role("button", name="Розгорнути цитату")
    await quotation.click()
    await expect(quotation).to_have_attribute("aria-expanded", "true")


async def test_a_command_in_a_text_is_sent_by_a_click(stage: Stage) -> None:
    await stage.start()
    await stage.say("/rich")
    await stage.page.get_by_role("button", name="/help").click()
    await expect(stage.bubbles().filter(has_text="Ви написали: /help")).to_be_visible()


async def test_a_document_is_downloaded_whole(stage: Stage) -> None:
    await stage.start()
    await stage.say("/file")
    async with stage.page.expect_download() as download:
        await stage.page.get_by_role("link", name="Завантажити agenda.txt").click()
    saved = await (await download.value).path()
    assert saved.read_text() == "Порядок денний\n"
    assert (await download.value).suggested_filename == "agenda.txt"


async def test_a_contact_can_be_saved_as_a_card(stage: Stage) -> None:
    await stage.start()
    await stage.say("/places")
    async with stage.page.expect_download() as download:
        await stage.page.get_by_role("button", name="Зберегти контакт").click()
    card = (await (await download.value).path()).read_text()
    assert "FN:Anna Beispiel" in card
    assert "TEL;TYPE=CELL:" in card


async def test_a_file_is_sent_with_its_caption(stage: Stage) -> None:
    await stage.start()
    async with stage.page.expect_file_chooser() as chooser:
        await stage.page.get_by_role("button", name="Прикріпити").click()
        await stage.page.get_by_role("menuitem", name="Файл").click()
    plan = {"name": "план.txt", "mimeType": "text/plain", "buffer": b"1"}
    await (await chooser.value).set_files(plan)  # type: ignore[arg-type]
    await stage.say("План візиту")
    sent = stage.page.locator(".message.out").last
    await expect(sent.locator(".document strong")).to_have_text("план.txt")
    await expect(sent.locator(".text")).to_have_text("План візиту")


async def test_an_answer_quotes_the_message_and_leads_to_it(stage: Stage) -> None:
    await stage.start()
    await stage.page.locator(".message.in").focus()
    await stage.page.keyboard.press("r")
    await expect(stage.page.locator(".context-bar")).to_contain_text("Відповідь: Місток")
    await stage.say("Дякую")
    quote = stage.page.locator(".message.out .reply-quote")
    await expect(quote).to_contain_text("Вітаю!")
    await quote.click()
    await expect(stage.page.locator(".message.in").first).to_be_focused()


async def test_an_own_message_can_be_changed(stage: Stage) -> None:
    await stage.start()
    await stage.say("Дортмут")
    written = stage.page.locator(".message.out", has_text="Дортмут")
    await written.locator(".bubble").click(button="right")
    await stage.page.get_by_role("menuitem", name="Змінити").click()
    await stage.say("Дортмунд")
    sent = stage.page.locator(".message.out").last
    await expect(sent.locator(".text")).to_have_text("Дортмунд")
    await expect(sent.locator(".edited")).to_be_visible()


async def test_a_message_is_forwarded_to_a_group(stage: Stage) -> None:
    await stage.start()
    await stage.page.locator(".message.in .bubble").click(button="right")
    await stage.page.get_by_role("menuitem", name="Переслати").click()
    await stage.page.get_by_role("dialog").get_by_role("button", name="Коростень").click()
    await expect(stage.page.locator(".forwarded")).to_have_text("Переслано від: Місток")
    await expect(stage.page.locator(".conversation-head h2")).to_have_text("Коростень – Бурж")


async def test_keys_of_the_bot_send_their_words_and_the_contact(stage: Stage) -> None:
    await stage.start()
    await stage.say("/keys")
    await stage.page.get_by_role("button", name="Так").click()
    await expect(stage.bubbles().filter(has_text="Ви написали: Так")).to_be_visible()
    await stage.page.get_by_role("button", name="Мій номер").click()
    await stage.page.get_by_role("dialog").get_by_role("button", name="Поділитися").click()
    await expect(stage.bubbles().filter(has_text="Номер: +38000")).to_be_visible()


async def test_a_question_that_wants_an_answer_prepares_it(stage: Stage) -> None:
    await stage.start()
    await stage.say("/ask")
    await expect(stage.page.locator(".composer-field")).to_have_attribute(
        "placeholder", "Назва міста"
    )
    await stage.say("Ульм")
    await expect(stage.page.locator(".message.out .reply-quote")).to_contain_text("Яке місто?")


async def test_two_people_in_a_group_read_each_other(stage: Stage) -> None:
    await stage.open(chat=stage.group_id)
    await stage.say("Хто їде?")
    andrii = stage.page.get_by_role("radio", name="Andrii")
    await expect(andrii.locator(".badge")).to_be_visible()
    await andrii.click()
    incoming = stage.page.locator(".message.in").filter(has_text="Хто їде?").first
    await expect(incoming.locator(".author")).to_have_text("Олена Бойчук")
    await expect(stage.page.locator(".badge")).to_have_count(0)
    assert f"person={ANDRII}" in stage.page.url


async def test_a_chat_that_is_not_open_counts_what_is_unread(stage: Stage) -> None:
    await stage.start()
    badge = stage.page.locator(f'[data-chat="{stage.group_id}"] .badge')
    before = int(await badge.inner_text())
    await stage.bot.call("sendMessage", chat_id=stage.group_id, text="Нагадую")
    await expect(badge).to_have_text(str(before + 1))
    await stage.page.locator(f'[data-chat="{stage.group_id}"]').click()
    await expect(badge).to_have_count(0)


async def test_of_a_message_taller_than_the_window_the_first_line_is_shown(stage: Stage) -> None:
    await stage.start()
    tall = "\n".join(f"Рядок {number}" for number in range(80))
    await stage.bot.call("sendMessage", chat_id=OLENA, text=tall)
    sent = stage.page.locator(".message.in").last
    await expect(sent).to_contain_text("Рядок 79")
    await expect(sent.get_by_text("Рядок 0")).to_be_in_viewport(ratio=0.1)
    await stage.page.get_by_role("button", name="До останніх повідомлень").click()
    await expect(sent.locator(".meta")).to_be_in_viewport()


async def test_a_message_that_comes_in_does_not_disturb_the_typing(stage: Stage) -> None:
    await stage.start()
    field = stage.page.locator(".composer-field")
    await field.press_sequentially("Дор")
    await stage.bot.call("sendMessage", chat_id=OLENA, text="Перебиваю")
    await expect(stage.bubbles().filter(has_text="Перебиваю")).to_be_visible()
    await expect(field).to_be_focused()
    await stage.page.keyboard.type("тмунд")
    await expect(field).to_have_value("Дортмунд")


@pytest.mark.parametrize("name", ["Дії з чатом", "Меню", "Надіслати"])
async def test_a_message_that_comes_in_leaves_the_focus_where_it_is(
    stage: Stage, name: str
) -> None:
    await stage.start()
    button = stage.page.get_by_role("button", name=name)
    await button.focus()
    await stage.bot.call("sendMessage", chat_id=OLENA, text="Перебиваю")
    await expect(stage.bubbles().filter(has_text="Перебиваю")).to_be_visible()
    await expect(button).to_be_focused()


async def test_a_draft_waits_in_its_chat(stage: Stage) -> None:
    await stage.start()
    await stage.page.locator(".composer-field").fill("Ще не готово")
    await stage.page.locator(f'[data-chat="{stage.group_id}"]').click()
    await expect(stage.page.locator(".composer-field")).to_have_value("")
    private = stage.page.locator(f'[data-chat="{OLENA}"]')
    await expect(private).to_contain_text("Чернетка: Ще не готово")
    await private.click()
    await expect(stage.page.locator(".composer-field")).to_have_value("Ще не готово")
