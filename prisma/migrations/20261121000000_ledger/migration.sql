-- The ledger itself: events and the bytes they were read from. Append-only (docs/domain.md §4).

CREATE TYPE ledger_event_type AS ENUM (
  'FILING_RECEIVED', 'TRANSACTION_REPORTED', 'HOLDING_REPORTED', 'FILING_AMENDED', 'IDENTITY_RESOLVED'
);

CREATE TABLE ledger_event (
  position      bigint PRIMARY KEY CHECK (position > 0),
  stream        text NOT NULL,
  sequence      integer NOT NULL CHECK (sequence >= 0),
  filing_id     bigint NOT NULL,
  type          ledger_event_type NOT NULL,
  known_at      timestamptz(3) NOT NULL,
  recorded_at   timestamptz(3) NOT NULL,
  payload       jsonb NOT NULL,
  previous_hash bytea CHECK (octet_length(previous_hash) = 32),
  hash          bytea NOT NULL CHECK (octet_length(hash) = 32),
  CHECK ((position = 1) = (previous_hash IS NULL))
);

-- One stream is one filing: the second append of a filing breaks here, whoever tries it.
CREATE UNIQUE INDEX ledger_event_stream_sequence_key ON ledger_event (stream, sequence);
CREATE INDEX ledger_event_filing_id_position_idx ON ledger_event (filing_id, position);
CREATE INDEX ledger_event_type_position_idx ON ledger_event (type, position);

CREATE TABLE source_document (
  hash        bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  size        integer NOT NULL,
  deflated    bytea NOT NULL,
  recorded_at timestamptz(3) NOT NULL
);
ALTER TABLE source_document ALTER COLUMN deflated SET STORAGE EXTERNAL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = '42501';
END $$;

CREATE TRIGGER ledger_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER source_document_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON source_document
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
