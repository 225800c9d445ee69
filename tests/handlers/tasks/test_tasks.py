"""Action items over HTTP: put under control, given a day, extended, done, closed, refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from partnership.steps import UNDER_CONTROL, Step, StepKind, StepState
from tests.handlers.dialogue import pressed, said
from tests.support.clocks import StillClock
from tests.support.office import Office

M54 = "встанови строк списку напрямків до п'ятниці"
LIST = "st-exchange-topics"


async def the_list(office: Office) -> Step:
    step = await office.app.stores.steps.step(LIST)
    assert step is not None
    return step


async def newest(office: Office) -> Step:
    steps = await office.app.stores.steps.steps_of_kind(StepKind.ACTION, UNDER_CONTROL)
    return max(steps, key=lambda each: each.id)


async def test_a_due_date_is_set_in_plain_words_and_the_reminders_are_told(office: Office) -> None:
    answer = await said(office.coordinator.private(), M54)
    assert "Строк: 14.06.2024 (п’ятниця). Виконавець — Коростенська громада." in answer.text
    assert "Нагадаю 13.06 і 14.06 о 09:00." in answer.text
    assert (await the_list(office)).due == date(2024, 6, 14)
    await said(office.coordinator.private(), "/undo")
    assert (await the_list(office)).due is None


@pytest.mark.parametrize(
    "words",
    [
        "строк списку напрямків до п’ятниці",
        "Список напрямків до п'ятниці",
        "set the deadline for the list of areas to Friday",
        "постав дедлайн для списку напрямків на п’ятницю",
    ],
)
async def test_other_wordings_mean_the_same(office: Office, words: str) -> None:
    await said(office.coordinator.private(), words)
    assert (await the_list(office)).due == date(2024, 6, 14)


async def test_a_doubtful_day_is_asked_and_one_tap_decides(office: Office) -> None:
    chat = office.coordinator.private()
    answer = await said(chat, "встанови строк списку напрямків до 31 червня")
    assert (await the_list(office)).due is None
    done = await pressed(answer, "30.06.2024 (неділя)")
    assert "Строк: 30.06.2024 (неділя)." in done.text


async def test_a_doubtful_day_may_be_written_anew(office: Office) -> None:
    chat = office.coordinator.private()
    await said(chat, "/task Бурж: надіслати лист до 31 червня")
    assert (await newest(office)).due is None
    done = await said(chat, "28 червня")
    assert "Строк: 28.06.2024 (п’ятниця)." in done.text


async def test_a_question_in_between_is_no_result(office: Office) -> None:
    chat = office.coordinator.private()
    await said(chat, "список напрямків готовий")
    await said(chat, "коли наступна зустріч з Буржем?")
    assert (await the_list(office)).state is StepState.OPEN


async def test_several_are_offered_and_none_is_said_so(office: Office) -> None:
    chat = office.coordinator.private()
    await said(chat, "/task Бурж: надіслати довідку про школи")
    await said(chat, "/task Бурж: надіслати довідку про садки")
    answer = await said(chat, "строк довідки до 20 червня")
    assert "Яке доручення ви маєте на увазі?" in answer.text
    done = await pressed(answer, "про садки")
    assert "Строк: 20.06.2024 (четвер)." in done.text
    nothing = await said(chat, "строк дирижабля до 20 червня")
    assert "не знайшов" in nothing.text.lower()


async def test_an_extension_needs_a_reason_which_stays_in_the_history(office: Office) -> None:
    chat = office.coordinator.private()
    await said(chat, M54)
    why = await said(chat, "продовж строк списку напрямків до 21.06")
    assert (await the_list(office)).due == date(2024, 6, 14)
    assert "21.06.2024 (п’ятниця)" in why.text
    done = await said(chat, "партнер надсилає відповіді пізніше")
    assert "Строк: 21.06.2024 (п’ятниця)." in done.text
    card = await pressed(done, "Відкрити")
    assert "14.06.2024 → 21.06.2024" in card.text
    assert "партнер надсилає відповіді пізніше" in card.text
    assert (await the_list(office)).state is StepState.IN_PROGRESS


async def test_done_is_not_closed_until_the_coordinator_takes_it_off_control(
    office: Office,
) -> None:
    chat = office.coordinator.private()
    question = await said(chat, "список напрямків готовий")
    assert (await the_list(office)).state is StepState.OPEN
    assert "Виконано" in question.buttons[0][0]
    card = await said(chat, "надіслано листом № 12")
    assert (await the_list(office)).state is StepState.DONE
    assert "надіслано листом № 12" in card.text
    closed = await pressed(card, "Зняти з контролю")
    assert "знято з контролю" in closed.text
    assert (await the_list(office)).state is StepState.CLOSED


async def test_an_item_is_added_with_who_and_until_when_and_undo_takes_it_off(
    office: Office,
) -> None:
    chat = office.coordinator.private()
    card = await said(chat, "/task Бурж: підготувати звіт, відповідальна Чижевська, до 20 червня")
    assert "Виконавиця — Наталія Чижевська." in card.text
    assert "Строк: 20.06.2024 (четвер)." in card.text
    step = await newest(office)
    assert (step.what.uk, step.owner_person) == ("підготувати звіт", "chyzhevska")
    assert (step.partnership, step.due) == ("korosten-bourges", date(2024, 6, 20))
    await said(chat, "/undo")
    assert (await newest(office)).key != step.key


async def test_an_item_without_a_day_gets_one_by_buttons_and_is_passed_on(
    office: Office, clock: StillClock
) -> None:
    # A week before the 19th at nine is this very moment: the first reminder would come between.
    clock.advance(timedelta(hours=1))
    chat = office.coordinator.private()
    card = await said(chat, "/task Бурж: надіслати каталоги")
    assert "Строк: не внесено." in card.text
    days = await pressed(card, "Встановити строк")
    dated = await pressed(days, "19.06.2024 (середа)")
    assert "Строк: 19.06.2024 (середа)." in dated.text
    again = await pressed(dated, "Відкрити")
    await pressed(again, "Передати")
    passed = await said(chat, "Чижевській")
    assert "Виконавиця — Наталія Чижевська." in passed.text


async def test_an_item_is_cancelled_with_a_reason_only(office: Office) -> None:
    chat = office.coordinator.private()
    card = await said(chat, "/task Бурж: надіслати каталоги")
    why = await pressed(card, "Скасувати доручення")
    assert (await newest(office)).is_open
    number = (await newest(office)).id
    gone = await pressed(why, "зміна планів")
    assert "скасовано" in gone.text
    step = await office.app.stores.steps.step_by_number(number)
    assert step is not None
    assert step.state is StepState.CANCELLED


async def test_lists_show_ours_those_of_a_partner_and_overdue_ones(office: Office) -> None:
    chat = office.coordinator.private()
    ours = await said(chat, "/tasks")
    assert "список напрямків" in ours.text
    assert "українсько-німецькій" not in ours.text
    everything = await pressed(ours, "Усі")
    assert "українсько-німецькій" in everything.text
    partner = await said(chat, "/tasks Бурж")
    assert "Коростень – Бурж: 2 доручення" in partner.text
    none_late = await said(chat, "/tasks прострочені")
    assert "0 доручень" in none_late.text
    assert "список напрямків" in (await said(chat, "/tasks all")).text


async def test_a_long_list_is_paged(office: Office) -> None:
    chat = office.coordinator.private()
    for number in range(6):
        await said(chat, f"/task Бурж: надіслати каталог {number} року")
    first = await said(chat, "/tasks Бурж")
    assert "1/2" in first.buttons[1]
    second = await pressed(first, "›")
    assert "2/2" in second.buttons[1]


async def test_officials_report_what_is_done_in_their_community_and_manage_nothing(
    office: Office,
) -> None:
    chat = office.official.private()
    steps = await office.app.stores.steps.steps_of_kind(StepKind.ACTION, UNDER_CONTROL)
    (ours,) = (each for each in steps if each.key == "st-wg-search")
    refused = await said(chat, "/task Житомир: щось зробити")
    assert "недоступн" in refused.text
    refused = await said(chat, M54)
    assert (await the_list(office)).due is None
    assert "роль" in refused.text
    question = await said(chat, "познач виконаним завдання шукати міста")
    await pressed(question, "Виконано, без подробиць")
    step = await office.app.stores.steps.step(ours.key)
    assert step is not None
    assert step.state is StepState.DONE


async def test_neighbours_change_nothing(office: Office) -> None:
    chat = office.neighbour.private()
    answer = await said(chat, M54)
    assert "своєї громади" in answer.text
    step = await the_list(office)
    card = await said(chat, "/tasks Бурж")
    for deed in ("u:2024-06-20", "x:0", "p:chyzhevska", "d:y"):
        shown = await card.press(data=f"tk:{step.id}:{deed}")
        assert shown.show_alert, deed
    assert await the_list(office) == step


async def test_a_group_sees_only_its_own(office: Office) -> None:
    group = office.telegram.group("Робоча група", owner=office.admin, members=(office.coordinator,))
    await group.add_bot(office.admin)
    membership = office.app.services.membership
    admin = await membership.who(office.admin.id)
    await membership.groups.bind(admin, group.id, community="zhytomyr")
    answer = await said(office.coordinator.in_group(group), "/tasks all")
    assert "список напрямків" not in answer.text
    assert "українсько-німецькій" in answer.text


async def test_personal_documents_are_not_kept_as_items(office: Office) -> None:
    before = await newest(office)
    answer = await said(office.coordinator.private(), "/task Бурж: квиток, паспорт FA123456")
    assert "Нічого не збережено" in answer.text
    assert await newest(office) == before


async def test_in_english_the_same_is_said_in_english(office: Office) -> None:
    chat = office.coordinator.private()
    await said(chat, "/lang en")
    answer = await said(chat, "set the deadline for the list of areas to Friday")
    assert "Due: 14 Jun 2024 (Friday). Responsible — Korosten community." in answer.text
    assert "I will remind you on 13 Jun 2024 and 14 Jun 2024 at 09:00." in answer.text
