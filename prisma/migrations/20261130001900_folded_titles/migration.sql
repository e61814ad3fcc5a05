-- More spellings of titles and natures fold to one, and texts state more: the next start builds the
-- projections from the events.
UPDATE projection_checkpoint SET position = 0;
