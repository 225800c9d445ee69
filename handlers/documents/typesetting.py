"""PDF by typst: the template is a program, the facts are data that it reads as JSON."""

from __future__ import annotations

import asyncio
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handlers.documents.rendering import Facts, first_that_works, our_template
from handlers.documents.texts import changed, printable

if TYPE_CHECKING:
    import typst

PIECES = "pieces.typ"
"""What our templates share; those of an office may import it too."""


async def render_pdf(template: str, facts: Facts, office: Path | None = None) -> bytes:
    """The PDF made of a template of `examples/templates/`: `protocol.typ`.

    A file of the same name in `office`, the folder of the setting MISTOK_TEMPLATES, goes first.
    """
    return await asyncio.to_thread(_pdf, template, facts, office)


def _pdf(template: str, facts: Facts, office: Path | None) -> bytes:
    data = json.dumps(changed(facts, printable), ensure_ascii=False)
    return first_that_works(template, office, lambda source: _compiled(source, data))


def _compiled(source: bytes, data: str) -> bytes:
    import typst

    # Several files in memory are an input that typst's own annotations leave out.
    project: Any = {"main.typ": source, PIECES: our_template(PIECES)}
    pdf = typst.compile(project, format="pdf", font_paths=_fonts(), sys_inputs={"facts": data})
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _fonts() -> typst.Fonts:
    """The fonts of the system and those that typst brings along: looked for once."""
    import typst

    return typst.Fonts()
