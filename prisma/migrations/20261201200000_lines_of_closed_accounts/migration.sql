-- A line whose account a later line closed said nothing any more of reconciliation and share of holding: where there is
-- one, the next start builds the projections from the events.
UPDATE projection_checkpoint SET position = 0
WHERE EXISTS (
  SELECT FROM entry e JOIN reported_line l USING (position) WHERE e.is_restated AND l.reconciliation IS NULL
);
