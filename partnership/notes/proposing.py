"""An action item heard in a note: what, who, until when. The person says whether it is one."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from partnership.language.dates import DoubtKind, date_of, read_when
from partnership.language.names import NameIndex, NameKind, Sure, by_span, verdict
from partnership.notes.addressing import addressed, asks
from partnership.notes.note import Note, NoteKind
from partnership.notes.others_named import is_nominative, take_others

PEOPLE = frozenset({NameKind.PERSON})
HORIZON = timedelta(days=300)
"""A day without a year that lies further ahead was rather one of the past."""

_CLAUSE = re.compile(r"[,;\n]|\.(?=\s|$)|\s[–—-]\s")
_DUE = re.compile(
    r"\b(?:не пізніше(?: ніж)?|до|строк(?:ом)?(?: до)?|термін(?:ом)?(?: до)?|дедлайн"
    r"|no later than|by|until|due(?: on| by)?|deadline)\b:?\s+"
    r"|\b(?=(?:протягом|[ув]продовж|within)\s)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(строк|термін|дедлайн|відповідальн\w+|викон(?:авець|авиця|авці)|deadline|due|responsible"
    r"|owner)(?:\s*:|\s+[–—-])\s+",
    re.IGNORECASE,
)
"""«Термін — кінець серпня»: the dash belongs to the word and parts no clauses."""
_RESPONSIBLE = re.compile(
    r"(?:\b(?:відповідальн(?:ий|а|і|ою|им)|виконав(?:ець|иця|иці|цем)|викону(?:є|ють)|доруч\w+"
    r"|відповіда(?:є|ють|тиме)|координу(?:є|ють|ватиме)"
    r"|responsible(?: person)?|in charge|assign(?:ed|ee)(?: to)?|owner)\b(?:\s+(?:за|for|is)\b)?"
    r"\s*[:–—-]?\s*)|(?=@\w)",
    re.IGNORECASE,
)
_OWNER = re.compile(r"@\w{3,32}|[А-ЯІЇЄҐA-Z][\w’'ʼ-]+(?:\s+[А-ЯІЇЄҐA-Z][\w’'ʼ.-]*){0,2}")
_HEAD = re.compile(
    r"^(?:(?:ми|сторони|we|both sides)\s+)?"
    r"(?:(?:домов|погод|узгод)и(?:ли|вши)с[ья]|виріш(?:или|ено)|погод(?:или|жено)|ухвал(?:или|ено)"
    r"|узгод(?:или|жено)|доруч(?:или|ено|ити)|треба|потрібно|необхідно|слід|маємо|просимо"
    r"|(?:have\s+)?(?:agreed|decided)|need|must|action|завдання|доручення)\b"
    r"\s*:?\s*(?:,?\s*(?:про|щодо|що|on|upon|about|that|to)\s+)?",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\W*\w{2,}(?:ти|тися|тись)\b", re.IGNORECASE)
_FOR = re.compile(r"^(?:за|for)\s+", re.IGNORECASE)
_WITHIN = re.compile(r"^within\b", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")
_EDGES = " \t\n,;:.–—-"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An action item, not yet on the list. Unknown is None."""

    what: str
    person: str | None
    """Id of a person of the registry."""
    owner: str | None
    """Who it is in the words of the note, where the registry knows nobody of that name."""
    due: date | None
    helpers: tuple[str, ...] = ()
    """Ids of people of the registry."""
    controller: str | None = None
    """Id of a person of the registry."""
    of_partner: bool = False
    """Whether the partner's side is to do it, whoever that is there."""


@dataclass(slots=True)
class _Heard:
    person: str | None = None
    owner: str | None = None
    due: date | None = None


def propose(note: Note, names: NameIndex, zone: str) -> Proposal | None:
    """The action item in a note; None where nobody and no day to come is named."""
    heard, left = _Heard(), []
    others = take_others(note.text, names, bare=note.kind is NoteKind.ACTION)
    to = addressed(others.text, names)
    said = to.rest if to is not None else others.text
    for clause in _CLAUSE.split(_LABEL.sub(r"\1 ", said)):
        rest = _take_due(clause, heard, note.at, zone)
        rest = _take_responsible(rest, heard, names)
        if rest.strip(_EDGES):
            left.append(rest.strip(_EDGES))
    if heard.owner is heard.person is None:
        # «Тарріссон: просимо надати перелік» is asked by him, not of him.
        named = to.person if to is not None and not asks(to.rest) else None
        first = others.subject if heard.due is not None else None
        heard.person = others.person or first or _doer(named, said, names, note, heard)
    found = heard.person or heard.owner or heard.due or note.kind is NoteKind.ACTION
    what = _FOR.sub("", _HEAD.sub("", ", ".join(left), count=1)).strip(_EDGES)
    if not (found and what):
        return None
    return Proposal(
        what,
        heard.person,
        heard.owner,
        heard.due,
        helpers=others.helpers_of(heard.person),
        controller=others.controller,
        of_partner=others.of_partner,
    )


def _take_due(clause: str, heard: _Heard, at: datetime, zone: str) -> str:
    """The clause without «до 1 липня»; only a day that is still to come is a due date."""
    for marker in _DUE.finditer(clause):
        tail = _WITHIN.sub("in", clause[marker.end() :].strip())
        when = read_when(f"до {tail}" if marker.group() else tail, now=at, zone=zone)
        # «До Буржа у травні» names a day too, but not as the one until when.
        if heard.due is not None or when is None or when.rrule or not tail.endswith(when.rest):
            continue
        if any(doubt.kind is DoubtKind.NO_SUCH_DATE for doubt in when.doubts):
            continue
        day = date_of(when.start)
        if at.date() <= day and (_YEAR.search(tail) or day - at.date() < HORIZON):
            heard.due = day
            return f"{clause[: marker.start()].strip()} {when.rest}"
    return clause


def _take_responsible(clause: str, heard: _Heard, names: NameIndex) -> str:
    """The clause without «відповідальна Чижевська»; a name in any case form."""
    marker = _RESPONSIBLE.search(clause)
    if marker is None or heard.person or heard.owner:
        return clause
    tail = clause[marker.end() :]
    for matches in by_span(names.find(tail, PEOPLE)):
        found = verdict(matches)
        if isinstance(found, Sure):
            heard.person = found.match.name_id
            return clause[: marker.start()] + _without(tail, found.match.start, found.match.end)
    owner = _OWNER.search(tail)
    if owner is None:
        return clause
    heard.owner = owner.group()
    return clause[: marker.start()] + _without(tail, *owner.span())


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{text[end:]}"


def _doer(named: str | None, said: str, names: NameIndex, note: Note, heard: _Heard) -> str | None:
    """Who does it where nobody says «відповідає»: whoever is addressed, or the one person named."""
    if heard.due is None:
        return named if note.kind is NoteKind.ACTION else None
    return named or _only_person(said, names)


def _only_person(text: str, names: NameIndex) -> str | None:
    """The one person whom a text with a due date names: «Чижевська надішле список до 15.06».

    «Зателефонувати Тарріссону» is done by somebody else.
    """
    to_do = _INFINITIVE.match(text)
    found = [verdict(matches) for matches in by_span(names.find(text, PEOPLE))]
    sure = {
        each.match.name_id
        for each in found
        if isinstance(each, Sure)
        and not (to_do and not is_nominative(each.match.name_id, each.match.found, names))
    }
    return sure.pop() if len(sure) == 1 else None
