"""The words of the change log: kinds of record, and their fields."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _

from handlers.words import remembered
from partnership.entities import Kind


@remembered
def kind_word(kind: Kind) -> str:
    """Name of a kind of record, as it stands in the change log."""
    return {
        Kind.SOURCE: _("source"),
        Kind.PLACE: _("city"),
        Kind.AREA: _("area"),
        Kind.ORGANISATION: _("organisation"),
        Kind.PERSON: _("person"),
        Kind.ASSIGNMENT: _("post"),
        Kind.PARTNERSHIP: _("partnership"),
        Kind.AGREEMENT: _("agreement"),
        Kind.LETTER: _("letter"),
        Kind.DECISION: _("decision"),
        Kind.AID: _("aid"),
        Kind.EVENT: _("event"),
        Kind.WORKING_GROUP: _("working group"),
        Kind.STEP: _("step"),
        Kind.MINUTES: _("minutes of a meeting"),
        Kind.HANDOVER: _("handover"),
    }[kind]


@remembered
def field_word(field: str) -> str:
    """Name of a field of a record; the field itself where nobody edits it by hand."""
    return {
        "label": _("Name in the press"),
        "stage": _("Stage"),
        "status": _("Status"),
        "as_of": _("Data as of"),
        "since": _("Partners since"),
        "home_coordinator": _("Our coordinator"),
        "foreign_coordinator": _("Partner’s coordinator"),
        "long_term_goal": _("Long-term goal"),
        "next_stage": _("Next stage"),
        "next_stage_on": _("Next stage planned for"),
        "next_stage_period": _("Planned time"),
        "areas": _("Areas"),
        "note": _("Note"),
        "archived_at": _("In the archive since"),
        "foreign": _("Partners"),
        "signed_on": _("Signed"),
        "number": _("Number"),
        "state": _("State"),
        "channels": _("Phone and e-mail"),
        "home": _("Home community"),
        "reply_on": _("Reply of"),
        "planned": _("Planned for"),
        "actual": _("Took place"),
        "series": _("Repetition"),
        "zone": _("Time zone"),
        "programme": _("Programme"),
        "participants": _("Participants"),
        "order": _("Order"),
        "reserve_date": _("Reserve date"),
        "minutes_waived": _("No minutes are needed"),
        "outcomes": _("Results"),
        "topics": _("Topics"),
        "partnerships": _("Partnerships"),
        "place": _("Place"),
        "kind": _("Kind"),
        "title": _("Title"),
        "interruption": _("Interruption"),
        "owner_person": _("Responsible"),
        "due": _("Due"),
        "due_text": _("Due, in words"),
        "result": _("Result"),
        "asked_until": _("Extension asked for until"),
        "asked_why": _("Reason of the request"),
        "owner": _("Responsible, in words"),
        "owner_organisations": _("Responsible organisations"),
        "owner_group": _("Responsible group"),
        "point": _("Item of the minutes"),
        "helpers": _("Helpers"),
        "controller": _("Control"),
        "access_taken": _("Access taken away"),
        "agenda": _("Agenda"),
        "points": _("Points of the minutes"),
        "registered_on": _("Registered"),
        "chair": _("Chair"),
        "chair_name": _("Chair"),
        "minute_taker": _("Minute-taker"),
        "minute_taker_name": _("Minute-taker"),
        "initiative": _("On the initiative of"),
        "conclusions": _("Conclusions and proposals"),
        "next_meeting": _("Next meeting"),
        "next_event": _("Next meeting"),
        "annexes": _("Annexes"),
        "agreed_on": _("Agreed on"),
        "agreed_by": _("Agreed by"),
        "amendments": _("Amendments"),
        "published_at": _("Short summary sent"),
    }.get(field, field)
