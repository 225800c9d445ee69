"""Facts, contacts and the archive over HTTP."""

from __future__ import annotations

from datetime import date

import pytest

from partnership.stages import Status
from tests.handlers.dialogue import pressed, said
from tests.support.office import Office

BOURGES = "korosten-bourges"


async def test_a_fact_is_shown_old_and_new_before_it_is_saved(office: Office) -> None:
    chat = office.coordinator.private()
    facts = await chat.ask("/editpartner Бурж")
    assert "Коростень – Бурж" in facts.text
    question = await pressed(facts, "Партнери з")
    assert "Партнери з, зараз:" in question.text
    confirmation = await said(chat, "1 вересня 2022 року")
    assert "→ 01.09.2022" in confirmation.text
    done = await pressed(confirmation, "Зберегти")
    assert "→ 01.09.2022" in done.text
    assert done.button("Скасувати зміну")
    assert office.app.services.registry.partnerships[BOURGES].since == date(2022, 9, 1)


async def test_a_missing_fact_is_filled_in_from_the_card(office: Office) -> None:
    chat = office.neighbour.private()
    card = await chat.ask("/partner Монтана")
    missing = next(row[0] for row in card.buttons if row[0].startswith("Внести"))
    question = await pressed(card, missing)
    assert question.id == card.id
    back = await pressed(question, "Назад")
    assert back.text == card.text


async def test_a_typing_error_loses_nothing(office: Office) -> None:
    chat = office.coordinator.private()
    await pressed(await chat.ask("/editpartner Бурж"), "Дані станом на")
    again = await said(chat, "31 лютого <b>")
    assert "Перевірте, будь ласка, дату" in again.text
    assert "Ви написали: 31 лютого <b>" in again.text
    confirmation = await pressed(again, "29.02.2024 (четвер)")
    assert "→ 29.02.2024" in confirmation.text


async def test_a_status_that_stops_a_partnership_needs_a_reason(office: Office) -> None:
    chat = office.neighbour.private()
    statuses = await pressed(await chat.ask("/editpartner Битом"), "Статус")
    reason = await pressed(statuses, "призупинене")
    assert "Вкажіть, будь ласка, причину" in reason.text
    confirmation = await said(chat, "до кінця воєнного стану")
    assert "Статус: чинне → призупинене" in confirmation.text
    await pressed(confirmation, "Зберегти")
    found = office.app.services.registry.partnerships["zhytomyr-bytom"]
    assert found.status is Status.SUSPENDED


async def test_texts_are_kept_in_the_language_of_their_letters(office: Office) -> None:
    chat = office.coordinator.private()
    await pressed(await chat.ask("/editpartner Бурж"), "Примітка")
    confirmation = await said(chat, "<перевірити> & узгодити / check & agree")
    assert "→ <перевірити> & узгодити" in confirmation.text
    await pressed(confirmation, "Зберегти")
    note = office.app.services.registry.partnerships[BOURGES].note
    assert note is not None
    assert (note.uk, note.en) == ("<перевірити> & узгодити", "check & agree")


async def test_a_contact_is_added_in_one_line(office: Office) -> None:
    chat = office.coordinator.private()
    line = "Бурж; Аліса Дюран / Alice Durand; радниця мера; +33 2 48 57 80 00; a.durand@bourges.fr"
    done = await chat.ask(f"/addcontact {line}")
    assert done.text.startswith("Контакт збережено.")
    assert "Аліса Дюран, радниця мера, +33248578000, a.durand@bourges.fr" in done.text
    contacts = await pressed(done, "Контакти")
    assert "Аліса Дюран, радниця мера" in contacts.text


async def test_a_wrong_phone_is_asked_once_more_and_the_rest_is_kept(office: Office) -> None:
    chat = office.coordinator.private()
    again = await chat.ask("/addcontact Бурж; Аліса Дюран; радниця мера; +33 12345; a@bourges.fr")
    assert "не схоже на номер телефону" in again.text
    assert "Ви написали: +33 12345" in again.text
    done = await said(chat, "02 48 57 80 00")
    assert "Аліса Дюран, радниця мера, +33248578000, a@bourges.fr" in done.text


async def test_a_contact_is_added_step_by_step(office: Office) -> None:
    chat = office.coordinator.private()
    await pressed(await chat.ask("/addcontact Бурж"), "Коростень")
    await said(chat, "Марта Приклад")
    phone = await said(chat, "провідна спеціалістка")
    email = await pressed(phone, "Невідомо")
    assert "не схоже на електронну адресу" in (await said(chat, "marta(at)korosten")).text, email
    coordinates = await said(chat, "marta@korosten-rada.gov.ua")
    confirmation = await pressed(coordinates, "Так")
    assert "Координує партнерство" in confirmation.text
    await pressed(confirmation, "Зберегти")
    registry = office.app.services.registry
    coordinator = registry.partnerships[BOURGES].home_coordinator
    assert coordinator is not None
    assert registry.people[coordinator].name.uk == "Марта Приклад"


async def test_personal_documents_are_not_taken(office: Office) -> None:
    chat = office.coordinator.private()
    await pressed(await chat.ask("/editpartner Бурж"), "Примітка")
    refused = await said(chat, "паспорт КС 123456")
    assert "не зберігають" in refused.text or "не зберігаються" in refused.text
    assert "123456" not in refused.text


async def test_the_archive_asks_and_gives_back(office: Office) -> None:
    chat = office.coordinator.private()
    question = await chat.ask("/archive Бурж")
    assert "Перенести до архіву: Коростень – Бурж?" in question.text
    assert "Вилучити" not in str(question.buttons)
    await pressed(question, "До архіву")
    assert "немає партнера" in (await chat.ask("/partner Бурж")).text
    back = await chat.ask("/restore Бурж")
    await pressed(back, "Повернути")
    assert "Бурж (Франція)" in (await chat.ask("/partner Бурж")).text


async def test_what_has_a_history_is_not_deleted(office: Office) -> None:
    chat = office.admin.private()
    question = await chat.ask("/archive Бурж")
    refused = await question.press("Вилучити назавжди")
    assert refused.show_alert
    assert "архів" in (refused.text or "")
    assert BOURGES in office.app.services.registry.partnerships


async def test_what_has_no_history_is_deleted_and_brought_back(office: Office) -> None:
    chat = office.admin.private()
    await chat.ask("/addpartner Ульм; Німеччина; Житомир")
    deleted = await pressed(await chat.ask("/archive Ульм"), "Вилучити назавжди")
    assert "zhytomyr-ulm" not in office.app.services.registry.partnerships
    back = await pressed(deleted, "Скасувати зміну")
    assert "Повернено: партнерство «Житомир – Ульм»" in back.text
    assert "zhytomyr-ulm" in office.app.services.registry.partnerships


@pytest.mark.parametrize("command", ["editpartner", "addcontact", "areas", "stage", "archive"])
async def test_without_a_name_ones_own_partnerships_are_offered(
    office: Office, command: str
) -> None:
    question = await office.coordinator.private().ask(f"/{command}")
    assert "Яке партнерство?" in question.text
    assert [row[0] for row in question.buttons] == ["🇫🇷 Бурж – Коростень", "Скасувати"]


async def test_a_name_that_nobody_knows_is_asked_again(office: Office) -> None:
    chat = office.coordinator.private()
    question = await chat.ask("/editpartner Атлантида")
    assert "немає партнера «Атлантида»" in question.text
    assert "Коростень – Бурж" in (await said(chat, "Буржем")).text


async def test_officials_change_nothing(office: Office) -> None:
    for command in ("addpartner", "editpartner", "addcontact", "areas", "stage", "archive", "log"):
        answer = await office.official.private().ask(f"/{command} Бурж")
        assert "це недоступно" in answer.text


async def test_forms_speak_english_too(office: Office) -> None:
    chat = office.coordinator.private()
    await chat.ask("/lang en")
    facts = await chat.ask("/editpartner Bourges")
    assert "What should be changed?" in facts.text
    assert "Partners since, now:" in (await pressed(facts, "Partners since")).text


async def test_personal_documents_are_not_taken_in_a_line_either(office: Office) -> None:
    chat = office.coordinator.private()
    refused = await chat.ask("/addcontact Бурж; Марта Приклад; паспорт КС 123456")
    assert "Нічого не збережено" in refused.text
    people = office.app.services.registry.people.values()
    assert not any(each.name.uk == "Марта Приклад" for each in people)


async def test_two_mistakes_of_a_line_are_asked_one_after_the_other(office: Office) -> None:
    chat = office.coordinator.private()
    phone = await chat.ask("/addcontact Бурж; Марта Приклад; 0000000; marta(a)@")
    assert "Ви написали: 0000000" in phone.text
    email = await said(chat, "02 48 57 80 00")
    assert "Ви написали: marta(a)@" in email.text
    done = await said(chat, "marta@bourges.fr")
    assert "Марта Приклад, +33248578000, marta@bourges.fr" in done.text


async def test_what_is_too_long_for_a_fact_is_said_and_not_cut(office: Office) -> None:
    chat = office.coordinator.private()
    await pressed(await chat.ask("/editpartner Бурж"), "Примітка")
    refused = await said(chat, "слово " * 400)
    assert "Текст задовгий: 2400 символів, не більше 1000" in refused.text.replace("2399", "2400")
    assert "Примітка, зараз:" in refused.text


async def test_an_empty_archive_is_said_and_leaves_no_form_behind(office: Office) -> None:
    chat = office.admin.private()
    assert "порожній" in (await chat.ask("/restore Ульм")).text
    assert "Бурж (Франція) — Коростень" in (await chat.ask("дай інфо по Буржу")).text
