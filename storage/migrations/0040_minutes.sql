-- Minutes: of an event in a form; what was agreed is kept whole in `frozen`.

CREATE TABLE minutes (
    id INTEGER PRIMARY KEY,
    "key" TEXT NOT NULL UNIQUE,
    event TEXT NOT NULL REFERENCES event ("key") DEFERRABLE INITIALLY DEFERRED,
    form TEXT NOT NULL,
    state TEXT NOT NULL,
    partnerships TEXT NOT NULL,
    community TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    day TEXT,
    number TEXT,
    registered_on TEXT,
    chair TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    chair_name TEXT,
    minute_taker TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    minute_taker_name TEXT,
    initiative_uk TEXT, initiative_en TEXT,
    agenda TEXT NOT NULL,
    points TEXT NOT NULL,
    conclusions_uk TEXT, conclusions_en TEXT,
    next_meeting_uk TEXT, next_meeting_en TEXT,
    next_event TEXT REFERENCES event ("key") DEFERRABLE INITIALLY DEFERRED,
    annexes TEXT NOT NULL,
    agreed_on TEXT,
    agreed_by TEXT NOT NULL,
    amendments TEXT NOT NULL,
    frozen TEXT,
    taken TEXT NOT NULL,
    last_id INTEGER NOT NULL,
    drafted_by BIGINT,
    drafted_at TEXT,
    published_at TEXT
);
CREATE UNIQUE INDEX minutes_by_event ON minutes (event, form);
CREATE INDEX step_by_event ON step (event);
