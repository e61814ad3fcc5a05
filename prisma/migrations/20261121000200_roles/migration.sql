-- The role the server works as: it may read everything, append to the ledger, and change projections only.

DO $$
BEGIN
  CREATE ROLE insider_ledger_server NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- roles belong to the whole cluster: another database of it made this one
END $$;

GRANT USAGE ON SCHEMA public TO insider_ledger_server;
GRANT SELECT, INSERT ON ledger_event, source_document TO insider_ledger_server;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON
  issuer, issuer_name, issuer_ticker, person, person_name, filing, filing_owner, reported_line,
  account, entry, resolved_identity, projection_checkpoint
  TO insider_ledger_server;
GRANT SELECT ON _prisma_migrations TO insider_ledger_server;
GRANT insider_ledger_server TO CURRENT_USER;
