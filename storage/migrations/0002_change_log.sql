-- Who changed what: values before and after as JSON, one row a field.

CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor INTEGER,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    what TEXT NOT NULL,
    batch TEXT NOT NULL,
    field TEXT,
    old TEXT,
    new TEXT,
    reason TEXT,
    undone_at TEXT
);
CREATE INDEX change_by_entity ON change (kind, entity, id);
CREATE INDEX change_by_batch ON change (batch);
CREATE INDEX change_by_actor ON change (actor, at);
