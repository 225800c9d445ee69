"""A Word template filled in. Imported on first use only: docxtpl is heavy."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO

from docxtpl import DocxTemplate
from lxml import etree
from markupsafe import Markup, escape

NOT_XML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids, and the control characters that it merely advises against."""


class Template(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """A template that fails where docxtpl would mend broken XML by dropping texts in silence."""

    def fix_tables(self, xml: str) -> etree._Element:
        """Parse strictly first.

        Raises:
            etree.XMLSyntaxError: the template’s tags do not stand where they may.
        """
        etree.fromstring(xml)
        return super().fix_tables(xml)


def filled_in(source: bytes, facts: Mapping[str, object]) -> bytes:
    """The document, as the bytes of a DOCX file."""
    template = Template(BytesIO(source))
    template.render({name: inert(value) for name, value in facts.items()}, autoescape=True)
    document = BytesIO()
    template.save(document)
    return document.getvalue()


def inert(value: object) -> object:
    """The same facts, with texts that mean nothing to XML, to Jinja or to docxtpl."""
    match value:
        case None | bool() | int() | float():
            return value
        case Mapping():
            return {name: inert(each) for name, each in value.items()}
        case Sequence() if not isinstance(value, str | bytes):
            return [inert(each) for each in value]
    return _text(str(value))


def _text(text: str) -> Markup:
    """The text for XML; braces as numbers, since docxtpl reads `{_{` once the text is in."""
    kept = NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return Markup(str(escape(kept)).replace("{", "&#123;").replace("}", "&#125;"))
