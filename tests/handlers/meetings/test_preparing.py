"""Cards, answers, links, files, polls and checklists over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.support.clocks import StillClock
from tests.support.conversation import Conversation
from tests.support.group import Group
from tests.support.office import Office
from tests.support.passing_time import deliver, pass_time
from tests.support.shown import Shown


async def planned(chat: Conversation, text: str = "2024-06-25 15:00 онлайн") -> Shown:
    """The card of a meeting with Bourges."""
    answer = await chat.ask(f"/meeting Бурж {text}")
    await answer.press("Відкрити")
    return await chat.next()


async def test_the_card_says_what_is_known(office: Office) -> None:
    card = await planned(office.coordinator.private())
    for fact in (
        "Онлайн-зустріч Коростень – Бурж · №",
        "Коли: 25.06.2024 (вівторок), 15:00 Київ / 14:00 Париж",
        "Стан: заплановано",
        "Посилання: не внесено",
        "Онлайн-зустріч: ▱▱▱▱▱▱▱▱▱▱ 0/",
        "Нагадування: 18.06, 24.06, за 60 хв і за 10 хв",
    ):
        assert fact in card.text
    native = [each for each in card.entities if each["type"] == "date_time"]
    assert native[0]["unix_time"] == int(datetime(2024, 6, 25, 12, 0, tzinfo=UTC).timestamp())


async def test_a_link_is_kept_and_given_in_private_only(
    office: Office, group: Group, clock: StillClock
) -> None:
    chat, room = office.coordinator.private(), office.official.in_group(group)
    card = await planned(chat)
    await card.press("Ще")
    await (await chat.next()).press("Посилання")
    assert "Надішліть посилання" in (await chat.next()).text
    kept = await chat.ask("ось: https://us02web.zoom.us/j/123456?pwd=x")
    assert "Посилання збережено (Zoom)" in kept.text
    await pass_time(office, clock, datetime(2024, 6, 25, 11, 0, tzinfo=UTC))
    in_group = (await room.rest())[-1]
    assert "zoom" not in in_group.text
    assert in_group.button("Приєднатися").get("url") is None
    own = (await chat.rest())[-1]
    assert own.url("Приєднатися") == "https://us02web.zoom.us/j/123456?pwd=x"


async def test_what_is_no_link_is_refused_kindly(office: Office) -> None:
    chat = office.coordinator.private()
    await (await planned(chat)).press("Ще")
    await (await chat.next()).press("Посилання")
    await chat.next()
    assert "https://" in (await chat.ask("скажу пізніше")).text
    assert "збережено" in (await chat.ask("https://meet.google.com/abc-defg-hij")).text


async def test_a_missing_link_is_asked_for_a_day_before(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await planned(chat)
    await pass_time(office, clock, datetime(2024, 6, 24, 12, 0, tzinfo=UTC))
    asked = [each for each in await chat.rest() if "не внесено: онлайн-зустріч" in each.text]
    assert asked[0].button("Внести посилання")


async def test_answers_are_given_in_the_group(office: Office, group: Group) -> None:
    chat, room = office.coordinator.private(), office.official.in_group(group)
    card = await planned(chat)
    await card.press("Ще")
    await (await chat.next()).press("Запросити групи")
    await chat.next()
    await deliver(office)
    invitation = (await room.rest())[-1]
    assert "Вас запрошено" in invitation.text
    assert (await invitation.press("Не буду")).text == "Записано: не буде"
    await (await chat.ask("/event")).press("Онлайн-зустріч Коростень – Бурж")
    await (await chat.next()).press("Учасники")
    assert "Ярина: не буде" in (await chat.next()).text


async def test_a_deputy_is_named_and_reminded(office: Office, clock: StillClock) -> None:
    chat, deputy = office.coordinator.private(), office.official.private()
    card = await planned(chat)
    await card.press("Буде заступник")
    assert "хто буде замість вас" in (await chat.next()).text
    assert "замість вас буде Ярина" in (await chat.ask("Ярина")).text
    deputy.chat.started = True
    await pass_time(office, clock, datetime(2024, 6, 24, 12, 0, tzinfo=UTC))
    assert any("Нагадування" in each.text for each in await deputy.rest())


async def test_who_declined_is_not_reminded(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await (await planned(chat)).press("Не буду")
    await pass_time(office, clock, datetime(2024, 6, 25, 11, 55, tzinfo=UTC))
    assert not any(each.text.startswith("Нагадування") for each in await chat.rest())


async def test_the_event_goes_into_a_calendar(office: Office) -> None:
    chat = office.coordinator.private()
    await (await planned(chat)).press("До календаря (.ics)")
    name, content = (await chat.next()).file
    assert name.endswith(".ics")
    assert b"DTSTART;TZID=Europe/Kyiv:20240625T150000" in content


async def test_people_are_invited_one_by_one(office: Office) -> None:
    chat, guest = office.coordinator.private(), office.official.private()
    guest.chat.started = True
    await (await planned(chat)).press("Ще")
    await (await chat.next()).press("Запросити людей")
    await (await chat.next()).press("+ Ярина")
    assert "Ярина: ще без відповіді" in (await chat.next()).text
    await deliver(office)
    invitation = (await guest.rest())[-1]
    assert "Вас запрошено" in invitation.text
    assert (await invitation.press("Буду")).text == "Записано: буде"


async def test_a_date_is_found_by_a_poll(office: Office) -> None:
    chat = office.coordinator.private()
    question = await chat.ask("/meeting Бурж")
    await question.press("Поки без дати")
    await (await chat.next()).press("Так")
    await (await chat.next()).press("Відкрити")
    await (await chat.next()).press("Ще")
    await (await chat.next()).press("Опитування щодо дати")
    await chat.next()
    poll = await chat.ask("пт 14:00\n25.06 15:00")
    assert "1. 14.06.2024 (п’ятниця), 14:00 Київ / 13:00 Париж" in poll.text
    await poll.press("✓ 25.06 15:00", by=office.coordinator)
    voted = await chat.next()
    assert "★ 2. 25.06.2024 (вівторок), 15:00 Київ / 14:00 Париж: ✓ 1" in voted.text
    await voted.press("Призначити: 25.06 15:00")
    assert "Заплановано: онлайн-зустріч Коростень – Бурж, 25.06.2024" in (await chat.next()).text
    late = (await voted.press("✓ 25.06 15:00")).text or ""
    assert "Це опитування завершено. Обрано: 25.06.2024 (вівторок), 15:00 Київ" in late


async def test_a_checklist_is_worked_through(office: Office) -> None:
    chat = office.coordinator.private()
    await planned(chat)
    page = await chat.ask("чекліст зустрічі з Буржем")
    assert "виконано 0 з" in page.text
    await page.press("☐ 1")
    line = await chat.next()
    await line.press("Виконано")
    done = await chat.next()
    assert "виконано 1 з" in done.text
    await done.press("☐ 2")
    await (await chat.next()).press("Не стосується")
    await chat.next()
    assert "Не стосується: перекладу не потрібно" in (await chat.ask("перекладу не потрібно")).text


async def test_results_are_asked_for_and_recorded(office: Office, clock: StillClock) -> None:
    chat = office.coordinator.private()
    await planned(chat)
    await pass_time(office, clock, datetime(2024, 6, 25, 13, 30, tzinfo=UTC))
    asked = (await chat.rest())[-1]
    assert asked.text.startswith("Внесіть підсумки: онлайн-зустріч Коростень – Бурж")
    await asked.press("Відбулося")
    assert "подія відбулася" in (await chat.next()).text
    recorded = await chat.ask("обмін школярами восени")
    assert "✓ обмін школярами восени" in recorded.text


async def test_too_early_is_said(office: Office) -> None:
    chat = office.coordinator.private()
    await (await planned(chat)).press("Ще")
    answer = await (await chat.next()).press("Відбулося")
    assert "Зарано" in (answer.text or "")


async def test_an_interruption_is_told_and_ended(
    office: Office, group: Group, clock: StillClock
) -> None:
    chat, room = office.coordinator.private(), office.official.in_group(group)
    card = await planned(chat)
    await pass_time(office, clock, datetime(2024, 6, 25, 12, 20, tzinfo=UTC))
    await room.rest()
    await chat.rest()
    await card.press("Ще")
    await (await chat.next()).press("Перервано")
    await (await chat.next()).press("Повітряна тривога")
    assert "Стан: перервано" in (await chat.next()).text
    await deliver(office)
    assert "Перервано: онлайн-зустріч" in (await room.rest())[-1].text


async def test_a_visit_asks_who_travels_and_brings_its_checklists(office: Office) -> None:
    chat = office.coordinator.private()
    question = await chat.ask("/visit Бурж 1-5 вересня")
    assert question.text == "Хто їде?"
    await question.press("Ми їдемо")
    await (await chat.next()).press("Так")
    said = await chat.next()
    assert "01–05.09.2024" in said.text
    await said.press("Відкрити")
    card = await chat.next()
    assert card.button("Виїзд")
    assert card.button("Після візиту")


async def test_a_template_is_changed_for_future_events(office: Office) -> None:
    chat = office.admin.private()
    choice = await chat.ask("/templates")
    await choice.press("Онлайн-зустріч")
    template = await chat.next()
    count = len(template.buttons[0])
    assert count == 4
    page = await chat.ask("-5д модератор: Замовити квіти")
    assert "-5d · модератор: Замовити квіти" in page.text
    assert "Наприклад: -10д" in (await chat.ask("квіти")).text
    own = office.coordinator.private()
    await planned(own)
    card = await own.ask("чекліст зустрічі з Буржем")
    found = [card.text]
    await card.press("›")
    found.append((await own.next()).text)
    assert any("Замовити квіти — до 20.06.2024" in each for each in found)


async def test_templates_are_the_admins(office: Office) -> None:
    assert "недоступно" in (await office.coordinator.private().ask("/templates")).text
