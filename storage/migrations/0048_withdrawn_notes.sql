-- A note that was taken back stays, out of sight, so that it can be brought again.

ALTER TABLE note ADD COLUMN withdrawn_at TEXT;
