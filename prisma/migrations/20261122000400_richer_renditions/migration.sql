-- What each filing's own words say of issuer and owners, so that every identity can be worked out anew
-- from all filings at any time, and what several renditions of a filing tell together (docs/domain.md §2).

-- Projections are dropped and rebuilt at will; emptied, they take columns that must have a value.
TRUNCATE filing, filing_owner;

-- order_key: the accession number, or the stream while that is unknown: breaks ties of known_at.
-- own_issuer_id: by the CIK, else by the words. id_of_words: what the words alone give, always provisional.
ALTER TABLE filing
  ADD COLUMN order_key      text NOT NULL,
  ADD COLUMN rendition      text NOT NULL,
  ADD COLUMN own_issuer_id  bigint NOT NULL,
  ADD COLUMN id_of_words    bigint NOT NULL,
  ADD COLUMN issuer_name    text NOT NULL,
  ADD COLUMN issuer_folded  text NOT NULL,
  ADD COLUMN issuer_ticker  text,
  ADD COLUMN issuer_symbols text[] NOT NULL;
CREATE INDEX filing_own_issuer_id_idx ON filing (own_issuer_id, issuer_folded);
CREATE INDEX filing_issuer_folded_idx ON filing (issuer_folded, own_issuer_id);

ALTER TABLE filing_owner
  ADD COLUMN own_person_id bigint NOT NULL,
  ADD COLUMN folded_name   text NOT NULL,
  ADD COLUMN kind          person_kind NOT NULL;
CREATE INDEX filing_owner_own_person_id_idx ON filing_owner (own_person_id) WHERE own_person_id < 0;
CREATE INDEX filing_owner_provisional_idx ON filing_owner (issuer_id, folded_name)
  WHERE own_person_id < 0;

-- Ids that a filing gave to its issuer and owners while only poorer renditions of it were in the ledger.
CREATE TABLE former_identity (
  filing_id bigint NOT NULL,
  from_id   bigint NOT NULL,
  to_id     bigint NOT NULL,
  PRIMARY KEY (filing_id, from_id)
);
CREATE INDEX former_identity_from_id_idx ON former_identity (from_id);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON former_identity TO insider_ledger_server;

-- The projections hold nothing of these columns: the next start builds them from the events.
UPDATE projection_checkpoint SET position = 0;
