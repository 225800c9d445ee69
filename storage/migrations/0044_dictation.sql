-- Dictation: which chat is writing down a meeting, and of which messages its notes were made.

CREATE TABLE dictation (
    id INTEGER PRIMARY KEY,
    chat BIGINT NOT NULL,
    thread BIGINT NOT NULL,
    event TEXT NOT NULL REFERENCES event ("key") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    started_by BIGINT NOT NULL,
    started_at TEXT NOT NULL,
    heard_at TEXT NOT NULL,
    summary BIGINT,
    shown BIGINT NOT NULL,
    stopped_at TEXT
);
CREATE UNIQUE INDEX dictation_running ON dictation (chat, thread) WHERE stopped_at IS NULL;

CREATE TABLE dictation_point (
    dictation BIGINT NOT NULL REFERENCES dictation (id) ON DELETE CASCADE,
    message BIGINT NOT NULL,
    line BIGINT NOT NULL,
    note BIGINT NOT NULL REFERENCES note (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (dictation, message, line)
);
CREATE INDEX dictation_point_by_note ON dictation_point (note);
