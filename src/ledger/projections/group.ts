import type { SecurityTable } from '../../parser/index.ts';
import type { Decimal } from '../../values/index.ts';
import { type FilingOrder, type GroupLine, groupBy, type Unit } from '../accounts/index.ts';
import { FILING_KEY, type Queryable } from '../database/index.ts';
import { provisionalId, signedChange } from '../decisions/index.ts';

/** The unit in which accounts are worked out: one owner's lines of one class in one issuer. */
export interface Group {
  readonly id: bigint;
  readonly personId: bigint;
  readonly issuerId: bigint;
  readonly table: SecurityTable;
  readonly securityClass: string;
}

/** A group and every line of it in the ledger. */
export interface GroupLines extends Group {
  readonly lines: readonly GroupLine[];
}

/** A line as it is read: its group, and the cells that its change and unit are made of. */
interface LineRow
  extends Omit<Group, 'id'>,
    Omit<GroupLine, 'filing' | 'unit' | 'change'>,
    FilingOrder {
  readonly shares: Decimal | null;
  readonly totalValue: Decimal | null;
  readonly unit: Unit | null;
}

/** Reads the lines of every group that one of these filings has a line in; of some owners, or all. */
export async function readGroups(
  db: Queryable,
  filingIds: readonly bigint[],
  people: readonly bigint[] | null,
): Promise<GroupLines[]> {
  const { rows } = await db.query<LineRow>(`${TOUCHED} ${LINES}`, [filingIds, people]);
  return [...groupBy(rows, groupKey).values()].map((lines) => {
    const [first] = lines as [LineRow, ...LineRow[]];
    const { personId, issuerId, table, securityClass } = first;
    return {
      id: groupId(first),
      personId,
      issuerId,
      table,
      securityClass,
      lines: lines.map(groupLine),
    };
  });
}

function groupKey({ personId, issuerId, table, securityClass }: LineRow): string {
  return `${personId} ${issuerId} ${table} ${securityClass}`;
}

function groupId({ personId, issuerId, table, securityClass }: LineRow): bigint {
  return provisionalId(['group', String(personId), String(issuerId), table, securityClass]);
}

function groupLine(row: LineRow): GroupLine {
  const { stream, knownAt, amount, shares, totalValue, ...line } = row;
  const unit = row.unit ?? (shares === null && totalValue !== null ? 'USD' : 'SHARES');
  const moved = unit === 'USD' ? totalValue : shares;
  const change = signedChange(moved, row.acquiredDisposed);
  return { ...line, filing: { knownAt, stream }, unit, amount, change };
}

const TOUCHED = `
  WITH touched AS (
    SELECT DISTINCT o.person_id, l.issuer_id, l.security_table, l.security_class
    FROM filing_owner o JOIN reported_line l USING (filing_id)
    WHERE o.filing_id = ANY($1) AND ($2::bigint[] IS NULL OR o.person_id = ANY($2))
  )`;

// A filing may list an owner twice: DISTINCT keeps its lines single.
const LINES = `
  SELECT DISTINCT ON (t.person_id, l.position)
    t.person_id AS "personId", l.issuer_id AS "issuerId", l.security_table AS "table",
    l.security_class AS "securityClass", l.position, ${FILING_KEY} AS stream,
    l.known_at AS "knownAt", l.line, l.is_transaction AS "isTransaction", l.code_as_filed AS code,
    l.effective_on AS "effectiveOn", l.ownership, l.nature,
    coalesce((SELECT array_agg(n->>'text')
      FROM jsonb_array_elements(f.footnotes) n
      WHERE n->>'id' IN (SELECT r->>'id' FROM jsonb_array_elements(l.footnotes) r
        WHERE r->>'field' IN ('nature', 'ownership')
          OR l.security_table = 'DERIVATIVE'
            AND r->>'field' IN ('conversionOrExercisePrice', 'exercisableOn', 'expiresOn'))), '{}')
      AS notes,
    l.conversion_or_exercise_price AS "conversionOrExercisePrice", l.expires_on AS "expiresOn",
    l.underlying_title AS "underlyingTitle", l.acquired_disposed AS "acquiredDisposed", l.shares,
    l.total_value AS "totalValue", l.amount_after AS amount, l.unit_after AS unit,
    s.position AS replaces,
    l.superseded_known_at AS "supersededAt"
  FROM touched t
    JOIN filing_owner o ON o.person_id = t.person_id AND o.issuer_id = t.issuer_id
    JOIN reported_line l ON l.filing_id = o.filing_id AND l.security_table = t.security_table
      AND l.security_class = t.security_class
    JOIN filing f ON f.id = l.filing_id
    LEFT JOIN reported_line s ON s.superseded_by = l.position
  ORDER BY t.person_id, l.position, s.position`;
