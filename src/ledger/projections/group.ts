import { FILING_KEY, type Queryable } from '../../database/index.ts';
import type { SecurityTable } from '../../parser/index.ts';
import { type FilingOrder, type GroupLine, signedChange, type Unit } from '../../rules/index.ts';
import { compareText, type Decimal, groupBy } from '../../values/index.ts';
import { provisionalId } from '../decisions/index.ts';

/** What makes lines of one group: owner, issuer, table and class. */
export interface GroupKey {
  readonly personId: bigint;
  readonly issuerId: bigint;
  readonly table: SecurityTable;
  readonly securityClass: string;
}

/** The unit in which accounts are worked out: one owner's lines of one class in one issuer. */
export interface Group extends GroupKey {
  readonly id: bigint;
}

/** A group and lines of it. */
export interface GroupLines extends Group {
  readonly lines: readonly GroupLine[];
}

/** A line's cells, before its change and unit are made of them. */
interface LineCells extends Omit<GroupLine, 'filing' | 'unit' | 'change'>, FilingOrder {
  readonly shares: Decimal | null;
  readonly totalValue: Decimal | null;
  readonly unit: Unit | null;
}

/** A line that is read, and whether it is left out of balances (docs/domain.md §6). */
type ReadLine = GroupKey & LineCells & { readonly isLeftOut: boolean };

/**
 * Reads the lines of every group that one of these filings has a line in, and of the others of its
 * family; of some owners, or all.
 */
export async function readGroups(
  db: Queryable,
  filingIds: readonly bigint[],
  people: readonly bigint[] | null,
): Promise<GroupLines[]> {
  const { rows } = await db.query<ReadLine>(`${TOUCHED} ${LINES}`, [filingIds, people]);
  return inGroups(rows);
}

/**
 * Reads all lines of the families of some groups that the ledger holds; groups without lines are
 * left out.
 */
export async function readLinesOf(
  db: Queryable,
  groups: readonly GroupKey[],
): Promise<GroupLines[]> {
  const families = [...groupBy(groups, familyText).values()].flatMap(([first]) => first ?? []);
  const { rows } = await db.query<ReadLine>(`${GIVEN} ${LINES}`, [
    families.map(({ personId }) => personId),
    families.map(({ issuerId }) => issuerId),
    families.map(({ table }) => table),
  ]);
  return inGroups(rows);
}

/**
 * What is worked out together: all classes of an owner in an issuer and table, since a class may go
 * on under another title (docs/domain.md §5).
 */
export function familyText({ personId, issuerId, table }: GroupKey): string {
  return `${personId} ${issuerId} ${table}`;
}

/** Groups by family; those of one in the order of their classes. */
export function familiesOf(groups: readonly GroupLines[]): GroupLines[][] {
  const families = [...groupBy(groups, familyText).values()];
  for (const family of families) {
    if (family.length > 1) family.sort((a, b) => compareText(a.securityClass, b.securityClass));
  }
  return families;
}

/** A group whose lines are all left out stays, so that its accounts go. */
function inGroups(rows: readonly ReadLine[]): GroupLines[] {
  return [...groupBy(rows, groupText).values()].map((lines) => {
    const [first] = lines as [ReadLine];
    const { personId, issuerId, table, securityClass } = first;
    const key = { personId, issuerId, table, securityClass };
    return {
      ...key,
      id: groupId(key),
      lines: lines.filter((line) => !line.isLeftOut).map(groupLine),
    };
  });
}

/** A group's key as one text. */
export function groupText({ personId, issuerId, table, securityClass }: GroupKey): string {
  return `${personId} ${issuerId} ${table} ${securityClass}`;
}

/** A group's id: made of its key alone. */
export function groupId({ personId, issuerId, table, securityClass }: GroupKey): bigint {
  return provisionalId(['group', String(personId), String(issuerId), table, securityClass]);
}

/** A line as accounts are worked out from it. */
export function groupLine(cells: LineCells): GroupLine {
  const { orderKey, knownAt, amount, shares, totalValue } = cells;
  const unit = cells.unit ?? (shares === null && totalValue !== null ? 'USD' : 'SHARES');
  const moved = unit === 'USD' ? totalValue : shares;
  return {
    position: cells.position,
    filing: { knownAt, orderKey },
    table: cells.table,
    line: cells.line,
    isTransaction: cells.isTransaction,
    code: cells.code,
    effectiveOn: cells.effectiveOn,
    ownership: cells.ownership,
    nature: cells.nature,
    notes: cells.notes,
    conversionOrExercisePrice: cells.conversionOrExercisePrice,
    exercisableOn: cells.exercisableOn,
    expiresOn: cells.expiresOn,
    underlyingTitle: cells.underlyingTitle,
    acquiredDisposed: cells.acquiredDisposed,
    change: signedChange(moved, cells.acquiredDisposed),
    amount,
    unit,
    trade: cells.trade,
    replaces: cells.replaces,
    supersededAt: cells.supersededAt,
  };
}

const TOUCHED = `
  WITH touched AS (
    SELECT DISTINCT o.person_id, l.issuer_id, l.security_table
    FROM filing_owner o JOIN reported_line l USING (filing_id)
    WHERE o.filing_id = ANY($1) AND ($2::bigint[] IS NULL OR o.person_id = ANY($2))
  )`;

const GIVEN = `
  WITH touched AS (
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::security_table[])
      AS t (person_id, issuer_id, security_table)
  )`;

// A filing may list an owner twice: DISTINCT keeps its lines single.
const LINES = `
  SELECT DISTINCT ON (t.person_id, l.position)
    t.person_id AS "personId", l.issuer_id AS "issuerId", l.security_table AS "table",
    l.security_class AS "securityClass", l.position, ${FILING_KEY} AS "orderKey",
    l.known_at AS "knownAt", l.line, l.is_transaction AS "isTransaction", l.code_as_filed AS code,
    l.effective_on AS "effectiveOn", l.ownership, l.nature,
    coalesce((SELECT array_agg(n->>'text')
      FROM jsonb_array_elements(f.footnotes) n
      WHERE n->>'id' IN (SELECT r->>'id' FROM jsonb_array_elements(l.footnotes) r
        WHERE r->>'field' IN ('nature', 'ownership')
          OR l.security_table = 'DERIVATIVE'
            AND r->>'field' IN ('conversionOrExercisePrice', 'exercisableOn', 'expiresOn'))), '{}')
      AS notes,
    l.conversion_or_exercise_price AS "conversionOrExercisePrice",
    l.exercisable_on AS "exercisableOn", l.expires_on AS "expiresOn",
    l.underlying_title AS "underlyingTitle", l.acquired_disposed AS "acquiredDisposed", l.shares,
    l.total_value AS "totalValue", l.amount_after AS amount, l.unit_after AS unit,
    coalesce(l.repeats, l.position) AS trade, s.position AS replaces,
    l.superseded_known_at AS "supersededAt", l.is_left_out AS "isLeftOut"
  FROM touched t
    JOIN filing_owner o ON o.person_id = t.person_id AND o.issuer_id = t.issuer_id
    JOIN reported_line l ON l.filing_id = o.filing_id AND l.security_table = t.security_table
      AND NOT l.is_taken_back
    JOIN filing f ON f.id = l.filing_id
    LEFT JOIN reported_line s ON s.superseded_by = l.position AND NOT s.is_left_out
      AND NOT s.is_taken_back
  ORDER BY t.person_id, l.position, s.position`;
