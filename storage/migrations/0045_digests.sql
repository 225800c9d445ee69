-- A weekly digest of action items goes to bound groups and coordinators unless they refuse it,
-- so that a refusal must be kept too. It takes the place of the digest of what is overdue.

ALTER TABLE subscription ADD COLUMN wanted INTEGER NOT NULL DEFAULT 1;
UPDATE subscription SET kind = 'items' WHERE kind = 'overdue';
UPDATE reminder SET
    subject = 'items',
    rule = 'digest:items',
    key = replace(replace(key, 'digest|overdue|', 'digest|items|'), 'digest:overdue', 'digest:items')
WHERE subject_kind = 'digest' AND subject = 'overdue';
