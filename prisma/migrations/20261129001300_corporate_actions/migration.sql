-- What filings state of splits and changes of ADS ratios, from which corporate actions are derived (docs/domain.md
-- §5); null where they state none, as nearly all do.
ALTER TABLE filing ADD COLUMN stated_actions jsonb;

CREATE INDEX filing_stated_actions_idx ON filing (issuer_id) WHERE stated_actions IS NOT NULL;

-- The projections hold nothing of this column: the next start builds them from the events.
UPDATE projection_checkpoint SET position = 0;
