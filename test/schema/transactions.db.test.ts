import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { ingest } from '../../src/ledger/index.ts';
import { generateFilings } from '../support/generated-filings.ts';
import { sourceDocument } from '../support/source-document.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';
import { inventedForm4 } from './invented.ts';
import { invented } from './samples.ts';

/** What a line says that screens go by. */
interface Line {
  readonly position: string;
  readonly knownAt: string;
  readonly effectiveOn: string;
  readonly value: string | null;
  readonly shares: string | null;
  readonly shareOfHolding: string | null;
  readonly code: string | null;
  readonly acquiredDisposed: string | null;
  readonly ownership: string;
  readonly timeliness: string;
  readonly flags: readonly string[];
  readonly reconciliation: string | null;
  readonly security: { readonly table: string; readonly class: string };
  readonly issuer: { readonly id: string; readonly cik: string | null };
  readonly people: readonly { readonly id: string; readonly kind: string }[];
  readonly reporters: readonly {
    readonly roles: readonly string[];
    readonly officerTitle: string | null;
  }[];
  readonly rule10b5One: {
    readonly box: string;
    readonly mentioned: boolean;
    readonly negated: boolean;
  };
  readonly filing: { readonly isAmendment: boolean };
  readonly supersededBy: { readonly knownAt: string } | null;
}

const CELLS = `position knownAt effectiveOn value shares shareOfHolding code acquiredDisposed ownership
  timeliness flags reconciliation security { table class } issuer { id cik } people { id kind }
  reporters { roles officerTitle } rule10b5One { box mentioned negated } filing { isAmendment }
  supersededBy { knownAt }`;

type Order = 'KNOWN_AT' | 'EFFECTIVE_ON' | 'VALUE' | 'SHARES' | 'SHARE_OF_HOLDING' | 'POSITION';
const ORDERS: Readonly<Record<Order, (line: Line) => string | number | null>> = {
  KNOWN_AT: ({ knownAt }) => knownAt,
  EFFECTIVE_ON: ({ effectiveOn }) => effectiveOn,
  VALUE: ({ value }) => numberOf(value),
  SHARES: ({ shares }) => numberOf(shares),
  SHARE_OF_HOLDING: ({ shareOfHolding }) => numberOf(shareOfHolding),
  POSITION: ({ position }) => Number(position),
};

/** Amounts of the generated filings are exact as numbers. */
function numberOf(amount: string | null): number | null {
  return amount === null ? null : Number(amount);
}

let database: Database;
let client: Client;
let lines: readonly Line[];

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  database = ledger.database;
  const { files } = await generateFilings({ seed: 21, count: 120 });
  const documents = [...files]
    .filter(([path]) => !path.endsWith('.zip'))
    .map(([name, bytes]) => sourceDocument(name, bytes));
  await ledger.append(invented());
  await ledger.append(grants());
  await ingest(database, documents);
  client = createClient(database);
  lines = await everyTransaction();
}, 120_000);

/** Grants without a price, to somebody who held nothing, or something, before. */
function grants(): Record<string, string> {
  const lines = [100, 200, 300, 400, 500].map((shares) => ({
    code: 'A',
    shares: String(shares),
    price: '',
    after: String(shares),
  }));
  const owners = [{ cik: '9000990', name: 'Grantee Una' }];
  const text = inventedForm4({ period: '2024-02-01', signedOn: '2024-02-02', owners, lines });
  return { '0009000901-24-000990.xml': text };
}

async function everyTransaction(): Promise<Line[]> {
  const found: Line[] = [];
  let after: string | null = null;
  for (;;) {
    const query = `query ($after: String) { events(first: 100, after: $after,
      filter: { types: [TRANSACTION_REPORTED] }) {
      nodes { ... on TransactionReported { ${CELLS} } } pageInfo { hasNextPage endCursor } } }`;
    const { data, errors } = await client.send(query, { after });
    expect(errors).toBeUndefined();
    const page = (data as { events: Page }).events;
    found.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}

interface Page {
  readonly nodes: readonly Line[];
  readonly totalCount: number;
  readonly totalCountIsAtLeast: boolean;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

async function ask(args: string, variables: object = {}): Promise<Page> {
  const { data, errors } = await client.send(
    `query ($filter: TransactionFilter, $page: String) { transactions(filter: $filter, ${args}) {
       nodes { position } totalCount totalCountIsAtLeast
       pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return (data as { transactions: Page }).transactions;
}

/** All pages of a list, forwards or backwards. */
async function allPages(order: string, filter: object, way: 'first' | 'last'): Promise<string[]> {
  const found: string[] = [];
  let page: string | null = null;
  const past = way === 'first' ? 'after' : 'before';
  for (;;) {
    const answer = await ask(`orderBy: ${order}, ${way}: 17, ${past}: $page`, { filter, page });
    const positions = answer.nodes.map(({ position }) => position);
    if (way === 'first') found.push(...positions);
    else found.unshift(...positions);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = answer.pageInfo;
    if (!(way === 'first' ? hasNextPage : hasPreviousPage)) return found;
    page = way === 'first' ? endCursor : startCursor;
  }
}

/** What the naive way gives: all lines, filtered and sorted. */
function expected(
  keep: (line: Line) => boolean,
  order: Order = 'KNOWN_AT',
  direction: 'ASC' | 'DESC' = 'DESC',
): string[] {
  const sign = direction === 'ASC' ? 1 : -1;
  const key = ORDERS[order];
  return lines
    .filter(keep)
    .sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      if (x === null || y === null) {
        if (x !== y) return x === null ? 1 : -1;
      } else if (x !== y) return sign * (x < y ? -1 : 1);
      return sign * (Number(a.position) - Number(b.position));
    })
    .map(({ position }) => position);
}

const inForce = ({ supersededBy }: Line) => supersededBy === null;

describe('transactions(orderBy:) gives every line in force once, nulls last both ways', () => {
  it.each(
    (Object.keys(ORDERS) as Order[]).flatMap((by) =>
      (['ASC', 'DESC'] as const).map((direction) => [by, direction] as const),
    ),
  )('by %s %s', async (by, direction) => {
    const order = `{ by: ${by}, direction: ${direction} }`;
    const wanted = expected(inForce, by, direction);
    expect(wanted.length).toBeGreaterThan(60);
    expect(await allPages(order, {}, 'first')).toEqual(wanted);
    expect(await allPages(order, {}, 'last')).toEqual(wanted);
  });

  it('has lines without a value, and without a share of a holding', () => {
    expect(lines.filter(({ value }) => value === null).length).toBeGreaterThan(3);
    expect(lines.filter(({ shareOfHolding }) => shareOfHolding === null).length).toBeGreaterThan(3);
  });
});

const some = (line: Line, test: (reporter: Line['reporters'][number]) => boolean) =>
  line.reporters.some(test);
const plan = ({ rule10b5One: { box, mentioned, negated } }: Line) => ({
  BOX_CHECKED: box === 'CHECKED',
  MENTIONED: mentioned && !negated,
  NEGATED: negated,
  NONE: box !== 'CHECKED' && !mentioned,
});

const FILTERS: readonly [object, (line: Line) => boolean][] = [
  [{ codes: ['P', 'S'] }, ({ code }) => code === 'P' || code === 'S'],
  [{ acquiredDisposed: 'DISPOSED' }, (line) => line.acquiredDisposed === 'DISPOSED'],
  [{ ownership: 'INDIRECT' }, ({ ownership }) => ownership === 'INDIRECT'],
  [{ table: 'DERIVATIVE' }, ({ security }) => security.table === 'DERIVATIVE'],
  [{ securityTitle: 'common stock' }, ({ security }) => security.class === 'COMMON STOCK'],
  [{ minValue: '10000' }, ({ value }) => value !== null && Number(value) >= 10_000],
  [{ maxValue: '10000' }, ({ value }) => value !== null && Number(value) <= 10_000],
  [{ effectiveFrom: '2023-06-01' }, ({ effectiveOn }) => effectiveOn >= '2023-06-01'],
  [{ effectiveTo: '2023-06-01' }, ({ effectiveOn }) => effectiveOn <= '2023-06-01'],
  [{ knownFrom: '2023-06-01T04:00:00Z' }, ({ knownAt }) => knownAt >= '2023-06-01T04:00:00.000Z'],
  [{ knownTo: '2023-06-01' }, ({ knownAt }) => knownAt < '2023-06-02T04:00:00.000Z'],
  [{ roles: ['DIRECTOR'] }, (line) => some(line, ({ roles }) => roles.includes('DIRECTOR'))],
  [
    { roles: ['OFFICER', 'TEN_PERCENT_OWNER'] },
    (line) =>
      some(line, ({ roles }) => roles.includes('OFFICER') || roles.includes('TEN_PERCENT_OWNER')),
  ],
  [
    { officerTitle: 'officer chief' },
    (line) =>
      some(line, ({ officerTitle }) =>
        ['officer', 'chief'].every((word) => officerTitle?.toLowerCase().includes(word)),
      ),
  ],
  [{ officerTitle: '%' }, (line) => some(line, (one) => one.officerTitle?.includes('%') ?? false)],
  [{ personKind: 'ENTITY' }, ({ people }) => people.some(({ kind }) => kind === 'ENTITY')],
  [{ timeliness: ['LATE'] }, ({ timeliness }) => timeliness === 'LATE'],
  [{ flags: ['PURCHASE_DISPOSED'] }, ({ flags }) => flags.includes('PURCHASE_DISPOSED')],
  [{ plan: 'BOX_CHECKED' }, (line) => plan(line).BOX_CHECKED],
  [{ plan: 'MENTIONED' }, (line) => plan(line).MENTIONED],
  [{ plan: 'NEGATED' }, (line) => plan(line).NEGATED],
  [{ plan: 'NONE' }, (line) => plan(line).NONE],
  [{ amendments: true }, ({ filing }) => filing.isAmendment],
  [{ amendments: false }, ({ filing }) => !filing.isAmendment],
  [{ reconciliation: ['BREAK'] }, ({ reconciliation }) => reconciliation === 'BREAK'],
  [{ issuerCiks: ['9000101'] }, ({ issuer }) => issuer.cik === '0009000101'],
  [{ tickers: ['twkx'] }, ({ issuer }) => issuer.cik === '0009000101'],
  [{ tickers: ['twkx'], issuerCiks: ['1'] }, () => false],
  [{ tickers: ['NOBODYS'] }, () => false],
  [
    { codes: ['S'], roles: ['DIRECTOR'], minValue: '1' },
    (line) =>
      line.code === 'S' &&
      Number(line.value ?? 0) >= 1 &&
      some(line, ({ roles }) => roles.includes('DIRECTOR')),
  ],
];

test.each(FILTERS)(
  'transactions(filter: %j) gives what the lines themselves say',
  async (filter, keep) => {
    const wanted = expected((line) => inForce(line) && keep(line));
    expect(await allPages('{ by: KNOWN_AT }', filter, 'first')).toEqual(wanted);
    const { totalCount, totalCountIsAtLeast } = await ask('first: 1, after: $page', { filter });
    expect({ totalCount, totalCountIsAtLeast }).toEqual({
      totalCount: wanted.length,
      totalCountIsAtLeast: false,
    });
  },
);

test('includeSuperseded adds the lines that amendments superseded', async () => {
  const all = await allPages('{ by: KNOWN_AT }', { includeSuperseded: true }, 'first');
  expect(all).toEqual(expected(() => true));
  expect(all.length).toBeGreaterThan(expected(inForce).length);
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
    ).toEqual(expected(then, 'POSITION', 'ASC').slice(0, 100));
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
    const { pageInfo } = await ask('orderBy: { by: VALUE }, first: 1, after: $page');
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
