"""What writes runs once, and words its answer in each language of the group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from aiogram.utils.i18n import I18n

from handlers.languages import in_languages, languages_of
from handlers.reader import Reader
from handlers.screens import Screen
from partnership.membership_records import BoundChat


def shown_in(
    bound: BoundChat | None, reader: Reader, i18n: I18n, render: Callable[[Reader], Screen]
) -> Screen:
    """The screen in the reader's language, or in both in a group that wants both."""

    def in_language(language: str) -> Screen:
        return render(replace(reader, language=language))

    return in_languages(in_language, languages_of(bound, reader.language), i18n)
