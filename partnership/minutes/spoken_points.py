"""What was said, from the lines of a message: a note, a decision, or something to be done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from partnership.bilingual import Language
from partnership.language.names import NameIndex
from partnership.notes.addressing import Addressed, addressed, asks
from partnership.notes.note import Note, NoteKind
from partnership.notes.proposing import Proposal, propose
from partnership.registry import Registry

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪]+|\d{1,2}[.)])\s+")
_MARKED = re.compile(r"^!+\s*")
_LABEL = re.compile(
    r"^(?:(?:ми|сторони|we|both sides)\s+)?"
    r"(?:рішення|вирішили|вирішено|ухвалили|ухвалено|постановили|домовилис[яь]|домовлено"
    r"|погодили|погоджено|узгодили|узгоджено|decisions?|decided|agreed|resolved|approved)\s*:\s*",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"^(?:(?:ми|сторони|учасники|обидві сторони|we|both sides|the (?:parties|sides))\s+)?"
    r"(?:рішення|вирішил[иа]|вирішено|ухвалил[иа]|ухвалено|постановили|decided|resolved)\b",
    re.IGNORECASE,
)
_AGREEMENT = re.compile(
    r"^(?:(?:ми|сторони|учасники|обидві сторони|we|both sides|the (?:parties|sides))\s+)?"
    r"(?:(?:домовил|погодил|узгодил)ис[яь]|домовлено|погодили|погоджено|узгодили|узгоджено"
    r"|(?:have\s+)?agreed|approved)\b",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"^(?:доруч(?:ення|ити|ено|или|аємо)|завдання|зробити|action(?: item)?|task|to[- ]?do)\b\s*:?",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"^(?:не\s+)?[а-яіїєґ’']{2,}ти(?:с[яь])?\b|^to\s+[a-z]+\b", re.IGNORECASE)
_USER = re.compile(r"(?<![\w@.])@[A-Za-z]\w{3,31}\b")


@dataclass(frozen=True, slots=True)
class SpokenPoint:
    """One line as it was understood."""

    kind: NoteKind
    text: str
    said_by: str | None = None
    """Full name of the person of the registry whose words these are, where the line says so."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Reads lines by the names of the registry and the clock of the meeting."""

    registry: Registry
    names: NameIndex
    zone: str

    def points(self, text: str, at: datetime) -> tuple[SpokenPoint, ...]:
        """One point for each line that says anything, `at` the time of the message."""
        return tuple(self._point(line, at) for line in spoken_lines(text))

    def _point(self, line: str, at: datetime) -> SpokenPoint:
        if _MARKED.match(line):
            return SpokenPoint(NoteKind.DECISION, _without_label(_MARKED.sub("", line)) or line)
        to = addressed(line, self.names)
        said = to.rest if to is not None else line
        who = self._name(to.person) if to is not None else None
        heard = self._heard(line, at)
        if _DECISION.match(said):
            return SpokenPoint(NoteKind.DECISION, _without_label(said), who)
        if to is not None and asks(said) and heard is not None and heard.due is not None:
            return SpokenPoint(NoteKind.ACTION, said, who)
        if _ACTION.match(said) or self._is_action(said, heard, to):
            return SpokenPoint(NoteKind.ACTION, line)
        if _AGREEMENT.match(said):
            return SpokenPoint(NoteKind.DECISION, _without_label(said), who)
        return SpokenPoint(NoteKind.NOTE, line)

    def _is_action(self, said: str, heard: Proposal | None, to: Addressed | None) -> bool:
        """«Чижевська: підготувати звіт» is for her to do, «Чижевська: подякувала» is her speech.

        Without a name a day is needed by which «треба» or a bare verb asks for something.
        """
        bare = _INFINITIVE.match(said) is not None
        if heard is None or _USER.search(said):
            return heard is not None or (to is not None and bare)
        if heard.person is not None or heard.owner is not None:
            return True
        return heard.due is not None and (bare or asks(said))

    def _heard(self, line: str, at: datetime) -> Proposal | None:
        note = Note(key="", kind=NoteKind.NOTE, text=line, author=0, author_name="", at=at)
        return propose(note, self.names, self.zone)

    def _name(self, person: str) -> str:
        return self.registry.people[person].name.text(Language.UK)


def spoken_lines(text: str) -> Iterator[str]:
    """The lines that say anything, without bullets and numbers before them."""
    for line in text.splitlines():
        said = _BULLET.sub("", line).strip()
        if any(each.isalnum() for each in said):
            yield said


def _without_label(text: str) -> str:
    """«Рішення: провести виставку» without its label; whole sentences stay as they were said."""
    return _LABEL.sub("", text).strip() or text.strip()
