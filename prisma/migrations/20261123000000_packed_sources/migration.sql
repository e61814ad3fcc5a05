-- Source bytes packed by Brotli; those kept before stay deflated, and say so.

CREATE TYPE source_packing AS ENUM ('DEFLATE', 'BROTLI');

ALTER TABLE source_document RENAME COLUMN deflated TO packed;
ALTER TABLE source_document ADD COLUMN packing source_packing NOT NULL DEFAULT 'DEFLATE';
ALTER TABLE source_document ALTER COLUMN packing DROP DEFAULT;
