-- A document that a later parser reads otherwise (docs/domain.md §4). A new value can be used by the next
-- migration, not by this one.

ALTER TYPE ledger_event_type ADD VALUE IF NOT EXISTS 'FILING_REREAD';
