"""A Word template filled in. Imported on first use only: docxtpl is heavy."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment
from jinja2 import Template as CompiledTemplate
from lxml import etree
from markupsafe import Markup, escape

from handlers.documents.texts import changed, printable

OURS = "uk-UA"
SPELLING = {"en": "en-GB"}
"""Languages other than ours in which Word is to check the spelling."""
LANGUAGE_TAG = qn("w:lang")
VALUE = qn("w:val")
KEPT = 64
"""Parts of templates that stay compiled: a body, headers and footers, and some properties each."""


class Template(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """A template that fails where docxtpl would mend broken XML by dropping texts in silence."""

    def fix_tables(self, xml: str) -> etree._Element:
        """Parse strictly first.

        Raises:
            etree.XMLSyntaxError: the template’s tags do not stand where they may.
        """
        etree.fromstring(xml)
        return super().fix_tables(xml)


class Remembering(Environment):
    """Compiles a template once: that takes half the time of a document."""

    def from_string(self, source: Any, *_: Any, **__: Any) -> CompiledTemplate:
        """The template, compiled now or earlier."""
        return _compiled(source)


@lru_cache(KEPT)
def _compiled(source: str) -> CompiledTemplate:
    return Environment(autoescape=True).from_string(source)


def filled_in(source: bytes, facts: Mapping[str, object]) -> bytes:
    """The document, as the bytes of a DOCX file."""
    template = Template(BytesIO(source))
    template.render({name: changed(value, inert) for name, value in facts.items()}, Remembering())
    _spell_in(template, SPELLING.get(str(facts.get("language")), OURS))
    document = BytesIO()
    template.save(document)
    return document.getvalue()


def _spell_in(template: Template, tag: str) -> None:
    """Let Word underline what is wrong in the language of the document, not every word."""
    for each in template.docx.styles.element.iter(LANGUAGE_TAG):
        if each.get(VALUE) == OURS:
            each.set(VALUE, tag)


def inert(text: str) -> Markup:
    """The text as XML that means nothing to Jinja or to docxtpl.

    Braces go as numbers: docxtpl turns `{_{` into `{{` once the texts are in.
    """
    escaped = str(escape(printable(text)))
    return Markup(escaped.replace("{", "&#123;").replace("}", "&#125;"))
