-- A late line that breaks displaces no later balance (docs/domain.md §5). The rules have changed: the
-- projections are worked out again at the next start.

UPDATE projection_checkpoint SET position = 0;
