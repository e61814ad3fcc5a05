-- Filings that EDGAR has listed and the ledger does not hold yet (docs/guides/following-edgar.md). A row
-- is there before the filing is asked for, and goes when the ledger has it, so that no kill loses it. No
-- projection: it is no function of the events.
CREATE TABLE edgar_listing (
  accession_number text PRIMARY KEY,
  form text NOT NULL CHECK (form IN ('3', '3/A', '4', '4/A', '5', '5/A')),
  -- The day under which it is listed, where the list says it.
  day date,
  -- Where its text should be, from /Archives on.
  path text NOT NULL,
  first_looked_at timestamptz NOT NULL,
  -- How often it was asked for in vain, and why it did not come.
  asked integer NOT NULL DEFAULT 0,
  reason text,
  -- When to ask again.
  next_at timestamptz NOT NULL,
  -- The follower that asks for it; it counts while that one holds its advisory lock.
  claimed_by integer,
  -- Since when nobody asks any more, but `follow --gaps` and `backfill`.
  given_up_at timestamptz
) WITH (fillfactor = 50);

CREATE INDEX edgar_listing_due ON edgar_listing (next_at) WHERE given_up_at IS NULL;

-- Days whose index `follow` has looked at, by form.
CREATE TABLE edgar_day (
  form text NOT NULL CHECK (form IN ('3', '4', '5')),
  day date NOT NULL,
  first_looked_at timestamptz NOT NULL,
  -- Whether EDGAR listed an index of the day when it was last looked at.
  is_listed boolean NOT NULL,
  -- When it was read whole, and by what to ask whether it has changed.
  read_at timestamptz,
  etag text,
  last_modified text,
  -- Why it was not read.
  reason text,
  given_up_at timestamptz,
  PRIMARY KEY (form, day)
);

-- What the feed of each form gave last.
CREATE TABLE edgar_feed (
  form text PRIMARY KEY CHECK (form IN ('3', '4', '5')),
  -- When it was last read, and when it last listed a filing.
  polled_at timestamptz NOT NULL,
  seen_at timestamptz,
  -- Since when it lists filings whenever it is read.
  since timestamptz
) WITH (fillfactor = 10);

-- Faults of EDGAR, by kind.
CREATE TABLE edgar_fault (
  kind text PRIMARY KEY,
  count bigint NOT NULL,
  last_at timestamptz NOT NULL,
  last_said text NOT NULL
);

-- The first day that is followed: no day before it is looked at.
ALTER TABLE edgar_followed ADD COLUMN began_on date;
UPDATE edgar_followed SET began_on = complete_through - 7;
ALTER TABLE edgar_followed ALTER COLUMN began_on SET NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON edgar_listing TO insider_ledger_server;
GRANT SELECT, INSERT, UPDATE ON edgar_day, edgar_feed, edgar_fault TO insider_ledger_server;
