"""Writing the full-text index, within the transaction that changes a record.

The index holds stems, not words: SQLite knows no Ukrainian case forms. What a search is narrowed
by stands beside the stems as marks: `p:` and the id of a partnership, `c:` and that of a community,
`y:` and the year.
"""

from collections.abc import Iterable

from partnership.language.stems import stems
from partnership.notes.searchable import Searchable
from partnership.notes.stores import Subject
from storage.database import Transaction

_ENTRY = """
INSERT INTO search_entry (subject, record, day) VALUES (?, ?, ?)
ON CONFLICT (subject, record) DO UPDATE SET day = excluded.day RETURNING id
"""
_STEMS = "INSERT INTO search_index (rowid, stems, author, marks) VALUES (?, ?, ?, ?)"


async def put_into_index(transaction: Transaction, text: Searchable) -> None:
    """Index a record, or index it anew."""
    day = text.day.isoformat() if text.day else None
    ((entry,),) = await transaction.fetch_all(_ENTRY, (text.subject, text.record, day))
    await transaction.execute("DELETE FROM search_index WHERE rowid = ?", (entry,))
    marks = marks_of(text.partnerships, (text.community,) if text.community else ())
    if text.day is not None:
        marks.append(year_mark(text.day.year))
    row = (entry, " ".join(stems(text.text)), " ".join(stems(text.author)), " ".join(marks))
    await transaction.execute(_STEMS, row)


async def take_out_of_index(transaction: Transaction, subject: Subject, record: str) -> None:
    """Find a record no longer; one that is not there is no error."""
    found = await transaction.fetch_all(
        "DELETE FROM search_entry WHERE subject = ? AND record = ? RETURNING id", (subject, record)
    )
    for row in found:
        await transaction.execute("DELETE FROM search_index WHERE rowid = ?", row)


def marks_of(partnerships: Iterable[str], communities: Iterable[str]) -> list[str]:
    """The marks by which a search is narrowed."""
    return [*(f"p:{each}" for each in partnerships), *(f"c:{each}" for each in communities)]


def year_mark(year: int) -> str:
    """The mark of what happened in a year."""
    return f"y:{year}"
