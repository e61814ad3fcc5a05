import { expect, test } from 'vitest';
import { ingest } from '../../src/ledger/index.ts';
import { graphql } from '../graphql/index.ts';
import { form4Document } from '../support/form4.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const REPORTS = graphql(`
  query Reports {
    filings(last: 10) {
      nodes {
        accessionNumber
        summary { sold { transactions shares } }
        transactions { alsoReportedIn { line filing { accessionNumber } } }
      }
    }
    people { nodes { name holdings(asOf: "2024-03-31") { nodes { amount ownership } } } }
  }
`);

const SALE = { code: 'S', shares: '100', price: '10', after: '900', acquired: false };
const THROUGH = { ...SALE, nature: 'By Orrery Growth Fund II, L.P.' };

test('§5 each report of a trade leads to the others, in the order they became known', async () => {
  const { database } = await createTestLedger();
  const owner = (cik: number, name: string) => [{ cik, name, isTenPercentOwner: true }];
  await ingest(database, [
    form4Document({
      number: 3,
      signedOn: '2024-03-06',
      owners: owner(403, 'Brackwater Odo'),
      lines: [THROUGH],
    }),
    form4Document({ number: 2, owners: owner(402, 'Quillon Petra'), lines: [THROUGH] }),
    form4Document({
      number: 4,
      owners: owner(404, 'Verrinder Jo'),
      lines: [{ ...SALE, shares: '1' }],
    }),
    form4Document({ number: 1, owners: owner(401, 'Orrery Growth Fund II, L.P.'), lines: [SALE] }),
  ]);
  const { filings, people } = await createClient(database).ask(REPORTS);
  const reports = filings.nodes.map(({ accessionNumber, transactions }) => [
    accessionNumber?.slice(-1),
    transactions.flatMap(({ alsoReportedIn }) =>
      alsoReportedIn.map(({ filing }) => filing.accessionNumber?.slice(-1)),
    ),
  ]);
  expect(Object.fromEntries(reports)).toEqual({
    1: ['2', '3'],
    2: ['1', '3'],
    3: ['1', '2'],
    4: [],
  });
  // §5: a filing's summary says what the filing reports, and each owner's own holdings keep the
  // line.
  expect(filings.nodes.map(({ summary }) => summary.sold.transactions)).toEqual([1, 1, 1, 1]);
  expect(
    Object.fromEntries(people.nodes.map(({ name, holdings }) => [name, holdings.nodes])),
  ).toEqual({
    'Brackwater Odo': [{ amount: '900', ownership: 'INDIRECT' }],
    'Orrery Growth Fund II, L.P.': [{ amount: '900', ownership: 'DIRECT' }],
    'Quillon Petra': [{ amount: '900', ownership: 'INDIRECT' }],
    'Verrinder Jo': [{ amount: '900', ownership: 'DIRECT' }],
  });
});

test('the other reports of a page of trades are one statement, and their events another', async () => {
  const { database } = await createTestLedger();
  const owners = Array.from({ length: 6 }, (_, index) => ({
    cik: 410 + index,
    name: `Orrery Partner ${'ABCDEF'[index]}`,
    isTenPercentOwner: true,
  }));
  await ingest(
    database,
    owners.map((owner, index) =>
      form4Document({ number: index + 1, owners: [owner], lines: [THROUGH] }),
    ),
  );
  const client = createClient(database);
  client.statements();
  const { data } = await client.send(
    '{ events(filter: { types: [TRANSACTION_REPORTED] }) { nodes { ... on TransactionReported { alsoReportedIn { recordedAt } } } } }',
  );
  expect(JSON.stringify(data).match(/recordedAt/g)).toHaveLength(30);
  expect(client.statements()).toHaveLength(3);
});
