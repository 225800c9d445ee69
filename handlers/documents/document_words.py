"""The words of documents in the language of the moment: a template names them, `words.present`."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _

from partnership.events import EventFormat


def document_words() -> dict[str, str]:
    """Every word that a template may ask for."""
    return _headings() | _labels() | _notes()


def format_word(form: EventFormat) -> str:
    """How people met."""
    return {
        EventFormat.ONLINE: _("online"),
        EventFormat.IN_PERSON: _("in person"),
        EventFormat.HYBRID: _("hybrid: on site and online"),
    }[form]


def _headings() -> dict[str, str]:
    return {
        "protocol": _("MINUTES"),
        "summary": _("SUMMARY OF THE MEETING"),
        "conversation": _("RECORD OF CONVERSATION"),
        "agenda": _("AGENDA"),
        "heard": _("HEARD:"),
        "spoke": _("SPEAKERS:"),
        "resolved": _("RESOLVED:"),
        "discussion": _("Discussion"),
        "said": _("What was said"),
        "agreed": _("Agreed"),
        "actions": _("Action items"),
        "amendments": _("Amendments after approval"),
    }


def _labels() -> dict[str, str]:
    return _labels_of_the_meeting() | {
        "topics": _("Topics"),
        "responsible": _("Action by"),
        "helpers": _("with the help of"),
        "due": _("Due date"),
        "who": _("Who"),
        "what": _("What"),
        "by_when": _("By when"),
        "next_meeting": _("Next meeting"),
        "conclusions": _("Conclusions and proposals"),
        "annexes": _("Annexes"),
        "status": _("Status"),
        "supported_by": _("With the support of"),
        "interrupted": _("Interruption"),
        "registered": _("Registered"),
        "recorded_by": _("Recorded by"),
    }


def _labels_of_the_meeting() -> dict[str, str]:
    return {
        "event": _("Event"),
        "date": _("Date"),
        "time": _("Time"),
        "place": _("Venue"),
        "format": _("Format"),
        "initiative": _("On the initiative of"),
        "chair": _("Chair"),
        "minute_taker": _("Minutes taken by"),
        "participants": _("Participants"),
        "present": _("Present"),
        "absent": _("Absent"),
        "invited": _("Invited"),
        "interpreters": _("Interpreter"),
        "facilitator": _("Facilitator"),
    }


def _notes() -> dict[str, str]:
    return {
        "draft": _("DRAFT"),
        "unknown": _("not recorded"),
        "untranslated": _("translation not entered"),
        "attendance_unknown": _("attendance not recorded"),
        "carried_over": _("carried over from the last meeting"),
        "number_sign": _("No."),
    }
