-- The amendments of an issuer, few as they are, without a look at its other filings
-- (src/ledger/projections/plain/find-plain.ts).
CREATE INDEX filing_amendment_issuer_id_idx ON filing (issuer_id)
  WHERE form IN ('FORM_3_A', 'FORM_4_A', 'FORM_5_A');
