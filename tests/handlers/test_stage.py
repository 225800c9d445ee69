"""Changes of stage over HTTP: what proves a stage is asked for."""

from __future__ import annotations

import pytest

from partnership.stages import Stage, Status
from tests.handlers.dialogue import pressed, said
from tests.support.office import Office

DORTMUND = "zhytomyr-dortmund"


async def test_a_signed_stage_wants_its_agreement(office: Office) -> None:
    chat = office.admin.private()
    question = await chat.ask("/stage Дортмунд побратимство")
    assert question.text == (
        "Для етапу «Місто-побратим» потрібна підписана угода (дата, №). "
        "Зараз: «Знайомство і переговори».\nВнести угоду?"
    )
    assert question.buttons[:2] == [["Так"], ["Виправити як помилку"]]


async def test_the_agreement_is_entered_with_its_day_and_number(office: Office) -> None:
    chat = office.neighbour.private()
    question = await chat.ask("/stage Дортмунд побратимство")
    assert question.buttons[0] == ["Так"]
    assert "Виправити" not in str(question.buttons)
    assert "Коли підписано" in (await pressed(question, "Так")).text
    assert "ще не настав" in (await said(chat, "28.05.2025")).text
    assert "Потрібен точний день" in (await said(chat, "травень 2024")).text
    assert "номер" in (await said(chat, "28 травня")).text
    confirmation = await said(chat, "№ 17-а")
    assert "Етап: Знайомство і переговори → Місто-побратим" in confirmation.text
    assert "28.05.2024 (вівторок)" in confirmation.text
    done = await pressed(confirmation, "Зберегти")
    assert "Етап: Знайомство і переговори → Місто-побратим" in done.text
    found = office.app.services.registry.partnerships[DORTMUND]
    assert (found.stage, found.status) == (Stage.TWINNING, Status.ACTIVE)
    signed = [
        each
        for each in office.app.services.registry.agreements.values()
        if each.partnership == DORTMUND and each.is_signed
    ]
    assert [each.number for each in signed] == ["17-а"]


async def test_a_step_back_is_a_correction_with_a_reason(office: Office) -> None:
    chat = office.admin.private()
    question = await chat.ask("/stage Битом пошук партнера")
    assert "лише як виправлення помилки" in question.text
    assert "Чому виправляєте" in (await pressed(question, "Виправити як помилку")).text
    confirmation = await said(chat, "внесено не те місто")
    assert "Причина: внесено не те місто" in confirmation.text
    await pressed(confirmation, "Зберегти")
    log = await chat.ask("/log Битом")
    assert "(внесено не те місто)" in log.text
    assert "Етап: Місто-побратим → Пошук партнера" in log.text


async def test_a_coordinator_is_told_why_a_stage_cannot_be_set(office: Office) -> None:
    answer = await office.neighbour.private().ask("/stage Битом контакт")
    assert "лише як виправлення помилки" in answer.text
    assert not answer.buttons


async def test_without_words_the_stage_is_chosen(office: Office) -> None:
    chat = office.coordinator.private()
    question = await chat.ask("/stage Бурж")
    assert "Який етап внести?" in question.text
    assert "Етапу «дурниця» немає" in (await said(chat, "дурниця")).text


@pytest.mark.parametrize("line", ["/stage Дортмунд побратимство", "/areas Дортмунд культура"])
async def test_another_community_is_not_changed(office: Office, line: str) -> None:
    answer = await office.coordinator.private().ask(line)
    assert "лише для своєї громади" in answer.text


async def test_areas_are_matched_in_any_form_and_new_ones_are_asked_about(office: Office) -> None:
    chat = office.neighbour.private()
    question = await chat.ask("/areas Дортмунд культуру, спортом, кіно")
    assert "Цих напрямів у реєстрі ще немає: «кіно»" in question.text
    done = await pressed(question, "Додати")
    assert "Напрями:" in done.text
    assert "культура, спорт і кіно" in done.text
    taken_back = await pressed(done, "Скасувати зміну")
    assert "← " in taken_back.text
    assert not any(each.name.uk == "кіно" for each in office.app.services.registry.areas.values())
