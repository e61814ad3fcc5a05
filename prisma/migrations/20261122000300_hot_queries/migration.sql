-- Indexes that keep hot queries proportional to their page at a million entries (test/ledger/plans.db.test.ts).

-- The accounts of an issuer's holdings, without reading all accounts.
CREATE INDEX account_issuer_id_idx ON account (issuer_id);
-- Snapshots of early days, when hardly anything was held or known yet.
CREATE INDEX entry_from_on_idx ON entry (from_on);
CREATE INDEX entry_known_at_idx ON entry (known_at);

-- Events run in the order of filings' ids, and filings in that of knownAt, of an issuer and of a person.
CREATE INDEX filing_issuer_id_id_idx ON filing (issuer_id, id);
CREATE INDEX filing_owner_person_id_filing_id_idx ON filing_owner (person_id, filing_id) INCLUDE (known_at);
CREATE INDEX filing_owner_person_id_known_at_idx ON filing_owner (person_id, known_at, filing_id);

-- Events filtered by code or value. Neither runs with the position, so that the planner's guess is right.
CREATE INDEX reported_line_code_idx ON reported_line (code, position) INCLUDE (filing_id, value)
  WHERE code IS NOT NULL;
CREATE INDEX reported_line_value_idx ON reported_line (value) WHERE value IS NOT NULL;

-- What knownAt allows, block by block of positions: knownAt mostly runs with the position, which the
-- planner cannot guess (src/ledger/queries/known-bounds.ts).
CREATE INDEX filing_block_known_at_idx ON filing ((id / 2048), known_at);

-- The events that a filing gets after its own: few, and anywhere in the ledger.
CREATE INDEX ledger_event_later_idx ON ledger_event (filing_id, position) INCLUDE (type)
  WHERE type IN ('FILING_AMENDED', 'IDENTITY_RESOLVED');
CREATE INDEX ledger_event_later_known_at_idx ON ledger_event (known_at)
  WHERE type IN ('FILING_AMENDED', 'IDENTITY_RESOLVED');
