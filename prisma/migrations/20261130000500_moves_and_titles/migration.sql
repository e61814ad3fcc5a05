-- The line at the other side of a move between own accounts, or of a class under another title (docs/domain.md §5).
ALTER TABLE entry ADD COLUMN moved bigint;

-- The rules of accounts have changed: the projections are worked out again at the next start.
UPDATE projection_checkpoint SET position = 0;
