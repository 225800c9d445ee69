"""Where a fact comes from: a publication, a document, a letter."""

from dataclasses import dataclass
from datetime import date, time

from partnership.bilingual import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication. Facts point to their sources; quotations are not kept."""

    id: str
    title: Bilingual
    language: str | None = None
    publisher: str | None = None
    """An organisation's id."""
    origin: str | None = None
    """The organisation whose own site the publisher took it from."""
    published_on: date | None = None
    published_at: time | None = None
    captured_after: date | None = None
    """The page was stored on this day or later."""
    address: str | None = None
    tags: tuple[str, ...] = ()
    note: Bilingual | None = None
