"""Why something is not kept as a note."""

from dataclasses import dataclass
from enum import StrEnum

from partnership.errors import MistokError
from partnership.personal_data import RestrictedKind


@dataclass(eq=False)
class RestrictedTextError(MistokError):
    """Personal documents or restricted information: nothing of it is kept, not even here."""

    kind: RestrictedKind


class FileProblem(StrEnum):
    """What is wrong with a file."""

    TOO_BIG = "too_big"
    WRONG_TYPE = "wrong_type"


@dataclass(eq=False)
class FileRefusedError(MistokError):
    """The file is not kept."""

    problem: FileProblem


class EmptyNoteError(MistokError):
    """There is nothing to write down."""


@dataclass(eq=False)
class NoSuchNoteError(MistokError):
    """There is no note of this number, or not for this person here."""

    number: int


@dataclass(eq=False)
class SupersededError(MistokError):
    """The note was corrected already: the newer one is `by`."""

    by: int
