-- Balances that ended within a span of known-at: what was answered otherwise before
-- (reads/queries/revisions). Few ever end.
CREATE INDEX entry_known_to_idx ON entry (known_to) WHERE known_to IS NOT NULL;
