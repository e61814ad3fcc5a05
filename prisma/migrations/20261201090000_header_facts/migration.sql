-- What the headers of submissions say of issuers (docs/domain.md §2, docs/decisions/0025).

-- Null where the filing's documents have no header, or one that says nothing of the issuer.
ALTER TABLE filing ADD COLUMN header_facts jsonb;

-- What holds of an issuer from one known-at until the next.
CREATE TABLE issuer_facts (
  issuer_id              bigint NOT NULL,
  known_from             timestamptz(3) NOT NULL,
  known_to               timestamptz(3),
  filing_id              bigint NOT NULL,
  sic                    text,
  sic_description        text,
  fiscal_year_end        text,
  state_of_incorporation text,
  PRIMARY KEY (issuer_id, known_from)
);
CREATE INDEX issuer_facts_sic_idx ON issuer_facts (sic, issuer_id);
CREATE INDEX issuer_facts_state_idx ON issuer_facts (state_of_incorporation, issuer_id);

-- Names that headers tell an issuer had until a day.
CREATE TABLE issuer_former_name (
  issuer_id      bigint NOT NULL,
  until          date NOT NULL,
  name           text NOT NULL,
  folded         text NOT NULL,
  first_known_at timestamptz(3) NOT NULL,
  last_known_at  timestamptz(3) NOT NULL,
  PRIMARY KEY (issuer_id, until, name)
);
CREATE INDEX issuer_former_name_folded_trgm_idx ON issuer_former_name USING gin (folded gin_trgm_ops);

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON issuer_facts, issuer_former_name
  TO insider_ledger_server;
