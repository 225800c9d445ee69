"""Polls for finding a date, in SQL."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from partnership.calendar.polls import Poll, Vote
from storage.database import Transaction
from storage.fetching import Fetch

_COLUMNS = "id, event, zone, options, opened_by, closed_at, chosen"


async def poll(fetch: Fetch, number: int) -> Poll | None:
    """A poll with its votes."""
    rows = await fetch(f"SELECT {_COLUMNS} FROM poll WHERE id = ?", (number,))
    return await _with_votes(fetch, rows[0]) if rows else None


async def polls_of(fetch: Fetch, event: str) -> list[Poll]:
    """The polls of an event, latest first."""
    rows = await fetch(f"SELECT {_COLUMNS} FROM poll WHERE event = ? ORDER BY id DESC", (event,))
    return [await _with_votes(fetch, row) for row in rows]


async def add_poll(transaction: Transaction, poll: Poll) -> Poll:
    """A new poll with its number."""
    ((number,),) = await transaction.fetch_all(
        "INSERT INTO poll (event, zone, options, opened_by) VALUES (?, ?, ?, ?) RETURNING id",
        (
            poll.event,
            poll.zone,
            json.dumps([option.isoformat() for option in poll.options]),
            poll.opened_by,
        ),
    )
    return replace(poll, id=number)


async def put_poll(transaction: Transaction, poll: Poll) -> None:
    """What became of a poll."""
    closed = None if poll.closed_at is None else poll.closed_at.isoformat()
    await transaction.execute(
        "UPDATE poll SET closed_at = ?, chosen = ? WHERE id = ?", (closed, poll.chosen, poll.id)
    )


async def put_vote(transaction: Transaction, poll: int, user: int, option: int, vote: Vote) -> None:
    """Keep a vote, in place of an earlier one."""
    await transaction.execute(
        'INSERT INTO poll_vote (poll, "user", "option", vote) VALUES (?, ?, ?, ?)'
        ' ON CONFLICT (poll, "user", "option") DO UPDATE SET vote = excluded.vote',
        (poll, user, option, vote),
    )


async def _with_votes(fetch: Fetch, row: Any) -> Poll:
    number, event, zone, options, opened_by, closed_at, chosen = row
    votes = await fetch(
        'SELECT "user", "option", vote FROM poll_vote WHERE poll = ? ORDER BY "user", "option"',
        (number,),
    )
    return Poll(
        id=number,
        event=event,
        zone=zone,
        options=tuple(datetime.fromisoformat(each) for each in json.loads(options)),
        opened_by=opened_by,
        closed_at=datetime.fromisoformat(closed_at) if closed_at else None,
        chosen=chosen,
        votes={(user, option): Vote(vote) for user, option, vote in votes},
    )
