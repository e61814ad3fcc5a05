-- Prices that are totals or per ADS, and amounts below zero, are flagged and not multiplied (docs/domain.md
-- §5). The projections are worked out again at the next start.

ALTER TYPE line_flag ADD VALUE 'PRICE_IS_TOTAL' AFTER 'PRICE_IMPLAUSIBLE';
ALTER TYPE line_flag ADD VALUE 'PRICE_PER_ADS' AFTER 'PRICE_IS_TOTAL';
ALTER TYPE line_flag ADD VALUE 'NEGATIVE_AMOUNT' AFTER 'AMOUNT_MISSING';
ALTER TABLE reported_line ADD COLUMN value_is_derived boolean NOT NULL DEFAULT false;

UPDATE projection_checkpoint SET position = 0;
