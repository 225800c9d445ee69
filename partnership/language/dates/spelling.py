"""Months, weekdays and «завтра» not spelt as they should be: by sound, with slips of the finger.

One slip that leaves one month or weekday is forgiven. A word that is as near to two of them
(«верезня»), or that has two slips, is only guessed, and a guess is asked about.
"""

import re
from collections.abc import Mapping

from rapidfuzz.distance import OSA

# Shorter names have too many neighbours («марта», «липа») for a typing error to be forgiven.
FORGIVEN_LENGTH = 6
# A shorter one is guessed at most, beside a number: «12 липнч».
SHORTEST_GUESSED = 5
# So long a word is still known with two slips in it: «Wendsday».
GUESSED_LENGTH = 8
# Ordinary words one letter away from a month or a weekday.
NOT_TYPOS = frozenset(
    {"червоні", "червона", "берези", "березі", "грудей", "sundry", "sundae", "завтрак"}
)

_SOUNDS = str.maketrans({"и": "і", "ы": "і", "є": "е", "э": "е", "ё": "е", "ю": "у", "ь": None})


def sound(folded: str) -> str:
    """What «пятніцу» and «п’ятницю», «чєтвєрг» and «четверг» have in common."""
    return re.sub(r"(.)\1", r"\1", folded.translate(_SOUNDS))


class Names:
    """The names of months and weekdays with their codes, ready to be compared with."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.codes = {
            word: code
            for word, code in words.items()
            if (code[0] in "MWE" and len(word) >= FORGIVEN_LENGTH - 1)
            or (code[0] == "A" and len(word) >= FORGIVEN_LENGTH)
        }
        self.by_sound = {sound(word): code for word, code in self.codes.items()}

    def forgiven(self, folded: str) -> str | None:
        """The code of a word that sounds like a name or is one slip from names of one code."""
        if len(folded) < FORGIVEN_LENGTH or folded in NOT_TYPOS:
            return None
        if not folded.isascii() and (code := self.by_sound.get(sound(folded))):
            return code
        near = {self.codes[name] for name in self._within(folded, 1)}
        # «червнь» is near «червня», «червень» and «червні»: all June, so the month is certain.
        return min(near) if len(_kinds(near)) == 1 else None

    def guesses(self, folded: str) -> tuple[str, ...]:
        """A name for each month or weekday that a word may be, none if it is like no name."""
        if len(folded) < SHORTEST_GUESSED or folded in NOT_TYPOS:
            return ()
        slips = 2 if len(folded) >= GUESSED_LENGTH else 1
        near = self._within(folded, 1) or self._within(folded, slips)
        return tuple({self.codes[name].rstrip("enlg"): name for name in reversed(near)}.values())

    def _within(self, folded: str, slips: int) -> list[str]:
        return [
            name
            for name in self.codes
            if abs(len(name) - len(folded)) <= slips
            and OSA.distance(name, folded, score_cutoff=slips) <= slips
        ]


def _kinds(codes: set[str]) -> set[str]:
    return {code.rstrip("enlg") for code in codes}
