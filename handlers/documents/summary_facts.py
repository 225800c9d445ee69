"""The facts of a summary: each in Ukrainian and English, to stand side by side."""

from __future__ import annotations

from aiogram.utils.i18n import get_i18n

from handlers.documents.paper_facts import Fact, paper_facts
from partnership.bilingual import Language
from partnership.minutes.paper import Paper


def summary_facts(paper: Paper) -> Fact:
    """The facts with a pair for each text: `title.uk`, `title.en`."""
    ours, theirs = _in(paper, Language.UK), _in(paper, Language.EN)
    return {name: _paired(ours[name], theirs[name]) for name in ours}


def _in(paper: Paper, language: Language) -> Fact:
    with get_i18n().use_locale(language):
        return paper_facts(paper, language, paired=True)


def _paired(ours: object, theirs: object) -> object:
    """Two facts of the same shape as one; truths and numbers are the same in every language."""
    match ours, theirs:
        case dict(), dict():
            return {name: _paired(ours[name], theirs[name]) for name in ours}
        case list(), list():
            return [_paired(*both) for both in zip(ours, theirs, strict=True)]
        case ((bool() | int()), _):
            return ours
    return {"uk": ours, "en": theirs}
