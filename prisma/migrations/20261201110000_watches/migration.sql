-- Standing questions (docs/guides/watch.md, docs/decisions/0023). No projection: they are no function
-- of the events. What is to be sent is not stored: a watch is a place in the ledger, and what follows
-- it is read from there.

ALTER TYPE api_key_scope ADD VALUE 'WATCH';

CREATE TYPE watch_channel AS ENUM ('WEBHOOK', 'MAIL');
CREATE TYPE watch_digest AS ENUM ('HOUR', 'DAY');

CREATE TABLE watch (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Whose it is; null for the operator's own. It stops where the key is revoked or expires.
  key_id bigint REFERENCES api_key (id),
  name text NOT NULL CHECK (name <> ''),
  -- A TransactionFilter, as it was given.
  filter jsonb NOT NULL,
  channel watch_channel NOT NULL,
  -- An address may carry a secret: sealed with the operator's key, as the secret of signatures is.
  target bytea NOT NULL,
  secret bytea,
  -- What may be shown of the address: the host of a URL, or that of a mail address with its name.
  shown text NOT NULL,
  digest watch_digest,
  -- What is at it or before it is sent, or among the dead letters.
  position bigint NOT NULL CHECK (position >= 0),
  -- Where a digest that is being sent ends: the same one is sent again until it is accepted.
  pending bigint CHECK (pending > position),
  paused_at timestamptz(3),
  pause_reason text,
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz(3),
  last_error text,
  sent bigint NOT NULL DEFAULT 0,
  failed bigint NOT NULL DEFAULT 0,
  last_sent_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX watch_key_id_idx ON watch (key_id);

-- What was given up after many attempts. The event is in the ledger: its place says what it was.
CREATE TABLE watch_dead_letter (
  watch_id bigint NOT NULL REFERENCES watch (id) ON DELETE CASCADE,
  -- Of the event, or where a digest ends.
  position bigint NOT NULL,
  -- Where it begins: behind this.
  after bigint NOT NULL,
  attempts integer NOT NULL,
  reason text NOT NULL,
  given_up_at timestamptz(3) NOT NULL DEFAULT now(),
  -- Since when it is to be sent once more.
  retried_at timestamptz(3),
  PRIMARY KEY (watch_id, position)
);
CREATE INDEX watch_dead_letter_retried_idx ON watch_dead_letter (watch_id)
  WHERE retried_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON watch, watch_dead_letter TO insider_ledger_server;
