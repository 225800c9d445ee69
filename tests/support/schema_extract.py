"""Derive `bot_api_schema.json` from the schema in aiogram's source distribution.

Usage: python -m tests.support.schema_extract SCHEMA.json
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent / "bot_api_schema.json"
TYPE_NAME = re.compile(r"[A-Z]\w+")
MEMBER = re.compile(r"\n - (\w+)")


def extract(schema: dict[str, Any]) -> dict[str, Any]:
    """Methods with their parameters, and the types that those parameters need."""
    described = {item["name"]: item for part in schema["items"] for item in part["children"]}
    methods = {
        name: _fields(item) for name, item in described.items() if item["category"] == "methods"
    }
    types: dict[str, Any] = {}
    unions: dict[str, list[str]] = {}
    wanted = [kind for fields in methods.values() for kind, _ in fields.values()]
    while wanted:
        for name in TYPE_NAME.findall(wanted.pop()):
            if name in types or name in unions or name not in described:
                continue
            members = MEMBER.findall(described[name]["description"])
            if described[name]["annotations"] or not members:
                types[name] = _fields(described[name])
                wanted += [kind for kind, _ in types[name].values()]
            else:
                unions[name] = members
                wanted += members
    return {
        "version": schema["api"]["version"],
        "methods": methods,
        "types": dict(sorted(types.items())),
        "unions": dict(sorted(unions.items())),
    }


def _fields(item: dict[str, Any]) -> dict[str, list[Any]]:
    return {field["name"]: [field["type"], field["required"]] for field in item["annotations"]}


def _written(compact: dict[str, Any]) -> str:
    """JSON with one method or type a line, so that changes can be read."""
    parts = [f'"version": {json.dumps(compact["version"])}']
    for name in ("methods", "types", "unions"):
        lines = (f"{json.dumps(key)}: {json.dumps(one)}" for key, one in compact[name].items())
        parts.append(f'"{name}": {{\n' + ",\n".join(lines) + "\n}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    source = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    TARGET.write_text(_written(extract(source)), encoding="utf-8")
