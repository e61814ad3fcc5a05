-- Where the accounts of an owner in an issuer and table end (docs/decisions/0022): made of the lines
-- alone, and kept only so that not all of them have to be read again.
CREATE TABLE family_end (
  person_id bigint NOT NULL,
  issuer_id bigint NOT NULL,
  security_table security_table NOT NULL,
  ending json NOT NULL,
  PRIMARY KEY (person_id, issuer_id, security_table)
) WITH (fillfactor = 70);
-- Replaced at every filing: packing it each time would cost more than the room.
ALTER TABLE family_end ALTER COLUMN ending SET STORAGE EXTERNAL;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON family_end TO insider_ledger_server;

-- How far the projections are built from the events, so that a build goes on where it was stopped.
CREATE TABLE projection_build (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  rules text NOT NULL,
  stage text NOT NULL,
  through bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON projection_build TO insider_ledger_server;
