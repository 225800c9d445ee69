"""What is said of action items by number, in the words of an office; and what is about others."""

import pytest

from partnership.tasks.command_words import Verb
from partnership.tasks.commands import read_command, reason_given, reason_in, result_in


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("доручення № 11 виконано", Verb.DONE),
        ("Доручення №11 вже зроблено", Verb.DONE),
        ("№ 11 готово", Verb.DONE),
        ("11 доручення — готово, доручення 11", Verb.DONE),
        ("завдання 11 виконали", Verb.DONE),
        ("№ 11 надіслано партнеру", Verb.DONE),
        ("доручення номер 11 виконанно", Verb.DONE),
        ("item 11 is done", Verb.DONE),
        ("action item no. 11 completed", Verb.DONE),
        ("#11 done", Verb.DONE),
        ("зніми з контролю № 11", Verb.CLOSE),
        ("доручення 11 зняти з контролю", Verb.CLOSE),
        ("№ 11 знято з контролю", Verb.CLOSE),
        ("закрий доручення 11", Verb.CLOSE),
        ("close item 11", Verb.CLOSE),
        ("take item 11 off control", Verb.CLOSE),
        ("поверни № 11 на доопрацювання", Verb.RETURN),
        ("доручення 11 на доопрацювання: немає додатка", Verb.RETURN),
        ("send item 11 back", Verb.RETURN),
        ("продовж № 11 до 1 липня, партнер просить час", Verb.DUE),
        ("подовжіть строк доручення 11 до п’ятниці", Verb.DUE),
        ("строк № 11 — 1 липня", Verb.DUE),
        ("№ 11 до 1 липня", Verb.DUE),
        ("постав № 11 строк 25 червня", Verb.DUE),
        ("перенеси строк № 11 на 28 червня, бо відпустка", Verb.DUE),
        ("extend item 11 to 1 July", Verb.DUE),
        ("передай № 11 Чижевській", Verb.PASS_ON),
        ("доручіть № 11 Ткачуку", Verb.PASS_ON),
        ("виконавець № 11 — Чижевська", Verb.PASS_ON),
        ("pass item 11 to Chyzhevska", Verb.PASS_ON),
        ("reassign task 11 to Tkachuk", Verb.PASS_ON),
        ("співвиконавці № 11: Ткачук, Таран", Verb.HELPERS),
        ("контроль за № 11 — Таран", Verb.CONTROLLER),
        ("controller of item 11 is Taran", Verb.CONTROLLER),
        ("по № 11 чекаємо на партнера", Verb.WAIT),
        ("item 11 is waiting for the partner", Verb.WAIT),
        ("№ 11 взято в роботу", Verb.START),
        ("item 11 in progress", Verb.START),
        ("back to work on item 11", Verb.START),
        ("11 виконано", Verb.DONE),
        ("11 - готово", Verb.DONE),
        ("11 вже зроблено", Verb.DONE),
        ("close 11", Verb.CLOSE),
        ("11 знято з контролю", Verb.CLOSE),
        ("скасуй доручення 11", Verb.CANCEL),
        ("cancel action item 11", Verb.CANCEL),
        ("лист-нагадування по № 11", Verb.LETTER),
        ("доручення № 11", Verb.SHOW),
        ("покажи доручення 11", Verb.SHOW),
        ("чи виконано № 11?", Verb.SHOW),
        ("доручення 11 ще не виконано", Verb.SHOW),
        ("what is the status of item 11?", Verb.SHOW),
    ],
)
def test_a_number_and_a_verb_say_what_is_wanted(text, verb):
    command = read_command(text)
    assert command is not None
    assert (command.verb, command.numbers) == (verb, (11,))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "виконано",
        "перенеси зустріч № 11 на п’ятницю",
        "скасуй подію № 11",
        "скасуй № 11",
        "наказ № 11 видано",
        "лист № 11 надіслано",
        "протокол № 11 готовий",
        "зустріч 11 червня",
        "cancel meeting no. 11",
        "note 11 is done",
        "передай список напрямків Чижевській",
        "передай 11",
        "готово 11 запрошень",
        "11 червня готово",
        "11 не виконано",
        "скільки буде 11",
        "зустріч о 11",
    ],
)
def test_other_things_with_a_number_are_left_alone(text):
    assert read_command(text) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("№ 11 і 12 виконано", (11, 12)),
        ("доручення 11, 12 та 14 зняти з контролю", (11, 12, 14)),
        ("items 11 and 12 are done", (11, 12)),
        ("продовж № 11, 25 червня", (11,)),
    ],
)
def test_several_may_be_named_at_once(text, numbers):
    command = read_command(text)
    assert command is not None
    assert command.numbers == numbers


def test_in_answer_to_a_message_about_one_its_number_is_not_needed():
    command = read_command("виконано, лист надіслано", about=11)
    assert command is not None
    assert (command.verb, command.numbers) == (Verb.DONE, (11,))
    assert read_command("дякую", about=11) is None
    assert read_command("коли наступна зустріч з Буржем?", about=11) is None


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("доручення № 11 виконано: надіслано листом № 12", "надіслано листом № 12"),
        ("№ 11 готово, звіт у партнера", "звіт у партнера"),
        ("№ 11 надіслано партнеру.", "надіслано партнеру"),
        ("item 11 is done - sent by e-mail", "sent by e-mail"),
        ("№ 11 виконано", None),
        ("№ 11: готово", None),
        ("виконали доручення 11", None),
    ],
)
def test_the_result_follows_the_verb(text, result):
    command = read_command(text)
    assert command is not None
    assert result_in(command) == result


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (" до 28 червня, бо відпустка", "відпустка"),
        (", партнер просить час", "партнер просить час"),
        (" через відпустку", "через відпустку"),
        ("because the partner is late", None),
        (" because the partner is late", "the partner is late"),
        ("строк", None),
        ("", None),
    ],
)
def test_only_what_follows_a_comma_or_a_conjunction_is_a_reason(text, reason):
    assert reason_given(text) == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (", бо партнер просить час", "партнер просить час"),
        (": потрібні зміни", "потрібні зміни"),
        ("because the partner asks for time", "the partner asks for time"),
        (" .", None),
    ],
)
def test_a_reason_is_kept_without_its_conjunction(text, reason):
    assert reason_in(text) == reason
