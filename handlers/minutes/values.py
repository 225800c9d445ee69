"""What somebody typed for a part of the minutes, turned into an edit of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from zlib import crc32

from partnership.agreements import Side
from partnership.bilingual import Bilingual, Language
from partnership.language.dates import read_when
from partnership.language.names import Ask, NameIndex, NameKind, Sure, verdict
from partnership.minutes import edits
from partnership.minutes.edits import Edit
from partnership.minutes.minutes import Minutes, Point
from partnership.minutes.missing import Lack
from partnership.minutes.points import Speakers, point_of_note
from partnership.minutes.spoken_points import Listener, SpokenPoint, spoken_lines
from partnership.notes.note import Note
from partnership.registry import Registry
from partnership.tasks.making import in_its_language
from partnership.tasks.reading import day_of, days_in_doubt

_DATED = re.compile(r"\s*[,;]?\s*\b(?:від|от|from|dated|of)\s+", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"^(?:№|#|no\.?|номер|number)\s*", re.IGNORECASE)
REMOVAL, PLACING = "remove", "under"
MOVE, DROP_ITEM, DROP_ANNEX, SIDE = "move", "drop", "detach", "side"
"""Parts of agreed minutes that are amended by a button, once there is a reason."""
ANNEX = "annex"
PEOPLE = frozenset({NameKind.PERSON})


class UnreadError(Exception):
    """What was typed is no such thing; asked again, nothing is lost. `kind` says what it is."""

    def __init__(self, kind: str, said: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.said = said


@dataclass(frozen=True, slots=True)
class Valuing:
    """Reads values by the names of the registry and the clock."""

    registry: Registry
    names: NameIndex
    zone: str
    now: datetime

    def edit(self, part: str, text: str, speakers: Speakers) -> Edit:
        """The edit for a part: a `Lack`, or «owner:12» for point 12. Raises UnreadError."""
        name, _colon, detail = part.partition(":")
        if detail:
            by_button = _by_button(name, int(detail), text)
            return by_button or self._of_point(name, int(detail), text, speakers)
        simple: dict[str, Callable[[], Edit]] = {
            Lack.NUMBER: lambda: self._number(text),
            Lack.CHAIR: lambda: edits.set_chair(*self.who(text)),
            Lack.MINUTE_TAKER: lambda: edits.set_minute_taker(*self.who(text)),
            Lack.NEXT_MEETING: lambda: edits.set_next_meeting(in_its_language(text)),
            Lack.INITIATIVE: lambda: edits.set_initiative(in_its_language(text)),
            Lack.CONCLUSIONS: lambda: edits.set_conclusions(in_its_language(text)),
            ANNEX: lambda: _all(
                [edits.add_annex(in_its_language(line)) for line in spoken_lines(text)]
            ),
            Lack.AGENDA: lambda: _all(
                [edits.add_item(in_its_language(line)) for line in spoken_lines(text)]
            ),
        }
        if name in simple:
            return simple[name]()
        return _all([edits.add_point(each) for each in self._points(text, speakers)])

    def day(self, text: str) -> date:
        """The day that is meant. Raises UnreadError, also where several may be."""
        when = read_when(text, now=self.now, zone=self.zone)
        if when is None or days_in_doubt(when):
            raise UnreadError("day", text)
        return day_of(when)

    def who(self, text: str) -> tuple[str | None, str | None]:
        """A person of the registry, or the words where it is nobody of them."""
        words = text.strip()
        match verdict(self.names.look_up(words, PEOPLE)):
            case Sure(found, remark) if not remark:
                return found.name_id, None
            case Ask(candidates) if len(words.split()) == 1:
                several = dict.fromkeys(each.name_id for each in candidates)
                people = [self.registry.people[each].name.text(Language.UK) for each in several]
                raise UnreadError("who", ", ".join(people))
        return None, words

    def _number(self, text: str) -> Edit:
        """«12/03 від 14.06.2024»."""
        number, *dated = _DATED.split(text.strip(), maxsplit=1)
        day = self.day(dated[0]) if dated else None
        plain = _NUMBER_SIGN.sub("", number).strip()
        if not plain:
            raise UnreadError("number", text)
        return edits.set_number(plain, day)

    def _of_point(self, name: str, point: int, text: str, speakers: Speakers) -> Edit:
        if name == "due":
            return edits.set_due(point, self.day(text))
        if name == "owner":
            person, words = self.who(text)
            return edits.set_owner(point, person, in_its_language(words) if words else None)
        if name == "speaker":
            person, words = self.who(text)
            side = speakers.side(person) if person else None
            return _all([edits.set_speaker(point, person, words), edits.set_side(point, side)])
        language = Language.UK if name.endswith("uk") else Language.EN
        if name.startswith("item"):
            return _translate_item(point, language, text.strip())
        return edits.translate_point(point, language, text.strip())

    def _points(self, text: str, speakers: Speakers) -> list[Point]:
        """Lines as in a dictation: what was said, decided, and is to be done."""
        listener = Listener(self.registry, self.names, self.zone)
        return [
            point_of_note(self._note(each), None, speakers, self.zone)
            for each in listener.points(text, self.now)
        ]

    def _note(self, said: SpokenPoint) -> Note:
        return Note(
            key="",
            kind=said.kind,
            text=said.text,
            author=0,
            author_name="",
            at=self.now,
            said_by=said.said_by,
        )


def annex_mark(title: Bilingual) -> int:
    """By which a button finds an annex, however many were taken out before it."""
    return crc32(f"{title.uk}\n{title.en}".encode())


def _by_button(name: str, number: int, value: str) -> Edit | None:
    """The edit of a part that is chosen rather than written; None for any other part."""
    chosen: dict[str, Callable[[], Edit]] = {
        REMOVAL: lambda: edits.remove_point(number),
        PLACING: lambda: edits.put_under_item(number, int(value)),
        SIDE: lambda: edits.set_side(number, Side(value)),
        MOVE: lambda: edits.move_item(number, int(value)),
        DROP_ITEM: lambda: edits.remove_item(number),
        DROP_ANNEX: lambda: _drop_annex(number),
    }
    return chosen[name]() if name in chosen else None


def _drop_annex(mark: int) -> Edit:
    """Take out the annex of this mark; nothing where it is gone already."""

    def edit(old: Minutes) -> Minutes:
        meant = [each for each in old.annexes if annex_mark(each) == mark]
        return edits.remove_annex(meant[0])(old) if meant else old

    return edit


def _translate_item(item: int, language: Language, text: str) -> Edit:
    """The title of an item of the agenda in one language; the other one stays."""

    def edit(old: Minutes) -> Minutes:
        title = next((each.title for each in old.agenda if each.id == item), Bilingual(text, text))
        return edits.change_item(item, replace(title, **{language.value: text}))(old)

    return edit


def _all(several: list[Edit]) -> Edit:
    """One edit of several, in their order. Raises UnreadError where there is none."""
    if not several:
        raise UnreadError("empty")

    def edit(old: Minutes) -> Minutes:
        for each in several:
            old = each(old)
        return old

    return edit
