-- API keys (docs/api-keys.md). No projection: they are no function of the events.

CREATE TYPE api_key_scope AS ENUM ('READ', 'INGEST');

-- Of a key the ledger keeps what recognises it and never its text. Revoked keys stay, so that what
-- they did can still be told.
CREATE TABLE api_key (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  prefix text NOT NULL UNIQUE,
  hash bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
  scopes api_key_scope[] NOT NULL CHECK (cardinality(scopes) > 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);

-- The server recognises keys and notes the hour of their use. To make or revoke one takes more rights.
GRANT SELECT, UPDATE (last_used_at) ON api_key TO insider_ledger_server;
