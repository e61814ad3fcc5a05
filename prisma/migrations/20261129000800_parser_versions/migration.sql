-- The version of the parser that read a filing's documents: of several the oldest (docs/domain.md §4).

ALTER TABLE filing ADD COLUMN parser integer NOT NULL DEFAULT 1;

-- The projections hold nothing of this column: the next start builds them from the events.
UPDATE projection_checkpoint SET position = 0;
