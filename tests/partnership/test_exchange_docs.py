"""The description of the exchange format says all that the reader knows, in both languages."""

import dataclasses
import re
from pathlib import Path

import pytest

from partnership.entities import CLASS_OF, GROWING
from partnership.exchange.document import SECTIONS

DOCS = Path(__file__).resolve().parents[2] / "docs"


def documented(text, section):
    """Names in the first column of the table of a section."""
    part = re.split(rf"^### `{section}`", text, flags=re.MULTILINE)[1].split("\n#")[0]
    return set(re.findall(r"^\| `(\w+)` \|", part, flags=re.MULTILINE))


@pytest.mark.parametrize("name", ["exchange-format.md", "exchange-format.uk.md"])
@pytest.mark.parametrize("section", list(SECTIONS))
def test_every_field_is_described(name, section):
    kind = SECTIONS[section]
    fields = {field.name for field in dataclasses.fields(CLASS_OF[kind])}
    expected = fields - {"id"} if kind in GROWING else fields
    assert documented((DOCS / name).read_text("utf-8"), section) == expected


def test_both_languages_describe_the_same_things():
    headings = [
        re.findall(r"^### `?(\w+)", (DOCS / name).read_text("utf-8"), flags=re.MULTILINE)
        for name in ("exchange-format.md", "exchange-format.uk.md")
    ]
    assert headings[0] == headings[1]
