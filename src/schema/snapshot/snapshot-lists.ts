import {
  countHoldings,
  countRelationships,
  type HoldingKey,
  holdings,
  holdingsPage,
  type Part,
  type RelationshipFilter,
  relationships,
  type Viewpoint,
} from '../../reads/index.ts';
import {
  actionsAsked,
  type BasisAsked,
  type HoldingFilterInput,
  holdingFilterOf,
  viewedAt,
} from '../holding/index.ts';
import { subjectKey } from '../identity/index.ts';
import {
  type CursorFormat,
  compareBigints,
  connect,
  connectAll,
  type PageArguments,
  readBigint,
} from '../paging/index.ts';
import { relationshipFormat } from '../relationship/index.ts';
import { type Context, narrowed } from '../request/index.ts';

/** The holdings of the whole ledger at a viewpoint, by person, group and account ids. */
export async function snapshotHoldings(
  viewpoint: Viewpoint,
  args: PageArguments & {
    filter?: typeof HoldingFilterInput.$inferInput | null | undefined;
    basis?: BasisAsked | null | undefined;
  },
  context: Context,
  parts: readonly Part[],
) {
  const { pool } = context.database;
  const { knownAt } = viewpoint;
  const actions = actionsAsked(parts, args.basis);
  const filter = await holdingFilterOf(args.filter, context);
  const { personId, issuerId } = filter;
  if (personId !== undefined || issuerId !== undefined) {
    // One person or issuer is one short walk of an index; the whole ledger is not.
    const scope = personId !== undefined ? { people: [personId] } : { issuers: [issuerId ?? 0n] };
    const rows = async () =>
      viewedAt(await holdings(pool, scope, viewpoint, filter, actions), parts, knownAt);
    return connectAll(args, { format: FORMAT, compare: compareKeys, rows });
  }
  return connect(args, {
    format: FORMAT,
    rows: (page) => holdingsPage(pool, viewpoint, filter, { ...page, actions }),
    nodes: (rows) => viewedAt(rows, parts, knownAt),
    count: (most) => countHoldings(pool, viewpoint, filter, most),
  });
}

/** The relationships in force in the whole ledger at a viewpoint, by person and issuer ids. */
export async function snapshotRelationships(
  viewpoint: Viewpoint,
  args: PageArguments & {
    person?: string | null | undefined;
    issuer?: string | null | undefined;
    role?: NonNullable<RelationshipFilter['role']> | null | undefined;
  },
  context: Context,
) {
  const { pool } = context.database;
  const person = await subjectKey('Person', args.person, 'person', context);
  const issuer = await subjectKey('Issuer', args.issuer, 'issuer', context);
  const filter = narrowed<RelationshipFilter>({
    people: person === undefined ? null : [person],
    issuers: issuer === undefined ? null : [issuer],
    role: args.role,
  });
  return connect(args, {
    format: relationshipFormat,
    rows: (page) => relationships(pool, filter, viewpoint, page),
    nodes: (rows) => rows,
    count: (most) => countRelationships(pool, filter, viewpoint, most),
  });
}

/** The cursors of a list by person, group and account ids. */
export function keyFormat(list: string): CursorFormat<HoldingKey> {
  return {
    list,
    write: ({ personId, groupId, accountId }) => [personId, groupId, accountId].map(String),
    read: ([person, group, account]) => {
      const personId = readBigint(person);
      const groupId = readBigint(group);
      const accountId = readBigint(account);
      if (personId === null || groupId === null || accountId === null) return null;
      return { personId, groupId, accountId };
    },
  };
}

const FORMAT = keyFormat('snapshot holdings');

/** By person, group and account ids. */
export function compareKeys(a: HoldingKey, b: HoldingKey): number {
  return (
    compareBigints(a.personId, b.personId) ||
    compareBigints(a.groupId, b.groupId) ||
    compareBigints(a.accountId, b.accountId)
  );
}
