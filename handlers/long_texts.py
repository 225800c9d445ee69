"""A text longer than one message, taken apart without breaking its markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

TEXT_LIMIT = 4096
"""UTF-16 units that a person may see of one message: Telegram's limit, counted the strict way."""
CAPTION_LIMIT = 1024
"""The same for the text below a picture."""

ATOM = re.compile(r"<(?P<closing>/)?(?P<tag>[a-z-]+)[^>]*>|&[^;\s]+;|\n|.", re.DOTALL)
"""What is never cut in two: a tag, an escaped character, a character."""


def pages_of(text: Markup, limit: int = TEXT_LIMIT) -> list[Markup]:
    """Parts of at most `limit` units each, cut between lines where that is possible."""
    if len(text) <= limit // 2:
        return [text]
    return [page for page in map(Markup, _pages(str(text), limit)) if page.striptags()]


@dataclass(slots=True)
class _Sheet:
    """A page being filled."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    open_tags: list[tuple[str, str]] = field(default_factory=list)
    """Name and whole opening tag of what is open at the end."""

    def add(self, atom: re.Match[str]) -> None:
        """Write an atom; a tag takes no room."""
        self.parts.append(atom[0])
        tag = atom["tag"]
        if tag is None:
            self.length += units(atom[0])
        elif atom["closing"]:
            self.open_tags.pop()
        else:
            self.open_tags.append((tag, atom[0]))

    def closed(self) -> str:
        """The page with everything closed that was open."""
        return "".join(self.parts) + "".join(f"</{tag}>" for tag, _ in reversed(self.open_tags))

    def following(self) -> _Sheet:
        """An empty page on which the same tags are open."""
        return _Sheet([whole for _, whole in self.open_tags], 0, list(self.open_tags))


def _pages(text: str, limit: int) -> Iterator[str]:
    sheet = _Sheet()
    for line in re.split(r"(?<=\n)", text):
        atoms = list(ATOM.finditer(line))
        long = sum(0 if atom["tag"] else units(atom[0]) for atom in atoms)
        if sheet.length and sheet.length + long > limit and long <= limit:
            yield sheet.closed()
            sheet = sheet.following()
        for atom in atoms:
            if not atom["tag"] and sheet.length + units(atom[0]) > limit:
                yield sheet.closed()
                sheet = sheet.following()
            sheet.add(atom)
    if sheet.length:
        yield sheet.closed()


def units(atom: str) -> int:
    """UTF-16 units that an atom takes on the screen; an escaped character is one."""
    if len(atom) > 1:
        return 1
    return 2 if ord(atom) > 0xFFFF else 1
