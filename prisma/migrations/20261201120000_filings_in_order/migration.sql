-- A page of filings in its own order, newest known first and those of one moment by accession number, without
-- sorting what else an issuer or a moment has: the days of a data set have thousands of filings known at one.
DROP INDEX filing_issuer_id_known_at_idx;
CREATE INDEX filing_issuer_id_known_at_idx ON filing (issuer_id, known_at, order_key);
DROP INDEX filing_known_at_idx;
CREATE INDEX filing_known_at_idx ON filing (known_at, order_key);
