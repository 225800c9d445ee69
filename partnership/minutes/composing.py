"""The paper of some minutes: everything looked up and numbered."""

from collections.abc import Iterable
from dataclasses import dataclass

from partnership.bilingual import Bilingual
from partnership.events import Event, EventFormat, EventKind
from partnership.minutes.hours import home_time, interruption_of, times_of
from partnership.minutes.minutes import Minutes, Point, PointKind
from partnership.minutes.numbering import NumberedPoint, Section, sections
from partnership.minutes.paper import Paper, PaperAction, PaperItem, PaperLine, PaperPerson
from partnership.minutes.parties import Parties
from partnership.registry import Registry
from partnership.tasks.making import in_its_language

_FORMATS = {
    EventKind.ONLINE_MEETING: EventFormat.ONLINE,
    EventKind.HYBRID_MEETING: EventFormat.HYBRID,
}


def compose(minutes: Minutes, event: Event, next_event: Event | None, registry: Registry) -> Paper:
    """The paper as of now, from the records as they are."""
    parties = Parties(event, registry)
    lines = _Lines(parties)
    return Paper(
        form=minutes.form,
        state=minutes.state,
        number=minutes.number,
        registered_on=minutes.registered_on,
        title=event.title,
        kind=event.kind,
        format=event.format or _FORMATS.get(event.kind),
        first_day=event.starts_on,
        last_day=event.ends_on,
        times=times_of(event, registry),
        place=_place(event, registry),
        parties=parties.names(),
        sides=parties.sides(),
        chair=lines.who(minutes.chair, minutes.chair_name),
        minute_taker=lines.who(minutes.minute_taker, minutes.minute_taker_name),
        interpreters=parties.interpreters(),
        facilitator=_organisation(event.facilitator, registry),
        supported_by=_organisations((event.funder, event.project, event.framework), registry),
        initiative=minutes.initiative,
        interrupted=interruption_of(event, registry),
        items=tuple(lines.item(each) for each in sections(minutes)),
        conclusions=minutes.conclusions,
        next_meeting=minutes.next_meeting or (next_event.title if next_event else None),
        next_meeting_on=home_time(next_event, registry) if next_event else None,
        next_meeting_day=next_event.starts_on if next_event else None,
        annexes=minutes.annexes,
        agreed_on=minutes.agreed_on,
        agreed_by=minutes.agreed_by,
        amendments=minutes.amendments,
    )


@dataclass(frozen=True, slots=True)
class _Lines:
    """Points as lines of the paper."""

    parties: Parties

    def item(self, section: Section) -> PaperItem:
        """One item of the agenda with what was said and decided."""
        return PaperItem(
            number=section.number,
            title=section.item.title if section.item else None,
            carried_over=section.item is not None and section.item.step is not None,
            heard=self._lines(section, PointKind.HEARD),
            spoke=self._lines(section, PointKind.SPOKE),
            resolved=self._lines(section, PointKind.RESOLVED),
            actions=tuple(
                self._action(each) for each in section.points if each.point.kind is PointKind.ACTION
            ),
        )

    def who(self, person: str | None, name: str | None) -> PaperPerson | None:
        """A person of the registry, or somebody known by words only."""
        found = self.parties.person(person) if person else None
        if found is None and name:
            return PaperPerson(name=in_its_language(name))
        return found

    def _lines(self, section: Section, kind: PointKind) -> tuple[PaperLine, ...]:
        return tuple(self._line(each) for each in section.points if each.point.kind is kind)

    def _line(self, numbered: NumberedPoint) -> PaperLine:
        point = numbered.point
        speaker = self.who(point.speaker, point.speaker_name)
        return PaperLine(
            number=numbered.number,
            text=point.text,
            speaker=speaker.name if speaker else None,
            side=point.side,
        )

    def _action(self, numbered: NumberedPoint) -> PaperAction:
        point = numbered.point
        people = (self.parties.registry.people.get(each) for each in point.helpers)
        return PaperAction(
            number=numbered.number,
            what=point.text,
            who=self._doer(point),
            side=point.side,
            helpers=tuple(each.name for each in people if each is not None),
            due=point.due,
            due_text=point.due_text,
            under_control=point.step is not None,
        )

    def _doer(self, point: Point) -> Bilingual | None:
        """The person, else the words, else the organisations that answer for it."""
        person = self.parties.registry.people.get(point.owner or "")
        if person is not None:
            return person.name
        if point.owner_name is not None:
            return point.owner_name
        return joined(_organisations(point.owner_organisations, self.parties.registry))


def joined(names: Iterable[Bilingual]) -> Bilingual | None:
    """Several names as one text; None where there is none."""
    known = list(names)
    if not known:
        return None
    uk, en = (", ".join(each.text(language) for each in known) for language in ("uk", "en"))
    return Bilingual(uk, en)


def _organisation(organisation: str | None, registry: Registry) -> Bilingual | None:
    found = registry.organisations.get(organisation or "")
    return found.name if found is not None else None


def _organisations(ids: Iterable[str | None], registry: Registry) -> tuple[Bilingual, ...]:
    names = (_organisation(each, registry) for each in ids)
    return tuple(dict.fromkeys(each for each in names if each is not None))


def _place(event: Event, registry: Registry) -> Bilingual | None:
    found = registry.places.get(event.place or "")
    return found.name if found is not None else None
