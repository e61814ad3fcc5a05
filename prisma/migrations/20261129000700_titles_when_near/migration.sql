-- A title counts from its filing's period only where that is near, and "See Remarks" is the remarks
-- (docs/domain.md §7). The rules have changed: the projections are worked out again at the next start.

UPDATE projection_checkpoint SET position = 0;
