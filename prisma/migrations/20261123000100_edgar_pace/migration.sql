-- When EDGAR may be asked next, for all processes of this ledger together (docs/following-edgar.md). No
-- projection: it is no function of the events.
CREATE TABLE edgar_pace (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  -- From when on the next request has its turn.
  next_at timestamptz NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 10);

INSERT INTO edgar_pace DEFAULT VALUES;

-- The last day of which `follow` has read the daily index, and has whatever of this form is in it. No
-- projection either.
CREATE TABLE edgar_followed (
  form text PRIMARY KEY CHECK (form IN ('3', '4', '5')),
  complete_through date NOT NULL
);

GRANT SELECT, UPDATE ON edgar_pace TO insider_ledger_server;
GRANT SELECT, INSERT, UPDATE ON edgar_followed TO insider_ledger_server;
