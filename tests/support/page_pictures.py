"""Take the guides' pictures of documents: python -m tests.support.page_pictures

LibreOffice prints what Word would, poppler draws the first page.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from bot.catalogues import load_i18n
from handlers.documents.minutes_paper import minutes_docx
from partnership.minutes.minutes import MinutesForm
from partnership.minutes.paper import Paper
from tests.support.office_suite import pictured, printed
from tests.support.papers import a_paper
from tests.support.pictures import IMAGES

WIDTH = 620
PICTURES: dict[str, tuple[Paper, str]] = {
    "protocol-uk": (a_paper(), "uk"),
    "protocol-en": (a_paper(), "en"),
    "summary": (a_paper(MinutesForm.SUMMARY), "uk"),
    "conversation-uk": (a_paper(MinutesForm.CONVERSATION), "uk"),
    "conversation-en": (a_paper(MinutesForm.CONVERSATION), "en"),
}


async def write(folder: Path) -> list[Path]:
    """The DOCX files of which pictures are taken."""
    files = []
    with load_i18n("uk").context():
        for name, (paper, language) in PICTURES.items():
            files.append(folder / f"{name}.docx")
            files[-1].write_bytes(await minutes_docx(paper, language))
    return files


def main(images: Path = IMAGES) -> None:
    """Take all of them."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        printed(asyncio.run(write(folder)), folder)
        for name in PICTURES:
            pictured(folder / f"{name}.pdf", 1, images / f"{name}.png", WIDTH)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
