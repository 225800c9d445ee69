"""Stems: all case forms of a word meet in one, different words rarely do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.language.stems import stem, stemmed, stems

FORMS = """
обмін обміну обміном обміні обміни обмінів обмінам обмінами обмінах
культурний культурного культурному культурна культурної культурну культурною культурне культурних
культура культури культурі культуру культурою культур
програма програми програмі програму програмою програм програмам програмами програмах
система системи системою систем системах
подія події подію подією подій подіям подіями
зустріч зустрічі зустріччю зустрічей зустрічам
договір договору договором договорі договори договорів договорами
партнерство партнерства партнерству партнерством партнерстві партнерств партнерствами
захід заходу заходом заході заходи заходів
рік року роком році роки років роками
ніч ночі ніччю ночей
день дня дню днем дні днів днями днях
місто міста місту містом місті міст містами
допомога допомоги допомозі допомогу допомогою
питання питань питанню питанням питаннями
вересень вересня вересню вереснем вересні
Київ Києва Києву Києвом Києві
Львів Львова Львову Львовом
Бурж Буржа Буржу Буржем Буржі
Прага Праги Празі Прагу Прагою
мова мови мові мову мовою мов мовами
школа школи школі школу школою шкіл школам
виставка виставки виставці виставку виставкою виставок виставками
діти дітей дітям дітьми дітях
Чижевська Чижевської Чижевській Чижевську Чижевською
лікарня лікарні лікарню лікарнею лікарень
проєкт проекту проєктом проєкти
ґрант гранту ґрантом
п’ятниця п'ятниці п’ятницю
meeting meetings
city cities
exchange exchanges
planned plan plans planning
""".strip().splitlines()


@pytest.mark.parametrize("line", FORMS)
def test_all_forms_of_a_word_have_one_stem(line):
    assert {stem(form) for form in line.split()} == {stem(line.split()[0])}


def test_different_words_keep_apart():
    heads = [line.split()[0] for line in FORMS]
    assert len({stem(head) for head in heads}) == len(heads)


def test_a_stem_knows_its_place_in_the_text_and_common_words_have_none():
    text = "Про обмін, №15"
    found = [(each.stem, text[each.start : each.end]) for each in stemmed(text)]
    assert found == [("", "Про"), (stem("обміну"), "обмін"), ("15", "15")]
    assert stems(text) == [stem("обмін"), "15"]


@given(st.text(max_size=40))
def test_any_text_has_stems_without_spaces_or_quotes(text):
    assert all(each and not set(each) & set(' "') for each in stems(text))
