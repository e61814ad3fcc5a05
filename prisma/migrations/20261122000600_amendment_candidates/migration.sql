-- The filings that fit an amendment equally well, where its original cannot be told (docs/domain.md §6).

ALTER TABLE filing ADD COLUMN amendment_candidates bigint[] NOT NULL DEFAULT '{}';

UPDATE projection_checkpoint SET position = 0;
