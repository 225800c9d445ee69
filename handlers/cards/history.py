"""The timeline of a partnership, and its letters and agreement."""

from __future__ import annotations

from datetime import date

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.events import event_mark
from handlers.formats import month_and_year, partial_date, short_date
from handlers.screens import fill, lines
from handlers.words import agreement_state_word, letter_state_word, side_word
from partnership.agreements import Agreement, ApprovalStep
from partnership.aid import Aid
from partnership.decisions import Decision
from partnership.events import Event
from partnership.history import Entry
from partnership.letters import Letter
from partnership.steps import Step


def history_line(entry: Entry, today: date, language: str) -> Markup:
    """«13.06.2023 — Двостороння онлайн-зустріч»."""
    return fill(
        "{when} — {what}",
        when=entry_when(entry.on, entry.about, language),
        what=_what(entry, today, language),
    )


def entry_when(on: date | None, about: str | None, language: str) -> str:
    """A day, a month, a day without a year, or that nobody recorded one."""
    if on is not None:
        return short_date(on, language)
    if about is None:
        return _("no date")
    if about.startswith("--"):
        month, day = (int(part) for part in about.removeprefix("--").split("-"))
        return _("about {day}, year not recorded").format(day=partial_date(month, day, language))
    return month_and_year(date.fromisoformat(f"{about}-01"), language)


def _what(entry: Entry, today: date, language: str) -> str:
    match entry.record:
        case Event() as event:
            return event.title.text(language) + event_mark(event, today)
        case Letter() as letter:
            return _("Letter: {subject}").format(subject=letter.subject.text(language))
        case Step() as step:
            return _("Step: {what}").format(what=step.what.text(language))
        case Agreement() as agreement:
            return _("{title} — {state}").format(
                title=agreement_title(agreement, language),
                state=agreement_state_word(agreement.state),
            )
        case Decision() as decision:
            return decision.title.text(language)
        case Aid() as aid:
            return _("Aid: {content}").format(content=aid.content.text(language))


def letter_text(letter: Letter, language: str) -> Markup:
    """A letter: what about, when sent, whether answered."""
    sent = entry_when(letter.sent_on, letter.sent_about, language)
    if letter.reply_on is not None:
        reply = short_date(letter.reply_on, language)
    elif letter.awaits_reply:
        reply = _("not recorded")
    else:
        reply = letter_state_word(letter.state)
    return lines(
        [
            fill("<b>{subject}</b>", subject=letter.subject.text(language)),
            fill(_("Sent: {when}"), when=sent),
            fill(_("Reply: {reply}"), reply=reply),
        ]
    )


def agreement_title(agreement: Agreement, language: str) -> str:
    """The title of an agreement, or that it is one without a title."""
    return agreement.title.text(language) if agreement.title else _("Agreement")


def agreement_text(agreement: Agreement, language: str) -> Markup:
    """An agreement with the steps of both sides, planned and actual apart."""
    signed = agreement.signed_on
    planned = agreement.planned_on
    return lines(
        [
            fill("<b>{title}</b>", title=agreement_title(agreement, language)),
            fill(_("State: {state}"), state=agreement_state_word(agreement.state)),
            fill(
                _("Signing planned for: {day}"),
                day=short_date(planned, language) if planned else _("not recorded"),
            ),
            fill(
                _("Signed: {day}"),
                day=short_date(signed, language) if signed else _("not recorded"),
            ),
            fill(_("Number: {number}"), number=agreement.number or _("not recorded")),
            *(_step_line(each, language) for each in agreement.steps),
        ]
    )


def _step_line(step: ApprovalStep, language: str) -> Markup:
    day = step.done_on or step.planned_on
    return fill(
        "{mark} {side}: {name}{day}",
        mark="☑" if step.done else "☐",
        side=side_word(step.side),
        name=step.name.text(language),
        day=f", {short_date(day, language)}" if day else "",
    )
