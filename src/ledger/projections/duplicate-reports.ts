import { FILING_KEY, type Queryable } from '../../database/index.ts';
import type { FormType } from '../../parser/index.ts';
import { groupBy } from '../../values/index.ts';
import { findDuplicateReports, isAmendmentForm, type PlacedReport } from '../decisions/index.ts';
import { HOLDER_FIELDS, TERM_FIELDS } from './cited-fields.ts';

/** Whose lines to look at: those of some filings, or all of some issuers. */
type Scope = { readonly filings: readonly bigint[] } | { readonly issuers: readonly bigint[] };

interface ReportRow
  extends Omit<
    PlacedReport,
    'filing' | 'isAmendment' | 'holderNotes' | 'termNotes' | 'otherWords'
  > {
  /** Lines that agree in every cell have the same. */
  readonly alike: bigint;
  readonly filingId: bigint;
  readonly knownAt: PlacedReport['filing']['knownAt'];
  readonly orderKey: string;
  readonly form: FormType;
  readonly remarks: string | null;
  readonly citations: readonly { readonly field: string; readonly id: string }[];
  readonly footnotes: readonly { readonly id: string; readonly text: string }[];
}

/**
 * Marks every duplicate report among the lines that agree with one of the scope with the line
 * reported first, and unmarks those that no longer are. Gives the filings whose marks changed: the
 * accounts of their owners depend on them (docs/domain.md §5).
 */
export async function projectDuplicateReports(db: Queryable, scope: Scope): Promise<bigint[]> {
  const [touched, ids] =
    'filings' in scope ? [OF_FILINGS, scope.filings] : [OF_ISSUERS, scope.issuers];
  if (ids.length === 0) return [];
  const { rows } = await db.query<ReportRow>(`${alike(touched)} ${REPORTED_AGAIN}`, [ids]);
  if (rows.length === 0) return [];
  const repeats = new Map<bigint, bigint>();
  for (const lines of groupBy(rows, (row) => row.alike).values()) {
    for (const [line, first] of findDuplicateReports(lines.map(placed))) repeats.set(line, first);
  }
  const positions = rows.map(({ position }) => position);
  const marked = await db.query<{ id: bigint }>(MARK, [
    positions,
    positions.map((position) => repeats.get(position) ?? null),
  ]);
  return [...new Set(marked.rows.map(({ id }) => id))];
}

function placed(row: ReportRow): PlacedReport {
  const { filingId, knownAt, orderKey, form, remarks, citations, footnotes, ...line } = row;
  const cited = (isIt: (field: string) => boolean) => {
    const ids = new Set(citations.filter(({ field }) => isIt(field)).map(({ id }) => id));
    return footnotes.filter(({ id }) => ids.has(id)).map(({ text }) => text);
  };
  return {
    ...line,
    filing: { id: filingId, knownAt, orderKey },
    isAmendment: isAmendmentForm(form),
    holderNotes: cited((field) => HOLDER_FIELDS.has(field)),
    termNotes: cited((field) => TERM_FIELDS.has(field)),
    otherWords: [remarks ?? '', ...cited((field) => !HOLDER_FIELDS.has(field))].join(' '),
  };
}

// A line that repeats a touched one may have to look for another.
const OF_FILINGS = `
  SELECT l.* FROM unnest($1::bigint[]) AS f (id) JOIN reported_line l ON l.filing_id = f.id
  UNION ALL
  SELECT again.* FROM unnest($1::bigint[]) AS f (id) JOIN reported_line l ON l.filing_id = f.id
    JOIN reported_line again ON again.repeats = l.position`;

const OF_ISSUERS = 'SELECT * FROM reported_line WHERE issuer_id = ANY($1)';

/** What lines agree in, where nulls agree too; the index finds them by issuer, class and date. */
export const CELLS = [
  'security_table',
  'is_transaction',
  'code_as_filed',
  'acquired_disposed',
  'shares',
  'total_value',
  'price_per_share',
  'amount_after',
  'unit_after',
  'conversion_or_exercise_price',
  'expires_on',
] as const;

const cellsOf = (line: string) => CELLS.map((cell) => `${line}.${cell}`).join(', ');

function alike(touched: string): string {
  return `
  WITH touched AS (
    SELECT row_number() OVER () AS alike, d.* FROM (
      SELECT DISTINCT t.issuer_id, t.security_class, t.effective_on, ${cellsOf('t')}
      FROM (${touched}) t WHERE t.is_transaction OR t.amount_after <> 0
    ) d
  ), alike AS (
    SELECT t.alike, l.*,
      min(l.filing_id) OVER w <> max(l.filing_id) OVER w AS is_reported_again
    FROM touched t JOIN reported_line l ON l.issuer_id = t.issuer_id
      AND l.security_class = t.security_class AND l.effective_on = t.effective_on
      AND NOT l.is_taken_back
      AND (${cellsOf('l')}) IS NOT DISTINCT FROM (${cellsOf('t')})
    WINDOW w AS (PARTITION BY t.alike)
  )`;
}

const REPORTED_AGAIN = `
  SELECT a.alike, a.position, a.filing_id AS "filingId", f.known_at AS "knownAt",
    ${FILING_KEY} AS "orderKey", a.line,
    a.is_transaction AS "isTransaction", a.code_as_filed AS code, a.ownership, a.nature,
    a.exercisable_on AS "exercisableOn", a.amount_after IS NOT NULL AS "hasAmountAfter",
    f.form, f.remarks, a.footnotes AS citations, f.footnotes,
    o.owners, o.names AS "ownerNames", o.ten AS "isTenPercentOwner",
    o.office AS "isOffice",
    coalesce(a.amount_after <> 0 AND a.amount_after <> coalesce(a.shares, a.total_value), false)
      AS "isHeldOn"
  FROM alike a JOIN filing f ON f.id = a.filing_id
    CROSS JOIN LATERAL (
      SELECT array_agg(DISTINCT person_id) AS owners, array_agg(DISTINCT name_as_filed) AS names,
        bool_or(is_ten_percent_owner) AS ten, bool_or(is_director OR is_officer) AS office
      FROM filing_owner WHERE filing_id = a.filing_id
    ) o
  WHERE a.is_reported_again OR a.repeats IS NOT NULL`;

const MARK = `
  UPDATE reported_line l SET repeats = n.repeats
  FROM unnest($1::bigint[], $2::bigint[]) AS n (position, repeats)
  WHERE l.position = n.position AND l.repeats IS DISTINCT FROM n.repeats
  RETURNING l.filing_id AS id`;
