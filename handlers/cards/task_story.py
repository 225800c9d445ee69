"""What became of an action item: who changed what and when, and why; latest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.task_people import people_names
from handlers.cards.tasks import state_word
from handlers.formats import short_date
from handlers.reader import Reader
from handlers.screens import fill
from handlers.words import side_word
from partnership.agreements import Side
from partnership.changes import Change, ChangeKind
from partnership.steps import StepState

SHOWN = 4
"""Lines on the card; behind a button there are all that are kept."""


def story(history: Iterable[Change], names: Mapping[int, str], reader: Reader) -> Iterator[Markup]:
    """A line for each change that stands; `names` are those of the actors."""
    batches: dict[str, list[Change]] = {}
    for each in history:
        if each.undone_at is None and each.actor is not None:
            batches.setdefault(each.batch, []).append(each)
    for changes in batches.values():
        told = [said for said in (_said(each, reader) for each in _telling(changes)) if said]
        first = changes[0]
        if told:
            day = short_date(first.at.astimezone(reader.zone).date(), reader.language)
            who = names.get(first.actor or 0, "")
            reason = fill(" ({reason})", reason=first.reason) if first.reason else ""
            text = "<i>{day}, {who}: {told}{reason}</i>" if who else "<i>{day}: {told}{reason}</i>"
            yield fill(text, day=day, who=who, told="; ".join(told), reason=reason)


def _telling(changes: Sequence[Change]) -> list[Change]:
    """The changes of one command without those that follow from others of it."""
    given = {each.field for each in changes if each.new}
    follows = {"due": {"state"}, "owner_person": {"owner_side"}, "owner": {"owner_side"}}
    quiet = {quiet for field, others in follows.items() if field in given for quiet in others}
    return [each for each in changes if each.field not in quiet]


def _said(change: Change, reader: Reader) -> str | None:
    """What one change says; None for what stands on the card anyway."""
    if change.what is ChangeKind.CREATED:
        return _("put under control")
    match change.field:
        case "due":
            return _due(change, reader.language)
        case "state":
            return _state(change)
        case "owner_person" | "owner" | "owner_side" if change.new:
            return _("passed on to: {name}").format(name=_doer(change, reader))
        case "helpers":
            names = people_names(change.new or [], reader) or _("nobody")
            return _("helpers: {names}").format(names=names)
        case "controller":
            names = people_names([change.new] if change.new else [], reader) or _("coordinators")
            return _("control: {name}").format(name=names)
        case "asked_until" if change.new:
            day = _day(change.new, reader.language)
            return _("an extension until {day} is asked for").format(day=day)
    return None


def _due(change: Change, language: str) -> str:
    old, new = (_day(value, language) for value in (change.old, change.new))
    if change.old is None:
        return _("due {day}").format(day=new)
    return _("due {old} → {new}").format(old=old, new=new)


def _state(change: Change) -> str:
    if change.old == StepState.DONE and change.new == StepState.IN_PROGRESS:
        return _("back to work")
    return state_word(StepState(str(change.new)))


def _doer(change: Change, reader: Reader) -> str:
    """A person of the registry, words, or at least a side."""
    if change.field == "owner_person":
        return people_names([change.new], reader)
    if change.field == "owner":
        words: dict[str, str | None] = change.new
        return words.get(reader.language) or next(filter(None, words.values()))
    return side_word(Side(change.new))


def _day(value: object, language: str) -> str:
    return short_date(date.fromisoformat(value), language) if isinstance(value, str) else "—"
