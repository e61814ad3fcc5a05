import { type LookUp, lookUp, type Queryable, type Row } from '../../database/index.ts';
import {
  type InsiderRole,
  type RelationshipStatement,
  relationshipSpans,
} from '../../rules/index.ts';
import { type CalendarDate, groupBy } from '../../values/index.ts';
import type { ChangedFilings, FilingRows } from './changed-filings.ts';
import { type ChangedRows, changedRows } from './changed-rows.ts';
import type { FilingRow, OwnerRow } from './filing-rows.ts';
import { NOTHING_OWNED_ON, nothingOwnedOn } from './nothing-owned.ts';

/** Whose relationship to whom. */
export interface Pair {
  readonly personId: bigint;
  readonly issuerId: bigint;
}

/** A person and an issuer as one text. */
export function pairText({ personId, issuerId }: Pair): string {
  return `${personId} ${issuerId}`;
}

/** What a filing says that one of its owners is to its issuer, and who they are. */
export type StatementOfPair = Pair &
  RelationshipStatement & {
    /** The day for which it says that the owner owns nothing of the issuer's. */
    readonly nothingOwnedOn: CalendarDate | null;
  };

/** The people and issuers that filings name together, each once. */
function pairsOf(filings: readonly FilingRows[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { owners } of filings) {
    for (const { person_id: personId, issuer_id: issuerId } of owners) {
      const pair = { personId, issuerId };
      pairs.set(pairText(pair), pair);
    }
  }
  return [...pairs.values()];
}

/** Looks up what the filings stored say of the people and issuers that filings name together. */
export function statementsOfPairs({ now }: ChangedFilings): LookUp {
  const pairs = pairsOf([...now.before, ...now.after]);
  return {
    text: said(OF_PAIRS),
    values: [pairs.map(({ personId }) => personId), pairs.map(({ issuerId }) => issuerId)],
    columns: `person_id bigint, issuer_id bigint, filing_id bigint, known_at timestamptz,
      ordinal integer, effective_on date, is_exit boolean, officer_title text, other_text text,
      is_director boolean, is_officer boolean, is_ten_percent_owner boolean, is_other boolean,
      order_key text, remarks text, nothing_owned_on date`,
  };
}

/** Reads them. */
export async function readStatements(
  db: Queryable,
  changed: ChangedFilings,
): Promise<StatementOfPair[]> {
  const rows = await lookUp<SaidRow>(db, statementsOfPairs(changed));
  return rows.map((row) => statementOf(row, row));
}

/** Reads what the filings stored say of some people, whatever the issuer. */
export async function readStatementsOf(
  db: Queryable,
  people: readonly bigint[],
): Promise<StatementOfPair[]> {
  const { rows } = await db.query<SaidRow>(said(OF_PEOPLE), [people]);
  return rows.map((row) => statementOf(row, row));
}

type SaidRow = OwnerRow & SaidByFiling;
type SaidByFiling = Pick<FilingRow, 'order_key' | 'remarks'> & {
  readonly nothing_owned_on: CalendarDate | null;
};

// OFFSET 0 keeps the planner from reading every owner first, of tables it knows nothing of yet.
const OF_PAIRS = `
  unnest($1::bigint[], $2::bigint[]) AS p (person_id, issuer_id)
  CROSS JOIN LATERAL (SELECT * FROM filing_owner o
    WHERE o.person_id = p.person_id AND o.issuer_id = p.issuer_id OFFSET 0) o`;

const OF_PEOPLE = `
  unnest($1::bigint[]) AS p (person_id)
  CROSS JOIN LATERAL (SELECT * FROM filing_owner o WHERE o.person_id = p.person_id OFFSET 0) o`;

function said(owners: string): string {
  return `
  SELECT o.person_id, o.issuer_id, o.filing_id, o.known_at, o.ordinal, o.effective_on, o.is_exit,
    o.officer_title, o.other_text, o.is_director, o.is_officer, o.is_ten_percent_owner, o.is_other,
    f.order_key, f.remarks, ${NOTHING_OWNED_ON}
  FROM ${owners} JOIN filing f ON f.id = o.filing_id`;
}

function statementOf(row: OwnerRow, filing: SaidByFiling): StatementOfPair {
  return {
    personId: row.person_id,
    issuerId: row.issuer_id,
    filingId: row.filing_id,
    knownAt: row.known_at,
    orderKey: filing.order_key,
    ordinal: row.ordinal,
    effectiveOn: row.effective_on,
    isExit: row.is_exit,
    officerTitle: row.officer_title,
    otherText: row.other_text,
    remarks: filing.remarks,
    roles: rolesOf(row),
    nothingOwnedOn: filing.nothing_owned_on,
  };
}

function rolesOf(row: OwnerRow): InsiderRole[] {
  const roles: InsiderRole[] = [];
  if (row.is_director) roles.push('DIRECTOR');
  if (row.is_officer) roles.push('OFFICER');
  if (row.is_ten_percent_owner) roles.push('TEN_PERCENT_OWNER');
  if (row.is_other) roles.push('OTHER');
  return roles;
}

/** What identifies rows: the primary key. */
export const RELATIONSHIP_KEY = ['person_id', 'issuer_id', 'from_on', 'known_at'] as const;

/**
 * What filings that change change in relationships, by all that is said of the pairs they name and
 * named: a function of these statements, so that the rows before are what the statements before
 * give (docs/domain.md §7, docs/decisions/0005). Pure.
 */
export function foldRelationships(
  stored: readonly StatementOfPair[],
  changed: ChangedFilings,
): ChangedRows<Row> {
  const after = statementsAfter(stored, changed);
  return changedRows(relationshipRows(stored), relationshipRows(after), RELATIONSHIP_KEY);
}

/** What is said once filings have changed, given what is stored. */
export function statementsAfter(
  stored: readonly StatementOfPair[],
  changed: ChangedFilings,
): StatementOfPair[] {
  const said = changed.now.after.flatMap(({ filing, owners, lines }) => {
    const by = { ...filing, nothing_owned_on: nothingOwnedOn({ filing, lines }) };
    return owners.map((owner) => statementOf(owner, by));
  });
  const stays = stored.filter(({ filingId }) => changed.get(filingId) === undefined);
  return [...stays, ...said];
}

/** The rows of relationships, by all that is said of each pair. Pure. */
export function relationshipRows(statements: readonly StatementOfPair[]): Row[] {
  return [...groupBy(statements, pairText).values()].flatMap((own) =>
    relationshipSpans(own).map((span) => ({
      person_id: own[0]?.personId,
      issuer_id: own[0]?.issuerId,
      from_on: span.from,
      to_on: span.to,
      known_at: span.knownAt,
      known_to: span.knownTo,
      roles: span.roles,
      officer_title: span.officerTitle,
      other_text: span.otherText,
      filing_id: span.filingId,
    })),
  );
}
