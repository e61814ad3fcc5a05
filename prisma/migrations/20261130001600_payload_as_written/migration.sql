-- A payload is kept as it was written, in the canonical form that its event's hash is over: nothing is
-- parsed into jsonb and printed again (docs/decisions/0017). Payloads of before hold the same JSON in
-- jsonb's order of keys; their hashes are over the canonical form of that, as they always were.

ALTER TABLE ledger_event ALTER COLUMN payload TYPE json USING payload::text::json;
ALTER TABLE ledger_event ALTER COLUMN payload SET STORAGE EXTERNAL;
