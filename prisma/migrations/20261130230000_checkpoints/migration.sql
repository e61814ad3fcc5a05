-- Receipts (docs/decisions/0020): a Merkle tree over the events, and what was signed of it.

-- A full tile of the tree: 256 hashes beneath one root. Of level 0 they are those of the leaves of 256
-- events; of a level above they are the roots of 256 tiles of the level below, and stand there. What is
-- not full yet is made of the events.
CREATE TABLE merkle_tile (
  level  integer NOT NULL CHECK (level >= 0),
  number bigint NOT NULL CHECK (number >= 0),
  root   bytea NOT NULL CHECK (octet_length(root) = 32),
  leaves bytea CHECK (octet_length(leaves) = 8192),
  PRIMARY KEY (level, number),
  CHECK ((level = 0) = (leaves IS NOT NULL))
);
-- Hashes do not compress.
ALTER TABLE merkle_tile ALTER COLUMN leaves SET STORAGE EXTERNAL;

-- The public keys that checkpoints were ever signed with. Old ones stay.
CREATE TABLE checkpoint_key (
  id         text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{8}$'),
  name       text NOT NULL,
  public_key bytea NOT NULL CHECK (octet_length(public_key) = 32),
  added_at   timestamptz(3) NOT NULL
);

CREATE TABLE checkpoint (
  position   bigint NOT NULL CHECK (position > 0),
  key_id     text NOT NULL,
  root_hash  bytea NOT NULL CHECK (octet_length(root_hash) = 32),
  chain_hash bytea NOT NULL CHECK (octet_length(chain_hash) = 32),
  issued_at  timestamptz(3) NOT NULL,
  note       text NOT NULL,
  PRIMARY KEY (position, key_id)
);

CREATE TRIGGER merkle_tile_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON merkle_tile
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoint_key_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint_key
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON merkle_tile, checkpoint_key, checkpoint TO insider_ledger_server;
