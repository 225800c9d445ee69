"""The checklists of an event: what is to be done by when, by whom, and what is late."""

from __future__ import annotations

from datetime import date

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.checklist_words import checklist_role_word
from handlers.cards.event_buttons import ChecklistButton, OpenChecklist
from handlers.cards.event_names import event_name, template_word
from handlers.cards.meeting import progress_bar
from handlers.cards.meeting_buttons import back_button
from handlers.formats import clock_time, short_date
from handlers.paging import page_buttons, page_of
from handlers.reader import Reader
from handlers.screens import Screen, button, fill, lines
from partnership.calendar.cards import EventCard
from partnership.checklists.model import ChecklistLine, LineState, TemplateCode, progress_of

PAGE = 8
MARKS = {LineState.OPEN: "☐", LineState.DONE: "☑", LineState.NOT_APPLICABLE: "—"}


def checklist_page(
    card: EventCard, code: TemplateCode, found: list[ChecklistLine], page: int, reader: Reader
) -> Screen:
    """A page of one checklist: its lines, and a button for each."""
    own = [line for line in found if line.template == code]
    progress, shown = progress_of(own, reader.today), page_of(own, page, PAGE)
    name = event_name(card.event, reader.registry, reader.language)
    first = shown.number * PAGE + 1
    numbered = list(enumerate(shown.items, first))
    text = lines(
        [
            fill("<b>{title}</b> · {name}", title=template_word(code), name=name),
            fill(
                _("{bar} done: {done} of {total}, late: {late}"),
                bar=progress_bar(progress),
                done=progress.done,
                total=progress.total,
                late=progress.late,
            ),
            *(line_text(line, number, reader.today, reader.language) for number, line in numbered),
        ]
    )
    rows = _line_buttons(card, numbered)
    turn = page_buttons(
        shown, lambda turned: OpenChecklist(id=card.event.id, code=code, page=turned).pack()
    )
    return Screen(text, [*rows, turn, [back_button(card.event)]])


def _line_buttons(
    card: EventCard, numbered: list[tuple[int, ChecklistLine]]
) -> list[list[InlineKeyboardButton]]:
    buttons = [
        button(
            f"{MARKS[line.state]} {number}",
            ChecklistButton(id=card.event.id, line=line.line, what="open").pack(),
        )
        for number, line in numbered
    ]
    return [buttons[i : i + 4] for i in range(0, len(buttons), 4)]


def line_text(line: ChecklistLine, number: int, today: date, language: str) -> Markup:
    """«☐ 3. Надіслати порядок денний — до 18.06.2024, прострочено»."""
    return fill(
        "{mark} {number}. {text}{due}{late}",
        mark=MARKS[line.state],
        number=number,
        text=line.text.text(language),
        due=_due(line, language),
        late=", " + _late(line) if line.late_on(today) else "",
    )


def _due(line: ChecklistLine, language: str) -> str:
    if line.due_on is None or not line.is_open:
        return ""
    return " — " + _("by {day}").format(day=short_date(line.due_on, language))


def _late(line: ChecklistLine) -> str:
    return _("late from the start") if line.late_from_start else _("overdue")


def page_with(found: list[ChecklistLine], line: ChecklistLine) -> int:
    """The page of its checklist on which a line stands."""
    own = [each.line for each in found if each.template == line.template]
    return own.index(line.line) // PAGE if line.line in own else 0


def line_screen(
    card: EventCard, line: ChecklistLine, reader: Reader, who: str | None = None
) -> Screen:
    """One line with all that is known of it, and what can be done with it.

    `who` is the name of the one who said that it is done, or does not apply.
    """
    language = reader.language
    day = short_date(line.due_on, language) if line.due_on else _("not recorded")
    text = lines(
        [
            fill("{mark} <b>{text}</b>", mark=MARKS[line.state], text=line.text.text(language)),
            fill(_("Due: {day}"), day=day),
            fill(_("Who: {role}"), role=checklist_role_word(line.role)),
            fill(_("Person: {name}"), name=line.person) if line.person else None,
            fill(_("Only where: {condition}"), condition=line.condition.text(language))
            if line.condition
            else None,
            fill(_("Required by law.")) if line.required else None,
            fill(_("Does not apply: {reason}"), reason=line.reason) if line.reason else None,
            _settled(line, reader, who),
        ]
    )
    return Screen(text, _deeds(card, line))


def _settled(line: ChecklistLine, reader: Reader, who: str | None) -> Markup | None:
    """«Позначено: 12.06.2024 10:15, Тарас»."""
    if line.done_at is None:
        return None
    day = short_date(line.done_at.astimezone(reader.zone).date(), reader.language)
    hour = clock_time(line.done_at, reader.zone)
    return fill(_("Marked: {day} {hour}, {who}"), day=day, hour=hour, who=who or "—")


def _deeds(card: EventCard, line: ChecklistLine) -> list[list[InlineKeyboardButton]]:
    def deed(what: str) -> str:
        return ChecklistButton(id=card.event.id, line=line.line, what=what).pack()

    back = button(_("Back"), OpenChecklist(id=card.event.id, code=line.template).pack())
    if not line.is_open:
        return [[button(_("Open again"), deed("undo"))], [back]]
    return [
        [button(_("Done"), deed("done")), button(_("Does not apply"), deed("skip"))],
        [button(_("Who does it"), deed("who"))],
        [back],
    ]
