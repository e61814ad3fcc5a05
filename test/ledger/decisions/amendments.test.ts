import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  AmendableFiling,
  AmendableLine,
} from '../../../src/ledger/decisions/amendments/amended-filing.ts';
import { linkAmendments } from '../../../src/ledger/decisions/amendments/link-amendments.ts';
import type { CalendarDate, Decimal, Instant } from '../../../src/values/index.ts';

let lastPosition = 0n;

function line(number: number, cells: Partial<AmendableLine> = {}): AmendableLine {
  lastPosition += 1n;
  return {
    position: lastPosition,
    table: 'NON_DERIVATIVE',
    line: number,
    securityClass: 'COMMON STOCK',
    transactionDate: `2024-01-0${number}` as CalendarDate,
    code: 'P',
    acquiredDisposed: 'ACQUIRED',
    ownership: 'DIRECT',
    nature: '',
    shares: '100' as Decimal,
    pricePerShare: '5' as Decimal,
    amountAfter: String(1000 + 100 * number) as Decimal,
    title: 'Common Stock',
    rest: '',
    ...cells,
  };
}

function filing(
  day: number,
  lines: AmendableLine[],
  cells: Partial<AmendableFiling> = {},
): AmendableFiling {
  const filedOn = `2024-01-${day}` as CalendarDate;
  lastPosition += 1n;
  return {
    id: lastPosition,
    orderKey: `filing-${day}`,
    form: 'FORM_4',
    owners: [7n],
    periodOfReport: '2024-01-03' as CalendarDate,
    dateOfOriginalSubmission: null,
    filedOn: [filedOn],
    knownAt: `${filedOn}T22:00:00.000Z` as Instant,
    accessionNumber: null,
    named: { all: [], asAmended: [] },
    statesNothing: false,
    lines,
    ...cells,
  };
}

const amendment = (day: number, lines: AmendableLine[], cells: Partial<AmendableFiling> = {}) =>
  filing(day, lines, {
    form: 'FORM_4_A',
    dateOfOriginalSubmission: '2024-01-10' as CalendarDate,
    ...cells,
  });
const price = (text: string) => ({ pricePerShare: text as Decimal });

describe('§6 amendments', () => {
  const cases: readonly (readonly [string, (number | string)[], number])[] = [
    ['REPLACES', ['1 changed'], 1],
    ['RESTATES_ALL', ['1 changed', '2', '3'], 3],
    ['ADDS', ['4'], 0],
    ['NOTE_ONLY', ['2'], 1],
    ['NOTE_ONLY', [], 0],
  ];
  it.each(cases)('%s comes of lines %o, and supersedes %i', (outcome, amending, superseded) => {
    const original = filing(10, [line(1), line(2), line(3)]);
    const lines = amending.map((each) =>
      line(Number.parseInt(String(each), 10), String(each).includes('changed') ? price('6') : {}),
    );
    const [decision] = linkAmendments([original, amendment(17, lines)]);
    expect(decision).toMatchObject({ outcome, original: { id: original.id } });
    expect(decision?.superseded).toHaveLength(superseded);
  });

  it('of two like lines the one that differs least is superseded, one to one', () => {
    const twins = [
      line(1),
      line(2, { transactionDate: '2024-01-01' as CalendarDate, ...price('8') }),
    ];
    const correction = line(1, {
      ...price('8'),
      shares: '90' as Decimal,
      amountAfter: '1200' as Decimal,
    });
    const [decision] = linkAmendments([filing(10, twins), amendment(17, [correction])]);
    expect(decision?.superseded.map((each) => each.line.line)).toEqual([2]);
  });

  it('an amendment of an amendment supersedes the line in force', () => {
    const [first, second] = [line(1, price('6')), line(1, price('7'))];
    const decisions = linkAmendments([
      filing(10, [line(1)]),
      amendment(17, [first]),
      amendment(24, [second]),
    ]);
    expect(decisions[1]?.superseded).toMatchObject([{ line: first, by: second }]);
  });

  it('without a date of original submission the nearest earlier filing of the same period is meant', () => {
    const nearest = filing(12, [line(1)]);
    const [decision] = linkAmendments([
      filing(10, [line(1)]),
      nearest,
      filing(14, [line(1)], { periodOfReport: '2024-01-09' as CalendarDate }),
      amendment(17, [line(1, price('6'))], { dateOfOriginalSubmission: null }),
    ]);
    expect(decision?.original?.id).toBe(nearest.id);
  });

  it.each([
    ['the original is not here', []],
    ['it has other owners', [filing(10, [line(1)], { owners: [8n] })]],
    ['it became known only later', [filing(20, [line(1)])]],
  ])('is UNRESOLVED where %s', (_, originals) => {
    const [decision] = linkAmendments([...originals, amendment(17, [line(1, price('6'))])]);
    expect(decision).toMatchObject({ outcome: 'UNRESOLVED', original: null, superseded: [] });
    expect(decision).toMatchObject({ candidates: [], isOriginalMissing: true });
  });

  const second = { orderKey: 'filing-10b' };
  it.each([
    ['filed on that day', {}],
    ['that became known at one time, where no day is given', { dateOfOriginalSubmission: null }],
  ])('is UNRESOLVED with both named where more than one fits: %s', (_, cells) => {
    const originals = [filing(10, [line(1)]), filing(10, [line(1)], second)];
    const [decision] = linkAmendments([
      ...originals,
      amendment(17, [line(1, price('6')), line(9)], cells),
    ]);
    expect(decision).toMatchObject({ outcome: 'UNRESOLVED', original: null });
    expect(decision?.candidates).toEqual(originals);
    // The line that a candidate states is left out, and the other counts.
    expect(decision?.superseded).toMatchObject([
      { line: { line: 1 }, by: originals[0]?.lines[0], isLeftOut: true, isCertain: false },
    ]);
  });

  it.each([
    ['has the period of report', [line(1)], { periodOfReport: '2024-01-09' as CalendarDate }],
    ['has the same owners', [line(1)], { owners: [7n, 8n] }],
    ['has a line to amend', [line(2)], {}],
  ])('of two filed on one day the one is meant that %s', (_, lines, cells) => {
    const meant = filing(10, [line(1)]);
    const other = filing(10, lines, { ...second, ...cells });
    const [decision] = linkAmendments([other, meant, amendment(17, [line(1, price('6'))])]);
    expect(decision?.original?.id).toBe(meant.id);
  });

  it('comes to the same whatever the order of arrival', () => {
    const filings = [
      filing(10, [line(1), line(2)]),
      filing(11, [line(3)]),
      amendment(17, [line(1, price('6'))]),
      amendment(18, [line(1, price('7')), line(4)]),
    ];
    const expected = linkAmendments(filings);
    fc.assert(
      fc.property(fc.shuffledSubarray(filings, { minLength: filings.length }), (shuffled) => {
        expect(linkAmendments(shuffled)).toEqual(expected);
      }),
    );
  });
});
