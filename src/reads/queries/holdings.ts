import { type Queryable, queryPrepared } from '../../database/index.ts';
import { AT_ONE_VIEWPOINT, balances } from './balances.ts';
import {
  FILTERED,
  filteredAt,
  filterValues,
  type HoldingFilter,
  PASSES,
} from './holding-filter.ts';
import { type HoldingWithParts, selectHoldings } from './holding-parts.ts';
import type { HoldingRow } from './holding-row.ts';
import type { Part } from './parts.ts';
import { type ActionsAsked, type Straddling, withActions } from './restatements.ts';
import { byOrdinal, type SubjectViewed } from './subject.ts';
import type { Viewpoint } from './viewpoint.ts';

/** Whose holdings: those of some people, or those in some issuers. */
export type HoldingScope =
  | { readonly people: readonly bigint[] }
  | { readonly issuers: readonly bigint[] };

/**
 * Holdings of people or in issuers, each as of a viewpoint of its own; those of each in no order.
 */
export async function holdingsViewed(
  db: Queryable,
  of: 'person' | 'issuer',
  viewed: readonly SubjectViewed[],
  filter: HoldingFilter,
  parts: readonly Part[],
  actions: ActionsAsked = 'none',
): Promise<HoldingWithParts[][]> {
  const held = balances({
    where: `e.${of}_id = q.id`,
    asOf: 'q.as_of',
    knownAt: 'q.known_at',
    owner: of === 'person' ? 'person_id' : 'issuer_id, person_id',
    account: `JOIN account a ON a.id = j.account_id AND a.${of}_id = q.id`,
  });
  const rows = await queryPrepared<HoldingWithParts & { n: bigint }>(
    db,
    `SELECT q.n, x.* ${parts.includes('viewed') ? ', q.known_at AS "viewedAt"' : ''}
     FROM unnest($1::bigint[], $2::date[], $9::timestamptz[]) WITH ORDINALITY q (id, as_of, known_at, n)
     CROSS JOIN LATERAL (${held} ${selectHoldings(parts)} ${PASSES}) x`,
    [
      viewed.map(({ id }) => id),
      viewed.map(({ asOf }) => asOf),
      ...filterValues(filter),
      viewed.map(({ knownAt }) => knownAt),
    ],
  );
  const found = byOrdinal(viewed, rows);
  if (actions === 'none') return found;
  const placed = found.flatMap((own, index) => {
    const viewpoint = viewed[index] as SubjectViewed;
    return own.map((row) => ({ row, viewpoint }));
  });
  return byOrdinal(viewed, await withActions(db, placed, actions));
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
  actions: ActionsAsked = 'none',
): Promise<(HoldingRow & Straddling)[]> {
  const rows = await holdingRows(db, scope, viewpoint, filter);
  return withActions(
    db,
    rows.map((row) => ({ row, viewpoint })),
    actions,
  );
}

async function holdingRows(
  db: Queryable,
  scope: HoldingScope,
  viewpoint: Viewpoint,
  filter: HoldingFilter,
): Promise<HoldingRow[]> {
  const [column, ids] =
    'people' in scope ? ['person_id', scope.people] : ['issuer_id', scope.issuers];
  // Led by the column of the scope, so that the index gives the order; the accounts come by it too,
  // or a large issuer's would be looked up in all there are.
  const held = balances({
    where: `e.${column} = ANY($9)`,
    ...AT_ONE_VIEWPOINT,
    owner: column === 'person_id' ? 'person_id' : 'issuer_id, person_id',
    account: `JOIN account a ON a.id = j.account_id AND a.${column} = ANY($9)`,
  });
  const text = `${held} ${FILTERED}
     ORDER BY h."issuerId", h."personId", h."table", h."securityClass", h.ownership, h.nature, h."accountId"`;
  const given = [...filteredAt(viewpoint, filter), ids];
  // People hold a handful. Issuers differ: of a large one the accounts are better joined in one go.
  if (column === 'person_id') return queryPrepared(db, text, given);
  return (await db.query<HoldingRow>(text, given)).rows;
}
