import type { Queryable } from '../../database/index.ts';
import { type Add, type EventFilter, knownConditions } from './event-filter.ts';

/** Where in the ledger the filings are that became known in a span of time. */
export interface KnownBounds {
  /** From this position on, and up to, without, the other; null: to the end. */
  readonly first: bigint;
  readonly past: bigint | null;
  /** Too many to gather: the way to a page is the ledger order within the bounds. */
  readonly areMany: boolean;
}

/** Positions a block, as the index filing_block_known_at_idx has them. */
const BLOCK = 2_048;

/** Filings: to gather so many costs no more than to walk to a page of them past the others. */
const MANY = 3_000;

const BEYOND = 2n ** 63n - 1n;

/**
 * Between which positions all filings are that became known in the filter's span, with their own
 * events: beyond every position where none did. A ledger that grows day by day has them at one end:
 * a walk in ledger order would pass all others first, and the planner takes them to be anywhere.
 * One probe a block of positions finds the blocks that have any.
 */
export async function knownBounds(db: Queryable, filter: EventFilter): Promise<KnownBounds> {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const within = knownConditions(filter, 'k.known_at', add).join(' AND ');
  const { rows } = await db.query<{ [K in keyof KnownBounds]: KnownBounds[K] | null }>(
    `SELECT b.*, (SELECT count(*) FROM (SELECT FROM filing k WHERE ${within} LIMIT ${MANY}) k)
       = ${MANY} AS "areMany"
     FROM (${boundsOf(within)}) b`,
    values,
  );
  const { first, past, areMany } = rows[0] ?? {};
  return { first: first ?? BEYOND, past: past ?? null, areMany: areMany ?? false };
}

/** SQL for the bounds of what is said of the knownAt of filings k; null where there are none. */
export function boundsOf(within: string): string {
  return `SELECT w.first, (SELECT min(id) FROM filing WHERE id >= w.past) AS past
    FROM (
      SELECT min(b.block) * ${BLOCK} AS first, (max(b.block) + 1) * ${BLOCK} AS past
      FROM generate_series(0, (SELECT max(id) FROM filing) / ${BLOCK}) b (block)
      WHERE (SELECT true FROM filing k WHERE k.id / ${BLOCK} = b.block AND ${within} LIMIT 1)
    ) w`;
}

/** The conditions that a position of a filing's own events lies within bounds. */
export function withinBounds({ first, past }: KnownBounds, position: string, add: Add): string[] {
  const from = `${position} >= ${add(first)}`;
  return past === null ? [from] : [from, `${position} < ${add(past)}`];
}

/**
 * What a filter asks of a knownAt, of rows that are within bounds: most of them have it. Said so
 * that the planner does not take them for few, and gather them all for a page.
 */
export function knownWithinBounds(filter: EventFilter, column: string, add: Add): string[] {
  const { knownFrom, knownTo } = filter;
  return [
    ...(knownFrom === undefined ? [] : [`timestamptz_cmp(${column}, ${add(knownFrom)}) <> -1`]),
    ...(knownTo === undefined ? [] : [`timestamptz_cmp(${column}, ${add(knownTo)}) <> 1`]),
  ];
}
