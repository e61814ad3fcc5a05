import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ledger/index.ts';
import { graphql } from '../graphql/index.ts';
import { type Form4Sketch, form4Document } from '../support/form4.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const SUMS = graphql(`
  query Sums($knownAt: DateTime) {
    issuer(by: { cik: "9000301" }) {
      activity(from: "2024-03-01", to: "2024-03-31", knownAt: $knownAt) {
        purchases { ...Sum }
        sales { ...Sum }
        byClass { class purchases { ...Sum } sales { ...Sum } }
        derivatives { class purchases { ...Sum } sales { ...Sum } }
      }
      ownership(asOf: "2024-12-31") { security { title table } direct indirect }
      holdings(asOf: "2024-12-31") { nodes { amount source { ... on TransactionReported { flags } } } }
      filings {
        nodes {
          summary {
            purchased { ...Sum }
            sold { ...Sum }
            netShares
            netValue
            byClass { class }
            derivatives { class }
          }
          transactions { value valueDerived flags }
        }
      }
    }
  }
  fragment Sum on ActivitySide { transactions shares value averagePrice unpriced }
`);

const JO = { cik: 404, name: 'Verrinder Jo' };
const COMMON = { code: 'P', shares: '1000', price: '10', after: '1000' };
const PUT = {
  code: 'P',
  shares: '3650000',
  after: '3650000',
  title: 'Put option (right to sell)',
  terms: ['9', '2024-12-15', 'Common Stock'] as const,
};
const NOTE = {
  code: 'P',
  shares: '2000000',
  price: '2000000',
  after: '2000000',
  title: 'Convertible Note',
  terms: ['2', '2029-12-15', 'Common Stock'] as const,
};
const BOUGHT = { transactions: 1, shares: '1000', value: '10000', averagePrice: '10', unpriced: 0 };
const NOTHING = { transactions: 0, shares: '0', value: '0', averagePrice: null, unpriced: 0 };

async function sumsOf(lines: Form4Sketch['lines'], knownAt?: string) {
  const { database } = await createTestLedger();
  await ingest(database, [form4Document({ number: 1, owners: [JO], lines })]);
  const { issuer } = await createClient(database).ask(SUMS, { knownAt: knownAt ?? null });
  const [filing] = issuer?.filings.nodes ?? [];
  return { ...issuer, activity: issuer?.activity[0], filing, summary: filing?.summary };
}

describe('§5 what can be added', () => {
  test('a purchase of shares is apart from puts and notes, and a total is not multiplied', async () => {
    const { activity, summary } = await sumsOf([COMMON, PUT, NOTE]);
    const unpriced = { transactions: 1, value: '0', averagePrice: null, unpriced: 1 };
    expect(activity).toEqual({
      purchases: BOUGHT,
      sales: NOTHING,
      byClass: [{ class: 'COMMON STOCK', purchases: BOUGHT, sales: NOTHING }],
      derivatives: [
        {
          class: 'CONVERTIBLE NOTE',
          purchases: { ...unpriced, shares: '2000000' },
          sales: NOTHING,
        },
        {
          class: 'PUT OPTION RIGHT TO SELL',
          purchases: { ...unpriced, shares: '3650000' },
          sales: NOTHING,
        },
      ],
    });
    expect(summary).toMatchObject({ purchased: BOUGHT, netShares: '1000', netValue: '10000' });
  });

  test('values add over classes, shares only within one', async () => {
    const { activity, summary } = await sumsOf([
      COMMON,
      { ...COMMON, title: 'Class B Common Stock', shares: '5', price: '20', after: '5' },
    ]);
    const both = { transactions: 2, shares: null, value: '10100', averagePrice: null, unpriced: 0 };
    expect(activity?.purchases).toEqual(both);
    expect(activity?.byClass.map((each) => [each.class, each.purchases.shares])).toEqual([
      ['CLASS B COMMON STOCK', '5'],
      ['COMMON STOCK', '1000'],
    ]);
    expect(summary).toMatchObject({ purchased: both, netShares: null, netValue: '10100' });
  });

  test('one class bought and another sold have no net number of shares', async () => {
    const { summary } = await sumsOf([
      COMMON,
      { ...COMMON, code: 'S', title: 'Class B Common Stock', acquired: false, after: '0' },
    ]);
    expect(summary).toMatchObject({ netShares: null, netValue: '0' });
    expect(summary?.purchased.shares).toBe('1000');
    expect(summary?.sold.shares).toBe('1000');
  });

  test('an implausible price is flagged and adds no value', async () => {
    const slip = { ...COMMON, shares: '10', price: '16608240000', after: '1010' };
    const { activity, filing } = await sumsOf([COMMON, slip]);
    expect(activity?.purchases).toEqual({
      transactions: 2,
      shares: '1010',
      value: '10000',
      averagePrice: '10',
      unpriced: 1,
    });
    expect(filing?.transactions[1]).toMatchObject({ flags: ['PRICE_IMPLAUSIBLE'], value: null });
  });

  test('an amount below zero is shown as filed, flagged, and in no sum', async () => {
    const short = { code: 'S', shares: '-100', price: '-3', after: '-50', acquired: false };
    const { activity, summary, ownership, holdings } = await sumsOf([short]);
    expect([activity?.sales, summary?.sold]).toEqual([NOTHING, NOTHING]);
    expect(ownership).toEqual([]);
    expect(holdings?.nodes).toEqual([{ amount: '-50', source: { flags: ['NEGATIVE_AMOUNT'] } }]);
  });

  test('a price per ADS is divided by the ratio stated, and says so', async () => {
    const { activity, filing } = await sumsOf([
      {
        ...COMMON,
        title: 'Ordinary Shares',
        shares: '2501582400',
        price: '3.45',
        after: '2501582400',
        note: 'The price is per American Depositary Share ("ADS"). Each ADS represents 43,200 ordinary shares.',
      },
    ]);
    expect(filing?.transactions).toEqual([
      { flags: ['PRICE_PER_ADS'], value: '199779.15', valueDerived: true },
    ]);
    expect(activity?.purchases).toMatchObject({ shares: '2501582400', value: '199779.15' });
  });

  test('activity known before a filing is without it', async () => {
    const { activity } = await sumsOf([COMMON], '2024-03-05T12:00:00Z');
    expect(activity?.purchases).toEqual(NOTHING);
  });
});
