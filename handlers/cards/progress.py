"""Action items that are open and overdue, and the share closed of each partner, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.progress_chart import progress_chart, row_names, scope_name
from handlers.cards.task_people import owner_name
from handlers.formats import dated_weekday, short_date
from handlers.reader import Reader
from handlers.screens import Screen, button, fill, lines
from handlers.tasks.task_buttons import TasksPage
from partnership.notes.scope import Scope
from partnership.progress import Progress, total_of
from partnership.progress_reports import ProgressReport
from partnership.steps import Step
from partnership.tasks.listing import Shelf

EXAMPLE = "/task Бурж: звіт, відповідальна Чижевська, до 20.06"
MOST = 10
"""Action items listed of each kind; the rest are counted, and a button leads to them."""


def progress_screen(report: ProgressReport, scope: Scope | None, reader: Reader) -> Screen:
    """The picture, and below it all that it shows, so that nobody needs to see it."""
    title = fill(
        _("<b>Action items: {name}</b>, as of {day}"),
        name=scope_name(scope, reader),
        day=dated_weekday(report.on, reader.language),
    )
    text = lines([title, *_partners(report, reader), *_lists(report, reader)])
    return Screen(text, [_buttons(report, scope)], progress_chart(report, scope, reader))


def _partners(report: ProgressReport, reader: Reader) -> Iterator[Markup]:
    """One line for each that has any, and one that names all the others."""
    named = list(zip(row_names(report, reader), report.progress, strict=True))
    counted = [(name, each) for name, each in named if each.total]
    bare = [name for name, each in named if not each.total]
    if len(counted) > 1:
        yield fill(_("In all: {counts}."), counts=_counts(total_of(report.progress)))
    for name, each in counted:
        yield fill("• {name}: {counts}", name=name, counts=_counts(each))
    if not counted:
        yield fill(_("No action items recorded. Add one: {example}"), example=EXAMPLE)
    elif bare:
        yield fill(_("No action items recorded: {names}."), names=", ".join(bare))


def _counts(progress: Progress) -> str:
    """«знято з контролю 4 з 6; прострочено 1»."""
    found = [_("closed {closed} of {total}").format(closed=progress.closed, total=progress.total)]
    for count, text in (
        (progress.overdue, _("overdue {count}")),
        (progress.open, _("under way {count}")),
        (progress.done, _("done, still under control {count}")),
    ):
        if count:
            found.append(text.format(count=count))
    return "; ".join(found)


def _lists(report: ProgressReport, reader: Reader) -> Iterator[Markup]:
    rows = zip(report.progress, row_names(report, reader), strict=True)
    names = {each.partnership or each.community: name for each, name in rows}
    for title, tasks in (
        (_("<b>Overdue: {count}</b>"), report.overdue),
        (_("<b>Under way: {count}</b>"), report.open),
        (_("<b>Done, to be taken off control: {count}</b>"), report.done),
    ):
        if tasks:
            yield Markup()
            yield fill(title, count=len(tasks))
            yield from _listed(tasks, names, reader)


def _listed(
    tasks: Sequence[Step], names: Mapping[str | None, str], reader: Reader
) -> Iterator[Markup]:
    for task in tasks[:MOST]:
        name = names.get(task.partnership or task.community)
        where = f" ({name})" if name and len(names) > 1 else ""
        yield fill(
            "• № {number} · {due} · {what}{where} · {owner}",
            number=task.id,
            due=short_date(task.due, reader.language) if task.due else _("no due date"),
            what=task.what.text(reader.language).rstrip("."),
            where=where,
            owner=owner_name(task, reader) or _("responsible not recorded"),
        )
    if len(tasks) > MOST:
        yield fill(_("and {count} more: /tasks"), count=len(tasks) - MOST)


def _buttons(report: ProgressReport, scope: Scope | None) -> list[InlineKeyboardButton]:
    """The lists themselves, where each action item can be worked on."""
    whole = TasksPage(shelf=Shelf.ALL if scope is None else Shelf.MINE)
    if scope is not None and not scope.communities and len(scope.partnerships) == 1:
        whole = TasksPage(shelf=Shelf.PARTNER, target=next(iter(scope.partnerships)))
    found = [] if report.is_quiet else [button(_("Under control"), whole.pack())]
    if report.overdue:
        found.append(button(_("Overdue"), TasksPage(shelf=Shelf.OVERDUE).pack()))
    return found
