"""LibreOffice and poppler: what a page looks like to people who open the files."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

COMMANDS = ("soffice", "pdftoppm")
LONGEST_SECONDS = 120


def missing_office() -> str | None:
    """Why pages cannot be looked at here; None where they can.

    Raises:
        AssertionError: in CI, where LibreOffice and poppler must be there.
    """
    missing = [each for each in COMMANDS if not shutil.which(each)]
    if not missing:
        return None
    assert os.environ.get("CI") != "true", f"CI must have {' and '.join(missing)}"
    return f"{' and '.join(missing)} not installed"


def printed(files: Iterable[Path], folder: Path) -> None:
    """Print DOCX files as PDF into a folder."""
    _converted(files, folder, "pdf")


def saved_anew(files: Iterable[Path], folder: Path) -> None:
    """Save DOCX files into a folder as somebody does who has opened them."""
    _converted(files, folder, "docx:MS Word 2007 XML")


def _converted(files: Iterable[Path], folder: Path, form: str) -> None:
    """All in one go: LibreOffice is slow to start."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=LONGEST_SECONDS,
    )


def pictured(pdf: Path, page: int, target: Path, width: int) -> None:
    """A PNG of one page in sixteen greys, `width` pixels wide."""
    command = ["pdftoppm", "-png", "-gray", "-singlefile", "-f", str(page), "-l", str(page)]
    size = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
    subprocess.run([*command, *size, str(pdf), str(target.with_suffix(""))], check=True)
    with Image.open(target) as picture:
        picture.quantize(16).save(target, optimize=True)
