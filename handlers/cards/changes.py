"""Changes of the registry in words: what, old → new, and the button that takes them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.beside_changes import beside_line
from handlers.cards.event_changes import event_value, plain_event_name
from handlers.cards.event_names import state_word
from handlers.cards.minutes_changes import minutes_name, minutes_values
from handlers.cards.names import pair_name
from handlers.cards.partner import OpenPartner
from handlers.cards.tasks import state_word as task_state_word
from handlers.formats import listed, short_date
from handlers.reader import Reader
from handlers.record_words import field_word, kind_word
from handlers.screens import Screen, button, fill, lines
from handlers.words import agreement_state_word, letter_state_word, stage_word, status_word
from partnership.agreements import AgreementState
from partnership.changes import Change, ChangeKind
from partnership.editing import Edited
from partnership.entities import Kind
from partnership.events import EventState
from partnership.letters import LetterState
from partnership.stages import Stage, Status
from partnership.steps import StepState

LONG = 160
"""Characters of a value beyond which a line of changes shows its beginning."""
QUIET = frozenset(
    {
        *("confirmed_by_document", "revision", "state_reason", "frozen", "taken", "last_id"),
        *("precision", "fold", "outcome_known", "embargoed", "owner_side"),
    }
)
"""Fields that only follow from others, or are shown beside them, and would be said twice."""

_STAGES = frozenset({"stage", "next_stage", "long_term_goal"})
_DATES = frozenset(
    {
        *("as_of", "since", "next_stage_on", "signed_on", "planned_on", "archived_at"),
        *("due", "asked_until"),
    }
)
_LINKS = {
    "areas": Kind.AREA,
    "owner_group": Kind.WORKING_GROUP,
    "owner_organisations": Kind.ORGANISATION,
    "points_of_contact": Kind.AREA,
    "home_coordinator": Kind.PERSON,
    "foreign_coordinator": Kind.PERSON,
    "home_coordinator_org": Kind.ORGANISATION,
    "foreign_coordinator_org": Kind.ORGANISATION,
    "foreign": Kind.PLACE,
    "person": Kind.PERSON,
    "organisation": Kind.ORGANISATION,
    "owner_person": Kind.PERSON,
    "controller": Kind.PERSON,
    "helpers": Kind.PERSON,
}


class Undo(CallbackData, prefix="un"):
    """Takes a change back."""

    batch: str


def undo_button(batch: str) -> InlineKeyboardButton:
    """The button beside everything that was changed."""
    return button(_("Undo"), Undo(batch=batch).pack())


def changed_screen(edited: Edited, partnership: str, reader: Reader) -> Screen:
    """What a command did: the pair, each field old → new, and how to take it back."""
    card = button(_("Open the card"), OpenPartner(id=partnership).pack())
    pair = pair_name(reader.registry.partnerships[partnership], reader.registry, reader.language)
    title = fill("<b>{pair}</b>", pair=pair)
    if not edited.changes:
        return Screen(lines([title, fill(_("It is already so; nothing was changed."))]), [[card]])
    rows = change_lines(edited.changes, reader)
    return Screen(lines([title, *rows]), [[card, undo_button(edited.batch)]])


def change_lines(
    changes: Sequence[Change], reader: Reader, *, backwards: bool = False
) -> list[Markup]:
    """One line a change; `backwards` for what was taken back: «old ← new»."""
    shown = [each for each in changes if each.field not in QUIET] or changes
    records = {each.entity: _record(each) for each in changes if each.field is None}
    return [_line(each, records, reader, backwards=backwards) for each in shown]


def _line(change: Change, records: Mapping[str, Any], reader: Reader, *, backwards: bool) -> Markup:
    if change.is_beside:
        return beside_line(change, reader.language, backwards=backwards)
    if change.field:
        return _field_line(change, reader, backwards=backwards)
    return _record_line(change, records, reader, backwards=backwards)


def _field_line(change: Change, reader: Reader, *, backwards: bool) -> Markup:
    assert change.field is not None
    old, new = _texts(change, reader)
    if backwards:
        return fill("{field}: {old} ← {new}", field=field_word(change.field), old=new, new=old)
    return fill("{field}: {old} → <b>{new}</b>", field=field_word(change.field), old=old, new=new)


def _texts(change: Change, reader: Reader) -> tuple[str, str]:
    """What stood there and what stands there, in words."""
    assert change.field is not None
    if change.kind is Kind.MINUTES:
        old, new = minutes_values(change.field, change.old, change.new, reader)
        nothing = _("not recorded")
        return _shortened(old) or nothing, _shortened(new) or nothing
    return _text(change, change.old, reader), _text(change, change.new, reader)


def _text(change: Change, value: Any, reader: Reader) -> str:
    """A value of the change in words."""
    assert change.field is not None
    if change.field == "state":
        return _state_text(change.kind, value, reader)
    words = event_value(change.field, value, reader) if change.kind is Kind.EVENT else None
    return value_text(change.field, value, reader) if words is None else _shortened(words)


def _record(change: Change) -> Any:
    """The record that came or went, in the values of the exchange format."""
    return change.new if change.what is ChangeKind.CREATED else change.old


def _record_line(
    change: Change, records: Mapping[str, Any], reader: Reader, *, backwards: bool
) -> Markup:
    """A record that came or went; `records` are those that came or went with it."""
    text = {
        (True, False): _("Added: {kind} «{name}»"),
        (False, False): _("Removed: {kind} «{name}»"),
        (True, True): _("Brought back: {kind} «{name}»"),
        (False, True): _("Taken back: {kind} «{name}»"),
    }[change.what is ChangeKind.CREATED, backwards]
    name = _name(change, records, reader)
    return fill(text, kind=kind_word(change.kind), name=name)


def _name(change: Change, records: Mapping[str, Any], reader: Reader) -> str:
    """The best name a record has of its own; an id only where it has none."""
    record = _record(change)
    if change.kind is Kind.PARTNERSHIP:
        ids = [record["home"], *record["foreign"]]
        return " – ".join(_place_name(each, records, reader) for each in ids)
    if change.kind is Kind.EVENT:
        return plain_event_name(record, reader)
    if change.kind is Kind.HANDOVER:
        return f"{record['leaving_name']} → {record['successor_name']}"
    if change.kind is Kind.MINUTES:
        return minutes_name(record, reader)
    for field in ("name", "title", "position", "subject", "what"):
        if record.get(field):
            return value_text(field, record[field], reader)
    return change.entity


def _place_name(place: str, records: Mapping[str, Any], reader: Reader) -> str:
    if place in reader.registry.places:
        return reader.registry.places[place].name.text(reader.language)
    return _plain(records[place]["name"], reader) if place in records else place


def value_text(field: str, value: Any, reader: Reader) -> str:
    """A value of the exchange format as people read it; unknown is «не внесено»."""
    if field == "access_taken":
        return _("yes") if value else _("no")
    if value is None or value == [] or value == "":
        return _("not recorded")
    return _shortened(_value(field, value, reader))


def _state_text(kind: Kind, value: Any, reader: Reader) -> str:
    """Where a record of this kind stands."""
    match kind:
        case Kind.EVENT if value:
            return state_word(EventState(value))
        case Kind.LETTER if value:
            return letter_state_word(LetterState(value))
        case Kind.STEP if value:
            return task_state_word(StepState(value))
        case Kind.AGREEMENT if value:
            return agreement_state_word(AgreementState(value))
    return value_text("state", value, reader)


def _value(field: str, value: Any, reader: Reader) -> str:
    if field in _STAGES:
        return stage_word(Stage(value))
    if field == "status":
        return status_word(Status(value))
    if field in _DATES:
        return short_date(_day(value, reader), reader.language)
    if field in _LINKS:
        ids = value if isinstance(value, list) else [value]
        return listed(_names(_LINKS[field], ids, reader), reader.language)
    if field == "channels":
        return ", ".join(each["value"] for each in value)
    return _plain(value, reader)


def _day(value: str, reader: Reader) -> date:
    """A day, or the day of a moment on the reader's wall."""
    moment = datetime.fromisoformat(value)
    return moment.astimezone(reader.zone).date() if moment.tzinfo else moment.date()


def _plain(value: Any, reader: Reader) -> str:
    if isinstance(value, dict) and set(value) <= {"uk", "en"}:
        first, second = reader.language, "uk" if reader.language == "en" else "en"
        return str(value.get(first) or value.get(second))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(_plain(each, reader) for each in value)
    return str(value)


def _names(kind: Kind, ids: Iterable[str], reader: Reader) -> list[str]:
    table = reader.registry.table(kind)
    return [table[each].name.text(reader.language) if each in table else each for each in ids]


def _shortened(text: str) -> str:
    return text if len(text) <= LONG else text[: LONG - 1] + "…"
