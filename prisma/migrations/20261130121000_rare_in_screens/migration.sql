-- What screens of all transactions ask for and few lines have, or none: past these no walk of an order has to go.
-- Words of an officer's title, what footnotes say not to be under a plan, and what was reported late or early.
CREATE INDEX filing_owner_officer_title_idx ON filing_owner USING gin (officer_title gin_trgm_ops)
  WHERE officer_title IS NOT NULL;
CREATE INDEX reported_line_negated_plan_idx ON reported_line (position) WHERE stated_plan = 'NEGATED';
CREATE INDEX reported_line_untimely_idx ON reported_line (position) WHERE timeliness IN ('EARLY', 'LATE');

-- By class first: what else is of a line's issuer and class is found as before, and a class alone too.
DROP INDEX reported_line_issuer_id_class_idx;
CREATE INDEX reported_line_class_idx ON reported_line (security_class, issuer_id, effective_on);
