-- Reminders and other messages to be sent in time: one row each, from planning to its end.
-- Instants are UTC in ISO form, so that they sort as text.

CREATE TABLE reminder (
    id INTEGER PRIMARY KEY,
    "key" TEXT NOT NULL UNIQUE,
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    occurrence TEXT,
    recipient_kind TEXT NOT NULL,
    recipient BIGINT NOT NULL,
    thread BIGINT,
    rule TEXT NOT NULL,
    due_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    wall TEXT NOT NULL,
    zone TEXT NOT NULL,
    priority INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_try_at TEXT,
    lease_until TEXT,
    lease_owner TEXT,
    sent_at TEXT,
    message_id BIGINT,
    acknowledged_at TEXT,
    reason TEXT
);
-- What a row next waits for: the end of a lease, another attempt, or its time.
CREATE INDEX reminder_open ON reminder (coalesce(lease_until, next_try_at, due_at))
    WHERE state IN ('pending', 'claimed');
CREATE INDEX reminder_by_subject ON reminder (subject_kind, subject);
CREATE INDEX reminder_by_recipient ON reminder (recipient, due_at);
CREATE INDEX reminder_by_due ON reminder (due_at);

-- What several are told at once; each of them has a row in `reminder`.
CREATE TABLE announcement (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    facts TEXT NOT NULL,
    made_at TEXT NOT NULL
);
