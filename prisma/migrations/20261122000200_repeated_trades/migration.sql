-- One trade told more than once (docs/domain.md §5, docs/decisions/0006): the position of its first
-- telling, on every line that tells it again.
ALTER TABLE reported_line ADD COLUMN repeats bigint;

CREATE INDEX reported_line_repeats_idx ON reported_line (repeats) WHERE repeats IS NOT NULL;
-- Finds what else tells of a line's trade.
CREATE INDEX reported_line_issuer_id_class_idx ON reported_line
  (issuer_id, security_class, effective_on);
-- What an issuer's insiders bought and sold over time.
CREATE INDEX reported_line_market_idx ON reported_line (issuer_id, effective_on)
  WHERE code IN ('P', 'S') AND superseded_by IS NULL AND repeats IS NULL;

-- A column of a table that the server's role may change already: no grant is needed.
UPDATE projection_checkpoint SET position = 0;
