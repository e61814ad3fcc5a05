import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { TransactionOrderField } from '../../src/reads/index.ts';
import {
  allPages,
  askTransactions,
  expected,
  inForce,
  type Line,
  ORDERS,
  screenedLedger,
} from '../support/screened-ledger.ts';
import type { Client } from './client.ts';

let client: Client;
let lines: readonly Line[];

beforeAll(async () => {
  ({ client, lines } = await screenedLedger(afterAll));
}, 120_000);

describe('transactions(orderBy:) gives every line in force once, nulls last both ways', () => {
  it.each(
    (Object.keys(ORDERS) as TransactionOrderField[]).flatMap((by) =>
      (['ASC', 'DESC'] as const).map((direction) => [by, direction] as const),
    ),
  )('by %s %s', async (by, direction) => {
    const order = `{ by: ${by}, direction: ${direction} }`;
    const wanted = expected(lines, inForce, by, direction);
    expect(wanted.length).toBeGreaterThan(60);
    expect(await allPages(client, order, {}, 'first')).toEqual(wanted);
    expect(await allPages(client, order, {}, 'last')).toEqual(wanted);
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
  [{ forms: ['FORM_4_A'] }, ({ filing }) => filing.form === 'FORM_4_A'],
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
    const wanted = expected(lines, (line) => inForce(line) && keep(line));
    expect(await allPages(client, '{ by: KNOWN_AT }', filter, 'first')).toEqual(wanted);
    const { totalCount, totalCountIsAtLeast } = await askTransactions(
      client,
      'first: 1, after: $page',
      { filter },
    );
    expect({ totalCount, totalCountIsAtLeast }).toEqual({
      totalCount: wanted.length,
      totalCountIsAtLeast: false,
    });
  },
);
