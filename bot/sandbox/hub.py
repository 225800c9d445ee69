"""What happens in the chats, for those who watch: the page's event streams and the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.sandbox.model import Chat, Json


@dataclass(frozen=True)
class Happening:
    """Something that a person in the chat can see.

    Attributes:
        kind: message, edited, deleted, typing, chats, clock or reaction.
        chat: where; None concerns everybody.
        message: the message as the bot sees it, for message and edited.
        details: further fields of the event in the page's JSON.
        people: who sees it, where that is not simply everyone in the chat.
    """

    kind: str
    chat: Chat | None = None
    message: Json | None = None
    details: Json = field(default_factory=dict)
    people: frozenset[int] | None = None

    def concerns(self, person_id: int) -> bool:
        """Whether this person sees it."""
        if self.people is not None:
            return person_id in self.people
        return self.chat is None or person_id in self.chat.members


Watcher = Callable[[Happening], None]


class Hub:
    """Tells every watcher at once, in the order in which things happen."""

    def __init__(self) -> None:
        self._watchers: list[Watcher] = []

    def tell(self, happening: Happening) -> None:
        """Call all watchers; they must not block."""
        for watcher in tuple(self._watchers):
            watcher(happening)

    def watch(self, watcher: Watcher) -> None:
        """Keep a watcher for good."""
        self._watchers.append(watcher)

    @contextmanager
    def watched_by(self, watcher: Watcher) -> Iterator[None]:
        """Keep a watcher for the length of a `with` block."""
        self.watch(watcher)
        try:
            yield
        finally:
            self._watchers.remove(watcher)
