"""Which action item is meant by some words, in any case form and in either language."""

from collections.abc import Iterable
from functools import cache

from partnership.language.questions.lexicon import is_small_word
from partnership.language.stems import stems
from partnership.language.text import tokens
from partnership.steps import Step

ENOUGH = 0.7
"""The part of the words that an action item must hold to be meant."""


def tasks_meant(words: str, steps: Iterable[Step]) -> list[Step]:
    """Those that hold most of the words; with no words all of them."""
    telling = [word.text for word in tokens(words) if not is_small_word(word.word)]
    asked = set(stems(" ".join(telling))) - _naming()
    known = list(steps)
    if not asked:
        return known
    scored = [(_share(asked, each), each) for each in known]
    best = max((share for share, _step in scored), default=0.0)
    return [each for share, each in scored if share == best and share >= ENOUGH]


def _share(asked: set[str], step: Step) -> float:
    said = {each for text in (step.what.uk, step.what.en) if text for each in stems(text)}
    return len(asked & said) / len(asked)


@cache
def _naming() -> frozenset[str]:
    """Words for an action item itself, which say nothing of what is to be done."""
    return frozenset(stems("доручення завдання задача пункт task item action"))
