-- Planning of events: what is part of the event itself, and what is kept apart from it.

ALTER TABLE event ADD COLUMN fold INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN series TEXT;
ALTER TABLE event ADD COLUMN programme TEXT NOT NULL DEFAULT '[]';
ALTER TABLE event ADD COLUMN "order" TEXT;
ALTER TABLE event ADD COLUMN reserve_date TEXT;
ALTER TABLE event ADD COLUMN interruption TEXT;
ALTER TABLE event ADD COLUMN state_reason TEXT;
ALTER TABLE event ADD COLUMN minutes_waived TEXT;
ALTER TABLE event ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

-- Never exported and never shown in a group: the link, who organises, own reminder times.
CREATE TABLE arrangement (
    event TEXT PRIMARY KEY REFERENCES event ("key") ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    link TEXT,
    organiser BIGINT,
    offsets TEXT
);

-- Who was asked and what they answered; occurrence '' is the whole event or series.
CREATE TABLE attendance (
    event TEXT NOT NULL REFERENCES event ("key") ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    "user" BIGINT NOT NULL,
    occurrence TEXT NOT NULL,
    answer TEXT NOT NULL,
    name TEXT NOT NULL,
    deputy TEXT,
    deputy_user BIGINT,
    answered_at TEXT,
    PRIMARY KEY (event, "user", occurrence)
);

CREATE TABLE poll (
    id INTEGER PRIMARY KEY,
    event TEXT NOT NULL REFERENCES event ("key") ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    zone TEXT NOT NULL,
    options TEXT NOT NULL,
    opened_by BIGINT,
    closed_at TEXT,
    chosen INTEGER
);
CREATE INDEX poll_by_event ON poll (event);

CREATE TABLE poll_vote (
    poll INTEGER NOT NULL REFERENCES poll (id) ON DELETE CASCADE,
    "user" BIGINT NOT NULL,
    "option" INTEGER NOT NULL,
    vote TEXT NOT NULL,
    PRIMARY KEY (poll, "user", "option")
);

-- Who was told of an event, and so must hear when it is moved or cancelled.
CREATE TABLE told (
    event TEXT NOT NULL REFERENCES event ("key") ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    recipient_kind TEXT NOT NULL,
    recipient BIGINT NOT NULL,
    thread BIGINT NOT NULL,
    PRIMARY KEY (event, recipient_kind, recipient, thread)
);
