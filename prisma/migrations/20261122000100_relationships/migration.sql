-- Relationships on both times, worked out from what filings say (docs/domain.md §7, docs/decisions/0005).

-- In the order in which roles are listed.
CREATE TYPE insider_role AS ENUM ('DIRECTOR', 'OFFICER', 'TEN_PERCENT_OWNER', 'OTHER');

-- What a person is to an issuer from from_on until to_on, to viewpoints from known_at until known_to. Of one
-- person and issuer the rows that are in force at a known-at never overlap.
CREATE TABLE relationship (
  person_id     bigint NOT NULL,
  issuer_id     bigint NOT NULL,
  from_on       date NOT NULL,
  to_on         date,
  known_at      timestamptz(3) NOT NULL,
  known_to      timestamptz(3),
  roles         insider_role[] NOT NULL,
  officer_title text,
  other_text    text,
  filing_id     bigint NOT NULL,
  -- Walked by person, and over the whole ledger page by page, without a look at the table.
  PRIMARY KEY (person_id, issuer_id, from_on, known_at) INCLUDE (to_on, known_to)
);
CREATE INDEX relationship_issuer_id_idx ON relationship
  (issuer_id, person_id, from_on, known_at) INCLUDE (to_on, known_to);
-- Index-only scans need the visibility map soon after an append.
ALTER TABLE relationship SET (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_insert_threshold = 5000);

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON relationship TO insider_ledger_server;

UPDATE projection_checkpoint SET position = 0;
