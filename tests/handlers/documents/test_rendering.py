"""Rendering: a text stays a text, and the office's own template goes first."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import QName
from structlog.testing import capture_logs

from handlers.documents.minutes_paper import minutes_docx, minutes_pdf
from handlers.documents.rendering import our_template, render_docx
from handlers.documents.texts import printable
from handlers.documents.word import filled_in
from partnership.minutes.minutes import MinutesForm
from tests.handlers.documents.nasty import UNPRINTABLE
from tests.support.papers import a_bare_paper, a_paper
from tests.support.word_reading import lines_of
from tests.support.word_templates import TEMPLATES


def a_template(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


TEXTS = a_template("{%p for text in texts %}", "{{ text }}", "{%p endfor %}")
TEMPLATE_MARKS = st.text(alphabet="{}_%#p rt<>&;'\"/w:\n\t\\a1", max_size=40)


def read(file: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(file)).paragraphs]


@settings(max_examples=25)
@given(st.lists(st.text() | TEMPLATE_MARKS, min_size=1, max_size=20))
def test_any_text_comes_out_as_it_went_in(texts: list[str]) -> None:
    assert read(filled_in(TEXTS, {"texts": texts})) == [printable(text) for text in texts]


@given(st.text())
def test_what_can_be_printed_is_left_as_it_is(text: str) -> None:
    assert printable(printable(text)) == printable(text)


def test_what_no_page_can_show_is_left_out() -> None:
    assert printable(UNPRINTABLE) == "Докінця року"


def test_lines_stay_lines_whatever_machine_they_come_from() -> None:
    assert printable("перший\r\nдругий\rтретій\nчетвертий") == "перший\nдругий\nтретій\nчетвертий"


async def test_the_template_of_the_office_goes_first(tmp_path: Path) -> None:
    (tmp_path / "protocol.docx").write_bytes(a_template("Герб", "{{ words.resolved }}"))
    file = await minutes_docx(a_paper(), "uk", tmp_path)
    assert lines_of(file) == ["Герб", "ВИРІШИЛИ:"]


async def test_the_office_may_change_the_pdf_as_well(tmp_path: Path) -> None:
    ours = await minutes_pdf(a_paper(), "uk", tmp_path)
    (tmp_path / "protocol.typ").write_text('#import "pieces.typ": facts\n#facts.title', "utf-8")
    assert len(await minutes_pdf(a_paper(), "uk", tmp_path)) < len(ours)


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"not a file of Word", id="no DOCX"),
        pytest.param(a_template("{{ title"), id="a tag without an end"),
        pytest.param(a_template("{%p for item in agenda %}"), id="a loop without an end"),
        pytest.param(a_template("{{ title.no.such.thing }}"), id="a fact that is not there"),
        pytest.param(a_template("{%r if title %}", "{{ title }}"), id="half a condition"),
    ],
)
async def test_a_broken_template_is_reported_and_ours_is_taken(
    tmp_path: Path, broken: bytes
) -> None:
    own = tmp_path / "protocol.docx"
    own.write_bytes(broken)
    with capture_logs() as logs:
        file = await minutes_docx(a_paper(), "uk", tmp_path)
    assert "ПРОТОКОЛ" in lines_of(file)
    assert [(each["log_level"], each["template"]) for each in logs] == [("error", str(own))]


async def test_a_broken_template_of_the_pdf_is_reported_and_ours_is_taken(tmp_path: Path) -> None:
    (tmp_path / "protocol.typ").write_text("#no-such-function()", "utf-8")
    with capture_logs() as logs:
        file = await minutes_pdf(a_paper(), "uk", tmp_path)
    assert file.startswith(b"%PDF")
    assert [each["log_level"] for each in logs] == ["error"]


async def test_facts_may_be_numbers_truths_lists_and_nothing() -> None:
    facts = {"words": {}, "sections": [], "agenda": (), "present": [], "number": 7, "draft": False}
    assert "7" in " ".join(lines_of(await render_docx("protocol.docx", facts)))


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_templates_are_those_that_the_scripts_make(name: str) -> None:
    made = BytesIO()
    TEMPLATES[name]().save(made)
    assert parts(made) == parts(BytesIO(our_template(name)))


ORDERS = {
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar vAlign",
    "rPr": "rStyle rFonts b bCs i iCs caps color spacing kern position sz szCs u lang",
}
"""The order of the schema: Word calls a file broken in which it is another."""


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_is_in_the_order_that_word_demands(name: str) -> None:
    document = Document(BytesIO(our_template(name)))
    for element in document.element.body.iter(*(qn(f"w:{each}") for each in ORDERS)):
        order = ORDERS[QName(element).localname].split()
        found = [QName(each).localname for each in element]
        assert found == sorted(found, key=order.index)


@pytest.mark.parametrize("form", MinutesForm)
@pytest.mark.parametrize("make", [a_paper, a_bare_paper])
async def test_no_document_or_cell_ends_with_a_table(form: MinutesForm, make) -> None:
    body = Document(BytesIO(await minutes_docx(make(form), "uk"))).element.body
    ends = [body[-2], *(cell[-1] for cell in body.iter(qn("w:tc")))]
    assert {QName(each).localname for each in ends} == {"p"}


def parts(file: BytesIO) -> dict[str, bytes]:
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
