"""Groups that read both languages: each answer in Ukrainian first, then in English."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import I18n
from markupsafe import Markup

from handlers.charts.chart import side_by_side
from handlers.screens import Screen
from partnership.membership_records import BoundChat, ChatLanguage

BOTH = ("uk", "en")
APART = Markup("\n\n")


def languages_of(bound: BoundChat | None, language: str) -> tuple[str, ...]:
    """The languages of an answer: the reader's own, or both in a group that wants both."""
    return BOTH if bound is not None and bound.language is ChatLanguage.BOTH else (language,)


def in_languages(render: Callable[[str], Screen], languages: Sequence[str], i18n: I18n) -> Screen:
    """What `render` gives for each language, as one screen."""
    screens = []
    for language in languages:
        with i18n.use_locale(language):
            screens.append(render(language))
    return joined(screens)


def joined(screens: Sequence[Screen]) -> Screen:
    """The same screen in several languages, as one: texts below each other, buttons in both."""
    texts = dict.fromkeys(screen.text for screen in screens if screen.text)
    words: dict[str, dict[str, None]] = {}
    for button in (each for screen in screens for row in screen.buttons for each in row):
        words.setdefault(_does(button), {})[button.text] = None
    rows = [
        [each.model_copy(update={"text": " / ".join(words[_does(each)])}) for each in row]
        for row in screens[0].buttons
    ]
    return Screen(APART.join(texts), rows, side_by_side(each.chart for each in screens))


def _does(button: InlineKeyboardButton) -> str:
    """What tells a button from others: its words differ from language to language."""
    return button.callback_data or button.url or button.text
