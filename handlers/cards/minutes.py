"""Minutes on the screen: what is known, where they stand, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.event_names import event_name
from handlers.cards.events import event_when
from handlers.cards.minutes_changes import minutes_state_word
from handlers.formats import dated_weekday, listed, short_date
from handlers.minutes.minutes_buttons import form_word
from handlers.reader import Reader
from handlers.screens import fill, lines
from handlers.words import side_word
from partnership.events import Event
from partnership.minutes.minutes import Minutes, MinutesState, Point, PointKind
from partnership.minutes.missing import Lack, Missing
from partnership.minutes.numbering import numbers
from partnership.minutes.paper import Paper

NOT_RECORDED = "—"
AMENDMENTS_SHOWN = 5


def minutes_title(minutes: Minutes, event: Event, reader: Reader) -> Markup:
    """«Протокол: онлайн-зустріч Коростень – Бурж, 12.06.2024 (середа)»."""
    return fill(
        "<b>{form}:</b> {name}, {when}",
        form=form_word(minutes.form),
        name=event_name(event, reader.registry, reader.language),
        when=event_when(event, reader.language),
    )


def minutes_text(
    minutes: Minutes, event: Event, paper: Paper, lacks: tuple[Missing, ...], reader: Reader
) -> Markup:
    """The whole screen."""
    return lines(
        [
            minutes_title(minutes, event, reader),
            _state(minutes, reader),
            *_facts(minutes, paper, reader),
            _counts(minutes, reader),
            *_missing(lacks, reader),
            *_amendments(minutes, reader),
        ]
    )


def _state(minutes: Minutes, reader: Reader) -> Markup:
    state = minutes_state_word(minutes.state)
    if minutes.state is MinutesState.AGREED and minutes.agreed_on is not None:
        day = dated_weekday(minutes.agreed_on, reader.language)
        return fill(_("State: {state}, {day}"), state=state, day=day)
    if minutes.agreed_by:
        sides = listed([side_word(each) for each in minutes.agreed_by], reader.language)
        return fill(_("State: {state}; agreed by: {sides}"), state=state, sides=sides)
    return fill(_("State: {state}"), state=state)


def _facts(minutes: Minutes, paper: Paper, reader: Reader) -> Iterator[Markup]:
    language = reader.language
    if minutes.number is not None:
        if minutes.registered_on is None:
            yield fill(_("Registered: no. {number}"), number=minutes.number)
        else:
            day = short_date(minutes.registered_on, language)
            yield fill(_("Registered: no. {number}, {day}"), number=minutes.number, day=day)
    if paper.chair is not None:
        yield fill(_("Chair: {name}"), name=paper.chair.name.text(language))
    if paper.minute_taker is not None:
        yield fill(_("Minutes taken by: {name}"), name=paper.minute_taker.name.text(language))
    for each in paper.sides:
        names = [one.name.text(language) for one in each.people if one.attended is not False]
        names += [one.text(language) for one in each.organisations]
        if names:
            party = each.party.text(language) if each.party else _("Others")
            yield fill(_("Present, {party}: {names}"), party=party, names=", ".join(names))
    titles = [each.title.text(language) for each in minutes.agenda]
    if titles:
        yield fill(_("Agenda: {items}"), items="; ".join(titles))
    if minutes.next_meeting is not None:
        yield fill(_("Next meeting: {text}"), text=minutes.next_meeting.text(language))
    elif paper.next_meeting_day is not None:
        day = dated_weekday(paper.next_meeting_day, language)
        yield fill(_("Next meeting: {text}"), text=day)


def _counts(minutes: Minutes, reader: Reader) -> Markup:
    """«Пункти: 4 виступи, 2 рішення і 3 доручення (на контролі – 1)»."""
    counted = {kind: sum(each.kind is kind for each in minutes.points) for kind in PointKind}
    said = counted[PointKind.HEARD] + counted[PointKind.SPOKE]
    decided, asked = counted[PointKind.RESOLVED], counted[PointKind.ACTION]
    parts = []
    if said:
        parts.append(ngettext("{count} speech", "{count} speeches", said).format(count=said))
    if decided:
        text = ngettext("{count} decision", "{count} decisions", decided)
        parts.append(text.format(count=decided))
    if asked:
        text = ngettext("{count} action item", "{count} action items", asked)
        parts.append(text.format(count=asked))
    if not parts:
        return fill(_("Points: none yet"))
    controlled = sum(each.step is not None for each in minutes.points)
    text = _("Points: {points}")
    if controlled:
        text = _("Points: {points}; under control: {controlled}")
    return fill(text, points=listed(parts, reader.language), controlled=controlled)


def _missing(lacks: tuple[Missing, ...], reader: Reader) -> Iterator[Markup]:
    if not lacks:
        yield fill(_("Nothing is missing."))
        return
    yield fill(_("<b>Missing:</b>"))
    for each in lacks:
        words = lack_word(each.what)
        of_what = [*each.numbers, *(one.text(reader.language) for one in each.people)]
        if of_what:
            yield fill("• {what}: {of_what}", what=words, of_what=", ".join(of_what))
        else:
            yield fill("• {what}", what=words)


def lack_word(lack: Lack) -> str:
    """What is missing, short enough for a button."""
    return {
        Lack.NUMBER: _("registration number"),
        Lack.CHAIR: _("chair"),
        Lack.MINUTE_TAKER: _("minute-taker"),
        Lack.OURS: _("participants of our side"),
        Lack.THEIRS: _("participants of the partner"),
        Lack.POSTS: _("posts of participants"),
        Lack.DAY: _("day"),
        Lack.HOURS: _("hours"),
        Lack.FORMAT: _("format"),
        Lack.PLACE: _("place"),
        Lack.AGENDA: _("agenda"),
        Lack.POINTS: _("what was said"),
        Lack.RESULTS: _("decisions or action items"),
        Lack.OWNERS: _("who is responsible"),
        Lack.DUES: _("due dates"),
        Lack.TRANSLATION: _("translation"),
        Lack.INTERPRETER: _("interpreter"),
        Lack.NEXT_MEETING: _("next meeting"),
        Lack.INITIATIVE: _("on whose initiative"),
        Lack.CONCLUSIONS: _("conclusions"),
    }[lack]


def _amendments(minutes: Minutes, reader: Reader) -> Iterator[Markup]:
    if not minutes.amendments:
        return
    yield fill(_("<b>Amended after the agreement:</b>"))
    for each in minutes.amendments[-AMENDMENTS_SHOWN:]:
        day = short_date(each.at.astimezone(reader.zone).date(), reader.language)
        text = _("{day}, {name}: «{before}» → «{after}». Reason: {reason}")
        yield fill(
            text,
            day=day,
            name=each.by_name,
            before=each.before or NOT_RECORDED,
            after=each.after or NOT_RECORDED,
            reason=each.reason,
        )


def kind_word(kind: PointKind) -> str:
    """What a point is."""
    return {
        PointKind.HEARD: _("Heard"),
        PointKind.SPOKE: _("Spoke"),
        PointKind.RESOLVED: _("Decided"),
        PointKind.ACTION: _("Action item"),
    }[kind]


def point_text(minutes: Minutes, point: Point, reader: Reader) -> Markup:
    """A point in both languages, with who and until when."""
    number = numbers(minutes)[point.id]
    head = fill("<b>{number}. {kind}</b>", number=number, kind=kind_word(point.kind))
    told = [fill("{text}", text=each) for each in (point.text.uk, point.text.en) if each]
    return lines([head, *told, _speaker(point, reader), *_action(point, reader), _side(point)])


def _speaker(point: Point, reader: Reader) -> Markup | None:
    person = reader.registry.people.get(point.speaker or "")
    name = person.name.text(reader.language) if person else point.speaker_name
    return fill(_("Said by: {name}"), name=name) if name else None


def _side(point: Point) -> Markup | None:
    """Whose words they are; of an action it is told who is responsible."""
    if point.side is None or point.kind is PointKind.ACTION:
        return None
    return fill(_("Whose position: {side}"), side=side_word(point.side))


def _action(point: Point, reader: Reader) -> Iterator[Markup]:
    if point.kind is not PointKind.ACTION:
        return
    language = reader.language
    yield fill(_("Responsible: {name}"), name=owner_of(point, reader) or _("not recorded"))
    until = dated_weekday(point.due, language) if point.due else None
    if until is None and point.due_text is not None:
        until = point.due_text.text(language)
    yield fill(_("Due: {day}"), day=until or _("not recorded"))


def owner_of(point: Point, reader: Reader) -> str | None:
    """Who answers for an action, by the name of a person, in words, or as organisations."""
    person = reader.registry.people.get(point.owner or "")
    if person is not None:
        return person.name.text(reader.language)
    if point.owner_name is not None:
        return point.owner_name.text(reader.language)
    known = (reader.registry.organisations.get(each) for each in point.owner_organisations)
    return ", ".join(each.name.text(reader.language) for each in known if each) or None
