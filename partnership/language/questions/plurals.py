"""Whether a sentence speaks of several events: several are asked about, one is planned."""

from collections.abc import Sequence

_PLURALS = """
зустрічей зустрічами зустрічах події подій подіях візити візитів візитах заходи заходів
наради нарад дзвінки дзвінків семінари семінарів поїздки поїздок вебінари вебінарів
meetings visits events calls seminars signings trips webinars
"""
_SEVERAL = frozenset(_PLURALS.split())
_ONE_OR_SEVERAL = frozenset({"зустрічі"})
"""A genitive after a noun («протокол зустрічі»), a plural where it opens the sentence."""


def names_several_events(words: Sequence[str]) -> bool:
    """Whether an event noun among the normalised words is a plural."""
    return not _SEVERAL.isdisjoint(words) or (bool(words) and words[0] in _ONE_OR_SEVERAL)
