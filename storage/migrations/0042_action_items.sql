-- Who helps with an action item and who controls it, where it was asked for, what came of it.

ALTER TABLE step ADD COLUMN helpers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE step ADD COLUMN controller TEXT
    REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE step ADD COLUMN minutes TEXT;
ALTER TABLE step ADD COLUMN point TEXT;
ALTER TABLE step ADD COLUMN result_uk TEXT;
ALTER TABLE step ADD COLUMN result_en TEXT;
