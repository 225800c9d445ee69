"""The papers that LibreOffice prints for the tests: by the name of the file."""

from __future__ import annotations

from partnership.minutes.minutes import MinutesForm
from tests.handlers.documents.nasty import a_nasty_paper
from tests.support.papers import a_bare_paper, a_long_paper, a_paper

PRINTED = {
    "protocol": (a_paper(), "uk"),
    "protocol_en": (a_paper(), "en"),
    "summary": (a_paper(MinutesForm.SUMMARY), "uk"),
    "conversation": (a_paper(MinutesForm.CONVERSATION), "uk"),
    "draft": (a_bare_paper(), "uk"),
    "long": (a_long_paper(100), "uk"),
    "nasty": (a_nasty_paper(), "uk"),
    "nasty_summary": (a_nasty_paper(MinutesForm.SUMMARY), "uk"),
}
