"""The short summary for a working group: decisions and actions, and nobody's personal details."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.events import Event
from partnership.language.names import NameIndex, NameKind, Sure, by_span, verdict
from partnership.minutes.composing import joined
from partnership.minutes.minutes import Minutes, MinutesForm, MinutesState, Point, PointKind
from partnership.minutes.numbering import sections
from partnership.minutes.parties import Parties, position_of
from partnership.personal_data import restricted
from partnership.queries import posts_of
from partnership.registry import Registry

_PEOPLE = frozenset({NameKind.PERSON})
_PRIVATE = re.compile(
    r"(?:https?://|www\.|t\.me/)\S+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@])@[A-Za-z]\w{3,31}\b"
    r"|(?<![\w№.])\+?\d(?:[\s()-]*\d){8,13}(?!\w)"
)
"""Links, addresses, user names and phones."""
_GAPS = re.compile(r"\s+(?=[,.;:)])|\(\s*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryAction:
    """Who does what until when; `who` is a post or an organisation, never a name."""

    what: Bilingual
    who: Bilingual | None = None
    side: Side | None = None
    due: date | None = None
    due_text: Bilingual | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortSummary:
    """What every member of a bound group may read. None and () mean «не внесено»."""

    form: MinutesForm
    agreed: bool
    event: str
    title: Bilingual
    day: date | None
    parties: tuple[Bilingual, ...]
    decisions: tuple[Bilingual, ...]
    actions: tuple[SummaryAction, ...]
    next_meeting_day: date | None = None


@dataclass(frozen=True, slots=True)
class Summarising:
    """Takes out of minutes what may be published."""

    registry: Registry
    names: NameIndex

    def summary(self, minutes: Minutes, event: Event, next_event: Event | None) -> ShortSummary:
        """The short summary of the minutes as they are now."""
        points = [each.point for part in sections(minutes) for each in part.points]
        decided = [each.text for each in points if each.kind is PointKind.RESOLVED]
        asked = [self._action(each, event) for each in points if each.kind is PointKind.ACTION]
        return ShortSummary(
            form=minutes.form,
            agreed=minutes.state is MinutesState.AGREED,
            event=event.key,
            title=self.public(event.title, event.starts_on) or Bilingual("Зустріч", "Meeting"),
            day=event.starts_on,
            parties=Parties(event, self.registry).names(),
            decisions=self._all_public(decided, event.starts_on),
            actions=tuple(each for each in asked if each is not None),
            next_meeting_day=next_event.starts_on if next_event else None,
        )

    def public(self, text: Bilingual, day: date | None) -> Bilingual | None:
        """A text without names and private details; None where nothing may be left of it."""
        uk, en = (
            self._cleared(one, language, day) if one else None
            for one, language in ((text.uk, "uk"), (text.en, "en"))
        )
        return Bilingual(uk, en) if uk or en else None

    def _all_public(self, texts: Iterable[Bilingual], day: date | None) -> tuple[Bilingual, ...]:
        cleared = (self.public(each, day) for each in texts)
        return tuple(each for each in cleared if each is not None)

    def _action(self, point: Point, event: Event) -> SummaryAction | None:
        what = self.public(point.text, event.starts_on)
        if what is None:
            return None
        until = self.public(point.due_text, event.starts_on) if point.due_text else None
        return SummaryAction(
            what=what,
            who=self._office(point, event),
            side=point.side,
            due=point.due,
            due_text=None if point.due else until,
        )

    def _office(self, point: Point, event: Event) -> Bilingual | None:
        """The post of the doer, else the organisation; words about somebody unknown stay out."""
        if point.owner is not None:
            post = position_of(self.registry, point.owner, event.starts_on)
            return post or self._employer(point.owner)
        known = (self.registry.organisations.get(each) for each in point.owner_organisations)
        return joined(each.name for each in known if each is not None)

    def _employer(self, person: str) -> Bilingual | None:
        posts = posts_of(self.registry, person)
        return self.registry.organisations[posts[0].organisation].name if posts else None

    def _cleared(self, text: str, language: str, day: date | None) -> str | None:
        """The text in one language; what is restricted does not stand here at all."""
        if restricted(text) is not None:
            return None
        cleared = _PRIVATE.sub("", self._without_names(text, language, day))
        return _GAPS.sub("", " ".join(cleared.split())).strip(" ,;:") or None

    def _without_names(self, text: str, language: str, day: date | None) -> str:
        """People of the registry by their posts, in brackets: those need no case form."""
        spans = [verdict(each) for each in by_span(self.names.find(text, _PEOPLE))]
        sure = [each.match for each in spans if isinstance(each, Sure)]
        for found in sorted(sure, key=lambda each: each.start, reverse=True):
            post = position_of(self.registry, found.name_id, day)
            office = post or self._employer(found.name_id)
            instead = f"({office.text(language)})" if office else ""
            text = text[: found.start] + instead + text[found.end :]
        return text
