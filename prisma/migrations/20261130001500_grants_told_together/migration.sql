-- Accounts of Table II follow new titles and grants told in one count, and natures are folded without
-- a leading "The": the next start builds the projections from the events.
UPDATE projection_checkpoint SET position = 0;
