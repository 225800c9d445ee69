"""What somebody is told of an action item: given, done, given back, extended, cancelled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.reminded import Reminded
from handlers.cards.tasks import asked_line, due_line, title_of, where_of
from handlers.formats import short_date
from handlers.screens import Screen, button, fill, lines
from handlers.tasks.task_buttons import TaskDeed, pressing
from partnership.reminders.announcements import Announcement
from partnership.steps import Step
from partnership.tasks.telling import TaskNews

NEWS = frozenset(TaskNews)
"""The kinds of announcements that are about action items."""


async def task_news_screen(announcement: Announcement, about: Reminded) -> Screen | None:
    """The news with the buttons that answer it; None where the action item is gone."""
    news, facts = TaskNews(announcement.kind), announcement.facts
    found = [await about.calendar.store.step(each) for each in facts["steps"]]
    tasks = [each for each in found if each is not None]
    if not tasks:
        return None
    title = fill("<b>{title}</b>", title=_titles()[news])
    told = [_line(each, news, about) for each in tasks]
    by = fill(_("By: {name}"), name=facts["by"]) if facts.get("by") else None
    text = lines([title, *told, _reason(news, facts), by])
    return Screen(text, [_buttons(each, news, about) for each in tasks])


def _titles() -> dict[TaskNews, str]:
    return {
        TaskNews.ASSIGNED: _("An action item for you"),
        TaskNews.DUE_CHANGED: _("A new due date"),
        TaskNews.DONE: _("Reported as done: please check it and take it off control"),
        TaskNews.RETURNED: _("Given back to you: not done yet"),
        TaskNews.CANCELLED: _("Cancelled: nothing more to do"),
        TaskNews.EXTENSION_ASKED: _("An extension is asked for"),
        TaskNews.EXTENSION_REFUSED: _("The due date stays"),
    }


def _line(task: Step, news: TaskNews, about: Reminded) -> Markup:
    reader = about.reader
    where = where_of(task, reader)
    head = fill("{title} ({where})", title=title_of(task), where=where) if where else title_of(task)
    asked = asked_line(task, reader) if news is TaskNews.EXTENSION_ASKED else None
    return lines([head, task.what.text(reader.language), due_line(task, reader), asked])


def _reason(news: TaskNews, facts: Mapping[str, Any]) -> Markup | None:
    """The reason or the result; that of a request stands in its line."""
    reason = facts.get("reason")
    if not reason or news is TaskNews.EXTENSION_ASKED:
        return None
    if news is TaskNews.DONE:
        return fill(_("Result: {result}"), result=reason)
    return fill(_("Reason: {reason}"), reason=reason)


def _buttons(task: Step, news: TaskNews, about: Reminded) -> list[InlineKeyboardButton]:
    opening = button(f"№ {task.id}", pressing(task.id, TaskDeed.OPEN))
    if news is TaskNews.DONE:
        close = button(_("Take off control"), pressing(task.id, TaskDeed.CLOSE))
        back = button(_("Give back to the doer"), pressing(task.id, TaskDeed.RETURN))
        return [close, back, opening]
    if news is TaskNews.EXTENSION_ASKED and task.asked_until is not None:
        day = short_date(task.asked_until, about.reader.language)
        extend = button(_("Extend until {day}").format(day=day), pressing(task.id, TaskDeed.GRANT))
        refuse = button(_("Do not extend"), pressing(task.id, TaskDeed.REFUSE))
        return [extend, refuse, opening]
    if task.is_open:
        return [button(_("Done"), pressing(task.id, TaskDeed.DONE)), opening]
    return [opening]
