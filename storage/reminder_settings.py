"""Choices of recipients about reminders, and their digests, in SQL."""

import json
from datetime import date, time

from partnership.reminders.digests import DigestKind, Subscription
from partnership.reminders.model import Recipient, RecipientKind
from partnership.reminders.offsets import Offset
from partnership.reminders.quiet import QuietHours
from partnership.reminders.settings import ReminderSettings
from storage.database import Transaction
from storage.fetching import Fetch


async def settings(fetch: Fetch) -> dict[Recipient, ReminderSettings]:
    """The choices of all who made any."""
    rows = await fetch(
        "SELECT recipient_kind, recipient, thread, offsets, quiet_from, quiet_until"
        " FROM reminder_settings"
    )
    found = {}
    for kind, number, thread, offsets, quiet_from, quiet_until in rows:
        recipient = Recipient(RecipientKind(kind), number, thread or None)
        quiet = QuietHours()
        if quiet_from and quiet_until:
            quiet = QuietHours(time.fromisoformat(quiet_from), time.fromisoformat(quiet_until))
        found[recipient] = ReminderSettings(
            recipient=recipient, offsets=_read_offsets(offsets), quiet=quiet
        )
    return found


async def put_settings(transaction: Transaction, settings: ReminderSettings) -> None:
    """Keep a recipient's choices."""
    who = settings.recipient
    await transaction.execute(
        "INSERT INTO reminder_settings"
        " (recipient_kind, recipient, thread, offsets, quiet_from, quiet_until)"
        " VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (recipient_kind, recipient, thread) DO UPDATE SET"
        " offsets = excluded.offsets, quiet_from = excluded.quiet_from,"
        " quiet_until = excluded.quiet_until",
        (
            who.kind,
            who.id,
            who.thread or 0,
            json.dumps({name: [str(o) for o in each] for name, each in settings.offsets.items()}),
            settings.quiet.start.isoformat(),
            settings.quiet.end.isoformat(),
        ),
    )


async def subscriptions(fetch: Fetch) -> list[Subscription]:
    """What people and groups chose about digests."""
    rows = await fetch(
        "SELECT recipient_kind, recipient, thread, kind, since, wanted FROM subscription"
        " ORDER BY kind, recipient, thread"
    )
    return [
        Subscription(
            recipient=Recipient(RecipientKind(who), number, thread or None),
            kind=DigestKind(kind),
            since=date.fromisoformat(since) if since else None,
            wanted=bool(wanted),
        )
        for who, number, thread, kind, since, wanted in rows
    ]


async def put_subscription(transaction: Transaction, subscription: Subscription) -> None:
    """Keep whether somebody wants a digest, and since when they do."""
    who = subscription.recipient
    since = subscription.since and subscription.since.isoformat()
    await transaction.execute(
        "INSERT INTO subscription (recipient_kind, recipient, thread, kind, since, wanted)"
        " VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (recipient_kind, recipient, thread, kind) DO UPDATE SET"
        " since = CASE WHEN wanted THEN since ELSE excluded.since END, wanted = excluded.wanted",
        (who.kind, who.id, who.thread or 0, subscription.kind, since, subscription.wanted),
    )


def _read_offsets(text: str) -> dict[str, tuple[Offset, ...]]:
    return {
        name: tuple(Offset.parse(each) for each in offsets)
        for name, offsets in json.loads(text).items()
    }
