"""Consignments of aid, with the precision the source gives: usually the month."""

from dataclasses import dataclass

from partnership.bilingual import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Aid:
    """Aid from one donor; which recipient got which month is often not recorded."""

    id: str
    donor: str
    content: Bilingual
    months: tuple[str, ...] = ()
    """Months as `2022-05`."""
    recipients: tuple[str, ...] = ()
    """Ids of places."""
    amount: str | None = None
    partnership: str | None = None
    note: Bilingual | None = None
    sources: tuple[str, ...] = ()
