"""Everything one can do with notes; each subject has its own module."""

from partnership.notes.acting import ActingOnNotes
from partnership.notes.reading import ReadingNotes
from partnership.notes.writing import WritingNotes


class Notes(WritingNotes, ReadingNotes, ActingOnNotes):
    """Writing down, correcting, listing, finding, and action items from notes."""

    __slots__ = ()
