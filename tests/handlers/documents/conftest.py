"""Texts of the bot for documents, and pages that LibreOffice printed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiogram.utils.i18n import I18n

from bot.catalogues import load_i18n
from handlers.documents.minutes_paper import minutes_docx
from tests.handlers.documents.printed_papers import PRINTED
from tests.support.office_suite import missing_office, printed


@pytest.fixture(scope="session")
def catalogues() -> I18n:
    """Both catalogues, compiled once."""
    return load_i18n("uk")


@pytest.fixture(autouse=True)
def speaking(catalogues: I18n) -> Iterator[None]:
    """As in a handler: the catalogue can be asked."""
    with catalogues.context():
        yield


@pytest.fixture(scope="session")
def pages(catalogues: I18n, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the PDF files that LibreOffice made of `PRINTED`."""
    reason = missing_office()
    if reason:
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("pages")
    files = [folder / f"{name}.docx" for name in PRINTED]
    with catalogues.context():
        for file in files:
            file.write_bytes(asyncio.run(minutes_docx(*PRINTED[file.stem])))
    printed(files, folder)
    return folder
