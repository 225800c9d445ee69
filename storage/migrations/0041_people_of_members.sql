-- Which person of the registry a user is: one at most, and nobody else the same one.

ALTER TABLE member ADD COLUMN person TEXT REFERENCES person (id) ON DELETE SET NULL;

CREATE UNIQUE INDEX member_person ON member (person);
