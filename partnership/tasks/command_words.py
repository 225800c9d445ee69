"""The words with which an office speaks of action items: verbs, numbers, reasons, in two languages.

A new way of saying something is a word here, and a line in the tests of `commands`.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Verb(StrEnum):
    """What is wanted."""

    SHOW = "show"
    START = "start"
    WAIT = "wait"
    DONE = "done"
    CLOSE = "close"
    RETURN = "return"
    DUE = "due"
    PASS_ON = "pass_on"
    HELPERS = "helpers"
    CONTROLLER = "controller"
    CANCEL = "cancel"
    LETTER = "letter"


_NOUN = r"(?:доручен\w*|завдан\w*|задач\w*|поручен\w*|action\s+items?|items?|tasks?)"
_MARK = r"(?:№|#|номер(?:ом)?|number|no\.?|n\.?)"
_MONTH = (
    r"(?:січ|лют|бер|квіт|трав|черв|лип|серп|вер|жовт|лист|груд|jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec)"
)
_NUMBER = rf"(\d{{1,6}})\b(?!\s*[./:]\d)(?!\s*{_MONTH})"
BY_NOUN = re.compile(
    rf"\b{_NOUN}\s*{_MARK}?\s*{_NUMBER}|\b(\d{{1,6}})-(?:ш|г|т|м|е|й|th|st|nd|rd)\w*\s+{_NOUN}",
    re.IGNORECASE,
)
BY_MARK = re.compile(rf"(?<!\w)(?:№|#)\s*{_NUMBER}", re.IGNORECASE)
NEXT = re.compile(rf"\s*(?:,|і|й|та|and|&)\s*(?:{_MARK}\s*)?{_NUMBER}", re.IGNORECASE)
BARE = re.compile(
    r"\W*(?:(?P<first>\d{1,6})\s*[-–—:]?\s+(?P<after>(?:вже |is )?\w+(?: з контролю)?)"
    r"|(?P<before>\w+)\s+(?P<last>\d{1,6}))\W*$",
    re.IGNORECASE,
)
BARE_UNTIL = re.compile(
    r"\W*(?:продов[жч]|подовж|extend|prolong)\w*\s+(?P<number>\d{1,6})\s+"
    r"(?P<after>(?:до|на|until|till|to|by)\s+.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""«Продовжте 16 до кінця липня»: nothing else is extended by a number."""
ALONE = frozenset({Verb.DONE, Verb.CLOSE})
"""What may be said with a bare number; «передай 21» may be about anything."""
OTHER_THING = re.compile(
    r"(?:поді|зустріч|візит|заход|нотат|запис|лист|наказ|протокол|рішен|розпорядж|угод|догов|додат"
    r"|пункт|вих|вх|рахун|event|meeting|visit|note|letter|order|minutes|decision|agreement)"
    r"[\w.]*\s*$",
    re.IGNORECASE,
)
ASKED = re.compile(r"\?|^\s*(?:чи|хто|що|коли|як\w*|who|what|when|is|has|how)\b", re.IGNORECASE)
SO_FAR_NOT = re.compile(
    r"\b(?:ще\s+)?не\s+(?:виконан|зробл|готов|заверш|встиг)\w*|\bnot\s+(?:yet\s+)?(?:done|ready|"
    r"finished|complete)\w*",
    re.IGNORECASE,
)
VERBS: Mapping[Verb, str] = MappingProxyType(
    {
        Verb.CLOSE: r"зн(?:ім|ят|има)\w*\b(?:.{0,40}?\bконтрол\w*)|контрол\w*\s+зня\w+"
        r"|закри(?:й|йте|ти|ва\w+|то|та)\b(?!.*неактуальн)|close[sd]?\b|(?:take|taken)\b.{0,20}?\boff\b"
        r"(?:\s+control)?|remove\s+from\s+control",
        Verb.RETURN: r"(?:поверн\w+\s+)?(?:на\s+|для\s+)?(?:доопрацю\w+|доробк\w+|переробк\w+)"
        r"|поверн(?:и|іть|ути|ено)|поверта\w+|(?:send|give|return)\w*\s+(?:it\s+)?back|return(?:ed)?"
        r"|rework|reopen",
        Verb.HELPERS: r"співвиконав\w*|(?:на|у)\s+допомогу|допомага\w+|допоможе|helpers?|helps"
        r"|co-?(?:owner|assignee)s?",
        Verb.CONTROLLER: r"контрол(?:ь|ю(?:є|ватиме|вати)|ер\w*)|control(?:s|led|ler)?|supervis\w+",
        Verb.LETTER: r"лист\w*[-\s]+нагадуван\w+|нагада\w*\s+партнер\w*|reminder\s+letter"
        r"|remind\s+the\s+partner",
        Verb.DUE: r"продов[жж]\w*|подовж\w*|відстроч\w*|перенес\w*|перенос\w*|відклад\w*"
        r"|відсун\w*|посун\w*|зсун\w*|строк\w*|термін\w*"
        r"|дедлайн\w*|extend\w*|extension|postpone\w*|prolong\w*|deadline|due(?:\s+date)?",
        Verb.WAIT: r"чека(?:ємо|ю|ють|є|ти)|очіку\w+|на\s+боці\s+партнера|за\s+партнером"
        r"|wait\w*|await\w*",
        Verb.CANCEL: r"скас\w*|відмін\w*|анулю\w*|прибер\w*|видал\w*|неактуальн\w*"
        r"|cancel\w*|drop\w*|delete\w*|no\s+longer\s+needed",
        Verb.PASS_ON: r"переда(?:й|йте|ти|ю|ємо)\b|(?:пере)?признач\w*|доруч(?:и|іть|аю|ити)\b"
        r"|переадрес\w*|викона(?:вець|виця|вцем|вицею)|відповідальн\w*|pass(?:\s+on)?\b|reassign\w*"
        r"|assign\w*|hand(?:\s+over)?\b|give\b|transfer\w*|responsible|owner",
        Verb.START: r"(?:взя\w+|беру|беремо)\s+(?:в|у|до)\s+робот\w*|(?:в|у)\s+роботі"
        r"|працю(?:ю|ємо)|розпоча\w+|почали|почав|почала|партнер\w*\s+відпов\w+|back\s+to\s+work|resume\w*|in\s+progress|started|working\s+on"
        r"|on\s+it",
    }
)
"""Each by the words that say it, the surest first."""
PLAIN = re.compile(
    r"викона|зробл|зроби|готов|заверш|закри|done|finish|complet|ready", re.IGNORECASE
)
SHOWS = re.compile(r"\b(?:покаж|відкри|стан|картк|show|open|status)\w*", re.IGNORECASE)
SEPARATED = re.compile(r"^\s*[:;,.–—-]+\s*(.+)$", re.DOTALL)
BECAUSE = re.compile(
    r"^[\s:;,.–—-]*(?:(?:бо|тому\s+що|оскільки|через\s+те[,\s]+що|у\s+зв.?язку\s+з\s+тим[,\s]+що"
    r"|причина|because|since|reason)\b[\s:–—-]*)?",
    re.IGNORECASE,
)


WORDED: Mapping[Verb, str] = MappingProxyType(
    {
        Verb.CLOSE: r"зн(?:ім|ят|има)\w*\s+(?P<inner>.{0,60}?)\s*\bз\s+контрол\w*"
        r"|take\s+(?P<within>.{0,60}?)\s*\boff\s+control",
        Verb.RETURN: r"(?:поверн\w+\s+(?P<inner>.{0,60}?)\s*)?\bна\s+доопрацю\w+",
        Verb.DUE: r"^\W*(?:продов[жч]\w*|подовж\w*|extend\w*|prolong\w*)",
        Verb.PASS_ON: r"^\W*(?:переда(?:й|йте|ти)|перепризнач\w*|доруч(?:и|іть)|reassign|pass)\b",
        Verb.CANCEL: rf"^\W*(?:скас\w*|відмін\w*|cancel)\s+{_NOUN}",
    }
)
"""Verbs that are about an action item even where it is named by its words."""
CLAUSE = re.compile(
    r"\s*(?:[,;]|:\s|\s[–—-]\s)|\s(?:бо|тому\s+що|оскільки|через"
    r"|у\s+зв.?язку|because|since|due\s+to|as\s+the)\b",
    re.IGNORECASE,
)
UNTIL = re.compile(r"\W*(?:до|не\s+пізніше|until|till|by|to)\s", re.IGNORECASE)
"""«№ 11 до 1 липня» needs no verb."""
PROLONGED = re.compile(
    r"(?:продов|подовж|відстроч|extend|prolong)\w*\b.{0,40}?\b(?:на|by|for)\s", re.IGNORECASE
)
IMPERATIVE = re.compile(
    r"\W*(?:продов[жч]|подовж|переда(?:й|йте)\b|перепризнач|скасу(?:й|йте)\b|встанови|постав(?:те)?\b"
    r"|перенес(?:и|іть)\b|заплану(?:й|йте)\b|покаж|знайди|нагадай|запиш(?:и|іть)\b|додай|extend\b"
    r"|reassign|cancel\b|set\s|show\b|find\b|move\b|schedule\b|remind\b)",
    re.IGNORECASE,
)
