-- Lines that came with a further document or a later reading: a walk by filing does not meet them in ledger order.
ALTER TABLE reported_line ADD COLUMN is_late boolean NOT NULL DEFAULT false;

CREATE INDEX reported_line_late_idx ON reported_line (filing_id, position) WHERE is_late;

-- How many filings an older parser read last.
CREATE INDEX filing_parser_idx ON filing (parser);

-- The projections hold nothing of this column: the next start builds them from the events.
UPDATE projection_checkpoint SET position = 0;
