import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ledger/index.ts';
import type { SourceDocument } from '../../src/values/index.ts';
import { graphql } from '../graphql/index.ts';
import { type Form4Sketch, form4Document, type LineSketch } from '../support/form4.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const CORRECTED = graphql(`
  query Corrected {
    filings(last: 10) {
      nodes {
        accessionNumber
        amendmentOutcome
        amends { accessionNumber }
        transactions { transactionDate code shares ownership flags supersededBy { position } }
        events {
          ... on FilingAmended {
            outcome
            originalMissing
            original { accessionNumber }
            superseded {
              evidence
              certain
              line { filing { accessionNumber } }
              by { filing { accessionNumber } }
            }
          }
        }
      }
    }
    issuers {
      nodes {
        activity(from: "2024-01-01", to: "2024-12-31", by: YEAR) {
          purchases { transactions shares }
        }
        holdings(asOf: "2024-12-31") { nodes { amount ownership nature reconciliation } }
      }
    }
  }
`);

const OWNERS = [{ cik: 431, name: 'Brackwell Juno' }];
const BOUGHT: LineSketch = { code: 'P', shares: '500', price: '10', after: '1500' };
const original = (number: number, lines: readonly LineSketch[] = [BOUGHT]) =>
  form4Document({ number, owners: OWNERS, lines });
const amendment = (number: number, lines: readonly LineSketch[], more: Partial<Form4Sketch> = {}) =>
  form4Document({
    number,
    owners: OWNERS,
    lines,
    amends: '2024-03-05',
    signedOn: '2024-03-10',
    ...more,
  });

/** Accession number of a filing of these tests, by its own number. */
const last = (number: string | null | undefined) => number?.slice(-1);

/** What the API says of a ledger of these documents. */
async function asked(documents: readonly SourceDocument[]) {
  const { database } = await createTestLedger();
  for (const document of documents) await ingest(database, [document]);
  const { filings, issuers } = await createClient(database).ask(CORRECTED);
  const amended = filings.nodes.flatMap(({ events }) =>
    events.flatMap((event) => ('superseded' in event ? [event] : [])),
  );
  const [issuer] = issuers.nodes;
  return {
    inForce: filings.nodes
      .flatMap(({ transactions }) => transactions)
      .filter(({ supersededBy }) => supersededBy === null)
      .map((line) => [line.transactionDate, line.code, line.shares, line.ownership].join(' ')),
    amended: amended.map(({ outcome, original: { accessionNumber }, superseded }) => [
      outcome,
      last(accessionNumber),
      ...superseded.map(({ evidence, certain, line, by }) =>
        [
          `${last(line.filing?.accessionNumber)} by ${last(by?.filing?.accessionNumber)}`,
          evidence,
          certain ? 'certain' : 'not certain',
        ].join(', '),
      ),
    ]),
    bought: issuer?.activity[0]?.purchases,
    held: issuer?.holdings.nodes.map(({ amount, ownership, nature, reconciliation }) =>
      [amount, ownership, nature ?? '', reconciliation].join(' '),
    ),
    amendments: amended,
    filings: filings.nodes,
  };
}

/** The same, of documents in the order of their numbers and backwards. */
async function inAnyOrder(documents: readonly SourceDocument[]) {
  const { filings: _, amendments: __, ...given } = await asked(documents);
  const backwards = await asked([...documents].reverse());
  expect(backwards).toMatchObject({
    inForce: given.inForce,
    bought: given.bought,
    held: given.held,
  });
  return given;
}

const ONCE = { transactions: 1, shares: '500' };
const NEVER = { transactions: 0, shares: '0' };

describe('§6 a 4/A that corrects one line', () => {
  const cases: [string, LineSketch, string, string, object, string][] = [
    [
      'the date',
      { ...BOUGHT, date: '2024-02-29' },
      'ONE_CELL, certain',
      '2024-02-29 P 500 DIRECT',
      ONCE,
      '1500 DIRECT  OPENING',
    ],
    [
      'the code, with the price',
      { ...BOUGHT, code: 'A', price: '0' },
      'ONE_CELL, not certain',
      '2024-03-01 A 500 DIRECT',
      NEVER,
      '1500 DIRECT  OPENING',
    ],
    [
      'direct to indirect',
      { ...BOUGHT, nature: 'By Family LLC' },
      'ONE_CELL, certain',
      '2024-03-01 P 500 INDIRECT',
      ONCE,
      '1500 INDIRECT By Family LLC OPENING',
    ],
    [
      'the title',
      { ...BOUGHT, title: 'Class B Common Stock' },
      'ONE_CELL, certain',
      '2024-03-01 P 500 DIRECT',
      ONCE,
      '1500 DIRECT  OPENING',
    ],
    [
      'date and nature',
      { ...BOUGHT, date: '2024-02-29', nature: 'By Family LLC' },
      'TWO_CELLS, not certain',
      '2024-02-29 P 500 INDIRECT',
      ONCE,
      '1500 INDIRECT By Family LLC OPENING',
    ],
    [
      'shares and amount after',
      { ...BOUGHT, shares: '510', after: '1510' },
      'SAME_KEY, certain',
      '2024-03-01 P 510 DIRECT',
      { transactions: 1, shares: '510' },
      '1510 DIRECT  OPENING',
    ],
  ];
  it.each(cases)(
    'in %s supersedes it, and the trade is never counted twice',
    async (_, corrected, evidence, inForce, bought, held) => {
      expect(await inAnyOrder([original(1), amendment(2, [corrected])])).toEqual({
        inForce: [inForce],
        amended: [['REPLACES', '1', `1 by 2, ${evidence}`]],
        bought,
        held: [held],
      });
    },
  );
});

describe('§6 which filing is amended', () => {
  const second = original(2, [{ ...BOUGHT, shares: '200', price: '11', after: '1700' }]);

  it('is the one of two of a day that a footnote names', async () => {
    const note = 'This is an amendment for accession number 0009000301-24-000001.';
    const corrected = { ...BOUGHT, shares: '550', after: '1550', note };
    expect(await inAnyOrder([original(1), second, amendment(3, [corrected])])).toMatchObject({
      amended: [['REPLACES', '1', '1 by 3, NAMED, certain']],
      bought: { transactions: 2, shares: '750' },
      held: ['1700 DIRECT  CONSISTENT'],
    });
  });

  it('is the one of two of a day whose line agrees in shares and amount after', async () => {
    const corrected = { ...BOUGHT, shares: '200', price: '11.5', after: '1700' };
    expect(await inAnyOrder([original(1), second, amendment(3, [corrected])])).toMatchObject({
      amended: [['REPLACES', '2', '2 by 3, SAME_KEY, certain']],
      bought: { transactions: 2, shares: '700' },
      held: ['1700 DIRECT  CONSISTENT'],
    });
  });

  it('is the same for a second amendment, which supersedes the line of the first', async () => {
    const corrected = (shares: string, after: string) => [{ ...BOUGHT, shares, after }];
    const again = amendment(3, corrected('520', '1520'), { signedOn: '2024-03-12' });
    const documents = [original(1), amendment(2, corrected('510', '1510')), again];
    const answer = await inAnyOrder(documents);
    expect(answer).toMatchObject({
      inForce: ['2024-03-01 P 520 DIRECT'],
      bought: { transactions: 1, shares: '520' },
      held: ['1520 DIRECT  OPENING'],
    });
    expect(new Map(answer.amended.map(([, of, line]) => [line, of]))).toEqual(
      new Map([
        ['1 by 2, SAME_KEY, certain', '1'],
        ['2 by 3, SAME_KEY, certain', '1'],
      ]),
    );
  });
});

describe('§6 an amendment whose original is not in the ledger', () => {
  const corrected = amendment(2, [{ ...BOUGHT, date: '2024-02-29' }]);
  const missing = { outcome: 'UNRESOLVED', originalMissing: true, superseded: [] };

  it('says so, its lines are flagged, and they count as lines of an original', async () => {
    const { filings, amendments, bought, held } = await asked([corrected]);
    const itself = { accessionNumber: '0009000301-24-000002' };
    expect(amendments).toEqual([{ ...missing, original: itself }]);
    expect(filings).toMatchObject([{ amendmentOutcome: 'UNRESOLVED', amends: null }]);
    expect(filings[0]?.transactions[0]?.flags).toEqual(['ORIGINAL_MISSING']);
    expect({ bought, held }).toEqual({ bought: ONCE, held: ['1500 DIRECT  OPENING'] });
  });

  it('is decided when that arrives: the flag goes, and both decisions are kept', async () => {
    const { filings, amendments, bought } = await asked([corrected, original(1)]);
    expect(amendments.map(({ originalMissing }) => originalMissing)).toEqual([true, false]);
    expect(amendments[1]).toMatchObject({
      outcome: 'REPLACES',
      superseded: [{ evidence: 'ONE_CELL', certain: true }],
    });
    expect(
      filings.flatMap(({ transactions }) => transactions.flatMap(({ flags }) => flags)),
    ).toEqual([]);
    expect(bought).toEqual(ONCE);
  });
});
