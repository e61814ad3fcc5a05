import type { Queryable } from '../../database/index.ts';
import { AT_ONE_VIEWPOINT, type BalanceScope, balances } from './balances.ts';
import { FILTERED, filteredAt, type HoldingFilter } from './holding-filter.ts';
import type { HoldingRow } from './holding-row.ts';
import { type ActionsAsked, type Straddling, withActions } from './restatements.ts';
import type { Viewpoint } from './viewpoint.ts';

/** One page of every holding in the ledger, ordered by person, group and account ids. */
export async function holdingsPage(
  db: Queryable,
  viewpoint: Viewpoint,
  filter: HoldingFilter,
  page: {
    readonly limit: number;
    readonly after?: HoldingKey | null;
    readonly actions?: ActionsAsked;
  },
): Promise<(HoldingRow & Straddling)[]> {
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
      ...filteredAt(viewpoint, filter),
      after?.personId ?? LEAST,
      after?.groupId ?? LEAST,
      after?.accountId ?? LEAST,
      page.limit,
    ],
  );
  return withActions(
    db,
    rows.map((row) => ({ row, viewpoint })),
    page.actions ?? 'none',
  );
}

/**
 * Whether so little was true or known by then that to gather it is less than to walk past the rest.
 */
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

/** How many holdings there are in the whole ledger at a viewpoint; so many at most. */
export async function countHoldings(
  db: Queryable,
  viewpoint: Viewpoint,
  filter: HoldingFilter,
  most: number,
): Promise<number> {
  // Of one subject all are fewer than a walk past the others.
  const isOfOne = filter.issuerId !== undefined || filter.personId !== undefined;
  const isGathered = isOfOne || (await isEarly(db, viewpoint));
  const scope = isGathered ? EVERYBODY_GATHERED : EVERYBODY_WALKED;
  const { rows } = await db.query<{ count: bigint }>(
    `SELECT count(*) FROM (
       ${balances(scope)} ${FILTERED}
       ORDER BY h."personId", h."groupId", h."accountId" LIMIT $9
     ) counted`,
    [...filteredAt(viewpoint, filter), most],
  );
  return Number(rows[0]?.count ?? 0n);
}

/** Where a page of holdings ended. */
export type HoldingKey = Pick<HoldingRow, 'personId' | 'groupId' | 'accountId'>;

const LEAST = -(2n ** 63n);

/** However the planner likes to gather all of it: where it is little. */
const EVERYBODY_GATHERED: BalanceScope = {
  where: 'true',
  ...AT_ONE_VIEWPOINT,
  owner: 'person_id',
  account: 'JOIN account a ON a.id = j.account_id',
};

/**
 * By a walk of the index that ends with the page, whatever the viewpoint: the planner, which plans
 * the inner part for all of its rows, must not think that they are few and sort them.
 */
const EVERYBODY_WALKED: BalanceScope = {
  ...EVERYBODY_GATHERED,
  within: 'date_cmp(e.from_on, $1) <> 1 AND timestamptz_cmp(e.known_at, $2) <> 1',
  account: 'CROSS JOIN LATERAL (SELECT * FROM account WHERE id = j.account_id LIMIT 1) a',
};
