"""Screens of minutes, with the buttons that the reader may press."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_buttons import OpenEvent
from handlers.cards.event_names import event_name
from handlers.cards.events import event_when
from handlers.cards.minutes import kind_word, lack_word, minutes_text, minutes_title, point_text
from handlers.cards.minutes_changes import minutes_state_word
from handlers.minutes.minutes_buttons import (
    DraftMinutes,
    EventMinutes,
    MinutesButton,
    MinutesDeed,
    WaiveMinutes,
    deed,
    form_word,
)
from handlers.paging import page_buttons, page_of
from handlers.reader import Reader
from handlers.screens import Screen, button, fill, lines
from partnership.agreements import Side
from partnership.events import Event
from partnership.minutes.agreeing import AGREES
from partnership.minutes.minutes import Minutes, MinutesForm, MinutesState, Point, PointKind
from partnership.minutes.missing import Missing, missing
from partnership.minutes.numbering import numbers, sections
from partnership.minutes.taking import MinuteTaking

Row = list[InlineKeyboardButton]

PAGE = 6
MEETINGS_SHOWN = 8
SHORT = 120
"""Characters of a point in the list."""


async def minutes_screen(
    minutes: Minutes, reader: Reader, taking: MinuteTaking, said: Markup | None = None
) -> Screen:
    """The minutes, with what has just been done above."""
    event = await taking.events.event(minutes.event)
    assert event is not None
    paper = await taking.paper(minutes)
    lacks = missing(paper)
    text = minutes_text(minutes, reader.sees(event), paper, lacks, reader)
    rows = [_documents(minutes)]
    if taking.may_write(reader.user, event):
        rows = [*_fill_rows(minutes, lacks), *_deed_rows(minutes), *rows]
    back = button(_("Event"), OpenEvent(id=event.id).pack())
    rows.append([deed(minutes, MinutesDeed.POINTS, _("Points"), 0), back])
    return Screen(lines([said, text]), rows)


def _fill_rows(minutes: Minutes, lacks: tuple[Missing, ...]) -> list[Row]:
    """What is missing, each asked for by its button."""
    buttons = [
        deed(minutes, MinutesDeed.FILL, _upper(lack_word(each.what)), each.what) for each in lacks
    ]
    return [buttons[start : start + 2] for start in range(0, len(buttons), 2)]


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _deed_rows(minutes: Minutes) -> list[Row]:
    rows = [_states(minutes), _parts(minutes)]
    waiting = [e for e in minutes.points if e.kind is PointKind.ACTION and e.step is None]
    if waiting:
        words = _("Put action items under control")
        rows.append([deed(minutes, MinutesDeed.CONTROL, words)])
    if minutes.points:
        words = _("Publish the summary in the group")
        rows.append([deed(minutes, MinutesDeed.PREVIEW, words)])
    return rows


def _parts(minutes: Minutes) -> Row:
    """What is kept part by part, whether anything is missing or not."""
    return [
        deed(minutes, MinutesDeed.ATTENDANCE, _("Attendance"), 0),
        deed(minutes, MinutesDeed.AGENDA, _("Agenda"), 0),
        deed(minutes, MinutesDeed.ANNEXES, _("Annexes"), 0),
    ]


def _states(minutes: Minutes) -> Row:
    """What follows: review, each side's yes, or back to the draft."""
    if minutes.state is MinutesState.AGREED:
        return []
    row = []
    if minutes.state is MinutesState.DRAFT:
        row.append(deed(minutes, MinutesDeed.SUBMIT, _("To review")))
    else:
        row.append(deed(minutes, MinutesDeed.RETURN, _("Back to the draft")))
    needed = AGREES[minutes.form] - set(minutes.agreed_by)
    if Side.HOME in needed:
        row.append(deed(minutes, MinutesDeed.AGREED_BY_US, _("Agreed by us")))
    if Side.FOREIGN in needed:
        row.append(deed(minutes, MinutesDeed.AGREED_BY_PARTNER, _("Agreed by the partner")))
    return row


def _documents(minutes: Minutes) -> Row:
    return [deed(minutes, MinutesDeed.DOCX, "DOCX"), deed(minutes, MinutesDeed.PDF, "PDF")]


def back_to(minutes: Minutes) -> InlineKeyboardButton:
    """Back to the minutes."""
    return deed(minutes, MinutesDeed.OPEN, _("Back"))


def points_screen(
    minutes: Minutes, event: Event, page: int, reader: Reader, only: tuple[str, ...] = ()
) -> Screen:
    """The points by pages; with `only` those of these numbers."""
    every = [each for part in sections(minutes) for each in part.points]
    meant = [each for each in every if not only or each.number in only]
    shown = page_of(meant, page, PAGE)
    told = [
        fill(
            "<b>{number}</b> {kind}: {text}",
            number=each.number,
            kind=kind_word(each.point.kind),
            text=_short(each.point.text.text(reader.language)),
        )
        for each in shown.items
    ]
    head = minutes_title(minutes, reader.sees(event), reader)
    if not told:
        told = [fill(_("There are no points yet."))]
    opening = [deed(minutes, MinutesDeed.POINT, e.number, e.point.id) for e in shown.items]
    turning = page_buttons(
        shown,
        lambda number: MinutesButton(
            id=minutes.id, deed=MinutesDeed.POINTS, detail=str(number)
        ).pack(),
    )
    return Screen(lines([head, *told]), [opening, turning, [back_to(minutes)]])


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rstrip()}…"


def point_screen(
    minutes: Minutes, point: Point, reader: Reader, *, may_write: bool, said: Markup | None = None
) -> Screen:
    """One point with what can be changed."""
    rows = []
    if may_write:
        uk = _("Ukrainian text") if point.text.uk else _("Translate into Ukrainian")
        en = _("English text") if point.text.en else _("Translate into English")
        rows.append(
            [
                deed(minutes, MinutesDeed.TEXT_UK, uk, point.id),
                deed(minutes, MinutesDeed.TEXT_EN, en, point.id),
            ]
        )
        if point.kind is PointKind.ACTION:
            rows.append(
                [
                    deed(minutes, MinutesDeed.OWNER, _("Who is responsible"), point.id),
                    deed(minutes, MinutesDeed.DUE, _("Due date"), point.id),
                ]
            )
        else:
            rows.append([deed(minutes, MinutesDeed.SPEAKER, _("Who said it"), point.id)])
        if minutes.agenda:
            words = _("Item of the agenda")
            rows.append([deed(minutes, MinutesDeed.ITEM, words, point.id)])
        rows.append([deed(minutes, MinutesDeed.REMOVE, _("Remove"), point.id)])
    rows.append([deed(minutes, MinutesDeed.POINTS, _("Back"), 0)])
    return Screen(lines([said, point_text(minutes, point, reader)]), rows)


def removing_screen(minutes: Minutes, point: Point, reader: Reader) -> Screen:
    """Asked before a point is taken out."""
    ask = fill(_("Remove this point? Its note stays among the notes."))
    yes = deed(minutes, MinutesDeed.REMOVE_YES, _("Yes"), point.id)
    no = deed(minutes, MinutesDeed.POINT, _("No"), point.id)
    return Screen(lines([point_text(minutes, point, reader), ask]), [[yes, no]])


def items_screen(minutes: Minutes, point: Point, reader: Reader) -> Screen:
    """Under which item of the agenda a point goes."""
    number = numbers(minutes)[point.id]
    rows = [
        [
            deed(
                minutes,
                MinutesDeed.ITEM,
                f"{place}. {item.title.text(reader.language)}",
                f"{point.id}.{item.id}",
            )
        ]
        for place, item in enumerate(minutes.agenda, start=1)
    ]
    rows.append([deed(minutes, MinutesDeed.POINT, _("Back"), point.id)])
    return Screen(fill(_("Under which item does point {number} go?"), number=number), rows)


def forms_screen(event: Event, known: list[Minutes], reader: Reader, *, may_write: bool) -> Screen:
    """The minutes of an event that are there, and the forms that can be drafted."""
    by_form = {each.form: each for each in known}
    rows = []
    for form in MinutesForm:
        found = by_form.get(form)
        if found is not None:
            words = f"{form_word(form)} ({minutes_state_word(found.state)})"
            rows.append([deed(found, MinutesDeed.OPEN, words)])
        elif may_write:
            data = DraftMinutes(event=event.id, form=form).pack()
            rows.append([button(_("Draft: {form}").format(form=form_word(form)), data)])
    if may_write and not known and not event.minutes_waived:
        data = WaiveMinutes(event=event.id).pack()
        rows.append([button(_("No minutes are needed"), data)])
    rows.append([button(_("Event"), OpenEvent(id=event.id).pack())])
    name = event_name(event, reader.registry, reader.language)
    when = event_when(event, reader.language)
    waived = None
    if event.minutes_waived:
        waived = fill(_("No minutes are needed: {reason}"), reason=event.minutes_waived)
    ask = fill(_("In which form?")) if may_write else None
    head = fill("<b>{name}</b>, {when}", name=name, when=when)
    return Screen(lines([head, waived, ask]), rows)


def meetings_screen(events: list[Event], reader: Reader) -> Screen:
    """Several meetings that may be meant, the latest first; earlier ones go by their number."""
    rows = []
    for event in map(reader.sees, events[:MEETINGS_SHOWN]):
        name = event_name(event, reader.registry, reader.language)
        words = f"{event_when(event, reader.language)} · {name}"
        rows.append([button(words, EventMinutes(event=event.id).pack())])
    more = fill(_("An earlier one: {example}"), example="/minutes 12")
    ask = fill(_("Which meeting?"))
    return Screen(lines([ask, more if len(events) > MEETINGS_SHOWN else None]), rows)
