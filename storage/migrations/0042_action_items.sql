-- Who helps with an action item and who controls it, where it was asked for, what came of it,
-- and until when a doer asks to extend it.

ALTER TABLE step ADD COLUMN helpers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE step ADD COLUMN controller TEXT
    REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE step ADD COLUMN minutes TEXT;
ALTER TABLE step ADD COLUMN point TEXT;
ALTER TABLE step ADD COLUMN result_uk TEXT;
ALTER TABLE step ADD COLUMN result_en TEXT;
ALTER TABLE step ADD COLUMN asked_until TEXT;
ALTER TABLE step ADD COLUMN asked_why TEXT;
