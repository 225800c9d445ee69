"""What stands in a DOCX file, from top to bottom, as somebody reads it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.table import Table

Rows = list[tuple[str, ...]]


def lines_of(file: bytes) -> list[str]:
    """Each paragraph, and each cell of each table from left to right; empty ones left out."""
    return [line for line in _lines(Document(BytesIO(file))) if line.strip()]


def rows_of(file: bytes) -> list[Rows]:
    """The tables with their rows and cells."""
    return [
        [tuple(cell.text for cell in row.cells) for row in table.rows]
        for table in Document(BytesIO(file)).tables
    ]


def grey_of(file: bytes) -> list[str]:
    """What is printed in grey: the words for what is not recorded."""
    document = Document(BytesIO(file))
    paragraphs = document.element.body.iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}r"
    )
    runs = (run for run in paragraphs if run.xpath("w:rPr/w:color[@w:val='808080']"))
    return [run.text for run in runs if run.text]


def _lines(container: Any) -> Iterator[str]:
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _lines(cell)
        else:
            yield block.text
