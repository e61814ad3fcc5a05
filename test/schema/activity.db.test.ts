import { expect, test } from 'vitest';
import { ingest } from '../../src/ledger/index.ts';
import { graphql } from '../graphql/index.ts';
import { form4Document } from '../support/form4.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const ACTIVITY = graphql(`
  query Activity($from: Date!, $to: Date!, $by: ActivityBucket) {
    issuer(by: { cik: "9000301" }) {
      activity(from: $from, to: $to, by: $by) {
        from
        to
        purchases { ...Side }
        sales { ...Side }
        byClass { class purchases { ...Side } sales { ...Side } }
        derivatives { class purchases { ...Side } sales { ...Side } }
      }
    }
  }
  fragment Side on ActivitySide { transactions people shares value averagePrice unpriced }
`);

const FUND = { cik: 401, name: 'Orrery Growth Fund II, L.P.', isTenPercentOwner: true };
const MANAGER = { cik: 402, name: 'Quillon Petra', isTenPercentOwner: true };
const SALE = { code: 'S', shares: '100', price: '10', after: '900', acquired: false };
const NOTHING = {
  transactions: 0,
  people: 0,
  shares: '0',
  value: '0',
  averagePrice: null,
  unpriced: 0,
};

async function client(...forms: Parameters<typeof form4Document>[0][]) {
  const { database } = await createTestLedger();
  await ingest(database, forms.map(form4Document));
  return createClient(database);
}

test('§5 sums count one of the lines that report one trade', async () => {
  const api = await client(
    { number: 1, owners: [FUND], lines: [SALE] },
    { number: 2, owners: [MANAGER], lines: [{ ...SALE, nature: 'By Orrery Growth Fund II' }] },
  );
  const { issuer } = await api.ask(ACTIVITY, { from: '2024-03-01', to: '2024-03-31' });
  const sales = {
    transactions: 1,
    people: 1,
    shares: '100',
    value: '1000',
    averagePrice: '10',
    unpriced: 0,
  };
  expect(issuer?.activity).toEqual([
    {
      from: '2024-03-01',
      to: '2024-03-31',
      purchases: NOTHING,
      sales,
      byClass: [{ class: 'COMMON STOCK', purchases: NOTHING, sales }],
      derivatives: [],
    },
  ]);
});

test('§5 sums leave superseded lines out, and periods without any line are there', async () => {
  const purchase = { code: 'P', shares: '3.5', price: '0.0003', after: '10' };
  const api = await client(
    { number: 1, owners: [MANAGER], lines: [SALE, { ...purchase, date: '2024-01-31' }] },
    {
      number: 2,
      owners: [MANAGER],
      lines: [{ ...SALE, shares: '90' }],
      signedOn: '2024-03-07',
      amends: '2024-03-05',
    },
    {
      number: 3,
      owners: [FUND, { cik: 405, name: 'Verrinder Jo' }],
      lines: [
        { code: 'P', shares: '2', after: '2', date: '2024-01-30' },
        { ...purchase, shares: '1', date: '2024-01-29' },
      ],
    },
  );
  const { issuer } = await api.ask(ACTIVITY, { from: '2024-01-30', to: '2024-03-15' });
  expect(issuer?.activity).toMatchObject([
    {
      from: '2024-01-30',
      to: '2024-01-31',
      purchases: {
        transactions: 2,
        people: 3,
        shares: '5.5',
        value: '0.00105',
        averagePrice: '0.0003',
        unpriced: 1,
      },
      sales: NOTHING,
    },
    { from: '2024-02-01', to: '2024-02-29', purchases: NOTHING, sales: NOTHING },
    {
      from: '2024-03-01',
      to: '2024-03-15',
      purchases: NOTHING,
      sales: { transactions: 1, people: 1, shares: '90', value: '900', averagePrice: '10' },
    },
  ]);
});

test.each([
  ['DAY', '2024-03-01', '2024-03-01'],
  ['WEEK', '2024-02-26', '2024-03-03'],
  ['MONTH', '2024-03-01', '2024-03-31'],
  ['QUARTER', '2024-01-01', '2024-03-31'],
  ['YEAR', '2024-01-01', '2024-12-31'],
] as const)('§5 a trade is in its %s', async (by, from, to) => {
  const api = await client({ number: 1, owners: [MANAGER], lines: [SALE] });
  const { issuer } = await api.ask(ACTIVITY, { from: '2023-12-01', to: '2025-01-31', by });
  const active = issuer?.activity.filter(({ sales }) => sales.transactions > 0);
  expect(active?.map((period) => [period.from, period.to])).toEqual([[from, to]]);
});

test.each([
  ['2024-03-02', '2024-03-01', 'from: must not be after to, and 2024-03-02 is.'],
  [
    '1990-01-01',
    '2024-03-01',
    'by: DAY makes more than 5000 periods from 1990-01-01 to 2024-03-01; ask for longer ones.',
  ],
])('activity from %s to %s is refused', async (from, to, message) => {
  const api = await client({ number: 1, owners: [MANAGER], lines: [SALE] });
  const { errors } = await api.send(String(ACTIVITY), { from, to, by: 'DAY' });
  expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } });
});
