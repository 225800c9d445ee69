"""Plain words about handing over: heard as such, and nothing else taken for it."""

import pytest

from partnership.language.questions import Intent, understand
from partnership.naming import index_of
from tests.support.builders import K2, example_registry

NAMES = index_of(example_registry().records())

ASKED = """
передай справи Сергієнко Чижевській
передайте, будь ласка, справи Сергієнко Чижевській
Передати справи від Сергієнко до Чижевської
передаю справи Чижевській
передай мої справи Чижевській
хочу передати свої справи Чижевській
потрібно передати всі справи Сергієнко Чижевській
передай усі справи Катерини Сергієнко Наталії Чижевській
передай партнерства Сергієнко Чижевській
хочу передати свої партнерства Чижевській
Сергієнко передає справи Чижевській
Чижевська приймає справи Сергієнко
справи Сергієнко приймає Чижевська
Сергієнко звільняється, справи приймає Чижевська
звільняюся, передай мої справи Чижевській
замість Сергієнко тепер координуватиме Чижевська, передай їй справи
Чижевська переймає справи від Сергієнко
оформи передачу справ від Сергієнко Чижевській
передавання справ
як передати справи?
peredai spravy Serhiienko Chyzhevskii
hand over Serhiienko's work to Chyzhevska
hand over my work to Chyzhevska
please hand over everything from Serhiienko to Chyzhevska
Chyzhevska takes over from Serhiienko
Serhiienko is leaving, hand over to Chyzhevska
transfer my partnerships to Chyzhevska
transfer everything from Serhiienko to Chyzhevska
handover from Serhiienko to Chyzhevska
Serhiienko resigned; Chyzhevska takes over her partnerships
Orest takes over Taras's work
could you transfer Serhiienko's partnerships to Chyzhevska
Сергієнко іде у відпустку. Передай її справи Чижевській
Тарас звільняється, справи прийматиме Орест
хочу щоб справи Тараса взяла Ярина
я звільняюсь, передай усе Чижевській
пердай справи Сергієнко Чижевській
""".strip().splitlines()

OTHERS = """
передай № 11 Чижевській
передай вітання Констанс Бондюель
хто координує Бурж?
як справи з Буржем?
як справи?
стан справ у Дортмунді
що передали Буржу торік?
Чижевська приймає делегацію з Буржа у вівторок
передай лист до Аугсбурга
запиши: Сергієнко передала справи Чижевській
хто передає справи?
коли Чижевська прийме справи?
хто візьме участь у зустрічі з Буржем?
Бондюель взяла участь у зустрічі
передай список напрямів до п’ятниці
напиши лист про партнерство
what is the work with Bourges?
everything about Bourges
who is leaving for Bourges?
delegation leaving for Bourges on Tuesday
who takes over the chair of the meeting?
hand me the contacts of Bourges
what did we hand out in Bourges?
""".strip().splitlines()


def intents(text):
    return {one.intent for one in understand(text, names=NAMES, now=K2).readings}


@pytest.mark.parametrize("text", ASKED)
def test_handing_over_is_heard(text):
    assert Intent.HAND_OVER in intents(text)


@pytest.mark.parametrize("text", OTHERS)
def test_other_things_are_not_taken_for_it(text):
    assert Intent.HAND_OVER not in intents(text)
