-- People and groups of the bot, by their Telegram ids.

CREATE TABLE member (
    id BIGINT PRIMARY KEY,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    username TEXT,
    communities TEXT NOT NULL,
    language TEXT,
    added_at TEXT
);

CREATE TABLE access_request (
    "user" BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    username TEXT,
    language TEXT
);

CREATE TABLE invitation (
    token_hash TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    community TEXT REFERENCES place (id),
    invited_by BIGINT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_by BIGINT,
    used_at TEXT
);

-- A whole group, or its General topic, has thread 0.
CREATE TABLE bound_chat (
    chat BIGINT NOT NULL,
    thread BIGINT NOT NULL,
    title TEXT NOT NULL,
    community TEXT REFERENCES place (id),
    partnership TEXT REFERENCES partnership (id),
    language TEXT NOT NULL,
    bound_by BIGINT,
    bound_at TEXT,
    PRIMARY KEY (chat, thread)
);
