import { describe, expect, it } from 'vitest';
import { newYorkTime } from '../../../src/values/index.ts';
import { answersOf } from '../../support/sketches/answers.ts';
import { printSketch } from '../../support/sketches/print-sketch.ts';
import { date, type FilingSketch, type LineSketch } from '../../support/sketches/sketch.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const EVER = 400;
let lastIndex = 0;

/** Owner, account and what follows of every holding as of a day of 2024, known at another. */
async function held(ledger: TestLedger, asOf: number, known = EVER): Promise<string[]> {
  const answers = await answersOf(ledger.database);
  const rows = await answers.holdings(date(asOf), newYorkTime(date(known)));
  return rows.map((row) => {
    const [, owner = '', account, amount, , status, derived] = row.split(', ');
    const words = [owner.split(' ')[1], account, derived === 'true' ? `~${amount}` : amount];
    return [...words, ...(status === 'CURRENT' ? [] : [status])].join(' ');
  });
}

/** A Form 4 of Mona's that becomes known on a day of 2024, with some of it changed. */
function tell(
  day: number,
  lines: readonly LineSketch[],
  more: Partial<FilingSketch> = {},
): FilingSketch {
  lastIndex += 1;
  return {
    index: lastIndex,
    number: String(lastIndex).padStart(6, '0'),
    form: '4',
    isAmendment: false,
    issuer: 0,
    owners: [0],
    day: date(day),
    period: date(day),
    originalOn: null,
    role: 'director',
    isExit: false,
    lines,
    rendition: 'xml',
    ...more,
  };
}
const moved = (
  on: number,
  change: number,
  after: number,
  account: FilingSketch['lines'][number]['account'] = 'direct',
): LineSketch => ({
  account,
  title: 'Common Stock',
  isTransaction: true,
  on: date(on),
  code: change < 0 ? 'S' : 'P',
  change,
  after,
  price: 20,
  again: null,
});
const holding = (after: number, account: LineSketch['account'] = 'direct'): LineSketch => ({
  ...moved(0, 1, after, account),
  isTransaction: false,
  on: null,
  code: '',
  change: null,
  price: null,
});
const amendment = (
  day: number,
  original: number,
  lines: readonly LineSketch[],
  more: Partial<FilingSketch> = {},
) =>
  tell(day, lines, {
    isAmendment: true,
    originalOn: date(original),
    period: date(original),
    ...more,
  });

async function ledgerOf(...filings: readonly FilingSketch[]): Promise<TestLedger> {
  const ledger = await createTestLedger();
  for (const filing of filings) await tellTo(ledger, filing);
  return ledger;
}

async function tellTo(ledger: TestLedger, filing: FilingSketch): Promise<void> {
  const { name, bytes } = printSketch(filing);
  await ledger.append({ [name]: new TextDecoder().decode(bytes) });
}

describe('§5 accounting order, by example', () => {
  it('filings of one moment run by accession number, whichever came first', async () => {
    const second = tell(30, [moved(20, 5, 115)], { number: '000902' });
    const first = tell(30, [moved(20, 10, 110)], { number: '000901' });
    expect(await held(await ledgerOf(second, first), 30)).toEqual(['Mona direct 115']);
  });

  it('a line older than one reported before goes on from what was reported last', async () => {
    const ledger = await ledgerOf(
      tell(30, [moved(29, -10, 90)]),
      tell(60, [moved(10, 5, 95)], { form: '5' }),
    );
    expect(await held(ledger, 10)).toEqual(['Mona direct ~105']);
    expect(await held(ledger, 29)).toEqual(['Mona direct 95']);
    expect(await held(ledger, 29, 59)).toEqual(['Mona direct 90']);
    expect(await held(ledger, 10, 59)).toEqual([]);
  });

  it('final totals are worked out backwards and derived, but for the last', async () => {
    const ledger = await ledgerOf(tell(30, [moved(10, 5, 125), moved(20, 20, 125)]));
    expect(await held(ledger, 10)).toEqual(['Mona direct ~105']);
    expect(await held(ledger, 20)).toEqual(['Mona direct 125']);
  });

  it('every owner of a joint filing has the line in an account of their own', async () => {
    const joint = tell(30, [moved(29, 5, 105, 'trust')], { owners: [0, 1] });
    const ledger = await ledgerOf(joint, tell(60, [moved(59, -5, 100, 'trust')], { owners: [1] }));
    expect(await held(ledger, 60)).toEqual(['Mona trust 105', 'Peder trust 100']);
  });
});

describe('§5 the status of a holding, by example', () => {
  const block = tell(30, [moved(29, 5, 105), holding(40, 'trust'), holding(1_000, 'option')]);

  it('is CARRIED where a later filing of the class left the account out; other classes do not count', async () => {
    const ledger = await ledgerOf(block, tell(60, [moved(59, 5, 110)]));
    const before = ['Mona direct 105', 'Mona option 1000', 'Mona trust 40'];
    expect(await held(ledger, 58)).toEqual(before);
    expect(await held(ledger, 59, 59)).toEqual(before);
    expect(await held(ledger, 59)).toEqual([
      'Mona direct 110',
      'Mona option 1000',
      'Mona trust 40 CARRIED',
    ]);
  });

  it('is EXPIRED from the day after the expiration date on', async () => {
    const ledger = await ledgerOf(block);
    expect(await held(ledger, 130)).toContain('Mona option 1000');
    expect(await held(ledger, 131)).toContain('Mona option 1000 EXPIRED');
  });

  it('is CLOSED at zero, even where it would be carried or expired, and CURRENT when opened again', async () => {
    const ledger = await ledgerOf(
      block,
      tell(60, [moved(59, -105, 0), moved(59, -1_000, 0, 'option')]),
      tell(90, [moved(89, 7, 47, 'trust')]),
      tell(200, [moved(199, 5, 5)]),
    );
    expect(await held(ledger, 59)).toContain('Mona direct 0 CLOSED');
    expect(await held(ledger, 89)).toContain('Mona direct 0 CLOSED');
    expect(await held(ledger, 131)).toContain('Mona option 0 CLOSED');
    expect(await held(ledger, 199)).toContain('Mona direct 5');
  });
});

describe('§6 amendments, by example', () => {
  const original = tell(30, [moved(20, 10, 110), moved(21, -5, 105)]);
  const correction = amendment(60, 30, [moved(21, -6, 104)]);

  it('an amended line is superseded from the known-at of the amendment on; others stay in force', async () => {
    const ledger = await ledgerOf(original, correction);
    expect(await held(ledger, 21, 59)).toEqual(['Mona direct 105']);
    expect(await held(ledger, 21, 60)).toEqual(['Mona direct 104']);
    expect(await held(ledger, 20, 60)).toEqual(['Mona direct 110']);
  });

  it('a replacing line takes the place of its line, so that what was reported since comes after', async () => {
    const since = tell(45, [moved(44, 50, 155)]);
    const ledger = await ledgerOf(original, since, correction);
    expect(await held(ledger, 44)).toEqual(['Mona direct 155']);
    expect(await held(ledger, 43)).toEqual(['Mona direct 104']);
  });

  it('an amendment that adds a line leaves all of the original in force', async () => {
    const added = { ...moved(22, 1, 106), code: 'J' };
    const ledger = await ledgerOf(original, amendment(60, 30, [added]));
    expect(await held(ledger, 21)).toEqual(['Mona direct 105']);
    expect(await held(ledger, 22)).toEqual(['Mona direct 106']);
  });

  it('is of the same base form and issuer, and has an owner in common', async () => {
    const others: Partial<FilingSketch>[] = [{ form: '5' }, { issuer: 1 }, { owners: [1] }];
    const ledger = await ledgerOf(
      original,
      ...others.map((other) => amendment(60, 30, [moved(21, -6, 104)], other)),
    );
    expect(await outcomes(ledger)).toEqual(others.map(() => 'UNRESOLVED'));
  });

  it('one that comes before its original is linked when that arrives', async () => {
    const ledger = await ledgerOf(correction);
    expect(await outcomes(ledger)).toEqual(['UNRESOLVED']);
    await tellTo(ledger, original);
    expect(await outcomes(ledger)).toEqual(['REPLACES']);
    expect(await held(ledger, 21)).toEqual(['Mona direct 104']);
  });

  it('an amendment of an amendment supersedes the line that is in force', async () => {
    const ledger = await ledgerOf(original, correction, amendment(90, 30, [moved(21, -7, 103)]));
    const known = [59, 60, 90];
    const answers = await Promise.all(known.map((day) => held(ledger, 21, day)));
    expect(answers.flat()).toEqual(['Mona direct 105', 'Mona direct 104', 'Mona direct 103']);
  });

  it('§4 a FilingAmended is appended for each amendment, also where its original is missing', async () => {
    const ledger = await ledgerOf(original, correction, amendment(61, 31, [], { period: date(2) }));
    const { rows } = await ledger.database.pool.query(
      `SELECT type, count(*)::int FROM ledger_event GROUP BY type ORDER BY type`,
    );
    expect(rows).toEqual([
      { type: 'FILING_RECEIVED', count: 3 },
      { type: 'TRANSACTION_REPORTED', count: 3 },
      { type: 'FILING_AMENDED', count: 2 },
    ]);
  });
});

async function outcomes({ database }: TestLedger): Promise<(string | null)[]> {
  const { rows } = await database.pool.query<{ outcome: string | null }>(
    `SELECT amendment_outcome AS outcome FROM filing WHERE form::text LIKE '%A' ORDER BY id`,
  );
  return rows.map(({ outcome }) => outcome);
}
