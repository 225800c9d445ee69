"""The facts of minutes in one language, as the templates of DOCX and PDF ask for them.

Plain values only: texts, truths, lists and mappings. None is «не внесено».
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from aiogram.utils.i18n import gettext as _

from handlers.documents.document_words import document_words, format_word
from handlers.documents.paper_people import PARTIES, People
from handlers.documents.texts import capitalised
from handlers.documents.written_dates import hours, long_date, long_days
from handlers.formats import short_date
from handlers.record_words import field_word
from partnership.bilingual import Bilingual
from partnership.minutes.minutes import Amendment, MinutesState
from partnership.minutes.paper import Paper, PaperAction, PaperItem, PaperLine

Fact = dict[str, object]


def paper_facts(paper: Paper, language: str, *, paired: bool = False) -> Fact:
    """Everything about the minutes, with texts in `language`.

    Args:
        paper: the minutes.
        language: of the catalogue at this moment, too.
        paired: both languages stand side by side: what is not translated is None, not the other's.
    """
    return Writer(paper, language, paired, People(paper, language)).facts()


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the facts of one paper."""

    paper: Paper
    language: str
    paired: bool
    people: People

    def facts(self) -> Fact:
        """All of them."""
        return {
            "language": self.language,
            "words": document_words(),
            "draft": self.paper.state != MinutesState.AGREED,
            "status": self._status(),
            **self._head(),
            **self.people.facts(),
            **self._agenda(),
            **self._end(),
        }

    def _head(self) -> Fact:
        paper = self.paper
        days = paper.first_day and long_days(paper.first_day, paper.last_day, self.language)
        return {
            "title": paper.title.text(self.language),
            "parties": " – ".join(each.text(self.language) for each in paper.parties),
            "number": paper.number,
            "registered_on": paper.registered_on and long_date(paper.registered_on, self.language),
            "date": days,
            "hours": hours(paper.times, self.language),
            "format": format_word(paper.format) if paper.format else None,
            "place": self._name(paper.place),
            "where": self._where(),
            "initiative": self._text(paper.initiative),
            "interrupted": self._text(paper.interrupted),
        }

    def _agenda(self) -> Fact:
        items = self.paper.items
        return {
            "agenda": [self._section(each) for each in items if each.title is not None],
            "sections": [self._section(each) for each in items],
            "resolved": [self._line(each) for item in items for each in item.resolved],
            "actions": [self._action(each) for item in items for each in item.actions],
        }

    def _section(self, item: PaperItem) -> Fact:
        return {
            "number": item.number,
            "title": self._item_title(item),
            "carried_over": item.carried_over,
            "heard": [self._line(each) for each in item.heard],
            "spoke": [self._line(each) for each in item.spoke],
            "turns": self._turns((*item.heard, *item.spoke)),
            "resolved": [self._line(each) for each in item.resolved],
            "actions": [self._action(each) for each in item.actions],
        }

    def _turns(self, lines: Iterable[PaperLine]) -> list[Fact]:
        """What was said by one side after the other, in the order of the talk."""
        return [
            {"party": self.people.party(side), "said": [self._line(each) for each in said]}
            for side, said in groupby(lines, key=lambda line: line.side)
        ]

    def _item_title(self, item: PaperItem) -> str | None:
        if item.title is None:
            alone = len(self.paper.items) == 1
            return None if alone else _("Other matters")
        return self._sentence(item.title)

    def _line(self, line: PaperLine) -> Fact:
        return {
            "number": line.number,
            "who": self.people.who_said(line),
            "text": self._sentence(line.text),
        }

    def _action(self, action: PaperAction) -> Fact:
        due = action.due and long_date(action.due, self.language)
        return {
            "number": action.number,
            "what": self._sentence(action.what),
            "who": self._name(action.who),
            "helpers": self._list(action.helpers),
            "due": due or self._text(action.due_text),
        }

    def _end(self) -> Fact:
        paper = self.paper
        return {
            "conclusions": self._text(paper.conclusions),
            "next_meeting": self._next_meeting(),
            "annexes": [self._text(each) for each in paper.annexes],
            "supported_by": self._list(paper.supported_by),
            "facilitator": self._name(paper.facilitator),
            "amendments": [self._amendment(each) for each in paper.amendments],
        }

    def _next_meeting(self) -> str | None:
        """«23 липня 2024 року, 15:00 (Коростень): онлайн, раз на місяць»: what is known of it."""
        paper, next_day = self.paper, self.paper.next_meeting_day
        day = long_date(next_day, self.language) if next_day else None
        hour = hours([paper.next_meeting_on], self.language) if paper.next_meeting_on else None
        when = ", ".join(filter(None, (day, hour)))
        return ": ".join(filter(None, (when, self._text(paper.next_meeting)))) or None

    def _amendment(self, amendment: Amendment) -> Fact:
        return {
            "on": short_date(amendment.at.date(), self.language),
            "by": amendment.by_name,
            "reason": amendment.reason,
            "what": field_word(amendment.field),
            "before": amendment.before or _("not recorded"),
            "after": amendment.after or _("not recorded"),
        }

    def _status(self) -> str:
        if self.paper.state == MinutesState.AGREED:
            return self._agreed()
        sides = ", ".join(filter(None, (self.people.party(each) for each in self.paper.agreed_by)))
        if sides:
            return _("under review; agreed by: {parties}").format(parties=sides)
        return _("under review") if self.paper.state == MinutesState.REVIEW else _("draft")

    def _agreed(self) -> str:
        both = set(self.paper.agreed_by) >= PARTIES
        if self.paper.agreed_on is None:
            return _("agreed by both sides") if both else _("agreed")
        text = _("agreed by both sides on {day}") if both else _("agreed on {day}")
        return text.format(day=long_date(self.paper.agreed_on, self.language))

    def _where(self) -> str | None:
        """The place, or «онлайн» where nobody travelled."""
        if self.paper.place is not None:
            return self.paper.place.text(self.language)
        return format_word(self.paper.format) if self.paper.format else None

    def _text(self, text: Bilingual | None) -> str | None:
        if text is None or (self.paired and not text.has(self.language)):
            return None
        return text.text(self.language)

    def _sentence(self, text: Bilingual | None) -> str | None:
        known = self._text(text)
        return capitalised(known) if known else None

    def _name(self, name: Bilingual | None) -> str | None:
        return name.text(self.language) if name else None

    def _list(self, names: Iterable[Bilingual]) -> str | None:
        return ", ".join(each.text(self.language) for each in names) or None
