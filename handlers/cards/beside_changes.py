"""What was changed beside an event, in the change log: answers, checklists, the link, polls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_names import template_word
from handlers.cards.reminder_lines import offset_word
from handlers.screens import fill
from handlers.words import answer_word
from partnership.calendar.beside import Beside, answer_of, line_of
from partnership.changes import Change
from partnership.checklists.model import LineState
from partnership.reminders.offsets import Offset


def beside_line(change: Change, language: str, *, backwards: bool = False) -> Markup:
    """«Чекліст, «Замовити переклад»: відкрито → виконано»; `backwards` for what was taken back."""
    what, _colon, name = (change.field or "").partition(":")
    subject = _subject(Beside(what), name, change, language)
    old, new = (_value(Beside(what), name, each) for each in (change.old, change.new))
    if backwards:
        return fill("{subject}: {old} ← {new}", subject=subject, old=new, new=old)
    return fill("{subject}: {old} → <b>{new}</b>", subject=subject, old=old, new=new)


def _subject(what: Beside, name: str, change: Change, language: str) -> str:
    known = change.new if change.new is not None else change.old
    match what:
        case Beside.LINE:
            return _("Checklist, «{line}»").format(line=line_of(known).text.text(language))
        case Beside.CHECKLIST:
            return _("Checklist «{title}»").format(title=template_word(name))
        case Beside.ANSWER:
            return _("Answer of {name}").format(name=answer_of(known).name or name)
        case Beside.POLL:
            return _("Poll about the date")
    words = {
        "link": _("Link"),
        "organiser": _("Who is asked about it"),
        "offsets": _("Reminder times of the event"),
    }
    return words.get(name, name)


def _value(what: Beside, name: str, value: Any) -> str:
    if value is None:
        return _("none") if what is not Beside.ARRANGEMENT else _("not recorded")
    match what:
        case Beside.LINE:
            return _line(value)
        case Beside.CHECKLIST:
            return _("there")
        case Beside.ANSWER:
            return answer_word(answer_of(value).answer)
        case Beside.POLL:
            return _("open") if value["open"] else _("closed")
    if name == "offsets":
        return ", ".join(offset_word(Offset(**each)) for each in value) or _("never")
    # Whoever has the link can come in, so that it is not repeated.
    return _("recorded") if name == "link" else str(value)


def _line(value: Mapping[str, Any]) -> str:
    """Where a line stands, with who does it or why it does not apply."""
    line = line_of(value)
    word = {
        LineState.OPEN: _("open"),
        LineState.DONE: _("done"),
        LineState.NOT_APPLICABLE: _("does not apply"),
    }[line.state]
    more = line.reason or line.person
    return f"{word} ({more})" if more else word
