"""What kind of note a text is, by its first words."""

import re

from partnership.notes.note import NoteKind

_DECISION = re.compile(
    r"^\W*(?:(?:ми|сторони|обидві|ради|we|the|both|parties|sides|it|was|have|has)\s+){0,3}"
    r"(?:(?:виріш|ухвал|погод|узгод|постанов)и(?:ли|лис[яь]|в|ла)|(?:виріш|погодж|узгодж|ухвал)ено"
    r"|рішення(?=\s*[:–—-])|decision(?=\s*[:–—-])|decided|resolved)\b",
    re.IGNORECASE,
)


def kind_of(text: str) -> NoteKind:
    """«Вирішили…» is a decision; an agreement in passing («домовились…») stays a note."""
    return NoteKind.DECISION if _DECISION.match(text) else NoteKind.NOTE
