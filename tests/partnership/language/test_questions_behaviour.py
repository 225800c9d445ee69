"""How messages are taken apart, what is offered, and what must never be guessed."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.language.dates import DoubtKind
from partnership.language.names import Name, NameIndex, NameKind
from partnership.language.questions import Direction, Intent, Reading, understand
from tests.partnership.language.sentence_tables import NOW, example_names, read


def only(sentence: str) -> Reading:
    """The one reading of a sentence."""
    (reading,) = read(sentence).readings
    return reading


def test_two_questions_get_two_readings_each_with_its_own_city() -> None:
    first, second = read("коли зустріч з Буржем і хто контакт у Кропивницькому?").readings
    assert (first.intent, first.places[0].name_id) == (Intent.WHEN, "bourges")
    assert (second.intent, second.places[0].name_id) == (Intent.CONTACT, "kropyvnytskyi")


def test_a_second_question_without_a_city_is_about_the_city_of_the_first() -> None:
    _, second = read("Що там з Венло? Хто контакт?").readings
    assert (second.intent, second.places[0].name_id) == (Intent.CONTACT, "venlo")


def test_a_question_about_today_does_not_take_over_the_city_before_it() -> None:
    _, second = read("Що там з Венло? Що в нас на сьогодні?").readings
    assert (second.intent, second.places) == (Intent.TODAY, ())


def test_a_greeting_before_a_question_is_no_question() -> None:
    assert only("Доброго дня! Хто мер Венло?").intent is Intent.WHO


def test_two_cities_joined_by_and_stay_one_question() -> None:
    assert {one.name_id for one in only("напрями Коростеня і Буржа").places} == {
        "korosten",
        "bourges",
    }


def test_a_note_stays_whole_whatever_stands_in_it() -> None:
    reading = only("запиши: Бурж питає, коли зустріч? Хто відповідає? Перенести на п'ятницю.")
    assert reading.intent is Intent.NOTE
    assert reading.rest == "Бурж питає, коли зустріч? Хто відповідає? Перенести на п'ятницю."


def test_a_date_in_a_note_stays_in_its_words() -> None:
    reading = only("нотатка Бурж: домовились про обмін, до 1 липня")
    assert reading.rest.endswith("домовились про обмін, до 1 липня")
    assert reading.when is not None
    assert reading.when.start == date(2024, 7, 1)


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("зустріч з Буржем у четвер о 15:00", "зустріч з Буржем"),
        ("заплануй онлайн-зустріч з Венло 20 червня о 10:00", "онлайн-зустріч з Венло"),
        ("встанови строк списку напрямків до п'ятниці", "списку напрямків"),
        ("список напрямків готовий", "список напрямків"),
        ("перенеси зустріч з Буржем на п'ятницю 10:00", "зустріч з Буржем"),
        ("нагадай про зустріч з Буржем у п'ятницю о 10:00", "зустріч з Буржем"),
        ("внеси в календар: візит до Венло 3 липня", "візит до Венло"),
        ("Бурж: прийшла пропозиція, занотуй", "Бурж: прийшла пропозиція"),
        ("додай до нотаток: Монтана святкує", "Монтана святкує"),
        ("додай партнера Ульм", "Ульм"),
        ("cancel the meeting with Venlo", "meeting with Venlo"),
    ],
)
def test_an_act_leaves_its_title(sentence: str, rest: str) -> None:
    assert only(sentence).rest == rest


def test_a_move_takes_the_later_of_two_dates() -> None:
    reading = only("перенеси зустріч з Буржем з 20 червня на 27 червня о 10:00")
    assert reading.when is not None
    assert reading.rest == "зустріч з Буржем"
    assert reading.when.start == datetime(2024, 6, 27, 10, tzinfo=ZoneInfo("Europe/Kyiv"))


def test_an_ambiguous_date_is_never_resolved_in_silence() -> None:
    reading = only("meeting with Venlo on 05/06")
    assert reading.intent is Intent.PLAN
    assert reading.when is not None
    assert DoubtKind.DAY_OR_MONTH in {doubt.kind for doubt in reading.when.doubts}


def test_a_bare_weekday_after_a_dash_is_a_deadline() -> None:
    reading = only("Дедлайн списку напрямків — п'ятниця")
    assert reading.intent is Intent.DUE
    assert reading.when is not None
    assert reading.when.start == date(2024, 6, 14)


def test_their_time_is_the_zone_of_the_city_that_is_named() -> None:
    reading = understand(
        "зустріч з Буржем у четвер о 15:00 за їхнім часом",
        names=example_names(),
        now=NOW,
        partner_zone_of={"bourges": "Europe/Paris"}.get,
    ).readings[0]
    assert reading.when is not None
    assert reading.when.zone == "Europe/Paris"


def test_what_is_not_understood_is_offered_in_three_likely_ways() -> None:
    understanding = read("абракадабра незрозуміло щось таке довге у Буржі пишеться отак")
    assert understanding.readings[0].intent is Intent.UNKNOWN
    assert understanding.doubtful[0].intent is Intent.CARD
    assert understanding.doubtful[0].places[0].name_id == "bourges"
    assert len(understanding.doubtful) == 3


def test_what_is_understood_offers_nothing_else() -> None:
    assert read("Хто партнери Житомира?").doubtful == ()


def test_rivals_for_one_name_are_all_kept_so_that_the_person_is_asked() -> None:
    towns = [Name(f"m{n}", NameKind.PLACE, uk="Миколаїв", en="Mykolaiv") for n in (1, 2)]
    reading = understand("що там з Миколаєвом", names=NameIndex(towns), now=NOW).readings[0]
    assert reading.intent is Intent.CARD
    assert {match.name_id for match in reading.places} == {"m1", "m2"}


@pytest.mark.parametrize("sentence", ["rjkb gslgbcfyyz p Ljhnveyljv", "црщ шы еру ьфнщк ща Мутдщ"])
def test_a_sentence_on_the_other_keyboard_layout_is_read(sentence: str) -> None:
    assert only(sentence).intent in {Intent.WHEN, Intent.WHO}
    assert only(sentence).places


def test_restricted_data_are_refused_and_not_repeated() -> None:
    reading = only("паспорт делегата FA123456 запиши")
    assert reading.intent is Intent.REFUSE_PERSONAL_DATA
    assert "FA123456" not in repr(reading)


def test_last_and_next_are_told_apart() -> None:
    assert only("коли наступна зустріч з Буржем?").direction is Direction.NEXT
    assert only("коли була остання зустріч з Буржем?").direction is Direction.LAST
    assert only("коли зустріч з Буржем?").direction is Direction.ANY


def test_the_home_country_beside_another_is_left_out() -> None:
    assert only("Які українські міста мають партнерів у Польщі?").countries == ("PL",)


@given(st.text())
def test_any_text_gets_a_reading_and_no_error(text: str) -> None:
    assert read(text).readings


@given(st.sampled_from(["Дортмунд", "Бурж", "Венло"]), st.sampled_from(["?", "!", ".", " ", "…"]))
def test_punctuation_after_a_name_changes_nothing(name: str, mark: str) -> None:
    assert only(name + mark).intent is Intent.CARD


def test_a_form_of_one_name_leaves_no_room_for_one_that_only_sounds_like_it() -> None:
    names = NameIndex(
        [
            Name("bourges", NameKind.PLACE, uk="Бурж", en="Bourges"),
            Name("bursa", NameKind.PLACE, en="Bursa"),
        ]
    )
    reading = understand("що там з Буржем?", names=names, now=NOW).readings[0]
    assert [match.name_id for match in reading.places] == ["bourges"]


def test_a_question_word_in_small_letters_is_no_city() -> None:
    como = NameIndex([Name("como", NameKind.PLACE, uk="Комо", en="Como")])
    assert understand("кому писати?", names=como, now=NOW).readings[0].places == ()
    assert understand("що там у Комо?", names=como, now=NOW).readings[0].places != ()


def test_a_name_that_is_not_in_the_registry_is_told_apart_from_no_name() -> None:
    assert only("Хто партнери Ульма?").unfound == ("Ульма",)
    assert only("Хто партнери Житомира?").unfound == ()


def test_two_questions_without_question_words_are_still_two() -> None:
    first, second = read("Партнери Житомира та контакти Венло").readings
    assert (first.intent, first.places[0].name_id) == (Intent.LIST, "zhytomyr")
    assert (second.intent, second.places[0].name_id) == (Intent.CONTACT, "venlo")


def test_a_partner_to_be_removed_is_no_meeting_to_be_cancelled() -> None:
    assert only("видали партнера Аугсбург").intent is not Intent.CANCEL
