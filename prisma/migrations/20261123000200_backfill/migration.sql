-- Which quarters `backfill` has finished (docs/backfill.md). No projection: it is no function of the events.
CREATE TABLE backfill_progress (
  source text NOT NULL CHECK (source IN ('data-set', 'archive')),
  quarter text NOT NULL CHECK (quarter ~ '^[0-9]{4}q[1-4]$'),
  -- What was asked for of the quarter; empty where it was everything.
  filter text NOT NULL,
  finished_at timestamptz NOT NULL DEFAULT now(),
  filings integer NOT NULL,
  already_held integer NOT NULL,
  rejected integer NOT NULL,
  -- Documents that EDGAR lists and does not have.
  missing integer NOT NULL,
  -- What EDGAR can be asked by, whether the quarter's file has changed since.
  etag text,
  last_modified text,
  PRIMARY KEY (source, quarter, filter)
);

GRANT SELECT, INSERT, UPDATE ON backfill_progress TO insider_ledger_server;
