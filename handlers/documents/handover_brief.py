"""The brief for a successor as a Word document: facts for the template `handover.docx`.

Plain values only; None is «не внесено».
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from aiogram.utils.i18n import gettext as _

from handlers.cards.event_names import event_name, state_word
from handlers.cards.event_times import event_times
from handlers.cards.history import entry_when
from handlers.cards.names import contact_name, pair_name
from handlers.cards.task_people import owner_name, people_names
from handlers.cards.tasks import state_word as task_state_word
from handlers.documents.rendering import render_docx
from handlers.documents.written_dates import long_date
from handlers.formats import country_name, dated_weekday, listed, short_date
from handlers.reader import Reader
from handlers.words import agreement_state_word, missing_word, stage_word, status_word
from partnership.agreements import Agreement
from partnership.checklists.model import ChecklistLine
from partnership.contacts import Contact
from partnership.handover.brief import Brief, BriefEvent, BriefPartnership
from partnership.letters import Letter
from partnership.reminders.step_plan import NAGGED
from partnership.steps import Step

Fact = dict[str, object]
TEMPLATE = "handover.docx"


async def brief_document(brief: Brief, reader: Reader, office: Path | None = None) -> bytes:
    """The DOCX in the language of the moment, which is the reader’s."""
    return await render_docx(TEMPLATE, brief_facts(brief, reader), office)


def brief_facts(brief: Brief, reader: Reader) -> Fact:
    """Everything the template asks for."""
    language = reader.language
    return {
        "words": _words(),
        "leaving": brief.leaving.name(language),
        "successor": brief.successor.name(language),
        "date": long_date(brief.on, language),
        "partnerships": [
            {"number": number, **_partnership(each, reader)}
            for number, each in enumerate(brief.partnerships, 1)
        ],
        "actions": [_action(each, reader) for each in brief.steps],
        "events": [_event(each, reader) for each in brief.events],
    }


def _words() -> dict[str, str]:
    return {
        "title": _("HANDOVER BRIEF"),
        "leaving": _("Handed over by"),
        "successor": _("Taken over by"),
        "date": _("Date"),
        "contacts": _("Contacts"),
        "letters": _("Letters awaiting a reply"),
        "actions": _("Open action items and intentions"),
        "events": _("Events ahead"),
        "lines": _("Open in the checklist"),
        "other_actions": _("Other open action items"),
        "other_events": _("Other events ahead"),
        "number": _("No."),
        "what": _("What"),
        "who": _("Who"),
        "by_when": _("By when"),
        "unknown": _("not recorded"),
        "nothing": _("No partnerships were handed over."),
    }


def _partnership(each: BriefPartnership, reader: Reader) -> Fact:
    card, language = each.card, reader.language
    foreign = (
        _("{place} ({country})").format(
            place=place.name.text(language), country=country_name(place.country, language)
        )
        for place in card.foreign
    )
    return {
        "title": f"{listed(foreign, language)} — {card.home.name.text(language)}",
        "facts": [{"name": name, "value": value} for name, value in _facts(each, reader)],
        "contacts": [_contact(one, language) for one in each.contacts],
        "letters": [_letter(one, reader) for one in card.letters_awaiting],
        "actions": [_action(one, reader) for one in card.open_steps],
        "events": [_event(one, reader) for one in each.events],
    }


def _facts(each: BriefPartnership, reader: Reader) -> list[tuple[str, str | None]]:
    card, language = each.card, reader.language
    partnership = card.partnership
    areas = listed((one.name.text(language) for one in card.areas), language)
    missing = listed((missing_word(one) for one in card.missing), language)
    return [
        (_("Stage"), stage_word(partnership.stage)),
        (_("Status"), status_word(partnership.status)),
        (_("Data as of"), _day(partnership.as_of, language)),
        (_("Next stage"), _next_stage(each, language)),
        (_("Areas"), areas or None),
        (_("Agreement"), _agreement(card.agreement, language)),
        (_("Last contact"), _day(each.last_contact, language)),
        (_("Not recorded"), missing or "–"),
    ]


def _next_stage(each: BriefPartnership, language: str) -> str | None:
    """«Меморандум, 09.02.2023», or in the words of the source."""
    partnership = each.card.partnership
    if partnership.next_stage is None:
        return None
    parts = [stage_word(partnership.next_stage)]
    if partnership.next_stage_on is not None:
        parts.append(short_date(partnership.next_stage_on, language))
    elif partnership.next_stage_period is not None:
        parts.append(partnership.next_stage_period.text(language))
    return ", ".join(parts)


def _day(day: date | None, language: str) -> str | None:
    return dated_weekday(day, language) if day is not None else None


def _agreement(agreement: Agreement | None, language: str) -> str | None:
    if agreement is None:
        return None
    day = agreement.signed_on or agreement.planned_on
    state = agreement_state_word(agreement.state)
    return f"{state}, {short_date(day, language)}" if day else state


def _contact(contact: Contact, language: str) -> Fact:
    channels = contact.person.channels if contact.person is not None else ()
    as_of = contact.post.as_of if contact.post is not None else None
    return {
        "who": contact_name(contact, language),
        "coordinates": contact.coordinates,
        "as_of": _("as of {day}").format(day=short_date(as_of, language)) if as_of else None,
        "channels": ", ".join(each.value for each in channels) or None,
    }


def _letter(letter: Letter, reader: Reader) -> Fact:
    language = reader.language
    sent = entry_when(letter.sent_on, letter.sent_about, language)
    due = letter.reply_due_on and short_date(letter.reply_due_on, language)
    return {
        "subject": letter.subject.text(language),
        "sent": _("sent: {day}").format(day=sent),
        "due": _("a reply is expected by {day}").format(day=due) if due else None,
    }


def _action(step: Step, reader: Reader) -> Fact:
    language = reader.language
    helpers = people_names(step.helpers, reader)
    said = step.due_text.text(language) if step.due_text else None
    due = short_date(step.due, language) if step.due else said
    late = step.overdue_on(reader.today)
    return {
        "number": step.id,
        "what": step.what.text(language),
        "who": owner_name(step, reader),
        "helpers": _("with: {names}").format(names=helpers) if helpers else None,
        "due": due,
        "late": _("overdue") if late else None,
        "state": task_state_word(step.state) if step.kind in NAGGED else None,
        "where": _where(step, reader),
    }


def _where(step: Step, reader: Reader) -> str | None:
    partnership = reader.registry.partnerships.get(step.partnership or "")
    return pair_name(partnership, reader.registry, reader.language) if partnership else None


def _event(each: BriefEvent, reader: Reader) -> Fact:
    event = each.event
    return {
        "number": event.id,
        "title": event_name(event, reader.registry, reader.language),
        "when": event_times(event, each.times, reader.language),
        "state": state_word(event.state),
        "lines": list(_lines(each.lines, reader)),
    }


def _lines(lines: Iterable[ChecklistLine], reader: Reader) -> Iterable[Fact]:
    for line in lines:
        due = line.due_on and _("by {day}").format(day=short_date(line.due_on, reader.language))
        yield {
            "text": line.text.text(reader.language),
            "due": due,
            "late": _("overdue") if line.late_on(reader.today) else None,
            "who": line.person,
        }
