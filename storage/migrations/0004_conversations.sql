-- Unfinished conversations: a form that somebody is filling in survives a restart.
CREATE TABLE conversation (
    key TEXT PRIMARY KEY,
    state TEXT,
    data TEXT NOT NULL
);
