-- Which person of the registry a user is: one at most, and nobody else the same one.

ALTER TABLE member ADD COLUMN person TEXT REFERENCES person (id) ON DELETE SET NULL;

CREATE UNIQUE INDEX member_person ON member (person);

-- Who handed over to whom, and what of it no other record tells.
CREATE TABLE handover (
    id INTEGER PRIMARY KEY,
    "key" TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    leaving_name TEXT NOT NULL,
    leaving_person TEXT,
    leaving_user BIGINT,
    successor_name TEXT NOT NULL,
    successor_person TEXT,
    successor_user BIGINT,
    communities TEXT NOT NULL,
    given TEXT NOT NULL,
    role_before TEXT,
    organised TEXT NOT NULL,
    lines TEXT NOT NULL,
    answers TEXT NOT NULL,
    invited TEXT NOT NULL,
    deputised TEXT NOT NULL,
    access_taken TEXT
);
