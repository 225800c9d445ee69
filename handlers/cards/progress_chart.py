"""How far action items have come, as a picture: one bar for each partner."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext

from handlers.cards.names import pair_name
from handlers.charts.chart import Bar, Chart, Part
from handlers.formats import listed, short_date
from handlers.reader import Reader
from partnership.notes.scope import Scope
from partnership.progress import Progress
from partnership.progress_reports import ProgressReport

MOST = 12
"""Bars that can be taken in at a glance, and that a phone shows without scrolling far."""
NO_BREAK = "\N{NO-BREAK SPACE}"


def progress_chart(report: ProgressReport, scope: Scope | None, reader: Reader) -> Chart | None:
    """The picture; None where no action item is recorded at all."""
    if not any(each.total for each in report.progress):
        return None
    shown = report.progress[:MOST]
    left = len(report.progress) - len(shown)
    day = short_date(report.on, reader.language).replace(" ", NO_BREAK)
    more = ngettext(
        "and {count} more partner, named in the text",
        "and {count} more partners, named in the text",
        left,
    )
    bars = tuple(map(_bar, shown, row_names(report, reader)))
    seen = {part for bar in bars for part, _count in bar.parts}
    return Chart(
        title=_("Action items: {name}").format(name=scope_name(scope, reader)),
        note=_("Closed within a year, as of {day}").format(day=day),
        bars=bars,
        more=more.format(count=left) if left else "",
        legend=tuple((part, part_word(part)) for part in Part if part in seen),
    )


def scope_name(scope: Scope | None, reader: Reader) -> str:
    """The partnership, the communities, or that it is all of them."""
    registry, language = reader.registry, reader.language
    if scope is None:
        return _("all partnerships")
    if scope.communities:
        homes = [registry.places[each] for each in sorted(scope.communities)]
        return listed((each.name.text(language) for each in homes), language)
    pairs = [registry.partnerships[each] for each in sorted(scope.partnerships)]
    return listed((pair_name(each, registry, language) for each in pairs), language)


def row_names(report: ProgressReport, reader: Reader) -> list[str]:
    """The partner of each row; with the home place too, where several share the picture."""
    one_home = len({each.community for each in report.progress}) == 1
    return [_row_name(each, reader, one_home=one_home) for each in report.progress]


def part_word(part: Part) -> str:
    """What a part of a bar means."""
    return {
        Part.CLOSED: _("closed, off the control list"),
        Part.DONE: _("done, still under control"),
        Part.OPEN: _("under way"),
        Part.OVERDUE: _("overdue"),
    }[part]


def _row_name(progress: Progress, reader: Reader, *, one_home: bool) -> str:
    registry, language = reader.registry, reader.language
    pair = registry.partnerships.get(progress.partnership or "")
    if pair is None:
        home = registry.places.get(progress.community or "")
        if home is None or one_home:
            return _("Without a partner")
        return _("{place}, without a partner").format(place=home.name.text(language))
    if not one_home:
        return pair_name(pair, registry, language)
    return ", ".join(registry.places[each].name.text(language) for each in pair.foreign)


def _bar(progress: Progress, name: str) -> Bar:
    if not progress.total:
        return Bar(name, _("no action items recorded"))
    said = _("{closed} of {total}").format(closed=progress.closed, total=progress.total)
    counts = {
        Part.CLOSED: progress.closed,
        Part.DONE: progress.done,
        Part.OPEN: progress.open,
        Part.OVERDUE: progress.overdue,
    }
    return Bar(name, said, tuple((part, counts[part]) for part in Part if counts[part]))
