"""Which files are kept with a note."""

from partnership.notes.errors import FileProblem, FileRefusedError
from partnership.notes.note import NoteFile

LARGEST = 20 * 1024 * 1024
"""Bytes. What is larger a bot cannot fetch from Telegram again."""
TYPES = frozenset(
    {
        "application/pdf",
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.presentation",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/rtf",
        "text/plain",
        "text/csv",
        "text/calendar",
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/heic",
    }
)
"""Office documents and pictures: no programs, no archives, nothing that runs when opened."""


def check_file(file: NoteFile) -> None:
    """Raises FileRefusedError for what is too big or of a type that is not kept."""
    if file.size > LARGEST:
        raise FileRefusedError(FileProblem.TOO_BIG)
    if file.mime not in TYPES:
        raise FileRefusedError(FileProblem.WRONG_TYPE)
