"""What a handover is refused for, as data: the handlers find the words."""

from dataclasses import dataclass

from partnership.errors import MistokError


@dataclass(eq=False)
class NotYoursError(MistokError):
    """A coordinator hands over their own only; an admin hands over anybody's."""

    name: str


@dataclass(eq=False)
class SamePartyError(MistokError):
    """Nobody hands over to themselves."""


@dataclass(eq=False)
class NothingToHandOverError(MistokError):
    """They answer for nothing that could pass to the successor."""

    name: str


@dataclass(eq=False)
class UnknownPartyError(MistokError):
    """There is no such user any more, nor such a person of the registry."""
