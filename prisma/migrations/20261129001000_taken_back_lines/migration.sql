-- Lines that a later reading replaced or took back, and how far documents have been read again
-- (docs/domain.md §4).

-- superseded_by is the line that replaces it, or the event that took it back; it counts at no known-at.
ALTER TABLE reported_line ADD COLUMN is_taken_back boolean NOT NULL DEFAULT false;

-- Filings without a number, by the bytes that they were read from.
CREATE INDEX filing_unnumbered_source_idx ON filing (source_hash) WHERE accession_number IS NULL;

-- The events that a filing gets after its own, FILING_REREAD among them.
DROP INDEX ledger_event_later_idx;
CREATE INDEX ledger_event_later_idx ON ledger_event (filing_id, position) INCLUDE (type)
  WHERE type IN ('FILING_AMENDED', 'IDENTITY_RESOLVED', 'FILING_REREAD');
DROP INDEX ledger_event_later_known_at_idx;
CREATE INDEX ledger_event_later_known_at_idx ON ledger_event (known_at)
  WHERE type IN ('FILING_AMENDED', 'IDENTITY_RESOLVED', 'FILING_REREAD');

-- How far `reread` is, by the parser's version and what was asked for.
CREATE TABLE reread_progress (
  parser       integer NOT NULL,
  -- What was asked for; empty for everything.
  filter       text NOT NULL,
  -- The position of the last reading looked at.
  read_through bigint NOT NULL,
  -- Of everything up to read_through.
  finished_at  timestamptz,
  PRIMARY KEY (parser, filter)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON reread_progress TO insider_ledger_server;

-- The projections hold nothing of this column: the next start builds them from the events.
UPDATE projection_checkpoint SET position = 0;
