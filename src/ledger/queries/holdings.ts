import type { OwnershipForm, SecurityTable } from '../../parser/index.ts';
import type { Decimal } from '../../values/index.ts';
import type { Reconciliation, Unit } from '../accounts/index.ts';
import { ask, type Queryable } from '../database/index.ts';
import { type HoldingParts, type HoldingWithParts, selectHoldings } from './holding-parts.ts';
import type { Viewpoint } from './viewpoint.ts';

/** CURRENT, CARRIED, EXPIRED or CLOSED (docs/domain.md §5). */
export type HoldingStatus = 'CURRENT' | 'CARRIED' | 'EXPIRED' | 'CLOSED';

/** Which holdings to give; what is left out does not narrow. */
export interface HoldingFilter {
  readonly personId?: bigint;
  readonly issuerId?: bigint;
  readonly ownership?: OwnershipForm;
  readonly table?: SecurityTable;
  /** A security class as folded, or a title that folds to it. */
  readonly securityClass?: string;
  readonly statuses: readonly HoldingStatus[];
}

/** The balance of one account at a viewpoint; what the source line says is read from that line. */
export interface HoldingRow {
  readonly accountId: bigint;
  readonly groupId: bigint;
  readonly personId: bigint;
  readonly issuerId: bigint;
  /** Of the event that the balance comes from. */
  readonly position: bigint;
  readonly table: SecurityTable;
  readonly securityClass: string;
  readonly ownership: OwnershipForm;
  readonly nature: string;
  readonly unit: Unit;
  readonly amount: Decimal;
  readonly status: HoldingStatus;
  readonly reconciliation: Reconciliation;
  readonly difference: Decimal | null;
  readonly derived: boolean;
}

const NO_PARTS: HoldingParts = { line: false, issuer: false, person: false };

/** Whose holdings: those of some people, or those in some issuers. */
export type HoldingScope =
  | { readonly people: readonly bigint[] }
  | { readonly issuers: readonly bigint[] };

/** A person at a viewpoint. */
export interface PersonViewed extends Viewpoint {
  readonly personId: bigint;
}

/** Holdings of people, each as of a viewpoint of its own; those of each in no order. */
export async function holdingsOfPeople(
  db: Queryable,
  viewed: readonly PersonViewed[],
  filter: HoldingFilter,
  parts: HoldingParts,
): Promise<HoldingWithParts[][]> {
  const held = balances({
    where: 'e.person_id = q.person_id',
    asOf: 'q.as_of',
    knownAt: 'q.known_at',
    owner: 'person_id',
    account: 'JOIN account a ON a.id = j.account_id AND a.person_id = q.person_id',
  });
  const rows = await ask<HoldingWithParts & { n: bigint }>(
    db,
    `SELECT q.n, x.*
     FROM unnest($1::bigint[], $2::date[], $9::timestamptz[]) WITH ORDINALITY q (person_id, as_of, known_at, n)
     CROSS JOIN LATERAL (${held} ${selectHoldings(parts)} ${PASSES}) x`,
    [
      viewed.map(({ personId }) => personId),
      viewed.map(({ asOf }) => asOf),
      ...filterValues(filter),
      viewed.map(({ knownAt }) => knownAt),
    ],
  );
  const lists = viewed.map((): HoldingWithParts[] => []);
  for (const row of rows) lists[Number(row.n) - 1]?.push(row);
  return lists;
}

/**
 * Holdings of several people or in several issuers as of one viewpoint, ordered for reading: by
 * issuer, person, table, class, direct before indirect, nature.
 */
export async function holdings(
  db: Queryable,
  scope: HoldingScope,
  viewpoint: Viewpoint,
  filter: HoldingFilter,
  parts: HoldingParts = NO_PARTS,
): Promise<HoldingWithParts[]> {
  const [column, ids] =
    'people' in scope ? ['person_id', scope.people] : ['issuer_id', scope.issuers];
  // Led by the column of the scope, so that the index gives the order; the accounts come by it too, or
  // a large issuer's would be looked up in all there are.
  const held = balances({
    where: `e.${column} = ANY($9)`,
    ...AT_ONE_VIEWPOINT,
    owner: column === 'person_id' ? 'person_id' : 'issuer_id, person_id',
    account: `JOIN account a ON a.id = j.account_id AND a.${column} = ANY($9)`,
  });
  const text = `${held} ${selectHoldings(parts)} ${PASSES}
     ORDER BY h."issuerId", h."personId", h."table", h."securityClass", h.ownership, h.nature, h."accountId"`;
  const given = [...values(viewpoint, filter), ids];
  // People hold a handful. Issuers differ: of a large one the accounts are better joined in one go.
  if (column === 'person_id') return ask(db, text, given);
  return (await db.query<HoldingWithParts>(text, given)).rows;
}

/** One page of every holding in the ledger, ordered by person, group and account ids. */
export async function holdingsPage(
  db: Queryable,
  viewpoint: Viewpoint,
  filter: HoldingFilter,
  page: { readonly limit: number; readonly after: HoldingKey | null },
): Promise<HoldingRow[]> {
  const { after } = page;
  const scope = (await isEarly(db, viewpoint)) ? EVERYBODY_GATHERED : EVERYBODY_WALKED;
  // A page starts again at its cursor's group, so that the group's status is judged from all of it.
  const { rows } = await db.query<HoldingRow>(
    `${balances({ ...scope, where: '(e.person_id, e.group_id) >= ($9::bigint, $10::bigint)' })}
     ${FILTERED}
       AND (h."personId", h."groupId", h."accountId") > ($9::bigint, $10::bigint, $11::bigint)
     ORDER BY h."personId", h."groupId", h."accountId"
     LIMIT $12`,
    [
      ...values(viewpoint, filter),
      after?.personId ?? LEAST,
      after?.groupId ?? LEAST,
      after?.accountId ?? LEAST,
      page.limit,
    ],
  );
  return rows;
}

/** Whether so little was true or known by then that to gather it is less than to walk past the rest. */
async function isEarly(db: Queryable, { asOf, knownAt }: Viewpoint): Promise<boolean> {
  const { rows } = await db.query<{ isEarly: boolean }>(
    `SELECT least((SELECT count(*) FROM (SELECT FROM entry WHERE from_on <= $1 LIMIT $3) e),
       (SELECT count(*) FROM (SELECT FROM entry WHERE known_at <= $2 LIMIT $3) e)) < $3 AS "isEarly"`,
    [asOf, knownAt, EARLY],
  );
  return rows[0]?.isEarly ?? false;
}

/** Entries. */
const EARLY = 2_000;

/** How many holdings there are in the whole ledger at a viewpoint. */
export async function countHoldings(
  db: Queryable,
  viewpoint: Viewpoint,
  filter: HoldingFilter,
): Promise<number> {
  const { rows } = await db.query<{ count: bigint }>(
    `${balances(EVERYBODY_GATHERED)} SELECT count(*) FROM (${FILTERED}) counted`,
    values(viewpoint, filter),
  );
  return Number(rows[0]?.count ?? 0n);
}

/** Where a page of holdings ended. */
export type HoldingKey = Pick<HoldingRow, 'personId' | 'groupId' | 'accountId'>;

const LEAST = -(2n ** 63n);

const STATUSES: readonly HoldingStatus[] = ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'];

const AT_ONE_VIEWPOINT = { asOf: '$1', knownAt: '$2' } as const;

/** However the planner likes to gather all of it: for a count, or where it is little. */
const EVERYBODY_GATHERED: Scope = {
  where: 'true',
  ...AT_ONE_VIEWPOINT,
  owner: 'person_id',
  account: 'JOIN account a ON a.id = j.account_id',
};

/**
 * By a walk of the index that ends with the page, whatever the viewpoint: the planner, which plans the
 * inner part for all of its rows, must not think that they are few and sort them.
 */
const EVERYBODY_WALKED: Scope = {
  ...EVERYBODY_GATHERED,
  within: 'date_cmp(e.from_on, $1) <> 1 AND timestamptz_cmp(e.known_at, $2) <> 1',
  account: 'CROSS JOIN LATERAL (SELECT * FROM account WHERE id = j.account_id LIMIT 1) a',
};

interface Scope {
  readonly where: string;
  /** The viewpoint, in SQL. */
  readonly asOf: string;
  readonly knownAt: string;
  /** That an entry e is effective and known by the viewpoint, where it has to be said in another way. */
  readonly within?: string;
  /** What leads the order in which the index is walked, before group and account. */
  readonly owner: string;
  /** How the account a of a balance j is joined. */
  readonly account: string;
}

/** SQL for the balances h of accounts in the issuers of a parameter, at $1 (as of) and $2 (known at). */
export function balancesIn(issuers: string): string {
  return balances({
    where: `e.issuer_id = ANY(${issuers})`,
    ...AT_ONE_VIEWPOINT,
    owner: 'issuer_id, person_id',
    account: `JOIN account a ON a.id = j.account_id AND a.issuer_id = ANY(${issuers})`,
  });
}

/** Every account's balance at a viewpoint: one walk of a covering index. */
function balances({ where, asOf, knownAt, within, owner, account }: Scope): string {
  const isWithin = within ?? `e.from_on <= ${asOf} AND e.known_at <= ${knownAt}`;
  return `
  WITH balance AS (
    SELECT DISTINCT ON (${owner}, e.group_id, e.account_id)
      e.account_id, e.group_id, e.person_id, e.issuer_id, e.position, e.place, e.unit, e.amount,
      e.reconciliation, e.difference, e.is_derived
    FROM entry e
    WHERE ${where} AND ${isWithin} AND (e.known_to IS NULL OR e.known_to > ${knownAt})
    ORDER BY ${owner}, e.group_id, e.account_id, e.accounting_order DESC, e.from_on DESC
  ), judged AS (
    SELECT b.*, max(b.place) OVER (PARTITION BY ${owner}, group_id) AS last_place FROM balance b
  ), h AS (
    SELECT j.account_id AS "accountId", j.group_id AS "groupId", j.person_id AS "personId",
      j.issuer_id AS "issuerId", j.position, a.security_table AS "table",
      a.security_class AS "securityClass", a.ownership, a.nature, j.unit, j.amount,
      CASE WHEN j.amount = 0 THEN 'CLOSED'
           WHEN a.expires_on < ${asOf} THEN 'EXPIRED'
           WHEN j.place < j.last_place THEN 'CARRIED'
           ELSE 'CURRENT' END AS status,
      j.reconciliation, j.difference, j.is_derived AS derived
    FROM judged j ${account}
  )`;
}

// Said of the statuses left out, since the planner takes what it cannot know to be true of hardly a row.
const PASSES = `
  WHERE h.status <> ALL($3)
    AND ($4::bigint IS NULL OR h."personId" = $4)
    AND ($5::bigint IS NULL OR h."issuerId" = $5)
    AND ($6::ownership_form IS NULL OR h.ownership = $6)
    AND ($7::security_table IS NULL OR h."table" = $7)
    AND ($8::text IS NULL OR h."securityClass" = $8)`;

const FILTERED = `SELECT h.* FROM h ${PASSES}`;

function values(viewpoint: Viewpoint, filter: HoldingFilter): unknown[] {
  return [viewpoint.asOf, viewpoint.knownAt, ...filterValues(filter)];
}

/** The values of PASSES. */
function filterValues(filter: HoldingFilter): unknown[] {
  return [
    STATUSES.filter((status) => !filter.statuses.includes(status)),
    filter.personId ?? null,
    filter.issuerId ?? null,
    filter.ownership ?? null,
    filter.table ?? null,
    filter.securityClass ?? null,
  ];
}
