"""Who else an action item names: those who help, and the one who controls it."""

import re
from dataclasses import dataclass

from partnership.language.names import Match, NameIndex, NameKind, Sure, by_span, verdict

PEOPLE = frozenset({NameKind.PERSON})

_HELPERS = re.compile(
    r"[,;.(]?\s*\b(?:(?:разом|спільно|сумісно)\s+(?:із|зі|з)|із\s+залученням|за\s+участ[іюи]"
    r"|співвиконав(?:ець|иця|ці|иці|цем|цями|ицею)|допомага(?:є|ють|тиме|тимуть)"
    r"|(?:together|jointly|along)\s+with|with\s+(?:the\s+)?help\s+(?:of|from)"
    r"|(?:helped|assisted|supported)\s+by|co-?(?:assignees?|owners?|executors?)|helpers?)\b",
    re.IGNORECASE,
)
_CONTROLLER = re.compile(
    r"[,;.(]?\s*\b(?:контрол(?:ь|ер(?:ка|ом)?|ю(?:є|ватиме|вати))|(?:під|на)\s+контрол(?:ем|і)"
    r"|controlled\s+by|control(?:ler)?|supervis(?:ed\s+by|or)|monitored\s+by)\b"
    r"(?:\s+виконання)?(?:\s*[:–—-])?"
    r"(?:\s+(?:покласти|покладено|залиш\w+|здійснює|здійснюватиме|is|on))?"
    r"(?:\s+(?:за|на|у|в|by|for))?",
    re.IGNORECASE,
)
_CONTROLS = re.compile(r"^\s+(?:контролює|контролюватиме|controls|will\s+control)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:відповідальні|виконавці|виконують|відповідають|доруч\w+|responsible|owners?)\b",
    re.IGNORECASE,
)
_TITLE = r"(?:(?:пан(?:а|у|ом|ові|і)?|колег(?:а|у|ою)|п\.|mr\.?|mrs\.?|ms\.?|dr\.?)\s+)?"
_FIRST = re.compile(rf"\s*(?:[:–—-]\s*)?{_TITLE}", re.IGNORECASE)
_NEXT = re.compile(
    rf"\s*(?:,\s*(?:(?:і|й|та|and)\b)?|;|(?:і|й|та|and)\b|&)\s*{_TITLE}", re.IGNORECASE
)
_CAPITALISED = re.compile(r"[А-ЯІЇЄҐA-Z][\w’'ʼ-]+(?: [А-ЯІЇЄҐA-Z][\w’'ʼ-]+){0,2}")
_CLAIMED = re.compile(
    r"^\s*(?:відповіда|контролю|викону|допомага|is\s+responsible|controls|helps)", re.IGNORECASE
)
_COMMA = re.compile(r"[,;]|\s[–—-]\s")
_CLAUSE_ENDS = re.compile(r"\s*(?:[,;.]|[–—-]\s|$)")
_PARTNER_DOES = re.compile(
    r"[,;.]?\s*\b(?:відповідальн\w+|виконав(?:ець|ці)|відповіда(?:є|ють)|responsible|owner)"
    r"\s*[:–—-]?\s*(?:the\s+)?(?:сторона\s+)?(?:партнер\w*|partners?)(?:\s+side)?"
    r"|[,;.]?\s*\b(?:з\s+боку\s+партнер\w+|on\s+the\s+partner(?:’s|'s|s’)?\s+side)",
    re.IGNORECASE,
)
_PARTNER_BEGINS = re.compile(r"^\s*(?:the\s+)?(?:партнери?|partners?)\s+\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Others:
    """What is left of the text once these are taken out; all people are ids of the registry."""

    text: str
    helpers: tuple[str, ...] = ()
    controller: str | None = None
    of_partner: bool = False
    """Whether the partner's side is to do it."""
    person: str | None = None
    """Who stands alone between commas: «звіт, Чижевська, до п’ятниці»."""
    subjects: tuple[str, ...] = ()
    """With whom the text begins, where they are several: «Чижевська і Ткачук підготують…»."""

    @property
    def subject(self) -> str | None:
        """The first of them, who answers for it: so an office reads a list of names."""
        return self.subjects[0] if self.subjects else None

    def helpers_of(self, doer: str | None) -> tuple[str, ...]:
        """All who help the doer."""
        also = self.subjects if doer is not None and doer == self.subject else ()
        return tuple(dict.fromkeys(each for each in (*self.helpers, *also) if each != doer))


@dataclass(frozen=True, slots=True)
class Named:
    """A person, by the id in the registry, and where the name ends in the text."""

    person: str
    end: int


def take_others(text: str, names: NameIndex, *, bare: bool = False) -> Others:
    """«…разом з Ткачуком, контроль — Сергієнко»; a name that nobody has stays in the text.

    `bare`: a name that stands alone is who does it; in a note it may be anybody.
    """
    text, controller = _take_controller(text, names)
    text, helpers = _take_helpers(text, names)
    text, more = _take_several(text, names)
    alone: list[str] = []
    if bare:
        text, alone = _take_bare(text, names)
    cut = _PARTNER_DOES.sub("", text)
    of_partner = cut != text or _PARTNER_BEGINS.match(text) is not None
    others = tuple(dict.fromkeys((*helpers, *more, *alone[1:])))
    row = people_in_a_row(text, names)
    subjects = tuple(each.person for each in row) if len(row) > 1 else ()
    return Others(cut, others, controller, of_partner, next(iter(alone), None), subjects)


def people_in_a_row(text: str, names: NameIndex) -> list[Named]:
    """The people named one after another from the start of the text: «Ткачук, Чижевська та …»."""
    found = [verdict(matches) for matches in by_span(names.find(text, PEOPLE))]
    known = [each.match for each in found if isinstance(each, Sure)]
    row: list[Named] = []
    while True:
        since = row[-1].end if row else 0
        between = (_NEXT if row else _FIRST).match(text[since:])
        named = _named_at(text, since + between.end(), known, names) if between else None
        if named is None or (row and _CLAIMED.match(text[named.end :])):
            return row
        row.append(named)


def _named_at(text: str, start: int, known: list[Match], names: NameIndex) -> Named | None:
    """Who is named right there; after «контроль —» a surname like «Таран» is no other word."""
    for match in known:
        if match.start == start:
            return Named(match.name_id, match.end)
    words = _CAPITALISED.match(text[start:])
    while words is not None:
        found = verdict(names.look_up(words.group(), PEOPLE))
        if isinstance(found, Sure) and not found.remark:
            return Named(found.match.name_id, start + words.end())
        words = _CAPITALISED.match(words.group().rpartition(" ")[0])
    return None


def _take_controller(text: str, names: NameIndex) -> tuple[str, str | None]:
    for marker in _CONTROLLER.finditer(text):
        row = people_in_a_row(text[marker.end() :], names)
        if row:
            return text[: marker.start()] + text[marker.end() + row[0].end :], row[0].person
    for matches in by_span(names.find(text, PEOPLE)):
        found = verdict(matches)
        if isinstance(found, Sure) and (verb := _CONTROLS.match(text[found.match.end :])):
            before, after = text[: found.match.start], text[found.match.end + verb.end() :]
            return before.rstrip(" ,;") + after, found.match.name_id
    return text, None


def _take_helpers(text: str, names: NameIndex) -> tuple[str, list[str]]:
    for marker in _HELPERS.finditer(text):
        row = people_in_a_row(text[marker.end() :], names)
        if row:
            rest = text[: marker.start()] + text[marker.end() + row[-1].end :]
            return rest, [each.person for each in row]
    return text, []


def _take_several(text: str, names: NameIndex) -> tuple[str, list[str]]:
    """Of several who answer for it the first does, the others help: so the office reads it."""
    for marker in _SEVERAL.finditer(text):
        row = people_in_a_row(text[marker.end() :], names)
        if len(row) > 1:
            rest = text[: marker.end() + row[0].end] + text[marker.end() + row[-1].end :]
            return rest, [each.person for each in row[1:]]
    return text, []


def _take_bare(text: str, names: NameIndex) -> tuple[str, list[str]]:
    """People in the nominative who are all that stands between two commas."""
    for comma in _COMMA.finditer(text):
        row = people_in_a_row(text[comma.end() :], names)
        if not row:
            continue
        end = comma.end() + row[-1].end
        said = text[comma.end() : end]
        if _CLAUSE_ENDS.match(text[end:]) and all(
            is_nominative(each.person, said, names) for each in row
        ):
            return text[: comma.start()] + text[end:], [each.person for each in row]
    return text, []


def is_nominative(person: str, said: str, names: NameIndex) -> bool:
    """Whether the surname is written as in the registry: «запросити Ткачука» names no doer."""
    name = names.name(person, NameKind.PERSON)
    surnames = [each.split()[-1] for each in (name.uk, name.en) if each] if name else []
    return any(re.search(rf"\b{re.escape(each)}\b", said, re.IGNORECASE) for each in surnames)
