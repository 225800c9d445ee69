"""Why something was not kept as a note, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.personal_data import personal_data_text
from handlers.screens import fill
from partnership.errors import MistokError
from partnership.notes import errors
from partnership.notes.errors import FileProblem
from partnership.registry import Registry


def _restricted(*_args: Any) -> Markup:
    return personal_data_text()


def _empty(*_args: Any) -> Markup:
    text = _("There is nothing to write down yet. For example: {example}")
    return fill(text, example="/note Бурж: домовились про обмін школярами")


def _file(error: errors.FileRefusedError, registry: Registry, language: str) -> Markup:
    text = {
        FileProblem.TOO_BIG: _("The file is larger than 20 MB, so it is not kept."),
        FileProblem.WRONG_TYPE: _("Only pictures and office documents (PDF, DOCX, XLSX) are kept."),
    }[error.problem]
    return fill(text)


def _no_note(error: errors.NoSuchNoteError, registry: Registry, language: str) -> Markup:
    return fill(_("There is no note no. {number} here."), number=error.number)


def _superseded(error: errors.SupersededError, registry: Registry, language: str) -> Markup:
    return fill(_("This note has already been corrected: see no. {number}."), number=error.by)


NOTE_EXPLANATIONS: dict[type[MistokError], Callable[[Any, Registry, str], Markup]] = {
    errors.RestrictedTextError: _restricted,
    errors.EmptyNoteError: _empty,
    errors.FileRefusedError: _file,
    errors.NoSuchNoteError: _no_note,
    errors.SupersededError: _superseded,
}
"""Words for each refusal, for `handlers.refusals`."""
