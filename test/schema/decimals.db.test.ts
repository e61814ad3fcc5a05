import { expect, test } from 'vitest';
import { graphql } from '../graphql/index.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';
import { inventedForm4 } from './invented.ts';

const AMOUNTS = graphql(`
  query Amounts {
    filings {
      nodes {
        transactions {
          shares
          pricePerShare
          value
          amountAfter
          transactionDate
          footnotes { field footnote { id text } }
        }
        summary { purchased { transactions people shares value averagePrice } netShares netValue }
      }
    }
    people { nodes { holdings { nodes { amount reconciliation difference } } } }
  }
`);

test('§5 amounts are exact from XML through ledger and projection to JSON', async () => {
  const ledger = await createTestLedger();
  await ledger.append({
    '0009000901-23-000001.xml': inventedForm4({
      period: '2023-05-01',
      signedOn: '2023-05-02',
      owners: [{ cik: '0009000911', name: 'Orrery Tamsin' }],
      lines: [
        { shares: '0.0001', price: '811.3189', after: '16608240000' },
        { shares: '3.10', price: '0', after: '16608240003.1' },
        { shares: '999999999999.9999', price: '0.0999', after: '1016608240003.0999' },
      ],
    }),
  });
  const { filings, people } = await createClient(ledger.database).ask(AMOUNTS);
  expect(
    filings.nodes[0]?.transactions.map(({ shares, pricePerShare, value, amountAfter }) => [
      shares,
      pricePerShare,
      value,
      amountAfter,
    ]),
  ).toEqual([
    ['0.0001', '811.3189', '0.08113189', '16608240000'],
    ['3.1', '0', '0', '16608240003.1'],
    ['999999999999.9999', '0.0999', '99899999999.99999001', '1016608240003.0999'],
  ]);
  expect(filings.nodes[0]?.summary).toEqual({
    purchased: {
      transactions: 3,
      people: 1,
      shares: '1000000000003.1',
      value: '99900000000.0811219',
      averagePrice: '0.0999',
    },
    netShares: '1000000000003.1',
    netValue: '99900000000.0811219',
  });
  expect(people.nodes[0]?.holdings.nodes).toEqual([
    { amount: '1016608240003.0999', reconciliation: 'CONSISTENT', difference: null },
  ]);
});

test('a citation of a footnote that the filing lacks is left out', async () => {
  const ledger = await createTestLedger();
  await ledger.append({
    '0009000901-23-000001.xml': inventedForm4({
      period: '2023-05-01',
      signedOn: '2023-05-02',
      owners: [{ cik: '0009000911', name: 'Orrery Tamsin' }],
      lines: [{ shares: '1', price: '2', after: '3' }],
    }),
  });
  const { filings } = await createClient(ledger.database).ask(AMOUNTS);
  expect(filings.nodes[0]?.transactions[0]?.footnotes).toEqual([
    { field: 'pricePerShare', footnote: { id: 'F1', text: 'Invented.' } },
  ]);
});

test('§5 a date that cannot be true is shown as filed', async () => {
  const ledger = await createTestLedger();
  await ledger.append({
    '0009000901-23-000001.xml': inventedForm4({
      period: '2023-05-01',
      signedOn: '2023-05-02',
      owners: [{ cik: '0009000911', name: 'Orrery Tamsin' }],
      lines: [{ date: '0022-05-01', shares: '1', price: '2', after: '3' }],
    }),
  });
  const { filings } = await createClient(ledger.database).ask(AMOUNTS);
  expect(filings.nodes[0]?.transactions[0]?.transactionDate).toBe('0022-05-01');
});
