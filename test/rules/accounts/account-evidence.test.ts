import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupLine } from '../../../src/rules/accounts/group-line.ts';
import { linkTrails } from '../../../src/rules/accounts/trails.ts';
import type { Decimal, Instant } from '../../../src/values/index.ts';
import { accountsOf } from '../../support/accounts-of.ts';
import { groupLine as line } from '../../support/group-line.ts';

/** Each account as its entries' amounts, reconciliation's first letter and evidence. */
const explained = (...lines: GroupLine[]) =>
  accountsOf(lines).map(({ entries }) =>
    entries.map(
      ({ amount, reconciliation, evidence }) => `${amount} ${reconciliation[0]} ${evidence}`,
    ),
  );
const derivative = { table: 'DERIVATIVE' } as const;

describe('§5 which account a line is in, and why', () => {
  it('the first line of a key opens an account, and the next that begins where it ended continues it', () => {
    expect(
      explained(line(2, { change: '10', amount: '110' }), line(3, { change: '5', amount: '115' })),
    ).toEqual([['110 O OPENED', '115 C BALANCE']]);
  });

  it('footnotes decide before the balance does; amounts and footnote numbers in them do not count', () => {
    const noteOf = (trust: string, shares: string) =>
      `(1) ${shares} shares are held by the ${trust}.`;
    expect(
      explained(
        line(2, { nature: 'By Trust', notes: noteOf('elder trust', '40,100'), amount: '40100' }),
        line(2, { nature: 'By Trust', notes: noteOf('younger trust', '25,200'), amount: '25200' }),
        line(3, { nature: 'By Trust', notes: noteOf('younger trust', '40,100'), amount: '40100' }),
        line(4, { nature: 'By Trust', notes: noteOf('elder trust', '40,100'), amount: '40100' }),
      ),
    ).toEqual([
      ['40100 O OPENED', '40100 C NOTES_AND_BALANCE'],
      ['25200 O OPENED', '40100 B NOTES'],
    ]);
  });

  it('"Trust No. 1" and "Trust No. 2" are not the same footnote', () => {
    expect(
      explained(
        line(2, { nature: 'By Trust', notes: 'held by Trust No. 1', amount: '7' }),
        line(2, { nature: 'By Trust', notes: 'held by Trust No. 2', amount: '7' }),
        line(3, { nature: 'By Trust', notes: 'held by Trust No. 2', amount: '9' }),
      ),
    ).toEqual([['7 O OPENED'], ['7 O OPENED', '9 B NOTES']]);
  });

  it('where only the key is left, the account with the likest footnote is meant', () => {
    expect(
      explained(
        line(2, { nature: 'By Trust', notes: 'of record by the orchard trust', amount: '70' }),
        line(2, { nature: 'By Trust', notes: 'of record by the harbour trust', amount: '30' }),
        line(3, { nature: 'By Trust', notes: 'held by the harbour trust', amount: '35' }),
      ),
    ).toEqual([['70 O OPENED'], ['30 O OPENED', '35 B KEY']]);
  });

  it('an account left out goes on under another nature where that one begins with its balance', () => {
    expect(
      explained(
        line(2, { nature: 'By Trust', amount: '700' }),
        line(2, { nature: 'By Spouse', amount: '30' }),
        line(3, { nature: 'Family Trust', change: '-50', amount: '650' }),
        line(3, { nature: 'By Spouse', amount: '30' }),
        line(4, { nature: 'Family Trust', change: '-50', amount: '600' }),
        line(5, { nature: 'By Trust', change: '-50', amount: '550' }),
      ),
    ).toEqual([
      ['700 O OPENED', '650 C RENAMED', '600 C BALANCE', '550 C BALANCE'],
      ['30 O OPENED', '30 C BALANCE'],
    ]);
  });

  const notRenamed: readonly (readonly [string, GroupLine[]])[] = [
    [
      'two accounts left out have that balance',
      [
        line(2, { nature: 'By A', amount: '200' }),
        line(2, { nature: 'By B', amount: '200' }),
        line(3, { nature: 'By C', amount: '200' }),
      ],
    ],
    [
      'it is held directly',
      [line(2, { amount: '200' }), line(3, { nature: 'By C', amount: '200' })],
    ],
    [
      'it has other terms',
      [
        line(2, { nature: 'By A', amount: '200', conversionOrExercisePrice: '5' as Decimal }),
        line(3, { nature: 'By C', amount: '200', conversionOrExercisePrice: '6' as Decimal }),
      ],
    ],
    [
      'it is not left out',
      [
        line(2, { nature: 'By A', amount: '200' }),
        line(3, { nature: 'By A', amount: '200' }),
        line(3, { nature: 'By C', amount: '200' }),
      ],
    ],
    [
      'it holds nothing',
      [line(2, { nature: 'By A', amount: '0' }), line(3, { nature: 'By C', amount: '0' })],
    ],
  ];
  it.each(notRenamed)('but not where %s', (_, lines) => {
    expect(explained(...lines).at(-1)).toEqual([expect.stringMatching(/ O OPENED$/)]);
  });

  it('transactions of several accounts in one list are distinguished by the amounts that link', () => {
    expect(
      explained(
        line(2, { change: '-10', amount: '490' }),
        line(2, { change: '-10', amount: '90' }),
        line(2, { change: '-20', amount: '470' }),
        line(2, { change: '-20', amount: '70' }),
        line(3, { change: '-5', amount: '65' }),
        line(3, { change: '-5', amount: '465' }),
      ),
    ).toEqual([
      ['490 O OPENED', '470 C OPENED', '465 C BALANCE'],
      ['90 O OPENED', '70 C OPENED', '65 C BALANCE'],
    ]);
  });

  it('one amount that does not follow is a break, not another account', () => {
    expect(
      explained(
        line(2, { change: '-10', amount: '490' }),
        line(2, { change: '-10', amount: '450' }),
        line(2, { change: '-20', amount: '430' }),
      ),
    ).toEqual([['490 O OPENED', '450 B OPENED', '430 C OPENED']]);
  });

  it('three funds that trade on one day and link nowhere are three accounts', () => {
    const fund = (change: string, amount: string) =>
      line(2, { nature: 'See footnotes', notes: 'of all funds', change, amount });
    expect(explained(fund('5', '8400'), fund('9', '28200'), fund('1', '1020'))).toHaveLength(3);
  });

  it('a grant of Table II that begins from nothing is an account of its own; in Table I it is a break', () => {
    const grants = [
      line(2, { change: '500', amount: '500', ...derivative }),
      line(3, { change: '800', amount: '800', ...derivative }),
      line(4, { change: '-200', amount: '300', ...derivative }),
    ];
    expect(explained(...grants)).toEqual([['500 O OPENED', '300 C BALANCE'], ['800 O OPENED']]);
    const [first, second] = grants.map((each) => ({ ...each, table: 'NON_DERIVATIVE' }) as const);
    expect(explained(first as GroupLine, second as GroupLine)).toEqual([
      ['500 O OPENED', '800 B KEY'],
    ]);
  });

  it('§6 a line that replaces another is in its account, and the next goes on from what is in force', () => {
    const first = line(2, {
      change: '10',
      amount: '110',
      supersededAt: '2024-01-04T22:00:00.000Z' as Instant,
    });
    expect(
      explained(
        first,
        line(2, { change: '90', amount: '200' }),
        line(4, { change: '11', amount: '111', replaces: first.position }),
        line(5, { change: '1', amount: '201' }),
      ),
    ).toEqual([['110 O OPENED', '111 O REPLACEMENT', '200 C OPENED', '201 C BALANCE']]);
  });
});

describe('§5 running order: lines linked end to start', () => {
  it('finds the order of a list that runs in none of the usual ways', () => {
    expect(
      explained(
        line(2, { change: '30', amount: '130' }),
        line(2, { change: '38', amount: '159' }),
        line(2, { change: '-9', amount: '121' }),
        line(2, { change: '-11', amount: '148' }),
      ),
    ).toEqual([['130 O OPENED', '121 C OPENED', '159 C OPENED', '148 C OPENED']]);
  });

  it('gives every line once, each trail linked, and as few trails as a search of all ways finds', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const lines = steps.map(([from, to]) =>
          line(2, { change: String(to - from), amount: String(to) }),
        );
        const trails = linkTrails(lines) ?? [];
        const places = (given: readonly GroupLine[]) =>
          new Set(given.map(({ position }) => position));
        expect(trails.flat()).toHaveLength(lines.length);
        expect(places(trails.flat())).toEqual(places(lines));
        for (const trail of trails) {
          for (const [index, { amount }] of trail.slice(0, -1).entries()) {
            const next = trail[index + 1];
            expect(Number(next?.amount) - Number(next?.change)).toBe(Number(amount));
          }
        }
        expect(trails).toHaveLength(fewestTrails(steps));
      }),
    );
  });

  it('cannot be asked of lines that say no amount', () => {
    expect(linkTrails([line(2, { change: '1' }), line(2, { amount: '1' as Decimal })])).toBeNull();
  });
});

/**
 * By trying every order: one trail more wherever a step does not begin where the one before it
 * ends.
 */
function fewestTrails(steps: readonly (readonly [number, number])[], at?: number): number {
  const counts = steps.map(([from, to], index) => {
    const others = steps.filter((_, other) => other !== index);
    return (from === at ? 0 : 1) + fewestTrails(others, to);
  });
  return counts.length === 0 ? 0 : Math.min(...counts);
}
