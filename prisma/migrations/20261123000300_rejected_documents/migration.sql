-- Documents that are not in the ledger, kept with the reason until they are (docs/rejected-documents.md).
-- No projection: the events do not tell of them.

CREATE TABLE rejected_document (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- SHA-256 of the bytes; of the name where the document was never read, which then has no bytes.
  hash              bytea NOT NULL CHECK (octet_length(hash) = 32),
  accession_number  text,
  name              text NOT NULL,
  size              integer CHECK (size >= 0),
  packed            bytea,
  packing           source_packing,
  filed_on          date,
  accepted_at       timestamptz(3),
  code              text NOT NULL,
  problems          jsonb NOT NULL,
  first_rejected_at timestamptz(3) NOT NULL,
  last_rejected_at  timestamptz(3) NOT NULL,
  tries             integer NOT NULL DEFAULT 1 CHECK (tries > 0),
  CHECK ((size IS NULL) = (packed IS NULL)),
  CHECK ((size IS NULL) = (packing IS NULL))
);
ALTER TABLE rejected_document ALTER COLUMN packed SET STORAGE EXTERNAL;

-- Equal bytes under two numbers are two documents: a page of EDGAR's that says "try again later".
CREATE UNIQUE INDEX rejected_document_key ON rejected_document (hash, accession_number)
  NULLS NOT DISTINCT;
CREATE INDEX rejected_document_code_idx ON rejected_document (code, id);
CREATE INDEX rejected_document_last_idx ON rejected_document (last_rejected_at DESC, id DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON rejected_document TO insider_ledger_server;
