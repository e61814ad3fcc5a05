import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import {
  allPages,
  askTransactions,
  expected,
  inForce,
  type Line,
  type Page,
  screenedLedger,
} from '../support/screened-ledger.ts';
import type { Client } from './client.ts';

let database: Database;
let client: Client;
let lines: readonly Line[];

beforeAll(async () => {
  ({ database, client, lines } = await screenedLedger(afterAll));
}, 120_000);

test('includeSuperseded adds the lines that amendments superseded', async () => {
  const all = await allPages(client, '{ by: KNOWN_AT }', { includeSuperseded: true }, 'first');
  expect(all).toEqual(expected(lines, () => true));
  expect(all.length).toBeGreaterThan(expected(lines, inForce).length);
});

test('§3 as known then: what became known later changes nothing', async () => {
  const instants = [...new Set(lines.map(({ knownAt }) => knownAt))].sort();
  for (const knownAt of [0.2, 0.5, 0.8].map(
    (part) => instants[Math.floor(part * instants.length)],
  )) {
    const { data } = await client.send(
      '{ transactions(knownAt: "KNOWN", first: 100, orderBy: { by: POSITION, direction: ASC }) { nodes { position } } }'.replace(
        'KNOWN',
        knownAt ?? '',
      ),
    );
    const then = (line: Line) =>
      line.knownAt <= (knownAt ?? '') &&
      (line.supersededBy === null || line.supersededBy.knownAt > (knownAt ?? ''));
    expect(
      (data as { transactions: Page }).transactions.nodes.map(({ position }) => position),
    ).toEqual(expected(lines, then, 'POSITION', 'ASC').slice(0, 100));
  }
});

describe('arguments that cannot be', () => {
  it.each([
    [`filter: { officerTitle: "${'x'.repeat(201)}" }`, /^filter\.officerTitle: is 200/],
    [`filter: { tickers: [${'"A",'.repeat(101)}] }`, /^filter\.tickers: has 100 values at most/],
    ['filter: { issuers: ["x"] }', /^filter\.issuers\[0\]: "x" is not an id/],
    ['after: "x"', /^after: "x" is not a cursor of this list/],
  ])('%s is refused, naming it', async (args, message) => {
    const { errors } = await client.send(`{ transactions(${args}) { totalCount } }`);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('a cursor of another order is refused', async () => {
    const { pageInfo } = await askTransactions(
      client,
      'orderBy: { by: VALUE }, first: 1, after: $page',
    );
    const { errors } = await client.send(
      'query ($page: String) { transactions(after: $page) { totalCount } }',
      {
        page: pageInfo.endCursor,
      },
    );
    expect(errors?.[0]?.message).toMatch(/is not a cursor of this list/);
  });
});

test('§5 shareOfHolding is the change by what was held before it, where the owners agree', async () => {
  const { rows } = await database.pool.query<{ position: bigint; share: string | null }>(
    `SELECT position, CASE WHEN count(DISTINCT share) = 1 AND count(share) = count(*)
       THEN min(share)::text END AS share
     FROM (
       SELECT position, round(change / nullif(amount - change, 0), 9) AS share
       FROM entry WHERE NOT is_restated
     ) e GROUP BY position`,
  );
  const shares = new Map(rows.map(({ position, share }) => [String(position), share]));
  expect(lines.filter(({ shareOfHolding }) => shareOfHolding !== null).length).toBeGreaterThan(20);
  for (const { position, shareOfHolding } of lines) {
    const share = shares.get(position) ?? null;
    if (share === null) expect(shareOfHolding).toBeNull();
    else expect(Number(shareOfHolding)).toBeCloseTo(Number(share), 5);
  }
});
