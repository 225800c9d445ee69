"""Action items in a bound group: in short, in its languages, only its own."""

from __future__ import annotations

import pytest

from partnership.membership_records import ChatLanguage
from partnership.steps import Step, StepKind, StepState
from tests.handlers.dialogue import pressed, said
from tests.support.group import Group
from tests.support.office import Office


@pytest.fixture
async def group(linked: Office) -> Group:
    """A group bound to Korosten – Bourges that reads both languages."""
    members = (linked.coordinator, linked.official, linked.stranger)
    found = linked.telegram.group("Робоча група", owner=linked.admin, members=members)
    await found.add_bot(linked.admin)
    membership = linked.app.services.membership
    admin = await membership.who(linked.admin.id)
    bound = await membership.groups.bind(admin, found.id, partnership="korosten-bourges")
    await membership.groups.set_language(admin, bound, ChatLanguage.BOTH)
    return found


async def newest(office: Office) -> Step:
    steps = await office.app.stores.steps.steps_of_kind(StepKind.ACTION, set(StepState))
    return max(steps, key=lambda each: each.id)


async def test_an_item_is_put_under_control_once_and_said_in_both_languages(
    linked: Office, group: Group
) -> None:
    before = await newest(linked)
    chat = linked.coordinator.in_group(group)
    card = await said(chat, "/task підготувати звіт, відповідальна Чижевська, до 20 червня")
    assert "Виконавиця — Наталія Чижевська." in card.text
    assert "Person responsible — Nataliia Chyzhevska." in card.text
    assert "Доручення №" in card.text
    assert "Action item no." in card.text
    assert "/undo" not in card.text
    assert "поставлено на контроль" not in card.text.lower().replace(
        "поставлено на контроль.", ""
    ), "no history in a group"
    step = await newest(linked)
    assert (step.id, step.partnership) == (before.id + 1, "korosten-bourges")
    moved = await pressed(card, "Чекаємо на партнера / Waiting for the partner")
    assert "Стан: очікуємо на партнера." in moved.text
    assert "State: waiting for the partner." in moved.text


async def test_a_reply_to_the_bot_reports_it_done_once(linked: Office, group: Group) -> None:
    chat = linked.coordinator.in_group(group)
    card = await said(chat, "/task підготувати звіт, відповідальна Чижевська, до 20 червня")
    official = linked.official.in_group(group)
    await official.send("виконано: звіт надіслано", reply_to=card)
    answer = (await official.rest())[-1]
    assert "Результат: звіт надіслано" in answer.text
    assert "Result: звіт надіслано" in answer.text
    assert (await newest(linked)).state is StepState.DONE


async def test_a_stranger_in_the_group_changes_nothing(linked: Office, group: Group) -> None:
    chat = linked.coordinator.in_group(group)
    card = await said(chat, "/task підготувати звіт до 20 червня")
    stranger = linked.stranger.in_group(group)
    await stranger.send("виконано: звіт надіслано", reply_to=card)
    await stranger.rest()
    assert (await newest(linked)).is_open
