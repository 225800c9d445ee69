"""Who does it, who helps, who controls: by buttons and in one line; the letter to the partner."""

from __future__ import annotations

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.minutes.minutes import Minutes, MinutesForm
from partnership.steps import Step, StepKind, StepState
from partnership.tasks.drafts import TaskDraft
from tests.handlers.dialogue import pressed, said
from tests.handlers.tasks.conftest import REPORT
from tests.support.office import Office


async def newest(office: Office) -> Step:
    steps = await office.app.stores.steps.steps_of_kind(StepKind.ACTION, set(StepState))
    return max(steps, key=lambda each: each.id)


async def test_one_line_names_them_all(linked: Office) -> None:
    line = (
        "/task Бурж: підготувати звіт разом з Тараном, відповідальна Чижевська, "
        "контроль — Ткачук, строк 1.07"
    )
    card = await said(linked.coordinator.private(), line)
    assert "Виконавиця — Наталія Чижевська." in card.text
    assert "Співвиконавці: Станіслав Таран." in card.text
    assert "Контроль: Дмитро Ткачук." in card.text
    assert "Строк: 01.07.2024 (понеділок)." in card.text
    assert (await newest(linked)).what.uk == "підготувати звіт"


async def test_a_list_of_lines_is_as_many_items_and_one_change(linked: Office) -> None:
    chat, before = linked.coordinator.private(), await newest(linked)
    added = await said(
        chat,
        "/task Бурж:\n1. підготувати звіт, Чижевська, до 20.06\n"
        "2) надіслати каталоги, відповідальний Ткачук, до 25.06\n- запросити перекладача",
    )
    assert "підготувати звіт — Наталія Чижевська" in added.text
    assert "надіслати каталоги — Дмитро Ткачук" in added.text
    assert "без строку · запросити перекладача" in added.text
    assert (await newest(linked)).id == before.id + 3
    await said(chat, "/undo")
    assert await newest(linked) == before


async def test_the_card_names_the_minutes_and_the_item_there(linked: Office) -> None:
    services = linked.app.services
    minutes = Minutes(
        key="m-5", event="ev-online-2024-05-28", form=MinutesForm.PROTOCOL, number="5"
    )
    async with services.tasks.batches.open(None) as batch:
        await batch.save(minutes)
    actor = await services.membership.who(linked.coordinator.id)
    draft = TaskDraft(
        what=Bilingual(uk="надіслати програму"),
        partnership="korosten-bourges",
        event=minutes.event,
        minutes=minutes.key,
        point="3.2",
    )
    task = await services.tasks.add_known(actor, draft)
    card = await said(linked.coordinator.private(), f"доручення № {task.id}")
    assert "Підстава: протокол № 5, пункт 3.2; " in card.text
    assert "28.05.2024." in card.text


async def test_helpers_are_added_and_taken_off_by_buttons(linked: Office) -> None:
    chat = linked.coordinator.private()
    card = await said(chat, REPORT)
    question = await pressed(card, "Співвиконавці")
    assert "Співвиконавці: немає." in question.text
    added = await said(chat, "Таран і Сергієнко")
    assert "Співвиконавці: Станіслав Таран і Катерина Сергієнко." in added.text
    left = await pressed(await pressed(added, "Співвиконавці"), "✕ Станіслав Таран")
    assert "Співвиконавці: Катерина Сергієнко." in left.text


async def test_a_helper_nobody_knows_is_asked_again_and_nothing_is_lost(linked: Office) -> None:
    chat = linked.coordinator.private()
    card = await said(chat, REPORT)
    await pressed(card, "Співвиконавці")
    again = await said(chat, "Шварценеггер")
    assert "У реєстрі немає особи «Шварценеггер»" in again.text
    assert "Співвиконавці: Станіслав Таран." in (await said(chat, "Таран")).text


async def test_control_is_given_to_somebody_and_left_to_the_coordinators(linked: Office) -> None:
    chat = linked.coordinator.private()
    card = await said(chat, "/task Бурж: надіслати каталоги до 20 червня")
    await pressed(card, "Контроль")
    controlled = await said(chat, "Чижевській")
    assert "Контроль: Наталія Чижевська." in controlled.text
    freed = await pressed(await pressed(controlled, "Контроль"), "Залишити координаторам")
    assert "Контроль:" not in freed.text.partition("Стан")[0]


async def test_only_the_controller_takes_it_off_control(linked: Office) -> None:
    chat = linked.coordinator.private()
    line = "/task Бурж: надіслати каталоги, контроль — Чижевська, до 20 червня"
    await said(chat, line)
    number = (await newest(linked)).id
    done = await said(chat, f"№ {number} виконано: надіслано")
    assert not any("Зняти з контролю" in row for row in done.buttons)
    refused = await said(chat, f"зніми з контролю № {number}")
    assert "Контроль: Наталія Чижевська." in refused.text
    assert (await newest(linked)).state is StepState.DONE
    closed = await said(linked.official.private(), f"зніми з контролю № {number}")
    assert "Стан: знято з контролю." in closed.text


async def test_the_partner_gets_a_polite_letter_in_both_languages(linked: Office) -> None:
    chat = linked.coordinator.private()
    number = (await the_visit(linked)).id
    card = await said(chat, f"доручення № {number}")
    letter = await pressed(card, "Лист-нагадування")
    assert "Шановні колеги!" in letter.text
    assert "Зміст: Організувати наступний візит" in letter.text
    assert "Dear colleagues," in letter.text
    assert "What was agreed: Organise the next visit" in letter.text
    assert letter.text.count("28.05.2024") == 1
    assert letter.text.count("28 May 2024") == 1
    assert [each["type"] for each in letter.entities].count("pre") == 2
    assert "Строк не внесено" in letter.text
    await said(chat, f"строк № {number} — 1 липня")
    dated = await said(chat, f"лист-нагадування по № {number}")
    assert "Строк: 1 липня 2024 року" in dated.text
    assert "To be done by: 1 July 2024" in dated.text


async def the_visit(office: Office) -> Step:
    step = await office.app.stores.steps.step("st-next-visit")
    assert step is not None
    assert step.owner_side is Side.FOREIGN
    return step


async def test_the_side_of_the_partner_is_chosen_by_a_button(linked: Office) -> None:
    chat = linked.coordinator.private()
    card = await said(chat, "/task Бурж: надіслати програму до 1 липня")
    passed = await pressed(await pressed(card, "Передати"), "Сторона партнера (Бурж)")
    assert "Виконавець — сторона партнера (Бурж)." in passed.text
    assert "Тарас: передано, виконує: сторона партнера" in passed.text
    await pressed(passed, "Передати")
    words = await said(chat, "Іван Петренко з відділу культури")
    assert "Тарас: передано, виконує: Іван Петренко з відділу культури" in words.text
    passed = await pressed(await pressed(words, "Передати"), "Сторона партнера (Бурж)")
    assert (await newest(linked)).owner_side is Side.FOREIGN
    assert any("Лист-нагадування" in row for row in passed.buttons)


async def test_what_somebody_typed_is_no_markup_in_the_letter(linked: Office) -> None:
    chat = linked.coordinator.private()
    await said(chat, "/task Бурж: партнер надішле <b>план</b> & кошторис до 1 липня")
    letter = await said(chat, f"лист-нагадування по № {(await newest(linked)).id}")
    assert "<b>план</b> & кошторис" in letter.text
