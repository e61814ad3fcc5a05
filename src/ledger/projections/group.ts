import type { Queryable } from '../../database/index.ts';
import type { SecurityTable } from '../../parser/index.ts';
import { type GroupLine, type StatedNothing, signedChange } from '../../rules/index.ts';
import { compareText, groupBy } from '../../values/index.ts';
import { provisionalId } from '../decisions/index.ts';
import { citedNotes, HOLDER_FIELDS, TERM_FIELDS } from './cited-notes.ts';
import type { FilingRow } from './filing-rows.ts';
import type { LineRow } from './line-rows.ts';

/** What makes lines of one family: owner, issuer and table. */
export interface FamilyKey {
  readonly personId: bigint;
  readonly issuerId: bigint;
  readonly table: SecurityTable;
}

/** What makes lines of one group: owner, issuer, table and class. */
export interface GroupKey extends FamilyKey {
  readonly securityClass: string;
}

/** The unit in which accounts are worked out: one owner's lines of one class in one issuer. */
export interface GroupLines extends GroupKey {
  readonly id: bigint;
  readonly lines: readonly GroupLine[];
}

/** A family: its groups, and the filings that say that it holds nothing. */
export interface Family {
  readonly groups: readonly GroupLines[];
  readonly nothing: readonly StatedNothing[];
}

/** A line of an owner, with what its filing says beside it. */
export interface OwnedLine extends GroupKey {
  readonly line: LineRow;
  readonly filing: Pick<FilingRow, 'order_key' | 'footnotes' | 'form'>;
}

/** Reads all lines that are stored of the families of some groups, but those taken back. */
export async function readLines(db: Queryable, groups: readonly FamilyKey[]): Promise<OwnedLine[]> {
  const families = [...groupBy(groups, familyText).values()].flatMap(([first]) => first ?? []);
  if (families.length === 0) return [];
  return readOwned(db, lines(FAMILIES), [
    families.map(({ personId }) => personId),
    families.map(({ issuerId }) => issuerId),
    families.map(({ table }) => table),
  ]);
}

/** Reads all lines that are stored of some people, but those taken back. */
export function readLinesOf(db: Queryable, people: readonly bigint[]): Promise<OwnedLine[]> {
  return readOwned(db, lines(PEOPLE), [people]);
}

async function readOwned(
  db: Queryable,
  sql: string,
  values: readonly unknown[],
): Promise<OwnedLine[]> {
  const { rows } = await db.query<ReadLine>(sql, [...values]);
  return rows.map((row) => ({
    ...keyOf(row.person_id, row),
    line: row,
    filing: { order_key: row.order_key, footnotes: row.cited ?? [], form: row.form },
  }));
}

type ReadLine = LineRow &
  Pick<FilingRow, 'order_key' | 'form'> & {
    readonly person_id: bigint;
    readonly cited: FilingRow['footnotes'] | null;
  };

const FAMILIES = `
  unnest($1::bigint[], $2::bigint[], $3::security_table[])
    AS t (person_id, issuer_id, security_table)
  CROSS JOIN LATERAL (SELECT DISTINCT filing_id FROM filing_owner o
    WHERE o.person_id = t.person_id AND o.issuer_id = t.issuer_id OFFSET 0) o
  CROSS JOIN LATERAL (SELECT * FROM reported_line l
    WHERE l.filing_id = o.filing_id AND l.security_table = t.security_table OFFSET 0) l`;

const PEOPLE = `
  unnest($1::bigint[]) AS t (person_id)
  CROSS JOIN LATERAL (SELECT DISTINCT filing_id FROM filing_owner o
    WHERE o.person_id = t.person_id OFFSET 0) o
  CROSS JOIN LATERAL (SELECT * FROM reported_line l WHERE l.filing_id = o.filing_id OFFSET 0) l`;

// OFFSET 0 keeps the planner from reading every owner first, of tables it knows nothing of yet. A
// filing may list an owner twice: DISTINCT keeps its lines single.
function lines(touched: string): string {
  return `
  SELECT t.person_id, l.filing_id, l.issuer_id, l.security_table, l.security_class, l.position,
    l.known_at, l.line, l.is_transaction, l.code_as_filed, l.effective_on, l.ownership, l.nature,
    l.footnotes, l.conversion_or_exercise_price, l.exercisable_on, l.expires_on, l.underlying_title,
    l.acquired_disposed, l.shares, l.total_value, l.amount_after, l.unit_after, l.repeats,
    l.superseded_by, l.superseded_known_at, l.is_left_out, l.is_taken_back, f.order_key, f.form,
    CASE WHEN l.footnotes <> '[]' THEN (SELECT jsonb_agg(n)
      FROM jsonb_array_elements(f.footnotes) n
      WHERE n->'id' IN (SELECT c->'id' FROM jsonb_array_elements(l.footnotes) c)) END AS cited
  FROM ${touched} JOIN filing f ON f.id = l.filing_id
  WHERE NOT l.is_taken_back
  ORDER BY t.person_id, l.position`;
}

/** The group of an owner's line. */
export function keyOf(personId: bigint, row: LineRow): GroupKey {
  const { issuer_id: issuerId, security_table: table, security_class: securityClass } = row;
  return { personId, issuerId, table, securityClass };
}

/**
 * What is worked out together: all classes of an owner in an issuer and table, since a class may go
 * on under another title (docs/domain.md §5).
 */
export function familyText({ personId, issuerId, table }: FamilyKey): string {
  return `${personId} ${issuerId} ${table}`;
}

/**
 * The groups of one family with the lines that count, in the order of their classes; each line with
 * the one that it replaces (docs/domain.md §6).
 */
export function groupsOf(
  lines: readonly OwnedLine[],
  replaces: ReadonlyMap<bigint, bigint>,
): GroupLines[] {
  const groups = [...groupBy(lines, groupText).values()].map((own) => {
    const [{ personId, issuerId, table, securityClass }] = own as [OwnedLine];
    const key = { personId, issuerId, table, securityClass };
    const counted = own.filter(({ line }) => !line.is_left_out && !line.is_taken_back);
    return { ...key, id: groupId(key), lines: counted.map((line) => groupLine(line, replaces)) };
  });
  if (groups.length > 1) groups.sort((a, b) => compareText(a.securityClass, b.securityClass));
  return groups;
}

function groupText({ personId, issuerId, table, securityClass }: GroupKey): string {
  return `${personId} ${issuerId} ${table} ${securityClass}`;
}

/** A group's id: made of its key alone. */
export function groupId({ personId, issuerId, table, securityClass }: GroupKey): bigint {
  return provisionalId(['group', String(personId), String(issuerId), table, securityClass]);
}

function groupLine({ line, filing }: OwnedLine, replaces: ReadonlyMap<bigint, bigint>): GroupLine {
  const { shares, total_value: value } = line;
  const unit = line.unit_after ?? (shares === null && value !== null ? 'USD' : 'SHARES');
  const isDerivative = line.security_table === 'DERIVATIVE';
  return {
    position: line.position,
    filing: { knownAt: line.known_at, orderKey: filing.order_key },
    table: line.security_table,
    line: line.line,
    isTransaction: line.is_transaction,
    code: line.code_as_filed,
    effectiveOn: line.effective_on,
    ownership: line.ownership,
    nature: line.nature,
    notes: citedNotes(
      line,
      filing,
      (field) => HOLDER_FIELDS.has(field) || (isDerivative && TERM_FIELDS.has(field)),
    ),
    conversionOrExercisePrice: line.conversion_or_exercise_price,
    exercisableOn: line.exercisable_on,
    expiresOn: line.expires_on,
    underlyingTitle: line.underlying_title,
    acquiredDisposed: line.acquired_disposed,
    change: signedChange(unit === 'USD' ? value : shares, line.acquired_disposed),
    amount: line.amount_after,
    unit,
    trade: line.repeats ?? line.position,
    replaces: replaces.get(line.position) ?? null,
    supersededAt: line.superseded_known_at,
  };
}
