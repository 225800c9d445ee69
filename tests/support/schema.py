"""Checks requests of the bot against the schema of the Bot API."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.sandbox.recording import Request

SCHEMA = Path(__file__).parent / "bot_api_schema.json"
INTEGER = re.compile(r"-?\d+")
FLOAT = re.compile(r"-?\d+(\.\d+)?(e-?\d+)?")
ALTERNATIVES = re.compile(r" or | and |, ")
ATTACHED = "attach://"


class SchemaCheck:
    """The hook for `on_request`; collects what the schema does not allow.

    Attributes:
        violations: one sentence each.
    """

    def __init__(self) -> None:
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        self._methods: dict[str, dict[str, tuple[str, bool]]] = {
            name.lower(): fields for name, fields in schema["methods"].items()
        }
        self._types: dict[str, dict[str, tuple[str, bool]]] = schema["types"]
        self._unions: dict[str, list[str]] = schema["unions"]
        self.violations: list[str] = []

    def __call__(self, request: Request) -> None:
        """Check one request."""
        fields = self._methods.get(request.method.lower())
        if fields is None:
            self.violations.append(f"{request.method}: no such method in the Bot API")
            return
        uploads = {name: f"{ATTACHED}{name}" for name in request.files if name in fields}
        values = _parsed(request.parameters | uploads, fields)
        attached = set(request.files)
        for problem in self._problems(values, fields, request.method):
            self.violations.append(problem)
        for name in _attachments(values):
            if name not in attached:
                self.violations.append(f"{request.method}: no part for {ATTACHED}{name}")

    def _problems(
        self, values: dict[str, Any], fields: dict[str, tuple[str, bool]], place: str
    ) -> Iterator[str]:
        for name, (kind, required) in fields.items():
            if name not in values:
                if required:
                    yield f"{place}.{name} is required"
            elif not self._fits(values[name], kind):
                yield f"{place}.{name} is no {kind}: {values[name]!r}"
        for name in values:
            if name not in fields:
                yield f"{place}.{name} is unknown"

    def _fits(self, value: Any, kind: str) -> bool:
        if kind.startswith("Array of "):
            inner = kind.removeprefix("Array of ")
            return isinstance(value, list) and all(self._fits(one, inner) for one in value)
        if kind in self._unions:
            return any(self._fits(value, member) for member in self._unions[kind])
        if kind in self._types and kind != "InputFile":
            return isinstance(value, dict) and not any(
                self._problems(value, self._types[kind], kind)
            )
        alternatives = ALTERNATIVES.split(kind)
        if len(alternatives) > 1:
            return any(self._fits(value, one) for one in alternatives)
        return _is_simple(value, kind)


def _is_simple(value: Any, kind: str) -> bool:
    if kind in {"String", "InputFile"}:
        return isinstance(value, str)
    if kind == "Integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "Float":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind == "Boolean":
        return isinstance(value, bool)
    if kind == "True":
        return value is True
    raise AssertionError(f"the schema has an unexpected type {kind}")


def _parsed(values: dict[str, Any], fields: dict[str, tuple[str, bool]]) -> dict[str, Any]:
    """Form values in the form that their types would have in JSON."""
    return {
        name: _from_form(value, fields[name][0]) if name in fields else value
        for name, value in values.items()
    }


def _from_form(value: Any, kind: str) -> Any:
    if not isinstance(value, str) or kind in {"String", "InputFile", "InputFile or String"}:
        return value
    if "Integer" in kind and INTEGER.fullmatch(value):
        return int(value)
    if kind == "Float" and FLOAT.fullmatch(value):
        return float(value)
    if kind in {"Boolean", "True"} and value in {"true", "false"}:
        return value == "true"
    try:
        return json.loads(value) if value[:1] in {"{", "["} else value
    except ValueError:
        return value


def _attachments(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.startswith(ATTACHED):
        yield value.removeprefix(ATTACHED)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _attachments(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _attachments(inner)
