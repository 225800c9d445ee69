"""The pages: DOCX printed by LibreOffice, PDF by typst, both read back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from structlog.testing import capture_logs

from handlers.documents.minutes_paper import minutes_docx, minutes_pdf
from partnership.minutes.minutes import MinutesForm
from partnership.minutes.paper import PaperItem
from tests.handlers.documents.nasty import LONGEST, NASTY, a_nasty_paper
from tests.handlers.documents.printed_papers import PRINTED
from tests.support.papers import SLIP, a_bare_paper, a_long_paper, a_paper, said
from tests.support.word_reading import lines_of

A4 = (595, 842)
LONG = 1_000


def text_of(pdf: bytes) -> str:
    """The letters of all pages without the numbers of the pages.

    Where lines break, and hyphens at their ends, says nothing.
    """
    texts = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    later = (text.strip().removeprefix(str(page)) for page, text in enumerate(texts[1:], start=2))
    return squeezed("".join([*texts[:1], *later]))


def is_shown_as_it_is(text: str) -> bool:
    """Neither pictures, nor letters written from the right, nor a text over several pages."""
    return len(text) < LONG and all(
        each < "\u0500" or "\u2010" <= each <= "\u2200" for each in text
    )


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("-", "").replace("\u00ad", "")


def page_count(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize(
    ("name", "count"), [("protocol", 2), ("summary", 2), ("conversation", 1), ("draft", 1)]
)
def test_minutes_take_as_many_pages_as_a_secretary_would_need(
    pages: Path, name: str, count: int
) -> None:
    assert page_count((pages / f"{name}.pdf").read_bytes()) == count


@pytest.mark.parametrize("name", sorted(PRINTED))
async def test_libreoffice_prints_every_line_of_the_file(pages: Path, name: str) -> None:
    printed = text_of((pages / f"{name}.pdf").read_bytes())
    lines = filter(is_shown_as_it_is, lines_of((pages / f"{name}.docx").read_bytes()))
    assert [line for line in lines if squeezed(line) not in printed] == []


def test_pages_are_a4_and_numbered_from_the_second_on(pages: Path) -> None:
    first, second, *_ = PdfReader(pages / "long.pdf").pages
    assert (round(first.mediabox.width), round(first.mediabox.height)) == A4
    assert not first.extract_text().startswith("1")
    assert second.extract_text().startswith("2")


@pytest.mark.parametrize("form", MinutesForm)
@pytest.mark.parametrize("make", [a_paper, a_bare_paper])
@pytest.mark.parametrize("language", ["uk", "en"])
async def test_the_pdf_says_what_the_docx_says(form: MinutesForm, make, language: str) -> None:
    pdf = text_of(await minutes_pdf(make(form), language))
    lines = lines_of(await minutes_docx(make(form), language))
    assert [line for line in lines if squeezed(line) not in pdf] == []


@pytest.mark.parametrize("form", MinutesForm)
async def test_nothing_typed_acts_as_a_program_of_typst(form: MinutesForm) -> None:
    pdf = text_of(await minutes_pdf(a_nasty_paper(form), "uk"))
    typed = [text for text in NASTY.values() if is_shown_as_it_is(text)]
    assert [text for text in typed if squeezed(text) not in pdf] == []


@pytest.mark.parametrize("form", MinutesForm)
async def test_the_pdf_shows_amendments_as_the_docx_does(form: MinutesForm) -> None:
    paper = a_paper(form, amendments=(SLIP,))
    pdf = text_of(await minutes_pdf(paper, "uk"))
    lines = lines_of(await minutes_docx(paper, "uk"))
    assert [line for line in lines if squeezed(line) not in pdf] == []
    assert "описка" in pdf


async def test_a_very_long_point_goes_on_over_pages_without_a_loss(pages: Path) -> None:
    words = 2 * LONGEST.count("Слово")  # one column each
    printed = (pages / "nasty_summary.pdf").read_bytes()
    typeset = await minutes_pdf(a_nasty_paper(MinutesForm.SUMMARY), "uk")
    assert [text_of(pdf).count("Слово,") for pdf in (printed, typeset)] == [words, words]


async def test_the_pdf_has_a_page_for_what_its_fonts_lack() -> None:
    assert page_count(await minutes_pdf(a_nasty_paper(), "uk")) > 1


async def test_the_pdf_names_the_meeting_in_the_window_that_shows_it() -> None:
    titles = [
        PdfReader(BytesIO(await minutes_pdf(a_paper(form), "uk"))).metadata.title
        for form in (MinutesForm.PROTOCOL, MinutesForm.SUMMARY)
    ]
    ukrainian = "Двостороння онлайн-зустріч Коростень – Бурж"
    assert titles == [ukrainian, f"{ukrainian} / Bilateral online meeting Korosten – Bourges"]


async def test_a_hundred_points_are_all_printed() -> None:
    pdf = text_of(await minutes_pdf(a_long_paper(100), "uk"))
    numbers = [f"{item}.{point}" for item in range(1, 11) for point in range(1, 11)]
    assert [each for each in numbers if f"{each}.Точка" not in pdf] == []


@pytest.mark.parametrize("form", MinutesForm)
@pytest.mark.parametrize("make", [a_paper, a_bare_paper])
async def test_a_template_saved_by_an_office_makes_the_same_document(
    saved_templates: Path, form: MinutesForm, make
) -> None:
    with capture_logs() as logs:
        theirs = await minutes_docx(make(form), "uk", saved_templates)
    assert lines_of(theirs) == lines_of(await minutes_docx(make(form), "uk"))
    assert logs == []


async def test_a_word_without_an_end_stays_in_its_column() -> None:
    item = PaperItem(number=1, title=None, spoke=(said("1.1", "ж" * 300, "w" * 300),))
    pdf = await minutes_pdf(a_paper(MinutesForm.SUMMARY, items=(item,)), "uk")
    text = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert text.count("ж") >= 300
    assert max(line.count("ж") for line in text.splitlines()) < 60
