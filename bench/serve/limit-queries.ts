/** Keys of a line l, in JSON, that transactions and holdings share. */
const BALANCE = `'amountAfter', trim_scale(l.amount_after)::text, 'unitAfter', l.unit_after,
  'ownership', l.ownership, 'nature', l.nature, 'reconciliation', l.reconciliation, 'flags', l.flags`;
const SECURITY_AND_NOTES = `'security', json_build_object('title', l.security_title,
    'table', l.security_table,
    'conversionOrExercisePrice', trim_scale(l.conversion_or_exercise_price)::text,
    'expiresOn', l.expires_on),
  'footnotes', (
    SELECT coalesce(json_agg(json_build_object('field', c.cited->>'field', 'footnote', n.note)
      ORDER BY c.place), '[]')
    FROM jsonb_array_elements(l.footnotes) WITH ORDINALITY c (cited, place)
      JOIN jsonb_array_elements(f.footnotes) n (note) ON n.note->>'id' = c.cited->>'id')`;

/**
 * The whole answer of each operation as JSON text made by PostgreSQL, in one statement of three
 * parameters at most: CIK, accession number or code; as of, or dates; known at. What they mean is
 * what the GraphQL operations of operations.ts mean (docs/domain.md §§4, 5, 7); the bench compares
 * the two.
 */
export const LIMIT_QUERIES = {
  holdings: `
    WITH p AS (SELECT id, name, cik FROM person WHERE cik = $1)
    SELECT json_build_object('data', json_build_object('person', (
      SELECT json_build_object('name', p.name, 'cik', p.cik, 'holdings', (${held('$2::date')}))
      FROM p)))::text AS body`,

  holdingsOn: `
    WITH p AS (SELECT id, name, cik FROM person WHERE cik = $1)
    SELECT json_build_object('data', json_build_object('person', (
      SELECT json_build_object('name', p.name, 'cik', p.cik, 'holdingsOn', (
        SELECT json_agg(json_build_object('holdings', (${held('d.as_of')})) ORDER BY d.n)
        FROM unnest($2::date[]) WITH ORDINALITY d (as_of, n)))
      FROM p)))::text AS body`,

  transactions: `
    SELECT json_build_object('data', json_build_object('transactions', json_build_object('nodes', (
      SELECT coalesce(json_agg(json_build_object('position', l.position::text,
        'effectiveOn', l.effective_on, 'knownAt', ${instant('l.known_at')}, 'code', l.code,
        'acquiredDisposed', l.acquired_disposed, 'shares', trim_scale(l.shares)::text,
        'pricePerShare', trim_scale(l.price_per_share)::text, 'value', trim_scale(l.value)::text,
        'security', json_build_object('title', l.security_title),
        'issuer', json_build_object('cik', i.cik, 'name', i.name, 'ticker', i.ticker),
        'people', (SELECT json_agg(json_build_object('cik', p.cik, 'name', p.name)
            ORDER BY o.ordinal)
          FROM filing_owner o JOIN person p ON p.id = o.person_id WHERE o.filing_id = l.filing_id))
        ORDER BY l.known_at DESC, l.position DESC), '[]')
      FROM (SELECT l.* FROM reported_line l
        WHERE l.is_transaction AND NOT l.is_taken_back AND l.code = $1 AND l.known_at <= $2
          AND (l.superseded_known_at IS NULL OR l.superseded_known_at > $2)
        ORDER BY l.known_at DESC, l.position DESC LIMIT 20) l
        JOIN issuer i ON i.id = l.issuer_id))))
      ::text AS body`,

  events: `
    SELECT json_build_object('data', json_build_object('issuer', (
      SELECT json_build_object('name', i.name, 'events', json_build_object('nodes', (
        SELECT coalesce(json_agg(
          CASE WHEN e.type = 'TRANSACTION_REPORTED' THEN json_build_object(
            'position', e.position::text, 'type', e.type, 'knownAt', ${instant('f.known_at')},
            'code', l.code, 'transactionDate', l.transaction_date, 'shares', trim_scale(l.shares)::text,
            'pricePerShare', trim_scale(l.price_per_share)::text, 'acquiredDisposed', l.acquired_disposed,
            'security', json_build_object('title', l.security_title),
            'people', (SELECT json_agg(json_build_object('cik', p.cik, 'name', p.name) ORDER BY o.ordinal)
              FROM filing_owner o JOIN person p ON p.id = o.person_id WHERE o.filing_id = e.filing_id))
          ELSE json_build_object(
            'position', e.position::text, 'type', e.type, 'knownAt', ${instant('f.known_at')})
          END ORDER BY e.position), '[]')
        FROM (
          SELECT position FROM (
            (SELECT l.position FROM reported_line l WHERE l.issuer_id = i.id ORDER BY l.position DESC LIMIT 20)
            UNION ALL
            (SELECT f.id FROM filing f WHERE f.issuer_id = i.id ORDER BY f.id DESC LIMIT 20)
            UNION ALL
            (SELECT e.position FROM filing f JOIN ledger_event e ON e.filing_id = f.id
             WHERE f.issuer_id = i.id AND e.type IN ('FILING_AMENDED', 'IDENTITY_RESOLVED')
             ORDER BY e.position DESC LIMIT 20)
          ) each ORDER BY position DESC LIMIT 20
        ) newest JOIN ledger_event e USING (position) JOIN filing f ON f.id = e.filing_id
          LEFT JOIN reported_line l USING (position))))
      FROM issuer i WHERE i.cik = $1)))::text AS body`,

  insiders: `
    SELECT json_build_object('data', json_build_object('issuer', (
      SELECT json_build_object('name', i.name, 'insiders', json_build_object('nodes', (
        SELECT coalesce(json_agg(json_build_object('roles', r.roles, 'officerTitle', r.officer_title,
          'person', json_build_object('cik', p.cik, 'name', p.name,
            'relationships', json_build_object('nodes', (
              SELECT coalesce(json_agg(json_build_object('roles', o.roles, 'issuer',
                json_build_object('cik', other.cik, 'name', other.name, 'ticker', other.ticker))
                ORDER BY o.issuer_id), '[]')
              FROM (SELECT o.issuer_id, o.roles FROM relationship o
                WHERE o.person_id = r.person_id AND ${inForce('o')} ORDER BY o.issuer_id LIMIT 20) o
              JOIN issuer other ON other.id = o.issuer_id)))) ORDER BY r.person_id), '[]')
        FROM (SELECT r.person_id, r.roles, r.officer_title FROM relationship r
          WHERE r.issuer_id = i.id AND ${inForce('r')} ORDER BY r.person_id LIMIT 20) r
        JOIN person p ON p.id = r.person_id)))
      FROM issuer i WHERE i.cik = $1)))::text AS body`,

  filing: `
    SELECT json_build_object('data', json_build_object('filing', (
      SELECT json_build_object('accessionNumber', f.accession_number, 'form', f.form,
        'isAmendment', f.form::text LIKE '%\\_A', 'knownAt', ${instant('f.known_at')},
        'knownAtBasis', f.known_at_basis, 'filedOn', f.filed_on, 'periodOfReport', f.period_of_report,
        'dateOfOriginalSubmission', f.date_of_original_submission,
        'amendmentOutcome', f.amendment_outcome, 'remarks', f.remarks, 'url', ${url('f', 'i')},
        'issuer', json_build_object('cik', i.cik, 'name', i.name),
        'reportingOwners', ${owners('f')},
        'transactions', (
          SELECT coalesce(json_agg(json_build_object(
            'position', l.position::text, 'effectiveOn', l.effective_on,
            'transactionDate', l.transaction_date, 'knownAt', ${instant('l.known_at')},
            'code', l.code, 'codeAsFiled', coalesce(l.code_as_filed, ''),
            'acquiredDisposed', l.acquired_disposed, 'shares', trim_scale(l.shares)::text,
            'pricePerShare', trim_scale(l.price_per_share)::text, 'value', trim_scale(l.value)::text,
            'totalValue', trim_scale(l.total_value)::text, ${BALANCE},
            'timeliness', coalesce(l.timeliness::text, 'ON_TIME'), ${SECURITY_AND_NOTES})
            ORDER BY l.security_table, l.line), '[]')
          FROM reported_line l WHERE l.filing_id = f.id AND l.is_transaction),
        'holdings', (
          SELECT coalesce(json_agg(json_build_object(
            'position', l.position::text, 'effectiveOn', l.effective_on,
            'knownAt', ${instant('l.known_at')}, ${BALANCE}, ${SECURITY_AND_NOTES})
            ORDER BY l.security_table, l.line), '[]')
          FROM reported_line l WHERE l.filing_id = f.id AND NOT l.is_transaction),
        'footnotes', f.footnotes)
      FROM filing f JOIN issuer i ON i.id = f.issuer_id WHERE f.accession_number = $1)))::text AS body`,

  filings: `
    SELECT json_build_object('data', json_build_object('issuer', (
      SELECT json_build_object('name', i.name, 'filings', json_build_object('nodes', (
        SELECT coalesce(json_agg(json_build_object('accessionNumber', f.accession_number,
          'form', f.form, 'isAmendment', f.form::text LIKE '%\\_A', 'knownAt', ${instant('f.known_at')},
          'filedOn', f.filed_on, 'periodOfReport', f.period_of_report,
          'amendmentOutcome', f.amendment_outcome, 'url', ${url('f', 'i')},
          'issuer', json_build_object('cik', i.cik, 'name', i.name, 'ticker', i.ticker),
          'reportingOwners', ${owners('f')}) ORDER BY f.known_at DESC, f.id DESC), '[]')
        FROM (SELECT * FROM filing f WHERE f.issuer_id = i.id
          ORDER BY f.known_at DESC, f.id DESC LIMIT 20) f)))
      FROM issuer i WHERE i.cik = $1)))::text AS body`,
} as const;

/** SQL for the holdings of the person p as of a day, known at $3, as JSON of a connection. */
function held(asOf: string): string {
  return `WITH balance AS (
      SELECT DISTINCT ON (e.person_id, e.group_id, e.account_id) e.account_id, e.group_id, e.issuer_id,
        e.position, e.place, e.unit, e.amount, e.reconciliation
      FROM entry e
      WHERE e.person_id = p.id AND e.from_on <= ${asOf} AND e.known_at <= $3
        AND (e.known_to IS NULL OR e.known_to > $3)
      ORDER BY e.person_id, e.group_id, e.account_id, e.accounting_order DESC, e.from_on DESC
    ), judged AS (
      SELECT b.*, max(b.place) OVER (PARTITION BY group_id) AS last_place FROM balance b
    ), h AS (
      SELECT j.*, a.security_table, a.security_class, a.ownership, a.nature,
        CASE WHEN j.place < j.last_place THEN 'CARRIED' ELSE 'CURRENT' END AS status
      FROM judged j JOIN account a ON a.id = j.account_id
      WHERE j.amount <> 0 AND (a.expires_on IS NULL OR a.expires_on >= ${asOf})
      ORDER BY j.issuer_id, a.security_table, a.security_class, a.ownership, a.nature, j.account_id
      LIMIT 100
    )
    SELECT json_build_object('nodes', coalesce(json_agg(json_build_object(
      'security', json_build_object('title', l.security_title), 'ownership', h.ownership,
      'nature', l.nature, 'unit', h.unit, 'amount', trim_scale(h.amount)::text, 'status', h.status,
      'reconciliation', h.reconciliation, 'effectiveOn', l.effective_on,
      'knownAt', ${instant('l.known_at')},
      'issuer', json_build_object('cik', i.cik, 'name', i.name, 'ticker', i.ticker))
      ORDER BY h.issuer_id, h.security_table, h.security_class, h.ownership, h.nature, h.account_id), '[]'))
    FROM h JOIN reported_line l ON l.position = h.position JOIN issuer i ON i.id = h.issuer_id`;
}

/** SQL for an instant as the API writes it. */
function instant(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function inForce(row: string): string {
  return `${row}.from_on <= $2 AND (${row}.to_on IS NULL OR ${row}.to_on > $2)
    AND ${row}.known_at <= $3 AND (${row}.known_to IS NULL OR ${row}.known_to > $3)`;
}

/** SQL for where EDGAR has a filing, by its row and its issuer's. */
function url(filing: string, issuer: string): string {
  const number = `${filing}.accession_number`;
  return `'https://www.sec.gov/Archives/edgar/data/' || ${issuer}.cik::bigint || '/'
    || replace(${number}, '-', '') || '/' || ${number} || '-index.htm'`;
}

/** SQL for the owners of a filing with their people, as JSON. */
function owners(filing: string): string {
  return `(SELECT coalesce(json_agg(json_build_object('roles', array_remove(ARRAY[
        CASE WHEN o.is_director THEN 'DIRECTOR' END, CASE WHEN o.is_officer THEN 'OFFICER' END,
        CASE WHEN o.is_ten_percent_owner THEN 'TEN_PERCENT_OWNER' END,
        CASE WHEN o.is_other THEN 'OTHER' END], NULL), 'officerTitle', o.officer_title,
      'person', json_build_object('cik', p.cik, 'name', p.name)) ORDER BY o.ordinal), '[]')
    FROM filing_owner o JOIN person p ON p.id = o.person_id WHERE o.filing_id = ${filing}.id)`;
}
