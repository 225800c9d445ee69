-- What a group or a person chose about reminders; a person has kind 'user' and thread 0.

CREATE TABLE reminder_settings (
    recipient_kind TEXT NOT NULL,
    recipient BIGINT NOT NULL,
    thread BIGINT NOT NULL,
    offsets TEXT NOT NULL,
    quiet_from TEXT,
    quiet_until TEXT,
    PRIMARY KEY (recipient_kind, recipient, thread)
);

CREATE TABLE subscription (
    recipient_kind TEXT NOT NULL,
    recipient BIGINT NOT NULL,
    thread BIGINT NOT NULL,
    kind TEXT NOT NULL,
    since TEXT,
    PRIMARY KEY (recipient_kind, recipient, thread, kind)
);
