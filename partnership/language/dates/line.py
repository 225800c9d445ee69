"""A text as a row of codes, on which patterns are searched and from which they take what they read.

A pattern is a regular expression over codes, each followed by one space: `N(\\d+) M(\\d+)g `.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .tokens import Token, tokenize

TAKEN = "~"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(r"(?<= )(?:" + pattern + ")")


@cache
def _untidy() -> tuple[tuple[re.Pattern[str], str], ...]:
    return (
        (re.compile(r"[(«“\"]\s*[)»”\"]"), " "),
        (re.compile(r"\s+"), " "),
        (re.compile(r"\s+([,.;:!?)])"), r"\1"),
        (re.compile(r"([,;:])(?:\s*[,;:.])+"), r"\1"),
    )


def tidy(text: str) -> str:
    """Without double spaces, empty brackets and the punctuation that a date leaves behind."""
    for pattern, replacement in _untidy():
        text = pattern.sub(replacement, text)
    return text.strip(" ,;:-–—./|\n")


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern found on a line: its groups, and the tokens `first` to `last` inclusive."""

    groups: dict[str, str | None]
    first: int
    last: int

    def number(self, name: str) -> int | None:
        """The group as a number, None if it took no part in the match."""
        value = self.groups.get(name)
        return None if value is None else int(value)

    def given(self, name: str) -> int:
        """A number that no match of the pattern is without."""
        return int(self.groups[name] or 0)


class Line:
    """The tokens of a text and the row of their codes; tokens that were read are taken out."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = tokenize(text)
        self.codes = [token.code for token in self.tokens]
        self._read: list[tuple[int, int]] = []
        self._spell()

    def _spell(self) -> None:
        parts: list[str] = []
        self._starts: list[int] = []
        self._index: list[int] = []
        offset = 1
        for index, code in enumerate(self.codes):
            if code:
                self._starts.append(offset)
                self._index.append(index)
                parts.append(code)
                offset += len(code) + 1
        self.row = " " + " ".join(parts) + " "

    def search(self, pattern: str) -> Iterator[Found]:
        """Every place where the pattern is found, from the left."""
        for match in compiled(pattern).finditer(self.row):
            if match.end() > match.start():
                yield Found(match.groupdict(), *self._tokens_of(match.start(), match.end()))

    def _tokens_of(self, start: int, end: int) -> tuple[int, int]:
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end) - 1
        return self._index[first], self._index[last]

    def hide(self, found: Found) -> None:
        """Keeps later patterns off what was found, without taking it out of the text."""
        self.rewrite(found, TAKEN)

    def take(self, found: Found) -> None:
        """Takes what was found out of the line and out of the text that is left over."""
        start = self.tokens[found.first].start
        end = max(self.tokens[found.first].end, self.tokens[found.last].end)
        # «18.06 (вт)» ends before its bracket, which has no code.
        if self.text.count("(", start, end) > self.text.count(")", start, end):
            end += self.text.startswith(")", end)
        before = self.tokens[found.first - 1] if found.first else None
        if before is not None and before.text.casefold() == "the":
            start = before.start
        self._read.append((start, end))
        self.hide(found)

    def rest(self) -> str:
        """The text without what was taken, tidied for a title."""
        kept, position = [], 0
        for start, end in sorted(self._read):
            kept.append(self.text[position:start])
            position = max(position, end)
        kept.append(self.text[position:])
        return tidy(" ".join(kept))

    def rewrite(self, found: Found, code: str) -> None:
        """Puts one code in place of what was found; its text goes with it."""
        for index in range(found.first, found.last + 1):
            self.codes[index] = ""
        self.codes[found.first] = code
        merged = self.tokens[found.first : found.last + 1]
        whole = Token(
            code, self.text[merged[0].start : merged[-1].end], merged[0].start, merged[-1].end
        )
        self.tokens[found.first] = whole
        self._spell()

    def code_after(self, found: Found) -> str:
        """The code of the next token that has one, "" at the end."""
        return next((code for code in self.codes[found.last + 1 :] if code), "")

    def text_after(self, found: Found) -> str:
        """The next word of the text, "" at the end."""
        after = range(found.last + 1, len(self.codes))
        return next((self.tokens[i].text for i in after if self.codes[i]), "")

    def code_before(self, found: Found) -> str:
        """The code of the token before that has one, "" at the beginning."""
        return next((code for code in reversed(self.codes[: found.first]) if code), "")
