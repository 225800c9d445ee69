"""A text kept in Ukrainian and English, of which at least one is known."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The two languages of the project."""

    UK = "uk"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A name or a text in both languages; where one is missing the other is shown.

    Raises ValueError when neither is given: an unknown text is None, never an empty one.
    """

    uk: str | None = None
    en: str | None = None

    def __post_init__(self) -> None:
        if not (self.uk or self.en):
            raise ValueError("a bilingual text needs Ukrainian or English")

    def text(self, language: str) -> str:
        """The text in `language`, or in the other one where that is missing; never empty."""
        first, second = (self.en, self.uk) if language == Language.EN else (self.uk, self.en)
        return first or second or ""

    def has(self, language: str) -> bool:
        """Whether the text itself is known in `language`, without falling back."""
        return bool(self.en if language == Language.EN else self.uk)
