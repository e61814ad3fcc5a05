-- Lines of an amendment that are left out, and amendments whose original is missing (docs/domain.md §6).

-- is_left_out: superseded_by is a line in force that may be the same one, from the start.
ALTER TABLE reported_line ADD COLUMN is_left_out boolean NOT NULL DEFAULT false;
ALTER TABLE filing ADD COLUMN is_original_missing boolean NOT NULL DEFAULT false;
ALTER TYPE line_flag ADD VALUE IF NOT EXISTS 'ORIGINAL_MISSING';

-- The projections hold nothing of these columns: the next start builds them from the events.
UPDATE projection_checkpoint SET position = 0;
