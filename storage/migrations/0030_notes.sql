-- Notes: written once; a correction is a note of its own, and the old one stays.

CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    "key" TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    author BIGINT NOT NULL,
    author_name TEXT NOT NULL,
    at TEXT NOT NULL,
    said_by TEXT,
    belongs_partnership TEXT REFERENCES partnership (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED,
    belongs_event TEXT REFERENCES event ("key") ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED,
    belongs_community TEXT REFERENCES place (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED,
    source_chat BIGINT,
    source_id BIGINT,
    source_link TEXT,
    file TEXT,
    supersedes BIGINT REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED,
    superseded_by BIGINT REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX note_by_partnership ON note (belongs_partnership, id) WHERE superseded_by IS NULL;
CREATE INDEX note_by_event ON note (belongs_event, id) WHERE superseded_by IS NULL;
CREATE INDEX note_by_community ON note (belongs_community, id) WHERE superseded_by IS NULL;
CREATE INDEX note_by_source ON note (source_chat, source_id);

-- What search goes through: the stems of each record, and beside them what it is filtered by.

CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    record TEXT NOT NULL,
    day TEXT,
    UNIQUE (subject, record)
);

CREATE VIRTUAL TABLE search_index USING fts5 (
    stems, author, marks,
    tokenize = "unicode61 remove_diacritics 0 tokenchars ':-'"
);

-- Which stems it was made with.
CREATE TABLE search_version (version INTEGER NOT NULL);
