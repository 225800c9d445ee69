"""Who hands over to whom, read from one line: «Сергієнко Чижевська», «справи Тараса — Ярині»."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from partnership.access import User
from partnership.handover.party import Party, party_of_user
from partnership.language.names import (
    Ask,
    Match,
    Name,
    NameIndex,
    NameKind,
    Sure,
    by_span,
    verdict,
)
from partnership.registry import Registry

PEOPLE = frozenset({NameKind.PERSON})
HANDLE = re.compile(r"@(?P<username>\w{4,32})|(?<!\w)(?P<id>\d{3,16})(?!\w)")
FROM_BEFORE = re.compile(
    r"(?:\b(?:від|од|замість|from|of|instead of|replaces?)\s+(?:\w+\s+)?)$", re.I
)
TO_BEFORE = re.compile(
    r"(?:\b(?:до|для|на|to|for)\s+(?:(?:пан\w*|колег\w*|mrs?|ms)\.?\s+)?)$", re.I
)
OWNER = re.compile(r"['’]s?\s", re.I)
"""At the end of a name or right behind it."""
DATIVE = ("ій", "ові", "еві", "єві")
TAKES = re.compile(
    r"\b(?:прийма\w+|прийм\w+|перейма\w+|перейм\w+|перебира\w+|бере|візьме|отрим\w+|замін\w+"
    r"|тепер|takes?|taking|will take|replac\w+|receives?|inherits?)\b",
    re.I,
)
GIVES = re.compile(
    r"\b(?:переда\w+|віддай\w*|відда\w+|звільня\w+|йде|піш\w+|залиша\w+|hand\w*|transfer\w*"
    r"|give\w*|pass\w*|leav\w+|quit\w*|resign\w*|retir\w*)\b",
    re.I,
)
AFFAIRS = re.compile(
    r"\b(?:справ\w*|партнерств\w*|доручен\w*|обов.?язк\w*|повноважен\w*|усе|все|everything|work"
    r"|affairs|duties|partnerships?|things|tasks|files)\b",
    re.I,
)
MINE = re.compile(
    r"\b(?:мої|мене|мій|мою|свої|моїх|своїх|my|mine|i|me|я|йду|звільняюся|звільняюсь)\b", re.I
)


class Side(Enum):
    """Which side of a handover somebody stands on."""

    LEAVING = auto()
    SUCCESSOR = auto()


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in the line: one party, or several of whom one is meant."""

    parties: tuple[Party, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both sides as far as the line names them: () where it does not, several where in doubt."""

    leaving: tuple[Party, ...] = ()
    successor: tuple[Party, ...] = ()
    mine: bool = False
    """Whether the writer hands over their own."""

    @property
    def are_sure(self) -> bool:
        """Whether nothing has to be asked."""
        return len(self.leaving) == 1 and len(self.successor) == 1


@dataclass(frozen=True, slots=True)
class Naming:
    """Finds people by name, in any form, by @username and by Telegram id."""

    registry: Registry
    names: NameIndex
    users: Sequence[User]

    def sides(self, text: str) -> Sides:
        """Who is on which side of the line."""
        named = sorted(self._named(text), key=lambda each: each.start)[:2]
        mine = any(not _inside(each, named) for each in MINE.finditer(text))
        if len(named) == 2:
            leaving, successor = _in_order(text, named)
            return Sides(leaving=leaving.parties, successor=successor.parties, mine=mine)
        if not named:
            return Sides(mine=mine)
        if mine or _is_dative(text, named[0]) or _side(text, named[0]) is Side.SUCCESSOR:
            return Sides(successor=named[0].parties, mine=mine)
        return Sides(leaving=named[0].parties)

    def one(self, text: str) -> tuple[Party, ...]:
        """Who is meant by a text that names one person."""
        handles = list(self._by_handle(text))
        if handles:
            return handles[0].parties
        found = self.names.look_up(text, PEOPLE)
        users = self._index().look_up(text, PEOPLE)
        return self._parties(max((found, users), key=_best), max((users, found), key=_best))

    def _named(self, text: str) -> Iterator[Named]:
        handles = list(self._by_handle(text))
        yield from handles
        words = _blank(text, handles)
        people, users = self.names.find(words, PEOPLE), self._index().find(words, PEOPLE)
        taken: list[Named] = []
        for group in sorted([*by_span(people), *by_span(users)], key=_worth, reverse=True):
            start, end = group[0].start, group[0].end
            if all(end <= each.start or start >= each.end for each in taken):
                rivals = [
                    each for each in (*people, *users) if each.start < end and each.end > start
                ]
                taken.append(Named(self._parties(group, rivals), start, end))
        yield from taken

    def _by_handle(self, text: str) -> Iterator[Named]:
        for match in HANDLE.finditer(text):
            username, number = match["username"], match["id"]
            for user in self.users:
                same = username and (user.username or "").casefold() == username.casefold()
                if same or (number and user.id == int(number)):
                    party = party_of_user(user, self.registry)
                    yield Named((party,), match.start(), match.end())

    def _parties(self, group: Sequence[Match], rivals: Sequence[Match]) -> tuple[Party, ...]:
        """Those who may be meant, the person and the user who is that person being one."""
        best = sorted({*group, *rivals}, key=lambda each: -each.score)
        match verdict(best):
            case Sure(found):
                matches: Iterable[Match] = (found,)
            case Ask(candidates):
                matches = candidates
            case _:
                matches = ()
        parties: list[Party] = []
        for each in matches:
            party = self._party(each.name_id)
            if not any(party.is_same(known) for known in parties):
                parties.append(party)
        return tuple(parties)

    def _party(self, name: str) -> Party:
        by_user = {f"@{user.id}": user for user in self.users}
        if name in by_user:
            return party_of_user(by_user[name], self.registry)
        known = next((user for user in self.users if user.person == name), None)
        return Party(user=known, person=self.registry.people[name])

    def _index(self) -> NameIndex:
        """The names that users have in Telegram."""
        named = (user for user in self.users if user.name)
        return NameIndex(
            Name(id=f"@{user.id}", kind=NameKind.PERSON, uk=user.name, en=user.name)
            for user in named
        )


def _best(matches: Sequence[Match]) -> float:
    return max((each.score for each in matches), default=0.0)


def _worth(group: Sequence[Match]) -> tuple[float, int]:
    return _best(group), group[0].end - group[0].start


def _blank(text: str, named: Iterable[Named]) -> str:
    """The text with handles blanked out, so that places in it stay where they are."""
    for each in named:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def _inside(match: re.Match[str], named: Iterable[Named]) -> bool:
    return any(each.start <= match.start() < each.end for each in named)


def _in_order(text: str, named: Sequence[Named]) -> tuple[Named, Named]:
    """Who leaves and who takes over; in the order of the line where nothing tells."""
    first, second = named
    sides = _side(text, first), _side(text, second)
    if sides[0] is Side.SUCCESSOR or (sides[0] is None and sides[1] is Side.LEAVING):
        return second, first
    return first, second


def _side(text: str, named: Named) -> Side | None:
    """By the word before or after a name, else by the verb and by what is handed over."""
    before, after = text[: named.start], text[named.end :]
    if FROM_BEFORE.search(before) or OWNER.search(text[named.end - 2 : named.end + 3]):
        return Side.LEAVING
    if TO_BEFORE.search(before):
        return Side.SUCCESSOR
    if not GIVES.search(before) and not TAKES.search(before):
        return _as_subject(after)
    if TAKES.search(before) and not GIVES.search(before):
        return Side.LEAVING
    return Side.SUCCESSOR if _is_before_affairs(text, named) else None


def _as_subject(after: str) -> Side | None:
    """«Чижевська приймає справи», «Сергієнко передає справи»: the verb comes next."""
    takes, gives = TAKES.search(after), GIVES.search(after)
    if takes and (gives is None or takes.start() < gives.start()):
        return Side.SUCCESSOR
    return Side.LEAVING if gives else None


def _is_before_affairs(text: str, named: Named) -> bool:
    """«Передай Чижевській справи Сергієнко»: before what is handed over stands to whom."""
    affairs = AFFAIRS.search(text)
    if affairs is None:
        return _is_dative(text, named)
    return named.end <= affairs.start()


def _is_dative(text: str, named: Named) -> bool:
    return text[named.start : named.end].casefold().endswith(DATIVE)
