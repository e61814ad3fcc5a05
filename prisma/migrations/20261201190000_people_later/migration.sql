-- People whose accounts and relationships are worked out later, when a large ingest has all of their
-- filings (docs/decisions/0030).
CREATE TABLE unprojected_person (
  person_id bigint PRIMARY KEY
);
GRANT SELECT, INSERT, DELETE, TRUNCATE ON unprojected_person TO insider_ledger_server;
