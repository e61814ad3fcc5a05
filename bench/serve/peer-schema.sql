-- What the peer serves: the ledger's rows as views with their relations, the questions as functions.
DROP SCHEMA IF EXISTS bench_peer CASCADE;
CREATE SCHEMA bench_peer;

CREATE VIEW bench_peer.issuer AS SELECT id, cik, name, ticker FROM public.issuer;
COMMENT ON VIEW bench_peer.issuer IS E'@primaryKey id\n@unique cik';

CREATE VIEW bench_peer.person AS SELECT id, cik, name FROM public.person;
COMMENT ON VIEW bench_peer.person IS E'@primaryKey id\n@unique cik';

CREATE VIEW bench_peer.holding AS
SELECT e.account_id AS id, e.issuer_id, l.security_title AS title, a.ownership, l.nature, e.unit,
  trim_scale(e.amount) AS amount, ''::text AS status, e.reconciliation, l.effective_on, l.known_at
FROM public.entry e JOIN public.account a ON a.id = e.account_id
  JOIN public.reported_line l ON l.position = e.position;
COMMENT ON VIEW bench_peer.holding IS
  E'@primaryKey id\n@foreignKey (issuer_id) references issuer (id)|@fieldName issuer\n@behavior -query:resource:list -query:resource:connection';

CREATE VIEW bench_peer.relationship AS
SELECT person_id, issuer_id, from_on, to_on, known_at, known_to, roles, officer_title FROM public.relationship;
COMMENT ON VIEW bench_peer.relationship IS
  E'@primaryKey person_id,issuer_id,from_on,known_at\n@foreignKey (person_id) references person (id)|@fieldName person\n@foreignKey (issuer_id) references issuer (id)|@fieldName issuer';

CREATE VIEW bench_peer.event AS
SELECT e.position, e.type, f.known_at, e.filing_id, l.code, l.transaction_date, trim_scale(l.shares) AS shares,
  trim_scale(l.price_per_share) AS price_per_share, l.acquired_disposed, l.security_title AS title
FROM public.ledger_event e JOIN public.filing f ON f.id = e.filing_id
  LEFT JOIN public.reported_line l ON l.position = e.position AND l.is_transaction;
COMMENT ON VIEW bench_peer.event IS E'@primaryKey position';

CREATE FUNCTION bench_peer.person_holdings(person bench_peer.person, as_of date, known_at timestamptz)
RETURNS SETOF bench_peer.holding STABLE LANGUAGE sql AS $$
  WITH balance AS (
    SELECT DISTINCT ON (e.person_id, e.group_id, e.account_id) e.account_id, e.group_id, e.issuer_id,
      e.position, e.place, e.unit, e.amount, e.reconciliation
    FROM public.entry e
    WHERE e.person_id = person.id AND e.from_on <= as_of AND e.known_at <= person_holdings.known_at
      AND (e.known_to IS NULL OR e.known_to > person_holdings.known_at)
    ORDER BY e.person_id, e.group_id, e.account_id, e.accounting_order DESC, e.from_on DESC
  ), judged AS (
    SELECT b.*, max(b.place) OVER (PARTITION BY group_id) AS last_place FROM balance b
  )
  SELECT j.account_id, j.issuer_id, l.security_title, a.ownership, l.nature, j.unit, trim_scale(j.amount),
    CASE WHEN j.place < j.last_place THEN 'CARRIED' ELSE 'CURRENT' END, j.reconciliation, l.effective_on,
    l.known_at
  FROM judged j JOIN public.account a ON a.id = j.account_id
    JOIN public.reported_line l ON l.position = j.position
  WHERE j.amount <> 0 AND (a.expires_on IS NULL OR a.expires_on >= as_of)
  ORDER BY j.issuer_id, a.security_table, a.security_class, a.ownership, a.nature, j.account_id
$$;

CREATE FUNCTION bench_peer.person_holdings_on(person bench_peer.person, dates date[], known_at timestamptz)
RETURNS SETOF bench_peer.holding STABLE LANGUAGE sql AS $$
  SELECT h.id, h.issuer_id, h.title, h.ownership, h.nature, h.unit, h.amount, h.status, h.reconciliation,
    h.effective_on, h.known_at
  FROM unnest(dates) WITH ORDINALITY d (as_of, n)
    CROSS JOIN LATERAL bench_peer.person_holdings(person, d.as_of, person_holdings_on.known_at) WITH ORDINALITY h
  ORDER BY d.n, h.ordinality
$$;

CREATE FUNCTION bench_peer.issuer_newest_events(issuer bench_peer.issuer, count integer)
RETURNS SETOF bench_peer.event STABLE LANGUAGE sql AS $$
  SELECT e.* FROM (
    SELECT position FROM (
      (SELECT l.position FROM public.reported_line l WHERE l.issuer_id = issuer.id
       ORDER BY l.position DESC LIMIT count)
      UNION ALL
      (SELECT f.id FROM public.filing f WHERE f.issuer_id = issuer.id ORDER BY f.id DESC LIMIT count)
      UNION ALL
      (SELECT e.position FROM public.filing f JOIN public.ledger_event e ON e.filing_id = f.id
       WHERE f.issuer_id = issuer.id AND e.type IN ('FILING_AMENDED', 'IDENTITY_RESOLVED')
       ORDER BY e.position DESC LIMIT count)
    ) each ORDER BY position DESC LIMIT count
  ) newest JOIN bench_peer.event e USING (position) ORDER BY position
$$;

CREATE FUNCTION bench_peer.event_people(event bench_peer.event)
RETURNS SETOF bench_peer.person STABLE LANGUAGE sql AS $$
  SELECT p.* FROM public.filing_owner o JOIN bench_peer.person p ON p.id = o.person_id
  WHERE o.filing_id = event.filing_id AND event.type = 'TRANSACTION_REPORTED' ORDER BY o.ordinal
$$;
COMMENT ON FUNCTION bench_peer.event_people IS E'@behavior +list -connection';

CREATE FUNCTION bench_peer.issuer_insiders(issuer bench_peer.issuer, as_of date, known_at timestamptz)
RETURNS SETOF bench_peer.relationship STABLE LANGUAGE sql AS $$
  SELECT r.* FROM bench_peer.relationship r
  WHERE r.issuer_id = issuer.id AND r.from_on <= as_of AND (r.to_on IS NULL OR r.to_on > as_of)
    AND r.known_at <= issuer_insiders.known_at
    AND (r.known_to IS NULL OR r.known_to > issuer_insiders.known_at)
  ORDER BY r.person_id
$$;

CREATE FUNCTION bench_peer.person_relationships(person bench_peer.person, as_of date, known_at timestamptz)
RETURNS SETOF bench_peer.relationship STABLE LANGUAGE sql AS $$
  SELECT r.* FROM bench_peer.relationship r
  WHERE r.person_id = person.id AND r.from_on <= as_of AND (r.to_on IS NULL OR r.to_on > as_of)
    AND r.known_at <= person_relationships.known_at
    AND (r.known_to IS NULL OR r.known_to > person_relationships.known_at)
  ORDER BY r.issuer_id
$$;

CREATE VIEW bench_peer.filing AS
SELECT f.id, f.accession_number, f.form, f.form::text LIKE '%\_A' AS is_amendment, f.issuer_id, f.known_at,
  f.known_at_basis, f.filed_on, f.period_of_report, f.date_of_original_submission, f.amendment_outcome, f.remarks,
  f.footnotes
FROM public.filing f;
COMMENT ON VIEW bench_peer.filing IS
  E'@primaryKey id\n@unique accession_number\n@foreignKey (issuer_id) references issuer (id)|@fieldName issuer';

CREATE VIEW bench_peer.filing_owner AS
SELECT filing_id, ordinal, person_id, officer_title, array_remove(ARRAY[
    CASE WHEN is_director THEN 'DIRECTOR' END, CASE WHEN is_officer THEN 'OFFICER' END,
    CASE WHEN is_ten_percent_owner THEN 'TEN_PERCENT_OWNER' END, CASE WHEN is_other THEN 'OTHER' END], NULL) AS roles
FROM public.filing_owner;
COMMENT ON VIEW bench_peer.filing_owner IS
  E'@primaryKey filing_id,ordinal\n@foreignKey (person_id) references person (id)|@fieldName person';

CREATE VIEW bench_peer.reported_line AS
SELECT position, filing_id, issuer_id, line, is_transaction, effective_on, transaction_date, known_at, code,
  coalesce(code_as_filed, '') AS code_as_filed, acquired_disposed, trim_scale(shares) AS shares,
  trim_scale(price_per_share) AS price_per_share, trim_scale(value) AS value, trim_scale(total_value) AS total_value,
  trim_scale(amount_after) AS amount_after, unit_after, ownership, nature, reconciliation, flags,
  coalesce(timeliness::text, 'ON_TIME') AS timeliness, security_title AS title, security_table AS "table",
  trim_scale(conversion_or_exercise_price) AS conversion_or_exercise_price, expires_on, footnotes
FROM public.reported_line;
COMMENT ON VIEW bench_peer.reported_line IS
  E'@primaryKey position\n@foreignKey (issuer_id) references issuer (id)|@fieldName issuer';

CREATE FUNCTION bench_peer.reported_line_people(line bench_peer.reported_line)
RETURNS SETOF bench_peer.person STABLE LANGUAGE sql AS $$
  SELECT p.* FROM public.filing_owner o JOIN bench_peer.person p ON p.id = o.person_id
  WHERE o.filing_id = line.filing_id ORDER BY o.ordinal
$$;
COMMENT ON FUNCTION bench_peer.reported_line_people IS E'@behavior +list -connection';

CREATE FUNCTION bench_peer.newest_transactions(code text, known_at timestamptz, count integer)
RETURNS SETOF bench_peer.reported_line STABLE LANGUAGE sql AS $$
  SELECT r.* FROM (
    SELECT l.position, l.known_at FROM public.reported_line l
    WHERE l.is_transaction AND NOT l.is_taken_back AND l.code = newest_transactions.code::public.transaction_code
      AND l.known_at <= newest_transactions.known_at
      AND (l.superseded_known_at IS NULL OR l.superseded_known_at > newest_transactions.known_at)
    ORDER BY l.known_at DESC, l.position DESC LIMIT count
  ) newest JOIN bench_peer.reported_line r USING (position) ORDER BY newest.known_at DESC, position DESC
$$;

CREATE FUNCTION bench_peer.filing_url(filing bench_peer.filing) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT 'https://www.sec.gov/Archives/edgar/data/' || i.cik::bigint || '/'
    || replace(filing.accession_number, '-', '') || '/' || filing.accession_number || '-index.htm'
  FROM bench_peer.issuer i WHERE i.id = filing.issuer_id
$$;

CREATE FUNCTION bench_peer.filing_owners(filing bench_peer.filing)
RETURNS SETOF bench_peer.filing_owner STABLE LANGUAGE sql AS $$
  SELECT o.* FROM bench_peer.filing_owner o WHERE o.filing_id = filing.id ORDER BY o.ordinal
$$;
COMMENT ON FUNCTION bench_peer.filing_owners IS E'@behavior +list -connection';

CREATE FUNCTION bench_peer.filing_transactions(filing bench_peer.filing)
RETURNS SETOF bench_peer.reported_line STABLE LANGUAGE sql AS $$
  SELECT l.* FROM bench_peer.reported_line l WHERE l.filing_id = filing.id AND l.is_transaction
  ORDER BY l."table", l.line
$$;
COMMENT ON FUNCTION bench_peer.filing_transactions IS E'@behavior +list -connection';

CREATE FUNCTION bench_peer.filing_holdings(filing bench_peer.filing)
RETURNS SETOF bench_peer.reported_line STABLE LANGUAGE sql AS $$
  SELECT l.* FROM bench_peer.reported_line l WHERE l.filing_id = filing.id AND NOT l.is_transaction
  ORDER BY l."table", l.line
$$;
COMMENT ON FUNCTION bench_peer.filing_holdings IS E'@behavior +list -connection';

-- As json, which keeps the order of keys: what a line cites, with the texts of its filing.
CREATE FUNCTION bench_peer.reported_line_cited(line bench_peer.reported_line) RETURNS json STABLE LANGUAGE sql AS $$
  SELECT json_agg(json_build_object('field', c.cited->>'field', 'footnote', n.note) ORDER BY c.place)
  FROM public.filing f, jsonb_array_elements(line.footnotes) WITH ORDINALITY c (cited, place),
    jsonb_array_elements(f.footnotes) n (note)
  WHERE f.id = line.filing_id AND n.note->>'id' = c.cited->>'id'
$$;

CREATE FUNCTION bench_peer.issuer_newest_filings(issuer bench_peer.issuer, count integer)
RETURNS SETOF bench_peer.filing STABLE LANGUAGE sql AS $$
  SELECT f.* FROM bench_peer.filing f WHERE f.issuer_id = issuer.id
  ORDER BY f.known_at DESC, f.id DESC LIMIT count
$$;

GRANT USAGE ON SCHEMA bench_peer TO insider_ledger_server;
GRANT SELECT ON ALL TABLES IN SCHEMA bench_peer TO insider_ledger_server;
