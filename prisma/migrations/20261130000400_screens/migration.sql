-- What screens of all transactions go by (docs/domain.md §5, §8): the change as a share of what was held before, which
-- the entries of a line give it, and what the footnotes that it cites say of a Rule 10b5-1 plan.
CREATE TYPE line_plan AS ENUM ('MENTIONED', 'NEGATED');

ALTER TABLE entry ADD COLUMN share_of_holding numeric;
ALTER TABLE reported_line ADD COLUMN share_of_holding numeric, ADD COLUMN stated_plan line_plan;

-- One index an order of a screen; each ends with the position, by which pages go on.
DROP INDEX reported_line_value_idx;
CREATE INDEX reported_line_value_idx ON reported_line (value, position) WHERE value IS NOT NULL;
CREATE INDEX reported_line_by_shares_idx ON reported_line (shares, position)
  WHERE is_transaction AND NOT is_taken_back;
CREATE INDEX reported_line_by_share_of_holding_idx ON reported_line (share_of_holding, position)
  WHERE is_transaction AND NOT is_taken_back;
CREATE INDEX reported_line_by_known_at_idx ON reported_line (known_at, position)
  WHERE is_transaction AND NOT is_taken_back;
CREATE INDEX reported_line_by_effective_on_idx ON reported_line (effective_on, position)
  WHERE is_transaction AND NOT is_taken_back;

-- The projections hold nothing of these columns: the next start builds them from the events.
UPDATE projection_checkpoint SET position = 0;
