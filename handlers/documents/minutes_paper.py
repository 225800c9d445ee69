"""Minutes as files: DOCX to go on working with, PDF to send."""

from __future__ import annotations

import re
from pathlib import Path

from aiogram.utils.i18n import get_i18n
from aiogram.utils.i18n import gettext as _

from handlers.documents.paper_facts import Fact, paper_facts
from handlers.documents.rendering import render_docx
from handlers.documents.summary_facts import summary_facts
from handlers.documents.texts import printable
from handlers.documents.typesetting import render_pdf
from partnership.minutes.minutes import MinutesForm
from partnership.minutes.paper import Paper

FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')
"""What Windows, macOS or Telegram would not have in the name of a file."""
LONGEST_NAME = 200
"""Bytes: most systems stop at 255, and Ukrainian takes two a letter."""


async def minutes_docx(paper: Paper, language: str, office: Path | None = None) -> bytes:
    """The minutes as DOCX, in `language`; a summary always is in both.

    `office` is the folder of the setting MISTOK_TEMPLATES.
    """
    return await render_docx(f"{paper.form.value}.docx", _facts(paper, language), office)


async def minutes_pdf(paper: Paper, language: str, office: Path | None = None) -> bytes:
    """The same as PDF."""
    return await render_pdf(f"{paper.form.value}.typ", _facts(paper, language), office)


def file_name(paper: Paper, language: str, extension: str) -> str:
    """«Протокол Коростень – Бурж 2024-06-25.docx»: safe on every system, and to be found again."""
    with get_i18n().use_locale(language):
        form = {
            MinutesForm.PROTOCOL: _("Minutes"),
            MinutesForm.SUMMARY: _("Summary"),
            MinutesForm.CONVERSATION: _("Record of conversation"),
        }[paper.form]
    parties = " – ".join(each.text(language) for each in paper.parties)
    day = paper.first_day.isoformat() if paper.first_day else ""
    begin = FORBIDDEN.sub(" ", printable(f"{form} {parties}")).strip(" .")
    room = LONGEST_NAME - len(f" {day}.{extension}")
    short = begin.encode()[:room].decode(errors="ignore").strip(" .")
    return f"{short} {day}".strip() + f".{extension}"


def _facts(paper: Paper, language: str) -> Fact:
    if paper.form == MinutesForm.SUMMARY:
        return summary_facts(paper)
    with get_i18n().use_locale(language):
        return paper_facts(paper, language)
