-- Why each line is in its account (docs/domain.md §5). The rules for accounts have changed with it: the
-- projections are worked out again at the next start.

CREATE TYPE account_evidence AS ENUM (
  'REPLACEMENT', 'NOTES_AND_BALANCE', 'NOTES', 'BALANCE', 'RENAMED', 'KEY', 'OPENED'
);

TRUNCATE account, entry;
ALTER TABLE entry ADD COLUMN evidence account_evidence NOT NULL;

UPDATE projection_checkpoint SET position = 0;
