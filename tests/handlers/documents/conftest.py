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
from tests.support.office_suite import missing_office, printed, saved_anew
from tests.support.word_templates import FOLDER, TEMPLATES


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
    skip_without_office()
    folder = tmp_path_factory.mktemp("pages")
    files = [folder / f"{name}.docx" for name in PRINTED]
    with catalogues.context():
        for file in files:
            file.write_bytes(asyncio.run(minutes_docx(*PRINTED[file.stem])))
    printed(files, folder)
    return folder


@pytest.fixture(scope="session")
def saved_templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of an office that has opened our templates in LibreOffice and saved them."""
    skip_without_office()
    folder = tmp_path_factory.mktemp("saved")
    saved_anew((FOLDER / name for name in TEMPLATES), folder)
    return folder


def skip_without_office() -> None:
    """Skip, with the reason, where LibreOffice is not installed."""
    reason = missing_office()
    if reason:
        pytest.skip(reason)
