"""The card of a partnership: the first line says it all, details stand behind buttons."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.events import event_when
from handlers.cards.lasting import lasting_line
from handlers.cards.names import contact_name, title_of
from handlers.formats import listed, month_and_year, quoted, short_date
from handlers.screens import Screen, button, fill, lines
from handlers.words import missing_word, stage_word, status_word
from partnership.access import Action, User, may
from partnership.cards import Card, MissingFact
from partnership.events import Event


class PartnerView(StrEnum):
    """What of a partnership is shown."""

    CARD = "c"
    CONTACTS = "k"
    HISTORY = "h"
    EVENTS = "e"
    LETTERS = "l"
    AGREEMENT = "a"


class OpenPartner(CallbackData, prefix="p"):
    """Shows a view of a partnership in place of the present message."""

    id: str
    view: PartnerView = PartnerView.CARD
    page: int = 0


class EditFact(CallbackData, prefix="ef"):
    """Begins to fill in a fact of the card that nobody has recorded."""

    id: str
    fact: str


# Facts that a person can simply fill in; the others follow from letters, events, agreements.
FILLABLE = frozenset(
    {
        MissingFact.AREAS,
        MissingFact.HOME_COORDINATOR,
        MissingFact.FOREIGN_COORDINATOR,
        MissingFact.SINCE,
        MissingFact.AS_OF,
    }
)
FILL_BUTTONS = 3


def partner_card(card: Card, user: User, today: date, language: str) -> Screen:
    """The card with its buttons."""
    return Screen(card_text(card, today, language), _buttons(card, user))


def card_text(card: Card, today: date, language: str) -> Markup:
    """The card as text; also what inline mode shares."""
    return lines(
        [
            title_of(card, language),
            _stage_line(card, language),
            lasting_line(card.partnership, language),
            _areas_line(card, language),
            _coordinators_line(card, language),
            _next_event_line(card, language),
            *(_unknown_outcome_line(each, language) for each in card.unknown_outcomes),
            _open_line(card),
            _goal_line(card),
            _missing_line(card, language),
            _source_line(card, language),
        ]
    )


def _stage_line(card: Card, language: str) -> Markup:
    partnership = card.partnership
    stage = stage_word(partnership.stage)
    if partnership.next_stage is not None:
        stage = _("{stage}; {next} — {status}").format(
            stage=stage,
            next=stage_word(partnership.next_stage),
            status=status_word(partnership.status),
        )
    else:
        stage = f"{stage} · {status_word(partnership.status)}"
    if partnership.as_of is None:
        as_of = _("date of the data not recorded")
    else:
        as_of = _("as of {day}").format(day=short_date(partnership.as_of, language))
    return fill(_("Stage: <b>{stage}</b> ({as_of})"), stage=stage, as_of=as_of)


def _areas_line(card: Card, language: str) -> Markup | None:
    if not card.areas:
        return None
    areas = listed((each.name.text(language) for each in card.areas), language)
    return fill(_("Areas: {areas}"), areas=areas)


def _coordinators_line(card: Card, language: str) -> Markup | None:
    known = [each for each in (card.home_coordinator, card.foreign_coordinator) if each]
    if not known:
        return None
    who = "; ".join(contact_name(each, language) for each in known)
    return fill(_("Coordination: {who}"), who=who)


def _next_event_line(card: Card, language: str) -> Markup | None:
    event = card.next_event or next(iter(card.undated_events), None)
    if event is None:
        return fill(_("Next event: not planned"))
    return fill(
        _("Next event: {title}, {when}"),
        title=event.title.text(language),
        when=event_when(event, language),
    )


def _unknown_outcome_line(event: Event, language: str) -> Markup:
    return fill(
        _("⚠️ {title}: was planned for {when}, outcome not recorded"),
        title=event.title.text(language),
        when=event_when(event, language),
    )


def _open_line(card: Card) -> Markup | None:
    parts = []
    if steps := len(card.open_steps):
        parts.append(ngettext("{count} step", "{count} steps", steps).format(count=steps))
    if letters := len(card.letters_awaiting):
        text = ngettext(
            "{count} letter without a reply", "{count} letters without a reply", letters
        )
        parts.append(text.format(count=letters))
    return fill(_("Open: {what}"), what=", ".join(parts)) if parts else None


def _goal_line(card: Card) -> Markup | None:
    goal = card.partnership.long_term_goal
    return fill(_("Long-term goal: {goal}"), goal=stage_word(goal)) if goal else None


def _missing_line(card: Card, language: str) -> Markup | None:
    if not card.missing:
        return None
    facts = listed((missing_word(each) for each in card.missing), language)
    return fill(_("<i>Not recorded: {facts}</i>"), facts=facts)


def _source_line(card: Card, language: str) -> Markup | None:
    if not card.sources:
        return None
    dated = [each.published_on for each in card.sources if each.published_on]
    titles = listed(
        (quoted(each.title.text(language), language) for each in card.sources), language
    )
    when = f", {month_and_year(max(dated), language)}" if dated else ""
    return fill(_("<i>Source: {titles}{when}</i>"), titles=titles, when=when)


def _buttons(card: Card, user: User) -> list[list[InlineKeyboardButton]]:
    partner = card.partnership.id

    def view(text: str, wanted: PartnerView) -> InlineKeyboardButton:
        return button(text, OpenPartner(id=partner, view=wanted).pack())

    rows = [
        [view(_("Contacts"), PartnerView.CONTACTS), view(_("History"), PartnerView.HISTORY)],
        [view(_("Events"), PartnerView.EVENTS), view(_("Letters"), PartnerView.LETTERS)],
        [view(_("Agreement"), PartnerView.AGREEMENT)],
    ]
    if may(user, Action.EDIT_PARTNER, card.partnership.home):
        rows += [
            [
                button(
                    _("Fill in: {fact}").format(fact=missing_word(fact)),
                    EditFact(id=partner, fact=fact.value).pack(),
                )
            ]
            for fact in [each for each in card.missing if each in FILLABLE][:FILL_BUTTONS]
        ]
    return rows
