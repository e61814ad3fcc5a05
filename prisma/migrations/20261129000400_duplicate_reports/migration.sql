-- Duplicate reports of one owner, and who can be one holder (docs/domain.md §5, docs/decisions/0006). The
-- rules have changed: the projections are worked out again at the next start.

ALTER TYPE account_evidence ADD VALUE 'DUPLICATE' AFTER 'REPLACEMENT';

UPDATE projection_checkpoint SET position = 0;
