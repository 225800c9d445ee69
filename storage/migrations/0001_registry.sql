-- Reference records: small and slow, read into memory at start.
-- Lists are JSON. References are checked at commit, since sources and organisations point to
-- each other and an import writes one kind after the other.

CREATE TABLE source (
    id TEXT PRIMARY KEY,
    title_uk TEXT, title_en TEXT,
    language TEXT,
    publisher TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    origin TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    published_on TEXT, published_at TEXT, captured_after TEXT,
    address TEXT,
    tags TEXT NOT NULL,
    note_uk TEXT, note_en TEXT
);

CREATE TABLE place (
    id TEXT PRIMARY KEY,
    name_uk TEXT, name_en TEXT, name_de TEXT,
    country TEXT NOT NULL,
    kind TEXT NOT NULL,
    zone TEXT,
    region_uk TEXT, region_en TEXT,
    community_uk TEXT, community_en TEXT,
    home INTEGER NOT NULL,
    forms TEXT,
    adjective TEXT,
    aliases TEXT NOT NULL,
    latitude REAL, longitude REAL,
    note_uk TEXT, note_en TEXT,
    sources TEXT NOT NULL
);

CREATE TABLE area (
    id TEXT PRIMARY KEY,
    name_uk TEXT, name_en TEXT,
    parent TEXT REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
    aliases TEXT NOT NULL,
    note_uk TEXT, note_en TEXT
);

CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name_uk TEXT, name_en TEXT, name_de TEXT,
    abbreviation_uk TEXT, abbreviation_en TEXT,
    aliases TEXT NOT NULL,
    place TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    implemented_by TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    funded_by TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    framework TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    note_uk TEXT, note_en TEXT,
    sources TEXT NOT NULL
);

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    name_uk TEXT, name_en TEXT,
    gender TEXT,
    latin_confirmed_by TEXT,
    forms TEXT NOT NULL,
    aliases TEXT NOT NULL,
    languages TEXT NOT NULL,
    channels TEXT NOT NULL,
    supported_by TEXT NOT NULL,
    note_uk TEXT, note_en TEXT,
    sources TEXT NOT NULL
);

CREATE TABLE assignment (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    position_uk TEXT, position_en TEXT, position_de TEXT,
    since TEXT, until TEXT, as_of TEXT,
    note_uk TEXT, note_en TEXT,
    sources TEXT NOT NULL
);

CREATE TABLE partnership (
    id TEXT PRIMARY KEY,
    home TEXT NOT NULL REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    "foreign" TEXT NOT NULL,
    stage TEXT NOT NULL,
    status TEXT NOT NULL,
    legal_parties TEXT NOT NULL,
    label_uk TEXT, label_en TEXT,
    as_of TEXT,
    confirmed_by_document INTEGER NOT NULL,
    since TEXT,
    duration_uk TEXT, duration_en TEXT,
    cooperation_agreed_on TEXT,
    next_stage TEXT, next_stage_on TEXT, next_stage_period_uk TEXT, next_stage_period_en TEXT,
    long_term_goal TEXT,
    home_coordinator_org TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    home_coordinator TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    foreign_coordinator_org TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    foreign_coordinator TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    areas TEXT NOT NULL,
    points_of_contact TEXT NOT NULL,
    supporters TEXT NOT NULL,
    note_uk TEXT, note_en TEXT,
    archived_at TEXT,
    sources TEXT NOT NULL
);

CREATE TABLE agreement (
    id TEXT PRIMARY KEY,
    partnership TEXT NOT NULL REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    title_uk TEXT, title_en TEXT,
    state TEXT NOT NULL,
    parties TEXT NOT NULL,
    planned_on TEXT, signed_on TEXT,
    number TEXT, registration_number TEXT,
    signatories TEXT NOT NULL, signatory_roles TEXT NOT NULL,
    steps TEXT NOT NULL,
    term_uk TEXT, term_en TEXT,
    address TEXT,
    note_uk TEXT, note_en TEXT,
    sources TEXT NOT NULL
);

CREATE TABLE letter (
    id TEXT PRIMARY KEY,
    partnership TEXT NOT NULL REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    direction TEXT NOT NULL,
    state TEXT NOT NULL,
    subject_uk TEXT, subject_en TEXT,
    sender TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    recipient TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    language TEXT,
    outgoing_number TEXT, incoming_number TEXT,
    sent_on TEXT, sent_about TEXT, sent_text_uk TEXT, sent_text_en TEXT,
    reply_due_on TEXT, reply_on TEXT, reply_uk TEXT, reply_en TEXT,
    reminded INTEGER NOT NULL,
    note_uk TEXT, note_en TEXT,
    sources TEXT NOT NULL
);

CREATE TABLE decision (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title_uk TEXT, title_en TEXT, title_de TEXT,
    state TEXT NOT NULL,
    partnership TEXT REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    agreement TEXT REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    body TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    prepared_by TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT,
    decided_on TEXT,
    address TEXT,
    note_uk TEXT, note_en TEXT,
    sources TEXT NOT NULL
);

CREATE TABLE aid (
    id TEXT PRIMARY KEY,
    donor TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    content_uk TEXT, content_en TEXT,
    months TEXT NOT NULL,
    recipients TEXT NOT NULL,
    amount TEXT,
    partnership TEXT REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    note_uk TEXT, note_en TEXT,
    sources TEXT NOT NULL
);

CREATE TABLE working_group (
    id TEXT PRIMARY KEY,
    name_uk TEXT, name_en TEXT,
    purpose_uk TEXT, purpose_en TEXT,
    community TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    partnership TEXT REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    created_at_event TEXT REFERENCES event ("key") DEFERRABLE INITIALLY DEFERRED,
    head TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    members TEXT NOT NULL,
    note_uk TEXT, note_en TEXT,
    sources TEXT NOT NULL
);

-- Records that grow with the years: numbered for people, keyed for the exchange format.

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    "key" TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title_uk TEXT, title_en TEXT,
    state TEXT NOT NULL,
    planned_start TEXT, planned_end TEXT, planned_start_time TEXT, planned_end_time TEXT,
    actual_start TEXT, actual_end TEXT, actual_start_time TEXT, actual_end_time TEXT,
    zone TEXT,
    "precision" TEXT NOT NULL,
    partial_date TEXT,
    format TEXT,
    partnerships TEXT NOT NULL,
    community TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    parent TEXT REFERENCES event ("key") DEFERRABLE INITIALLY DEFERRED,
    place TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    country TEXT,
    direction TEXT,
    participants TEXT NOT NULL,
    organisers TEXT NOT NULL,
    facilitator TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    funder TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    project TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    framework TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    topics TEXT NOT NULL,
    outcomes TEXT NOT NULL,
    outcome_known INTEGER,
    note_uk TEXT, note_en TEXT,
    sources TEXT NOT NULL,
    starts_on TEXT,
    ends_on TEXT
);
CREATE INDEX event_by_day ON event (starts_on, ends_on);
CREATE INDEX event_by_state ON event (state, starts_on);

CREATE TABLE event_partnership (
    partnership TEXT NOT NULL REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    event TEXT NOT NULL REFERENCES event ("key") ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (partnership, event)
);
CREATE INDEX event_partnership_by_event ON event_partnership (event);

CREATE TABLE step (
    id INTEGER PRIMARY KEY,
    "key" TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    what_uk TEXT, what_en TEXT,
    state TEXT NOT NULL,
    partnership TEXT REFERENCES partnership (id) DEFERRABLE INITIALLY DEFERRED,
    community TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    owner_side TEXT,
    owner_organisations TEXT NOT NULL,
    owner_person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    owner_group TEXT REFERENCES working_group (id) DEFERRABLE INITIALLY DEFERRED,
    owner_uk TEXT, owner_en TEXT,
    requested_by TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    event TEXT REFERENCES event ("key") DEFERRABLE INITIALLY DEFERRED,
    due TEXT, due_text_uk TEXT, due_text_en TEXT,
    recurrence TEXT,
    derived INTEGER NOT NULL,
    note_uk TEXT, note_en TEXT,
    sources TEXT NOT NULL
);
CREATE INDEX step_by_partnership ON step (partnership, state);
CREATE INDEX step_by_state ON step (state, due);
