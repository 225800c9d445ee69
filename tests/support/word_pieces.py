"""Pieces of Word templates: pages, styles, paragraphs, tables, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FONT = "Times New Roman"
GREY = RGBColor(0x80, 0x80, 0x80)
MARKS = re.compile(r"(\*\*.*?\*\*|\[\[.*?\]\]|//.*?//)")
"""How a run is marked in this script: **bold**, //italic//, [[grey]]."""

TITLE, TEXT, PLAIN, HEADING, SMALL = "Назва документа", "Текст", "Рядок", "Розділ", "Дрібний рядок"
ENGLISH = "English"
SMALL_PRINT = 12
"""Points in which a form is set that should stay on one page."""
MADE = datetime(2024, 6, 12)  # noqa: DTZ001 - the format has no zones


def page(points: int, left: int, right: int, top: int = 20, bottom: int = 20) -> Any:
    """An empty A4 page with our styles; margins in mm."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.header_distance = Mm(8)
    _describe(document)
    _styles(document, points)
    _page_numbers(section)
    return document


def write(into: Any, text: str, style: str = PLAIN) -> Paragraph:
    """A paragraph with marked runs."""
    paragraph = into.add_paragraph(style=style)
    return _runs(paragraph, text)


def control(into: Any, tag: str) -> None:
    """A line that repeats or leaves out what follows, and is itself never printed."""
    _runs(into.add_paragraph(style=SMALL), f"{{%p {tag} %}}")


def table(into: Any, widths: Sequence[float], *, lines: bool = False) -> Table:
    """A table of columns with widths in cm, without a row."""
    made = into.add_table(rows=0, cols=len(widths))
    made.autofit = False
    if lines:
        made.style = "Table Grid"
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    return made


def row(into: Table, *texts: str, style: str = PLAIN) -> Sequence[_Cell]:
    """A row that no page break splits."""
    made = into.add_row()
    made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, column, text in zip(made.cells, into.columns, texts, strict=False):
        cell.width = column.width
        cell.paragraphs[0].style = style
        _runs(cell.paragraphs[0], text)
    return made.cells


def row_control(into: Table, tag: str) -> None:
    """A row that repeats or leaves out the rows that follow."""
    made = into.add_row()
    _runs(made.cells[0].paragraphs[0], f"{{%tr {tag} %}}")


def heads(into: Table) -> None:
    """The latest row is repeated on each page."""
    into.rows[-1]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def close(document: Any) -> None:
    """A line too small to be seen: Word wants a paragraph after the last table."""
    write(document, "", SMALL).paragraph_format.line_spacing = Pt(1)


def underlined(cell: _Cell) -> None:
    """A line to sign on."""
    borders, bottom = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    cell._tc.get_or_add_tcPr().append(borders)


def ruled(made: Table) -> None:
    """A thin line between the columns."""
    borders, inside = OxmlElement("w:tblBorders"), OxmlElement("w:insideV")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "A6A6A6")):
        inside.set(qn(f"w:{name}"), value)
    borders.append(inside)
    after = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    made._tbl.tblPr.insert_element_before(borders, *after)


def aligned(paragraph: Paragraph, where: str) -> Paragraph:
    """The paragraph, to the left, the right, or in the middle."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH[where.upper()]
    return paragraph


def _runs(paragraph: Paragraph, text: str) -> Paragraph:
    for piece in filter(None, MARKS.split(text)):
        _run(paragraph, piece)
    return paragraph


def _run(paragraph: Paragraph, piece: str) -> Run:
    if not MARKS.fullmatch(piece):
        return paragraph.add_run(piece)
    run = paragraph.add_run(piece[2:-2])
    run.bold = piece.startswith("**") or None
    run.italic = piece.startswith("//") or None
    if piece.startswith("[["):
        run.font.color.rgb = GREY
    return run


def _describe(document: Any) -> None:
    about = document.core_properties
    about.author, about.title, about.comments = "Mistok", "", ""
    about.created = about.modified = MADE
    about.language = "uk-UA"


def _styles(document: Any, points: int) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(points)
    for script in ("w:eastAsia", "w:cs", "w:hAnsi", "w:ascii"):
        normal.element.rPr.rFonts.set(qn(script), FONT)
    _speak(normal, "uk-UA")
    form = normal.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing = 1.0
    roomy = points > SMALL_PRINT
    _add(document, PLAIN, after=2 if roomy else 1)
    _add(
        document,
        TEXT,
        after=4 if roomy else 2,
        indent=1.25,
        align="justify",
        spacing=1.1 if roomy else 1.0,
    )
    _add(document, TITLE, before=6, after=10, align="center", bold=True, next=True)
    heading = (10, 4) if roomy else (6, 2)
    _add(document, HEADING, before=heading[0], after=heading[1], bold=True, next=True)
    _add(document, SMALL, size=points - 2)
    _speak(_add(document, ENGLISH, after=2 if roomy else 1), "en-GB")


def _add(
    document: Any,
    name: str,
    *,
    before: int = 0,
    after: int = 0,
    indent: float = 0,
    align: str = "left",
    spacing: float = 1.0,
    bold: bool = False,
    size: int | None = None,
    next: bool = False,  # noqa: A002 - Word's own word: keep with next
) -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.quick_style = document.styles["Normal"], True
    style.font.bold = bold or None
    style.font.size = Pt(size) if size else None
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.first_line_indent = Cm(indent) if indent else None
    form.alignment = WD_ALIGN_PARAGRAPH[align.upper()]
    form.line_spacing, form.keep_with_next = spacing, next or None
    return style


def _speak(style: Any, language: str) -> None:
    spelling = OxmlElement("w:lang")
    spelling.set(qn("w:val"), language)
    style.element.get_or_add_rPr().append(spelling)


def _page_numbers(section: Any) -> None:
    """At the top in the middle, from the second page on (ДСТУ 4163:2020)."""
    section.different_first_page_header_footer = True
    paragraph = aligned(section.header.paragraphs[0], "center")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
