import { describe, expect, it } from 'vitest';
import { ingest, rebuildProjections } from '../../../src/ledger/index.ts';
import { holdings } from '../../../src/reads/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';
import { form4Document, type LineSketch } from '../../support/form4.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const EVER = '2025-01-01T00:00:00.000Z';

/**
 * Amount, nature as compared and status of what is held, in the order of these words; "~" is
 * derived.
 */
async function held(
  { database }: TestLedger,
  { asOf = '2024-12-31', knownAt = EVER } = {},
): Promise<string[]> {
  const viewpoint = { asOf: asOf as CalendarDate, knownAt: knownAt as Instant };
  const statuses = ['CURRENT', 'CARRIED'] as const;
  const found = await holdings(database.pool, { issuers: [9_000_301n] }, viewpoint, {
    statuses: [...statuses],
  });
  return found
    .map(({ amount, derived, nature, status }) =>
      [derived ? `~${amount}` : amount, ...(nature === '' ? [] : [nature]), status].join(' '),
    )
    .sort();
}

/** A ledger of Form 4s of one owner, each signed on a day and numbered by its place. */
async function ledgerOf(
  filings: readonly FilingSketch[],
  isBackwards = false,
): Promise<TestLedger> {
  const documents = filings.map(([signedOn, ...lines], index) =>
    form4Document({
      number: index + 1,
      signedOn,
      owners: [{ cik: 441, name: 'Eskdale Rhona' }],
      lines,
    }),
  );
  const ledger = await createTestLedger();
  for (const document of isBackwards ? documents.reverse() : documents) {
    const [answer] = await ingest(ledger.database, [document]);
    expect(answer?.outcome).toBe('appended');
  }
  return ledger;
}
type FilingSketch = readonly [signedOn: string, ...lines: LineSketch[]];

/** What is held after these filings, in the order of their numbers and backwards. */
async function heldAfter(filings: readonly FilingSketch[]): Promise<string[]> {
  const ledger = await ledgerOf(filings);
  const answer = await held(ledger);
  expect(await held(await ledgerOf(filings, true))).toEqual(answer);
  expect((await rebuildProjections(ledger.database)).filter(({ same }) => !same)).toEqual([]);
  return answer;
}

const UNIT = { title: 'Restricted Stock Units', terms: ['0', '', 'Common Stock'] } as const;
const vested = (shares: string, after: string, more: Partial<LineSketch> = {}): LineSketch => ({
  ...UNIT,
  code: 'M',
  acquired: false,
  shares,
  after,
  ...more,
});
const granted = (shares: string, more: Partial<LineSketch> = {}): LineSketch => ({
  ...UNIT,
  code: 'A',
  shares,
  after: shares,
  ...more,
});
const plan = (nature: string, after: string): LineSketch => ({ nature, after });
const bought = (on: string, shares: string, after: string): LineSketch => ({
  code: 'P',
  date: on,
  shares,
  price: '10',
  after,
});

describe('§5 what is held, of whole filings', () => {
  const cases: [string, FilingSketch[], string[]][] = [
    [
      'two grants of one filing whose amounts do not run are two holdings',
      [['2024-03-05', vested('40', '120'), vested('30', '215')]],
      ['120 CURRENT', '215 CURRENT'],
    ],
    [
      'two grants of one filing whose amounts run are one holding',
      [['2024-03-05', vested('40', '120'), vested('30', '90')]],
      ['90 CURRENT'],
    ],
    [
      'a grant is not overwritten by one whose footnote names other days',
      [
        ['2024-03-05', granted('900', { note: 'Vests in full on March 1, 2026.' })],
        [
          '2024-05-03',
          vested('4100', '8300', {
            date: '2024-05-01',
            note: 'Vest in three equal annual installments commencing on May 1, 2024.',
          }),
        ],
      ],
      ['8300 CURRENT', '900 CARRIED'],
    ],
    [
      'a grant that settles under another underlying title and an expiration date is settled',
      [
        ['2024-03-05', granted('5310', { terms: ['0', '', 'Class A Common Stock'] })],
        [
          '2024-05-03',
          vested('5310', '0', { date: '2024-05-01', terms: ['0', '2027-01-01', 'Common Stock'] }),
        ],
      ],
      [],
    ],
    [
      'a nature that has an account goes on in it, though another ended with that amount',
      [
        [
          '2024-03-05',
          bought('2024-03-01', '10', '10'),
          plan('By Award 7', '150'),
          plan('By Award 8', '300'),
        ],
        ['2024-05-03', bought('2024-05-01', '10', '20'), plan('By Award 8', '150')],
      ],
      ['150 AWARD 7 CARRIED', '150 AWARD 8 CURRENT', '20 CURRENT'],
    ],
    [
      'a plan whose nature carries the date of its statement is one holding',
      [
        ['2024-03-05', plan('401(k) savings plan 2/28/2024', '346.57')],
        ['2024-04-05', plan('401(k) savings plan 3/31/2024', '351.73')],
        ['2024-05-03', plan('401(k) savings plan 4/30/2024', '356.05')],
      ],
      ['356.05 401 K SAVINGS PLAN CURRENT'],
    ],
  ];
  it.each(cases)('%s', async (_, filings, expected) => {
    expect(await heldAfter(filings)).toEqual(expected);
  });
});

describe('§5 a line reported years late, with the amount of its day', () => {
  const filings: FilingSketch[] = [
    ['2024-03-25', bought('2024-03-23', '657', '12645')],
    ['2024-03-27', bought('2016-10-25', '8', '428')],
    [
      '2024-05-07',
      { code: 'F', date: '2024-05-05', shares: '193', price: '9', after: '12460', acquired: false },
    ],
  ];
  it.each([
    ['2017-01-01', '428 CURRENT'],
    ['2024-03-24', '~12653 CURRENT'],
    ['2024-05-04', '~12653 CURRENT'],
    ['2024-05-05', '12460 CURRENT'],
  ])(
    'has it on its days alone, and later balances stand with its change: as of %s',
    async (...row) => {
      const [asOf, expected] = row;
      for (const isBackwards of [false, true]) {
        expect(await held(await ledgerOf(filings, isBackwards), { asOf })).toEqual([expected]);
      }
    },
  );

  it('is unknown before its filing', async () => {
    const viewpoint = { asOf: '2024-03-24', knownAt: '2024-03-26T12:00:00.000Z' };
    expect(await held(await ledgerOf(filings), viewpoint)).toEqual(['12645 CURRENT']);
  });
});

describe('§5 lines without an amount after', () => {
  const sold = (on: string, shares: string, after: string): LineSketch => ({
    ...bought(on, shares, after),
    code: 'S',
    acquired: false,
  });
  const filings: FilingSketch[] = [
    [
      '2024-03-05',
      sold('2024-02-01', '110', ''),
      sold('2024-02-10', '220', ''),
      sold('2024-03-01', '330', '4000'),
    ],
  ];

  it.each([
    ['2024-01-31', []],
    ['2024-02-05', ['~4550 CURRENT']],
    ['2024-02-15', ['~4330 CURRENT']],
    ['2024-03-01', ['4000 CURRENT']],
  ])(
    'are worked out backwards from the line that has one, and derived: as of %s',
    async (...row) => {
      const [asOf, expected] = row;
      expect(await held(await ledgerOf(filings), { asOf })).toEqual(expected);
    },
  );

  it('are flagged AMOUNT_MISSING, and the line that has one is not', async () => {
    const { database } = await ledgerOf(filings);
    const { rows } = await database.pool.query<{ flags: string }>(
      'SELECT flags::text FROM reported_line ORDER BY position',
    );
    expect(rows.map(({ flags }) => flags)).toEqual(['{AMOUNT_MISSING}', '{AMOUNT_MISSING}', '{}']);
  });
});
