-- Indexes that nothing asks by (test/database/indexes.db.test.ts): who filed about whom is found by issuer and person,
-- whatever goes first, and names are sought by trigrams alone.
DROP INDEX filing_owner_person_id_idx;
DROP INDEX person_name_folded_idx;
DROP INDEX issuer_name_folded_idx;

-- Most filings amend none: they need no place in it.
DROP INDEX filing_amends_id_idx;
CREATE INDEX filing_amends_id_idx ON filing (amends_id) WHERE amends_id IS NOT NULL;
