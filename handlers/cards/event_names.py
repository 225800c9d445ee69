"""How an event is called, and how far it has come, in words."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _

from handlers.words import event_kind_word
from partnership.calendar.belonging import parties_of
from partnership.events import Event, EventState
from partnership.registry import Registry


def event_name(event: Event, registry: Registry, language: str) -> str:
    """«Онлайн-зустріч Коростень – Бурж»; an event with a title of its own goes by that."""
    title = event.title.text(language)
    parties = (place.name.text(language) for place in parties_of(event, registry))
    if title != " – ".join(parties):
        return title
    return _("{kind} {parties}").format(kind=event_kind_word(event.kind), parties=title)


def in_sentence(name: str) -> str:
    """The same within a sentence: «онлайн-зустріч Коростень – Бурж»."""
    return name[:1].lower() + name[1:]


def state_word(state: EventState) -> str:
    """Where an event stands."""
    return {
        EventState.IDEA: _("an idea without a date"),
        EventState.DATES_PROPOSED: _("dates proposed"),
        EventState.PLANNED: _("planned"),
        EventState.CONFIRMED: _("confirmed"),
        EventState.PREPARED: _("prepared"),
        EventState.INVITATION_RECEIVED: _("invitation received"),
        EventState.DELEGATION_FORMED: _("delegation formed"),
        EventState.GROUNDS_CHECKED: _("grounds checked"),
        EventState.INVITATION_SENT: _("invitation sent"),
        EventState.FUNDING_CONFIRMED: _("funding confirmed"),
        EventState.ORDER_ISSUED: _("order issued"),
        EventState.PROGRAMME_AGREED: _("programme agreed"),
        EventState.GO_DECISION: _("decision to go ahead taken"),
        EventState.DEPARTED: _("delegation departed"),
        EventState.RUNNING: _("under way"),
        EventState.INTERRUPTED: _("interrupted"),
        EventState.POSTPONED: _("postponed, no new date"),
        EventState.HELD: _("held"),
        EventState.RETURNED: _("delegation returned"),
        EventState.COMPLETED: _("completed"),
        EventState.MINUTES_DRAFT: _("minutes being drafted"),
        EventState.MINUTES_AGREED: _("minutes agreed"),
        EventState.REPORT_SUBMITTED: _("report submitted"),
        EventState.FOLLOW_UP: _("follow-up under way"),
        EventState.CLOSED: _("closed"),
        EventState.TURNED_INTO_ONLINE: _("turned into an online meeting"),
        EventState.CANCELLED: _("cancelled"),
    }[state]


def template_word(code: str) -> str:
    """Name of a checklist."""
    return {
        "OUT": _("Visit abroad"),
        "IN": _("Guests"),
        "ONL": _("Online meeting"),
        "SGN": _("Signing"),
        "FUP": _("Follow-up"),
    }[code]
