-- Checklists of events, and the templates that an admin has changed.

CREATE TABLE checklist_line (
    event TEXT NOT NULL REFERENCES event ("key") ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    line TEXT NOT NULL,
    template TEXT NOT NULL,
    role TEXT NOT NULL,
    text_uk TEXT, text_en TEXT,
    required INTEGER NOT NULL,
    condition_uk TEXT, condition_en TEXT,
    due_on TEXT,
    due_at TEXT,
    state TEXT NOT NULL,
    late_from_start INTEGER NOT NULL,
    person TEXT,
    "user" BIGINT,
    reason TEXT,
    done_by BIGINT,
    done_at TEXT,
    PRIMARY KEY (event, line)
);

CREATE TABLE checklist_template (
    code TEXT PRIMARY KEY,
    lines TEXT NOT NULL,
    changed_by BIGINT,
    changed_at TEXT NOT NULL
);
