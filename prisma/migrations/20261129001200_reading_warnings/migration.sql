-- The warnings with which a filing's document was read (docs/parser.md).

ALTER TABLE filing ADD COLUMN warnings jsonb NOT NULL DEFAULT '[]';

-- The projections hold nothing of this column: the next start builds them from the events.
UPDATE projection_checkpoint SET position = 0;
