-- Names by resemblance: trigrams of the folded names (Query.search).

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX person_name_folded_trgm_idx ON person_name USING gin (folded gin_trgm_ops);
CREATE INDEX issuer_name_folded_trgm_idx ON issuer_name USING gin (folded gin_trgm_ops);
