-- A part of an incoming visit is kept back until the whole visit has ended.

ALTER TABLE event ADD COLUMN embargoed INTEGER NOT NULL DEFAULT 0;
UPDATE event SET embargoed = 1 WHERE direction = 'incoming' AND parent IN (
    SELECT "key" FROM event WHERE direction = 'incoming' AND state NOT IN (
        'held', 'returned', 'completed', 'minutes_draft', 'minutes_agreed', 'report_submitted',
        'follow_up', 'closed'
    )
);
