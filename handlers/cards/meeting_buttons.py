"""The buttons of an event: answers for everybody, deeds for those who plan."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import (
    Deed,
    EventDeed,
    OpenChecklist,
    OpenEvent,
    Rsvp,
    View,
    Vote,
)
from handlers.cards.event_names import template_word
from handlers.minutes.minutes_buttons import EventMinutes
from handlers.reader import Reader
from handlers.screens import button
from partnership.access import Action, may
from partnership.calendar.arrangement import Answer
from partnership.calendar.cards import EventCard
from partnership.calendar.lifecycle import Life, life_of
from partnership.calendar.times import is_online
from partnership.events import AHEAD, CALLED_OFF, TOOK_PLACE, UNDER_WAY, VISITS, Event, EventState
from partnership.reminders.event_plan import NOT_AGREED


def card_buttons(card: EventCard, reader: Reader) -> list[list[InlineKeyboardButton]]:
    """Answers for everybody; deeds for those who plan."""
    number = card.event.id
    rows = rsvp_rows(card.event)
    rows.append(
        [
            button(_("People"), OpenEvent(id=number, view=View.PEOPLE).pack()),
            button(_("To calendar (.ics)"), OpenEvent(id=number, view=View.FILE).pack()),
        ]
    )
    if card.poll is not None:
        opened = Vote(poll=card.poll.id, option=0, what="show").pack()
        rows.append([button(_("Poll about the date"), opened)])
    if card.progress:
        rows.append(
            [
                button(template_word(code), OpenChecklist(id=number, code=code).pack())
                for code in card.progress
            ]
        )
    if card.event.state in UNDER_WAY | TOOK_PLACE:
        rows.append([button(_("Minutes"), EventMinutes(event=number).pack())])
    return [*rows, *_deed_rows(card, reader)]


def rsvp_rows(event: Event) -> list[list[InlineKeyboardButton]]:
    """The four answers to an invitation, while there is something to come to."""
    if event.state not in AHEAD - NOT_AGREED:
        return []
    words = {
        Answer.COMING: _("Coming"),
        Answer.NOT_COMING: _("Not coming"),
        Answer.LATER: _("Will say later"),
        Answer.DEPUTY: _("Sending a deputy"),
    }
    answers = [button(text, Rsvp(id=event.id, answer=each).pack()) for each, text in words.items()]
    return [answers[:2], answers[2:]]


def may_plan(card: EventCard, reader: Reader) -> bool:
    """Whether the reader may change the event."""
    if not card.communities:
        return may(reader.user, Action.PLAN_EVENT)
    return any(may(reader.user, Action.PLAN_EVENT, each) for each in card.communities)


def _deed_rows(card: EventCard, reader: Reader) -> list[list[InlineKeyboardButton]]:
    if not may_plan(card, reader):
        return []
    more = button(_("More"), OpenEvent(id=card.event.id, view=View.MORE).pack())
    if card.event.state in CALLED_OFF:
        return []
    if card.event.state not in AHEAD:
        return [[more]]
    move = button(_("Move"), EventDeed(id=card.event.id, deed=Deed.MOVE).pack())
    cancel = button(_("Cancel it"), EventDeed(id=card.event.id, deed=Deed.CANCEL).pack())
    return [[move, cancel], [more]]


def more_buttons(card: EventCard) -> list[list[InlineKeyboardButton]]:
    """What one does more rarely."""
    event = card.event
    visit = event.kind in VISITS
    words = [
        (Deed.INVITE, _("Invite people"), event.state in AHEAD),
        (Deed.INVITE_GROUPS, _("Invite groups"), event.state in AHEAD),
        (Deed.LINK, _("Link"), is_online(event) and event.state in AHEAD | UNDER_WAY),
        (Deed.POLL, _("Find a date: poll"), event.state in AHEAD),
        (Deed.RESERVE, _("Reserve date"), event.state in AHEAD),
        (Deed.CHECKLISTS, _("Checklists"), event.state not in CALLED_OFF),
        (Deed.STATE, _("Next state"), bool(card.next_states)),
        (Deed.PROGRAMME, _("Programme"), visit),
        (Deed.DELEGATION, _("Delegation"), visit),
        (Deed.ORDER, _("Order"), visit),
        (Deed.PARTNERS, _("Partners"), visit and event.state in AHEAD),
        (Deed.PART, _("Meeting within the visit"), visit and event.state in AHEAD | UNDER_WAY),
        (Deed.POSTPONE, _("Postpone"), EventState.POSTPONED in card.next_states),
        (Deed.ONLINE, _("Meet online instead"), EventState.TURNED_INTO_ONLINE in card.next_states),
        (Deed.INTERRUPT, _("Interrupted"), _can_be_interrupted(card)),
        (Deed.RESUME, _("Goes on"), event.state is EventState.INTERRUPTED),
        (Deed.HELD, _("It took place"), event.state in AHEAD | UNDER_WAY),
        (Deed.HELD, _("Results"), event.state in TOOK_PLACE),
        (Deed.WAIVE, _("No minutes are needed"), _may_go_without_minutes(event)),
    ]
    buttons = [
        button(text, EventDeed(id=event.id, deed=deed).pack()) for deed, text, fits in words if fits
    ]
    rows = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    return [*rows, [back_button(event)]]


def back_button(event: Event) -> InlineKeyboardButton:
    """Back to the card."""
    return button(_("Back"), OpenEvent(id=event.id).pack())


def _may_go_without_minutes(event: Event) -> bool:
    """Whether somebody may be waiting for minutes that will never come."""
    waits = life_of(event) is Life.MEETING and event.minutes_waived is None
    return waits and event.state in {EventState.HELD, EventState.MINUTES_DRAFT}


def _can_be_interrupted(card: EventCard) -> bool:
    known = {EventState.INTERRUPTED, EventState.RUNNING} & set(card.next_states)
    return bool(known) and card.event.state is not EventState.INTERRUPTED


def opening_row(event: Event) -> list[InlineKeyboardButton]:
    """To the card, and the calendar file where there is a day to write into it."""
    row = [open_button(event.id)]
    if event.starts_on is not None:
        data = OpenEvent(id=event.id, view=View.FILE).pack()
        row.append(button(_("To calendar (.ics)"), data))
    return row


def open_button(number: int) -> InlineKeyboardButton:
    """To the card of an event."""
    return button(_("Open no. {number}").format(number=number), OpenEvent(id=number).pack())
