"""/templates: the templates of checklists; an administrator changes them for future events."""

from __future__ import annotations

import re
from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.checklist_words import checklist_role_word
from handlers.cards.event_names import template_word
from handlers.meetings.states import is_plain_text
from handlers.paging import page_buttons, page_of
from handlers.reader import Reader
from handlers.routing import Subjects, WaitingRouter, needs, subject_router
from handlers.screens import Alert, Screen, button, fill, lines, show
from partnership.access import Action
from partnership.bilingual import Bilingual
from partnership.calendar.calendar import Calendar
from partnership.checklists.lead_time import LeadTime
from partnership.checklists.model import ChecklistRole, Template, TemplateCode, TemplateLine

PAGE = 8
PENDING = "template"
LINE = re.compile(r"([+-]?\d{1,4})\s*([dhmдгх])\w*\.?\s+(?:([^:]{2,40}):\s*)?(.{3,300})", re.DOTALL)
UNITS = {"d": "d", "д": "d", "h": "h", "г": "h", "m": "m", "х": "m"}
EXAMPLE = "-10д логістика: Замовити автобус"


class Editing(StatesGroup):
    """A line that is written is added to the template shown."""

    line = State()


class TemplateButton(CallbackData, prefix="tp"):
    """A page of a template, a line of it, or what is done with them."""

    code: TemplateCode
    what: str = "open"
    """`open`, `line`, `drop`, `reset`."""
    line: str = ""
    page: int = 0


def build_router() -> Router:
    """The router of templates; only administrators see them."""
    manage = needs(Action.MANAGE_USERS)
    commands = subject_router(
        "template commands", commands=frozenset({"templates"}), buttons=(TemplateButton,)
    )
    commands.message.register(templates_command, Command("templates"), flags=manage)
    opened = TemplateButton.filter(F.what == "open")
    commands.callback_query.register(open_template, opened, flags=manage)
    one = TemplateButton.filter(F.what == "line")
    commands.callback_query.register(open_line, one, flags=manage)
    commands.callback_query.register(change_template, TemplateButton.filter(), flags=manage)
    answers = WaitingRouter(name="template answers")
    answers.message.register(line_written, StateFilter(Editing.line), is_plain_text, flags=manage)
    router = Subjects(name="templates")
    router.include_routers(commands, answers)
    return router


async def templates_command(message: Message, calendar: Calendar) -> None:
    """All templates."""
    found = await calendar.templates()
    rows = [
        [button(f"{template_word(code)} ({len(template.lines)})", TemplateButton(code=code).pack())]
        for code, template in found.items()
    ]
    await show(message, Screen(fill(_("Which checklist?")), rows))


async def open_template(
    query: CallbackQuery,
    callback_data: TemplateButton,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
) -> None:
    """A page of a template; lines that are written are added to it."""
    await state.set_state(Editing.line)
    await state.update_data({PENDING: callback_data.code.value})
    template = (await calendar.templates())[callback_data.code]
    await show(query, _template_screen(template, callback_data.page, reader))


def _template_screen(template: Template, page: int, reader: Reader) -> Screen:
    shown = page_of(template.lines, page, PAGE)
    numbered = list(enumerate(shown.items, shown.number * PAGE + 1))
    title = fill("<b>{title}</b>", title=template.title.text(reader.language))
    hint = fill(_("To add a line, write: {example}"), example=EXAMPLE)
    opening = [
        button(str(number), TemplateButton(code=template.code, what="line", line=line.id).pack())
        for number, line in numbered
    ]
    turn = page_buttons(
        shown, lambda turned: TemplateButton(code=template.code, page=turned).pack()
    )
    reset = TemplateButton(code=template.code, what="reset").pack()
    rows = [opening[:4], opening[4:], turn]
    if template.edited:
        rows.append([button(_("Back to the original"), reset)])
    said = [_line_text(line, number, reader) for number, line in numbered]
    return Screen(lines([title, *said, hint]), rows)


def _line_text(line: TemplateLine, number: int, reader: Reader) -> Markup:
    return fill(
        "{number}. {lead} · {role}: {text}{law}",
        number=number,
        lead=line.lead.text,
        role=checklist_role_word(line.role),
        text=line.text.text(reader.language),
        law=" " + _("(required by law)") if line.required else "",
    )


async def open_line(
    query: CallbackQuery, callback_data: TemplateButton, reader: Reader, calendar: Calendar
) -> Alert | None:
    """One line, which can be taken out."""
    template = (await calendar.templates())[callback_data.code]
    found = next((each for each in template.lines if each.id == callback_data.line), None)
    if found is None:
        return Alert(_("This button is out of date."))
    drop = TemplateButton(code=template.code, what="drop", line=found.id).pack()
    back = TemplateButton(code=template.code).pack()
    row = [button(_("Remove from the template"), drop), button(_("Back"), back)]
    text = _line_text(found, template.lines.index(found) + 1, reader)
    await show(query, Screen(text, [row]))
    return None


async def change_template(
    query: CallbackQuery, callback_data: TemplateButton, reader: Reader, calendar: Calendar
) -> None:
    """Take a line out, or go back to the template that came with the project."""
    code = callback_data.code
    if callback_data.what == "reset":
        template = await calendar.reset_template(reader.user, code)
    else:
        old = (await calendar.templates())[code]
        kept = tuple(each for each in old.lines if each.id != callback_data.line)
        template = replace(old, lines=kept)
        await calendar.edit_template(reader.user, template)
    template = (await calendar.templates())[code]
    await show(query, _template_screen(template, 0, reader))


async def line_written(
    message: Message, reader: Reader, state: FSMContext, calendar: Calendar
) -> None:
    """Add a line; what cannot be read as one is not guessed at."""
    code = TemplateCode((await state.get_data()).get(PENDING, TemplateCode.ONLINE))
    template = (await calendar.templates())[code]
    line = line_in(message.text or "", template, reader.language)
    if line is None:
        text = _("I cannot read this line. For example: {example}")
        await show(message, Screen(fill(text, example=EXAMPLE)))
        return
    await calendar.edit_template(reader.user, replace(template, lines=(*template.lines, line)))
    template = (await calendar.templates())[code]
    await show(message, _template_screen(template, len(template.lines), reader))


def line_in(text: str, template: Template, language: str) -> TemplateLine | None:
    """«-10д логістика: Замовити автобус»; without a role it is the coordinator's."""
    found = LINE.fullmatch(text.strip())
    if found is None:
        return None
    number, unit, role, what = found.groups()
    known = _role(role) if role else ChecklistRole.COORDINATOR
    if known is None:
        known, what = ChecklistRole.COORDINATOR, f"{role}: {what}"
    words = Bilingual(en=what) if language == "en" else Bilingual(uk=what)
    lead = LeadTime(f"{number}{UNITS[unit]}")
    return TemplateLine(id=_free_id(template), text=words, lead=lead, role=known)


def _role(word: str) -> ChecklistRole | None:
    wanted = word.strip().casefold()
    named = {checklist_role_word(each).casefold(): each for each in ChecklistRole}
    return named.get(wanted)


def _free_id(template: Template) -> str:
    taken = {line.id for line in template.lines}
    numbers = (f"{template.code}{number:02}" for number in range(51, 1000))
    return next(each for each in numbers if each not in taken)
