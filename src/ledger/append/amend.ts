import { FILING_KEY, type Queryable } from '../../database/index.ts';
import { foldNature } from '../../rules/index.ts';
import { groupBy } from '../../values/index.ts';
import {
  type AmendableFiling,
  type AmendableLine,
  type AmendmentDecision,
  amendsId,
  linkAmendments,
  namedFilings,
  statesNothing,
} from '../decisions/index.ts';
import type { FilingAmended } from '../events/index.ts';
import type { Append } from '../log/index.ts';
import type { Touched } from '../projections/index.ts';

/** A FilingAmended to append, and the two filings it is about. */
export interface DecidedAmendment extends Append {
  readonly amendment: bigint;
  readonly original: bigint;
}

/**
 * Decides anew the amendments of every issuer and base form that touched filings belong to or did,
 * and gives the FilingAmended events for those that come out otherwise than the ledger has them.
 */
export async function decideAmendments(
  db: Queryable,
  { filings: filingIds, issuers }: Touched,
): Promise<DecidedAmendment[]> {
  const filings = await readAmendable(db, filingIds, issuers);
  const appends: DecidedAmendment[] = [];
  for (const family of groupBy(filings, ({ family: key }) => key).values()) {
    for (const decision of linkAmendments(family)) {
      const stored = family.find(({ id }) => id === decision.amendment.id);
      const body = amendedEvent(decision);
      if (stored === undefined || isStored(stored, body)) continue;
      appends.push({
        stream: stored.stream,
        filingId: stored.id,
        sequence: stored.nextSequence,
        knownAt: stored.knownAt,
        bodies: [body],
        amendment: stored.id,
        original: BigInt(body.payload.original),
      });
    }
  }
  return appends;
}

interface StoredFiling extends AmendableFiling {
  readonly family: string;
  /** The stream to append to; "stream" is the key that breaks ties of known-at. */
  readonly stream: string;
  readonly nextSequence: number;
  readonly amendsId: bigint | null;
  readonly candidates: readonly bigint[];
  readonly outcome: string | null;
  readonly isOriginalMissing: boolean;
  /** Lines superseded by this amendment, or its own that are left out, as "line>by". */
  readonly supersedes: readonly string[];
}

function amendedEvent(decision: AmendmentDecision): FilingAmended {
  const candidates = decision.candidates.map(({ id }) => id);
  const original = decision.original?.id ?? candidates.at(-1) ?? decision.amendment.id;
  return {
    type: 'FILING_AMENDED',
    payload: {
      original: String(original),
      candidates: candidates.map(String),
      originalMissing: decision.isOriginalMissing,
      outcome: decision.outcome,
      superseded: decision.superseded.map(({ line, by, evidence, isCertain, isLeftOut }) => ({
        line: String(line.position),
        by: by === null ? null : String(by.position),
        evidence,
        certain: isCertain,
        ...(isLeftOut ? { leftOut: true as const } : {}),
      })),
    },
  };
}

function isStored(stored: StoredFiling, { payload }: FilingAmended): boolean {
  // What the amendment supersedes by nothing is superseded by the amendment itself.
  const pairs = payload.superseded.map(({ line, by }) => `${line}>${by ?? stored.id}`).sort();
  const { candidates = [], outcome, originalMissing } = payload;
  return (
    stored.outcome === outcome &&
    stored.isOriginalMissing === originalMissing &&
    String(stored.amendsId) === String(amendsId(payload)) &&
    stored.candidates.map(String).join() === candidates.join() &&
    stored.supersedes.join() === pairs.join()
  );
}

/** What is read of a filing before its lines are. */
interface FilingCells extends Omit<StoredFiling, 'lines' | 'named' | 'statesNothing'> {
  readonly noSecuritiesOwned: boolean;
  /** Of an amendment: its remarks and footnotes. */
  readonly texts: readonly string[];
}

async function readAmendable(
  db: Queryable,
  filingIds: readonly bigint[],
  left: readonly bigint[],
): Promise<StoredFiling[]> {
  const { rows } = await db.query<FilingCells>(FILINGS, [filingIds, left]);
  const read = await db.query<AmendableLine & { filingId: bigint }>(LINES, [
    rows.map(({ id }) => id),
  ]);
  const byFiling = groupBy(read.rows, ({ filingId }) => filingId);
  return rows.map((row) => {
    const lines = byFiling.get(row.id) ?? [];
    return {
      ...row,
      named: namedFilings(row.texts, row.accessionNumber),
      statesNothing: statesNothing({ ...row, lines }),
      supersedes: [...row.supersedes].sort(),
      lines: lines.map((line) => ({
        ...line,
        nature: line.ownership === 'DIRECT' ? '' : foldNature(line.nature),
      })),
    };
  });
}

// Where one of the given belongs to an issuer and base form that has an amendment: all filings of
// these that are joined to it by owners, over however many others, since an amendment has an owner
// of its original. Likewise those of the issuers that filings have left.
const FILINGS = `
  WITH RECURSIVE touched AS (
    SELECT DISTINCT issuer_id, left(form::text, 6) AS base, id FROM filing
    WHERE id = ANY($1) OR issuer_id = ANY($2)
  ), amended AS (
    SELECT * FROM touched t WHERE EXISTS (
      SELECT FROM filing f WHERE f.issuer_id = t.issuer_id AND f.form::text = t.base || '_A'
        AND f.form IN ('FORM_3_A', 'FORM_4_A', 'FORM_5_A'))
  ), joined AS (
    SELECT DISTINCT a.issuer_id, a.base, o.person_id FROM amended a
      JOIN filing_owner o ON o.filing_id = a.id
    UNION
    SELECT j.issuer_id, j.base, other.person_id FROM joined j
      JOIN filing_owner o ON o.person_id = j.person_id AND o.issuer_id = j.issuer_id
      JOIN filing f ON f.id = o.filing_id AND left(f.form::text, 6) = j.base
      JOIN filing_owner other ON other.filing_id = f.id
  ), family AS (
    SELECT DISTINCT j.issuer_id, j.base, f.id FROM joined j
      JOIN filing_owner o ON o.person_id = j.person_id AND o.issuer_id = j.issuer_id
      JOIN filing f ON f.id = o.filing_id AND left(f.form::text, 6) = j.base
  )
  SELECT f.id, f.stream, ${FILING_KEY} AS "orderKey", f.form,
    f.issuer_id || ' ' || m.base AS family,
    ARRAY(SELECT DISTINCT person_id FROM filing_owner o WHERE o.filing_id = f.id ORDER BY 1) AS owners,
    f.period_of_report AS "periodOfReport",
    f.date_of_original_submission AS "dateOfOriginalSubmission",
    ARRAY(SELECT DISTINCT day::text FROM (VALUES (f.filed_on),
      ((f.known_at AT TIME ZONE 'America/New_York')::date)) AS d (day) WHERE day IS NOT NULL)
      AS "filedOn",
    f.known_at AS "knownAt", f.amends_id AS "amendsId", f.amendment_candidates AS candidates,
    f.amendment_outcome AS outcome, f.is_original_missing AS "isOriginalMissing",
    f.accession_number AS "accessionNumber", f.no_securities_owned AS "noSecuritiesOwned",
    CASE WHEN f.form IN ('FORM_3_A', 'FORM_4_A', 'FORM_5_A') THEN array_remove(f.remarks || ARRAY(
      SELECT n->>'text' FROM jsonb_array_elements(f.footnotes) n), NULL) ELSE '{}' END AS texts,
    (SELECT max(sequence) + 1 FROM ledger_event e WHERE e.stream = f.stream) AS "nextSequence",
    ARRAY(
      SELECT s.position || '>' || s.superseded_by FROM reported_line s
      WHERE s.filing_id = f.id AND s.is_left_out
      UNION ALL
      SELECT s.position || '>' || s.superseded_by FROM reported_line s
      WHERE NOT s.is_left_out AND NOT s.is_taken_back AND s.superseded_by IN (
        SELECT f.id UNION ALL SELECT position FROM reported_line x WHERE x.filing_id = f.id)
    ) AS supersedes
  FROM family m JOIN filing f ON f.id = m.id`;

const LINES = `
  SELECT l.filing_id AS "filingId", l.position, l.security_table AS "table", l.line,
    l.security_class AS "securityClass", l.transaction_date AS "transactionDate",
    l.code_as_filed AS code, l.acquired_disposed AS "acquiredDisposed", l.ownership,
    coalesce(l.nature, '') AS nature, l.shares, l.price_per_share AS "pricePerShare",
    l.amount_after AS "amountAfter",
    l.security_title AS title,
    concat_ws('|', l.deemed_execution_date, l.total_value, l.unit_after,
      l.conversion_or_exercise_price, l.exercisable_on, l.expires_on, l.underlying_title,
      l.underlying_shares, l.underlying_value, l.timeliness, l.equity_swap_involved) AS rest
  FROM reported_line l
  WHERE l.filing_id = ANY($1) AND NOT l.is_taken_back ORDER BY l.filing_id, l.position`;
