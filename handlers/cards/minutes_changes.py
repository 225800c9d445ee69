"""Values of minutes in the change log: of long lists only what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from aiogram.utils.i18n import gettext as _

from handlers.formats import listed, short_date
from handlers.reader import Reader
from handlers.words import side_word
from partnership.agreements import Side
from partnership.minutes.minutes import MinutesForm, MinutesState

_DAYS = frozenset({"registered_on", "agreed_on", "published_at", "day"})
_PEOPLE = frozenset({"chair", "minute_taker"})
_LISTS = frozenset({"agenda", "points", "annexes", "amendments"})


def minutes_values(field: str, old: Any, new: Any, reader: Reader) -> tuple[str, str]:
    """Before and after in words; empty is «nothing»."""
    if field in _LISTS:
        gone = [each for each in old or () if each not in (new or ())]
        come = [each for each in new or () if each not in (old or ())]
        return _parts(gone, reader), _parts(come, reader)
    return _value(field, old, reader), _value(field, new, reader)


def minutes_name(plain: Mapping[str, Any], reader: Reader) -> str:
    """«Протокол, 28.05.2024»."""
    form = {
        MinutesForm.PROTOCOL: _("minutes of a meeting"),
        MinutesForm.SUMMARY: _("summary in two languages"),
        MinutesForm.CONVERSATION: _("record of conversation"),
    }[MinutesForm(plain["form"])]
    return ", ".join([form, _day(plain["day"], reader)] if plain.get("day") else [form])


def minutes_state_word(state: MinutesState) -> str:
    """Where minutes stand."""
    return {
        MinutesState.DRAFT: _("draft"),
        MinutesState.REVIEW: _("under review"),
        MinutesState.AGREED: _("agreed"),
    }[state]


def _value(field: str, value: Any, reader: Reader) -> str:
    if value is None or value == []:
        return ""
    if field == "state":
        return minutes_state_word(MinutesState(value))
    if field in _DAYS:
        return _day(value, reader)
    if field in _PEOPLE:
        return _person(value, reader)
    if field == "agreed_by":
        return listed([side_word(Side(each)) for each in value], reader.language)
    if field == "next_event":
        return _("an event of the calendar")
    return _text(value, reader)


def _parts(parts: Sequence[Mapping[str, Any]], reader: Reader) -> str:
    """Points, items, annexes, amendments: each by what it says."""
    return "; ".join(_part(each, reader) for each in parts)


def _part(part: Mapping[str, Any], reader: Reader) -> str:
    said = part.get("text") or part.get("title") or part.get("reason") or part
    owner = part.get("owner")
    who = _person(owner, reader) if owner else _text(part.get("owner_name"), reader)
    due = _day(part["due"], reader) if part.get("due") else ""
    return ", ".join(each for each in (_text(said, reader), who, due) if each)


def _person(person: str, reader: Reader) -> str:
    known = reader.registry.people.get(person)
    return known.name.text(reader.language) if known is not None else person


def _text(value: Any, reader: Reader) -> str:
    if isinstance(value, Mapping):
        second = "uk" if reader.language == "en" else "en"
        return str(value.get(reader.language) or value.get(second) or "")
    return "" if value is None else str(value)


def _day(value: str, reader: Reader) -> str:
    moment = datetime.fromisoformat(value)
    day: date = moment.astimezone(reader.zone).date() if moment.tzinfo else moment.date()
    return short_date(day, reader.language)
