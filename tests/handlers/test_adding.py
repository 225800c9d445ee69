"""Adding partners over HTTP: one line, or step by step."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from aiogram.fsm.storage.base import StorageKey

from bot.conversations import KeptConversations
from tests.handlers.dialogue import pressed, said
from tests.support.office import Office, open_office


async def test_a_line_adds_a_partnership_at_the_first_stage(office: Office) -> None:
    answer = await office.admin.private().ask("/addpartner Ульм; Німеччина; Житомир")
    assert answer.text == (
        "Додано: Житомир — Ульм (Німеччина), етап «Пошук партнера».\nВкажіть напрями: /areas Ульм …"
    )
    assert "zhytomyr-ulm" in office.app.services.registry.partnerships


async def test_the_same_partnership_is_not_added_twice(office: Office) -> None:
    chat = office.admin.private()
    answer = await said(chat, "/addpartner Дортмунд; Німеччина; Житомир")
    assert answer.text.startswith("Таке партнерство вже є: Житомир — Дортмунд (готується")
    await answer.press("Відкрити картку")
    assert "Дортмунд (Німеччина) — Житомир" in (await chat.next()).text


async def test_the_form_asks_step_by_step_and_goes_back(office: Office) -> None:
    chat = office.admin.private()
    question = await said(chat, "/addpartner")
    assert question.text == "Для якої громади додати партнера?"
    await question.press("Коростень")
    await chat.next()
    candidates = await said(chat, "Франкфурт")
    assert candidates.buttons[0][0].startswith("Франкфурт-на-Майні, Німеччина, Гессен, 650")
    await candidates.press("Франкфурт-на-Одері")
    stages = await chat.next()
    await stages.press("Назад")
    again = await chat.next()
    assert again.buttons == candidates.buttons
    await again.press("Франкфурт-на-Одері")
    await (await chat.next()).press("Перший контакт")
    areas = await chat.next()
    await areas.press("освіта")
    assert "✓ освіта" in str((await chat.next()).buttons)
    confirmation = await said(chat, "кіно, спорт")
    assert "Коростень — Франкфурт-на-Одері (Німеччина, Бранденбург)" in confirmation.text
    assert "освіта, спорт і кіно" in confirmation.text
    await confirmation.press("Додати")
    assert (await chat.next()).text.startswith("Додано: Коростень — Франкфурт-на-Одері")


async def test_what_was_answered_survives_a_restart(
    office: Office, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chat = office.admin.private()
    await (await said(chat, "/addpartner")).press("Житомир")
    await chat.next()
    await said(chat, "Севілья")
    folder = tmp_path_factory.mktemp("restarted")
    with (
        closing(sqlite3.connect(office.app.settings.database_path)) as left,
        closing(sqlite3.connect(folder / "left.db")) as copy,
    ):
        left.backup(copy)
    async with open_office(folder, folder / "left.db", office.clock) as restarted:
        chat = restarted.admin.private()
        assert "оберіть кнопкою" in (await said(chat, "щось інше")).text
        await said(chat, "Пошук партнера")
        confirmation = await said(chat, "культура")
        assert "Житомир — Севілья (Іспанія, Андалусія)" in confirmation.text


async def test_only_what_a_line_leaves_open_is_asked(office: Office) -> None:
    chat = office.coordinator.private()
    which = await said(chat, "/addpartner Франкфурт")
    assert "Яке саме місто «Франкфурт»?" in which.text
    await which.press("Франкфурт-на-Майні")
    assert (await chat.next()).text.startswith("Додано: Коростень — Франкфурт-на-Майні")


async def test_a_town_nobody_knows_needs_a_country_and_a_zone(office: Office) -> None:
    chat = office.coordinator.private()
    country = await said(chat, "/addpartner Кленове Узлісся")
    assert "немає в довіднику" in country.text
    wrong = await said(chat, "Атлантида")
    assert "Країну «Атлантида» не розпізнано" in wrong.text
    assert "Ви написали: Атлантида" in wrong.text
    zone = await said(chat, "Канада")
    assert "часовому поясі" in zone.text
    added = await said(chat, "toronto")
    assert "Додано: Коростень — Кленове Узлісся (Канада)" in added.text
    place = office.app.services.registry.places["ca-place"]
    assert place.zone == "America/Toronto"


@pytest.mark.parametrize(
    "line", ["Брянськ; Росія; Житомир", "Берестя, Білорусь", "Minsk; Belarus; Zhytomyr"]
)
async def test_towns_of_an_aggressor_state_are_refused_by_law(office: Office, line: str) -> None:
    answer = await office.admin.private().ask(f"/addpartner {line}")
    assert "закон" in answer.text
    assert not any(place.is_aggressor for place in office.app.services.registry.places.values())


async def test_a_coordinator_adds_only_for_their_own_community(office: Office) -> None:
    answer = await office.coordinator.private().ask("/addpartner Ульм; Німеччина; Житомир")
    assert "лише для своєї громади" in answer.text


async def test_a_button_of_a_form_checks_the_role_at_every_press(office: Office) -> None:
    chat = office.coordinator.private()
    await said(chat, "/addpartner")
    stages = await said(chat, "Ульм")
    await office.admin.private().ask(f"/role {office.coordinator.id} official")
    refused = await stages.press("Пошук партнера")
    assert refused.show_alert
    assert "це недоступно" in (refused.text or "")


async def test_cancel_drops_the_form_and_its_buttons(office: Office) -> None:
    chat = office.coordinator.private()
    question = await said(chat, "/addpartner")
    assert (await said(chat, "/cancel")).text == "Скасовано. Нічого не збережено."
    late = await question.press("Скасувати")
    assert late.text == "Ця кнопка застаріла."
    assert "Бурж (Франція)" in (await said(chat, "Бурж")).text


async def test_other_commands_are_answered_while_a_form_waits(office: Office) -> None:
    chat = office.coordinator.private()
    await said(chat, "/addpartner")
    assert "Бурж (Франція)" in (await said(chat, "/partner Бурж")).text
    assert "На якому етапі" in (await said(chat, "Ульм")).text


async def test_an_admin_makes_a_town_a_community(office: Office) -> None:
    chat = office.admin.private()
    question = await chat.ask("/addpartner Ульм; Німеччина; Бердичів")
    assert "Громади «Бердичів» немає в реєстрі" in question.text
    added = await pressed(question, "Нова громада: Бердичів, Житомирська область")
    assert added.text.startswith("Додано: Бердичів — Ульм (Німеччина)")
    assert office.app.services.registry.places["berdychiv"].home


async def test_a_coordinator_makes_no_community(office: Office) -> None:
    question = await office.coordinator.private().ask("/addpartner Ульм; Німеччина; Бердичів")
    assert "Громади «Бердичів» немає в реєстрі" in question.text
    assert question.buttons == [["Коростень"], ["Скасувати"]]


async def test_a_form_whose_steps_are_gone_blocks_nobody(office: Office) -> None:
    chat = office.coordinator.private()
    await said(chat, "/addpartner")
    conversations = office.app.dispatcher.storage
    assert isinstance(conversations, KeptConversations)
    key = StorageKey(bot_id=0, chat_id=chat.human.id, user_id=chat.human.id)
    stack = await conversations.get_data(replace(key, destiny="aiogd:stack:"))
    form = replace(key, destiny=f"aiogd:context:{stack['intents'][0]}")
    left = await conversations.get_data(form)
    await conversations.set_data(form, left | {"state": "Adding:no_such_step"})
    assert "Бурж (Франція)" in (await said(chat, "Бурж")).text
    assert "Напишіть місто-партнера" in (await said(chat, "/addpartner")).text


async def test_a_second_tap_on_the_same_button_adds_nothing(office: Office) -> None:
    chat = office.coordinator.private()
    await chat.ask("/addpartner")
    stages = await said(chat, "Ульм")
    areas = await pressed(stages, "Пошук партнера")
    confirmation = await pressed(areas, "Готово")
    answers = await asyncio.gather(confirmation.press("Додати"), confirmation.press("Додати"))
    assert {answer.text for answer in answers} == {None, "Ця кнопка застаріла."}


@pytest.mark.parametrize(
    "words",
    [
        "додай партнера Ульм",
        "у нас з'явився новий партнер — Ульм",
        "додати місто Ульм як партнера Коростеня",
        "зареєструй нового партнера: Ульм, Німеччина",
    ],
)
async def test_a_partner_is_added_in_plain_words(office: Office, words: str) -> None:
    question = await office.coordinator.private().ask(words)
    assert "Додати партнера: Ульм" in question.text
    added = await pressed(question, "Додати")
    assert added.text.startswith("Додано: Коростень — Ульм (Німеччина)")


async def test_how_to_add_a_partner_is_told_to_those_who_may(office: Office) -> None:
    told = await office.coordinator.private().ask("як додати партнера?")
    assert "/addpartner Ульм; Німеччина; Житомир" in told.text
    assert "Напишіть місто-партнера" in (await pressed(told, "Почати")).text
    assert "це недоступно" in (await office.official.private().ask("додай партнера Ульм")).text
