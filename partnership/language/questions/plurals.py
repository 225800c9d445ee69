"""Whether a sentence speaks of several events: several are asked about, one is planned."""

from collections.abc import Sequence

_PLURALS = """
зустрічей зустрічами зустрічах події подій подіях візити візитів візитах заходи заходів
наради нарад дзвінки дзвінків семінари семінарів поїздки поїздок вебінари вебінарів
meetings visits events calls seminars signings trips webinars
"""
_SEVERAL = frozenset(_PLURALS.split())
_ONE_OR_SEVERAL = frozenset({"зустрічі", "бесіди", "розмови", "делегації"})
"""Plural at the start and after «які», «найближчі»; after a noun («протокол зустрічі») one."""


def names_several_events(words: Sequence[str]) -> bool:
    """Whether an event noun among the normalised words is a plural."""
    if not _SEVERAL.isdisjoint(words):
        return True
    before = zip(("", *words), words, strict=False)
    return any(
        word in _ONE_OR_SEVERAL and (not last or (last.endswith("і") and len(last) > 2))
        for last, word in before
    )
