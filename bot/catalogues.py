"""The texts: gettext catalogues compiled in memory from the ``.po`` files."""

from __future__ import annotations

import gettext
from io import BytesIO
from pathlib import Path

from aiogram.utils.i18n import I18n
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALES = Path(__file__).resolve().parent.parent / "locales"


def load_i18n(default_language: str, folder: Path = LOCALES) -> I18n:
    """The translator for every language that has a catalogue in `folder`."""
    # I18n looks for .mo files in its path and refuses a .po without one: give it a folder of none.
    i18n = I18n(path=folder / "uk", default_locale=default_language, domain="mistok")
    i18n.locales = {po.parent.parent.name: _compile(po) for po in folder.glob("*/LC_MESSAGES/*.po")}
    return i18n


def _compile(po: Path) -> gettext.GNUTranslations:
    compiled = BytesIO()
    with po.open("rb") as source:
        write_mo(compiled, read_po(source, locale=po.parent.parent.name))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
