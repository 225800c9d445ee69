"""What is searched for, from one line: «культура; Бурж; 2024; Тарас»."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from partnership.bilingual import Language
from partnership.finding import Found, find_partner
from partnership.language.dates import Period, read_period
from partnership.language.names import NameIndex
from partnership.language.questions import Reading
from partnership.language.questions.lexicon import is_small_word
from partnership.language.stems import stems
from partnership.language.text import tokens
from partnership.notes.scope import Scope
from partnership.notes.stores import Wanted
from partnership.personal_data import restricted
from partnership.places import Place
from partnership.registry import Registry

ANYTHING = "*"
"""What stands for the words where only a partner or a period was named."""
_AUTHOR_WORDS = ("автор", "автора", "author", "by", "від")


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as it was read; what was not named is None."""

    line: str
    """As it was typed: what the pages of the answer carry along."""
    words: str
    place: Place | None = None
    partnerships: tuple[str, ...] = ()
    period: Period | None = None
    author: str | None = None

    @property
    def stems(self) -> tuple[str, ...]:
        """What must stand in a record."""
        return tuple(dict.fromkeys(stems(self.words)))


def read_search(
    line: str,
    registry: Registry,
    names: NameIndex,
    *,
    own: Collection[str],
    now: datetime,
    zone: str,
) -> Asked:
    """The words before the first «;», then a partner, a period, an author in any order."""
    words, *filters = (part.strip() for part in line.split(";"))
    place, partnerships, period, author = None, tuple[str, ...](), None, None
    for each in filter(None, filters):
        marked = _author(each)
        found = find_partner(each, registry, names, own) if marked is None else None
        days = read_period(_year(each), now, zone) if marked is None else None
        if days is not None and not days.rest.strip():
            period = days
        elif isinstance(found, Found) and found.partnerships and not found.remark:
            place, partnerships = found.place, tuple(one.id for one in found.partnerships)
        else:
            author = marked or each
    return Asked(" ".join(line.split()), words, place, partnerships, period, author)


def search_line(reading: Reading, registry: Registry) -> str | None:
    """What a question in plain words searches for, as a line; None where it names no words."""
    named = (*reading.people, *reading.organisations)
    areas = (registry.areas[each].name.text(Language.UK) for each in reading.areas)
    words = " ".join([reading.rest, *(match.found for match in named), *areas]).strip()
    if not words and reading.period is None:
        return None
    places = dict.fromkeys(match.name_id for match in reading.places)
    filters = [registry.places[each].name.text(Language.UK) for each in list(places)[:1]]
    if reading.period is not None:
        filters.append(f"{reading.period.start:%d.%m.%Y} – {reading.period.end:%d.%m.%Y}")
    return "; ".join([words or ANYTHING, *filters])


def search_words(text: str) -> str:
    """The words of a message by which records may be found: no small ones, and no restricted."""
    if restricted(text) is not None:
        return ""
    return " ".join(word.text for word in tokens(text) if not is_small_word(word.word))


def _author(text: str) -> str | None:
    first, _space, rest = text.partition(" ")
    return rest.strip() or None if first.casefold().rstrip(":") in _AUTHOR_WORDS else None


def _year(text: str) -> str:
    """A bare «2024» is a year here, though not in a sentence."""
    return f"за {text} рік" if text.isdecimal() and len(text) == 4 else text


def wanted(asked: Asked, scope: Scope | None) -> Wanted | None:
    """The search itself, within what may be shown here; None where it is for nothing."""
    meant = Wanted(
        stems=asked.stems,
        partnerships=asked.partnerships,
        author=tuple(stems(asked.author or "")),
        since=asked.period.start if asked.period else None,
        until=asked.period.end if asked.period else None,
    )
    if meant.is_empty:
        return None
    if scope is None:
        return meant
    partnerships = scope.partnerships & set(asked.partnerships or scope.partnerships)
    communities: Collection[str] = () if asked.partnerships else scope.communities
    if not partnerships and not communities:
        return None
    return replace(meant, partnerships=partnerships, communities=communities)
