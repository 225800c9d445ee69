"""Records as plain JSON values and back: strict, and exact about what is wrong."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from partnership.entities import CLASS_OF, GROWING, Entity, Kind, kind_of


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: `partnerships[3].stage`."""

    path: str
    code: str
    """A short code such as `missing`, `unknown_key`, `enum`, `unknown_reference`."""
    detail: str = ""


class UnreadableError(Exception):
    """A record or a file that cannot be read, with every problem found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{each.path}: {each.code} {each.detail}" for each in problems))
        self.problems = problems


@cache
def _adapter(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(CLASS_OF[kind])


def to_plain(entity: Entity, *, complete: bool = False) -> dict[str, Any]:
    """A record as JSON values; without what is unknown or usual unless `complete`."""
    kind = kind_of(entity)
    plain: dict[str, Any] = _adapter(kind).dump_python(
        entity, mode="json", exclude_defaults=not complete
    )
    if kind in GROWING:
        plain.pop("id", None)
    return plain


def from_plain(kind: Kind, plain: object, path: str = "") -> Any:
    """The record that `plain` describes. Raises UnreadableError with all its problems."""
    if kind in GROWING and isinstance(plain, dict) and "id" in plain:
        raise UnreadableError((Problem(_join(path, "id"), "unknown_key"),))
    try:
        entity = _adapter(kind).validate_json(json.dumps(plain), strict=True)
    except ValidationError as error:
        raise UnreadableError(tuple(_problems(error, path))) from None
    unknown = tuple(_unknown_keys(plain, _adapter(kind).dump_python(entity, mode="json"), path))
    if unknown:
        raise UnreadableError(unknown)
    return entity


def _problems(error: ValidationError, path: str) -> Iterator[Problem]:
    for each in error.errors(include_url=False):
        where = path
        for step in each["loc"]:
            where = f"{where}[{step}]" if isinstance(step, int) else _join(where, step)
        yield Problem(where, each["type"], each["msg"])


def _unknown_keys(given: object, known: object, path: str) -> Iterator[Problem]:
    """Keys of `given` that reading dropped: a dataclass ignores what it does not know."""
    if isinstance(given, dict) and isinstance(known, dict):
        for key, value in given.items():
            if key in known:
                yield from _unknown_keys(value, known[key], _join(path, key))
            else:
                yield Problem(_join(path, key), "unknown_key")
    elif isinstance(given, list) and isinstance(known, list):
        for position, (value, read) in enumerate(zip(given, known, strict=True)):
            yield from _unknown_keys(value, read, f"{path}[{position}]")


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
