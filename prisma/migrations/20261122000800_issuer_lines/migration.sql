-- An issuer's lines by code, value or knownAt, in order and without the lines themselves
-- (src/ledger/queries/event-sources.ts).
DROP INDEX reported_line_issuer_id_idx;
CREATE INDEX reported_line_issuer_id_idx ON reported_line (issuer_id, position) INCLUDE (code, value, known_at);
