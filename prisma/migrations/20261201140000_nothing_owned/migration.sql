-- An original Form 3 that says that nothing is owned closes what stood before it: where there is one, the next start
-- builds the projections from the events.
UPDATE projection_checkpoint SET position = 0
WHERE EXISTS (
  SELECT FROM filing f
  WHERE f.form = 'FORM_3' AND f.no_securities_owned
    AND NOT EXISTS (SELECT FROM reported_line l WHERE l.filing_id = f.id AND NOT l.is_taken_back)
);
