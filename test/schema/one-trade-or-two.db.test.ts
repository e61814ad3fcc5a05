import { expect, test } from 'vitest';
import { graphql } from '../graphql/index.ts';
import { form4Document, type LineSketch } from '../support/form4.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const COUNTED = graphql(`
  query Counted {
    filings(last: 10) {
      nodes { transactions { reconciliation alsoReportedIn { filing { accessionNumber } } } }
    }
    issuers {
      nodes {
        activity(from: "2024-03-01", to: "2024-03-31") {
          purchases { transactions shares people }
          sales { transactions shares people }
        }
        ownership(asOf: "2024-12-31") { total people }
      }
    }
  }
`);

const NOTHING = { transactions: 0, shares: '0', people: 0 };
const BOUGHT: LineSketch = { code: 'P', shares: '510', price: '10', after: '1510' };
const SOLD = { ...BOUGHT, code: 'S', acquired: false, nature: 'By Trust' };
const ANN = { cik: 451, name: 'Ulverston Ann', isTenPercentOwner: true };
const BEN = { cik: 452, name: 'Kentmere Ben', isTenPercentOwner: true };
const PLAN = 'By Plimsoll Ferries Directors Deferred Stock Unit Plan';

const cases: [string, [typeof ANN, LineSketch][], object][] = [
  [
    'that its owner reports twice is one, and no break',
    [
      [ANN, BOUGHT],
      [ANN, BOUGHT],
    ],
    {
      answered: [
        ['OPENING', 1],
        ['CONSISTENT', 1],
      ],
      purchases: { transactions: 1, shares: '510', people: 1 },
      sales: NOTHING,
      ownership: [{ total: '1510', people: 1 }],
    },
  ],
  [
    'that its owner makes again, with another amount after, is two',
    [
      [ANN, BOUGHT],
      [ANN, { ...BOUGHT, after: '2020' }],
    ],
    {
      answered: [
        ['OPENING', 0],
        ['CONSISTENT', 0],
      ],
      purchases: { transactions: 2, shares: '1020', people: 1 },
      sales: NOTHING,
      ownership: [{ total: '2020', people: 1 }],
    },
  ],
  [
    'of two people through trusts that their footnotes tell apart is two',
    [
      [ANN, { ...SOLD, note: 'Held by Ann Pty as trustee for the Ulverston Elder Trust.' }],
      [BEN, { ...SOLD, note: 'Held by Ben Pty as trustee for the Kentmere Family Trust.' }],
    ],
    {
      answered: [
        ['OPENING', 0],
        ['OPENING', 0],
      ],
      purchases: NOTHING,
      sales: { transactions: 2, shares: '1020', people: 2 },
      ownership: [{ total: '3020', people: 2 }],
    },
  ],
  [
    'of two people through one trust is one',
    [
      [ANN, { ...SOLD, nature: 'By Ulverston Elder Trust' }],
      [BEN, { ...SOLD, nature: 'By Ulverston Elder Trust' }],
    ],
    {
      answered: [
        ['OPENING', 1],
        ['OPENING', 1],
      ],
      purchases: NOTHING,
      sales: { transactions: 1, shares: '510', people: 1 },
      ownership: [{ total: '1510', people: 2 }],
    },
  ],
  [
    'that grants two directors as many units of one plan is two',
    [
      [ANN, { ...BOUGHT, code: 'A', nature: PLAN, shares: '1510' }],
      [BEN, { ...BOUGHT, code: 'A', nature: PLAN, shares: '1510' }],
    ],
    {
      answered: [
        ['OPENING', 0],
        ['OPENING', 0],
      ],
      purchases: NOTHING,
      sales: NOTHING,
      ownership: [{ total: '3020', people: 2 }],
    },
  ],
];

test.each(cases)('§5 a trade %s', async (_, lines, expected) => {
  const { database, append } = await createTestLedger();
  for (const [index, [owner, line]] of lines.entries()) {
    const document = form4Document({ number: index + 1, owners: [owner], lines: [line] });
    await append({ [document.name]: new TextDecoder().decode(document.bytes) });
  }
  const { filings, issuers } = await createClient(database).ask(COUNTED);
  const [issuer] = issuers.nodes;
  expect({
    answered: filings.nodes
      .flatMap(({ transactions }) => transactions)
      .reverse()
      .map(({ reconciliation, alsoReportedIn }) => [reconciliation, alsoReportedIn.length]),
    ...issuer?.activity[0],
    ownership: issuer?.ownership,
  }).toEqual(expected);
});
