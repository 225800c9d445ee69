"""Documents from templates and facts: DOCX by docxtpl, on first use and in a thread.

Facts are words, numbers, truths, lists and mappings of them. Whatever somebody typed stays a text.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import structlog

log = structlog.get_logger(__name__)

Facts = Mapping[str, object]
Document = TypeVar("Document")


async def render_docx(template: str, facts: Facts, office: Path | None = None) -> bytes:
    """The DOCX made of a template of `examples/templates/`: `protocol.docx`.

    A file of the same name in `office`, the folder of the setting MISTOK_TEMPLATES, goes first.
    """
    return await asyncio.to_thread(_docx, template, facts, office)


def _docx(template: str, facts: Facts, office: Path | None) -> bytes:
    # Takes a tenth of a second and 8 MB: most processes never make a document.
    from handlers.documents.word import filled_in

    return first_that_works(template, office, lambda source: filled_in(source, facts))


def first_that_works(
    template: str, office: Path | None, render: Callable[[bytes], Document]
) -> Document:
    """The document by the office's own template, or by ours where that one is missing or broken."""
    if office is not None:
        own = office / template
        try:
            if own.is_file():
                return render(own.read_bytes())
        except Exception:
            log.exception("a template of the office is broken, ours is taken", template=str(own))
    return render(our_template(template))


def our_template(name: str) -> bytes:
    """A template that comes with the project."""
    return (files("examples") / "templates" / name).read_bytes()
