"""A tiny mapper between the core's dataclasses and rows: columns follow from the fields.

Bilingual texts and spans take a column for each part, tuples and nested records are JSON,
everything else is one plain column. There is no query language here: SQL stays SQL. Strings are
interned: the id of a record stands in all records that point to it, and is kept once.
"""

import json
import types
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from sys import intern
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from partnership.bilingual import Bilingual
from partnership.events import Span
from partnership.notes.note import Belongs, Message

T = TypeVar("T")
Row = Sequence[Any]
Convert = Callable[[Any], Any]

SHARED = 4_096
"""Lists of ids that come again and again (sources, areas): each is read once and shared."""

EMBEDDED: tuple[type, ...] = (Bilingual, Span, Belongs, Message)
"""Values that are spread over columns named `field_part`."""


class _Part:
    """One field: its columns, and the way there and back."""

    def __init__(self, name: str, hint: Any) -> None:
        self.name = name
        plain = _without_none(hint)
        self._embedded: type | None = plain if plain in EMBEDDED else None
        if self._embedded is None:
            self.columns: tuple[str, ...] = (name,)
            self._converts = [_converts(plain)]
        else:
            inner = list(_fields_of(plain))
            self.columns = tuple(f"{name}_{each.name}" for each, _ in inner)
            self._converts = [_converts(_without_none(each)) for _, each in inner]
            self._inner = tuple(each.name for each, _ in inner)
        self.width = len(self.columns)
        self.is_spread = self._embedded is not None
        self._reads = [None if read is _same else read for _, read in self._converts]
        self.convert = self._reads[0]
        self._optional = plain is not hint

    def write(self, value: Any) -> list[Any]:
        if self._embedded is None:
            return [None if value is None else self._converts[0][0](value)]
        if value is None:
            return [None] * self.width
        parts = [getattr(value, name) for name in self._inner]
        return [
            None if part is None else convert[0](part)
            for part, convert in zip(parts, self._converts, strict=True)
        ]

    def read(self, stored: Row) -> Any:
        """The embedded value of its columns; None where nothing is stored and that is allowed."""
        assert self._embedded is not None
        if self._optional and stored.count(None) == self.width:
            return None
        return self._embedded(
            *[
                part if part is None or convert is None else convert(part)
                for part, convert in zip(stored, self._reads, strict=True)
            ]
        )


class Mapping(Generic[T]):
    """How one dataclass is written to and read from one table."""

    def __init__(
        self,
        cls: type[T],
        table: str,
        *,
        key: str = "id",
        also_key: tuple[str, ...] = (),
        numbered: bool = False,
    ) -> None:
        self.cls = cls
        self.table = table
        self._parts = [_Part(each.name, hint) for each, hint in _fields_of(cls)]
        self._written = [p for p in self._parts if not (numbered and p.name == "id")]
        self.columns = tuple(column for part in self._parts for column in part.columns)
        self._plain, self._spread = self._layout()
        self.select = f"SELECT {', '.join(self._qualified())} FROM {table}"
        self.upsert = self._upsert((key, *also_key), numbered)
        self.delete = f'DELETE FROM {table} WHERE "{key}" = ?'

    def values(self, record: T) -> list[Any]:
        """The parameters of `upsert`."""
        return [value for part in self._written for value in part.write(getattr(record, part.name))]

    def read(self, row: Row) -> T:
        """A record from a row of `select`."""
        values: dict[str, Any] = {}
        for name, at, convert in self._plain:
            value = row[at]
            values[name] = value if value is None or convert is None else convert(value)
        for part, at in self._spread:
            values[part.name] = part.read(row[at : at + part.width])
        return self.cls(**values)

    def _layout(self) -> tuple[list[tuple[str, int, Convert | None]], list[tuple[_Part, int]]]:
        """Where each field stands in a row: those of one column apart, since most are."""
        plain: list[tuple[str, int, Convert | None]] = []
        spread: list[tuple[_Part, int]] = []
        at = 0
        for part in self._parts:
            if part.is_spread:
                spread.append((part, at))
            else:
                plain.append((part.name, at, part.convert))
            at += part.width
        return plain, spread

    def _qualified(self) -> Iterator[str]:
        return (f'{self.table}."{column}"' for column in self.columns)

    def _upsert(self, keys: tuple[str, ...], numbered: bool) -> str:
        written = [column for part in self._written for column in part.columns]
        marks = ", ".join("?" * len(written))
        names = ", ".join(f'"{column}"' for column in written)
        unique = ", ".join(f'"{key}"' for key in keys)
        changes = ", ".join(f'"{each}" = excluded."{each}"' for each in written if each not in keys)
        return (
            f"INSERT INTO {self.table} ({names}) VALUES ({marks})"
            f" ON CONFLICT ({unique}) DO UPDATE SET {changes}"
            + (" RETURNING id" if numbered else "")
        )


def _fields_of(cls: type) -> Iterator[tuple[Any, Any]]:
    hints = get_type_hints(cls)
    return ((each, hints[each.name]) for each in fields(cls))


def _without_none(hint: Any) -> Any:
    if get_origin(hint) not in {Union, types.UnionType}:
        return hint
    (plain,) = (each for each in get_args(hint) if each is not type(None))
    return plain


def _same(value: Any) -> Any:
    return value


def _converts(hint: Any) -> tuple[Convert, Convert]:
    """How a plain value is written and read back."""
    if hint is str:
        return _same, intern
    if hint in {int, float}:
        return _same, _same
    if hint is bool:
        return int, bool
    if hint in {date, time, datetime}:
        return hint.isoformat, hint.fromisoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str, {each.value: each for each in hint}.__getitem__
    if hint == tuple[str, ...]:
        return _dump_strings, _load_strings
    if is_dataclass(hint) or get_origin(hint) is tuple:
        return _json_converts(hint)
    raise TypeError(f"no column for {hint}")


def _dump_strings(value: tuple[str, ...]) -> str:
    return json.dumps(value, ensure_ascii=False) if value else "[]"


@lru_cache(SHARED)
def _load_strings(text: str) -> tuple[str, ...]:
    return tuple(map(intern, json.loads(text)))


def _json_converts(hint: Any) -> tuple[Convert, Convert]:
    adapter: TypeAdapter[Any] = TypeAdapter(hint)

    def dump(value: Any) -> str:
        return adapter.dump_json(value, exclude_defaults=True).decode()

    def load(text: str) -> Any:
        return () if text == "[]" else adapter.validate_json(text)

    return dump, load
