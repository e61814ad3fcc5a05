import { describe, expect, it } from 'vitest';
import type { GroupLine } from '../../../src/rules/accounts/group-line.ts';
import type { CalendarDate, Decimal, Instant } from '../../../src/values/index.ts';
import { accountsOf } from '../../support/accounts-of.ts';
import { groupLine } from '../../support/group-line.ts';

const explained = (...lines: readonly GroupLine[]) =>
  accountsOf(lines).map(({ entries }) =>
    entries.map(({ amount, reconciliation, evidence, isClosing }) =>
      isClosing ? 'closed' : `${amount} ${reconciliation[0]} ${evidence}`,
    ),
  );

type Cells = Parameters<typeof groupLine>[1];
const derivative = (known: number, cells: Cells, terms: Cells) =>
  groupLine(known, { table: 'DERIVATIVE', underlyingTitle: 'Common Stock', ...cells, ...terms });
const FIVE: Cells = {
  conversionOrExercisePrice: '5' as Decimal,
  expiresOn: '2030-03-01' as CalendarDate,
};
const SIX: Cells = {
  conversionOrExercisePrice: '6' as Decimal,
  expiresOn: '2031-03-01' as CalendarDate,
};
const SEVEN: Cells = {
  conversionOrExercisePrice: '7' as Decimal,
  expiresOn: '2032-03-01' as CalendarDate,
};
const got = (known: number, change: string, amount: string, terms: Cells) =>
  derivative(known, { change, amount }, terms);
const held = (known: number, amount: string, terms: Cells) => derivative(known, { amount }, terms);

const counted: [string, readonly GroupLine[], string[][]][] = [
  [
    'a grant that begins where the one listed before it ended',
    [got(2, '100', '100', FIVE), got(2, '50', '150', SIX)],
    [['100 O OPENED', 'closed'], ['150 C RENAMED']],
  ],
  [
    'one grant after the other',
    [got(2, '100', '100', FIVE), got(2, '50', '150', SIX), got(2, '7', '157', SEVEN)],
    [['100 O OPENED', 'closed'], ['150 C RENAMED', 'closed'], ['157 C RENAMED']],
  ],
  [
    'a grant after an exercise of another one',
    [got(2, '-30', '70', FIVE), got(2, '50', '120', SIX)],
    [['70 O OPENED', 'closed'], ['120 C RENAMED']],
  ],
  [
    'a grant after a line that states what is held',
    [held(2, '39', FIVE), got(2, '20', '59', FIVE)],
    [['39 O OPENED', 'closed'], ['59 C RENAMED']],
  ],
  [
    'a later grant that begins with the only one that is held',
    [got(2, '100', '100', FIVE), got(3, '50', '150', SIX)],
    [['100 O OPENED', 'closed'], ['150 C RENAMED']],
  ],
  [
    'an exercise that begins with all that were held apart',
    [got(2, '-30', '70', FIVE), got(2, '-40', '60', SIX), got(3, '-70', '60', SEVEN)],
    [['70 O OPENED', 'closed'], ['60 O OPENED', 'closed'], ['60 C RENAMED']],
  ],
  [
    'what trusts held apart and is reported as of all of them',
    [
      derivative(2, { amount: '53', nature: 'By GRAT I' }, FIVE),
      derivative(2, { amount: '80', nature: 'By GRAT II' }, FIVE),
      derivative(3, { change: '180', amount: '313', nature: 'Held by GRATs' }, FIVE),
    ],
    [['53 O OPENED', 'closed'], ['80 O OPENED', 'closed'], ['313 C RENAMED']],
  ],
];

const apart: [string, readonly GroupLine[]][] = [
  ['it begins from nothing', [got(2, '100', '100', FIVE), got(2, '50', '50', SIX)]],
  ['it is one unit off', [got(2, '100', '100', FIVE), got(2, '50', '151', SIX)]],
  [
    'equal grants are exercised one after the other',
    [got(2, '-50', '50', FIVE), got(2, '-50', '0', SIX)],
  ],
  ['one equal grant alone is exercised', [got(2, '-50', '50', FIVE), got(3, '-20', '30', SIX)]],
  [
    'the filing lists one of the grants',
    [
      got(2, '-30', '70', FIVE),
      got(2, '-40', '60', SIX),
      got(3, '-70', '60', SEVEN),
      got(3, '-1', '69', FIVE),
    ],
  ],
  [
    'a direct one is reported beside an indirect one',
    [
      got(2, '100', '100', FIVE),
      derivative(2, { change: '50', amount: '150', nature: 'By Trust' }, SIX),
    ],
  ],
  [
    'two lines begin so',
    [got(2, '100', '100', FIVE), got(2, '50', '150', SIX), got(2, '60', '160', SEVEN)],
  ],
  [
    'it is of Table I',
    [
      groupLine(2, { change: '100', amount: '100', nature: 'By Trust' }),
      groupLine(2, { change: '50', amount: '150', nature: 'By Spouse' }),
    ],
  ],
];

describe('§5 grants reported together', () => {
  it.each(counted)('count on: %s', (_, lines, expected) => {
    expect(explained(...lines)).toEqual(expected);
  });

  it.each(apart)('are grants apart where %s', (_, lines) => {
    expect(explained(...lines).flat()).not.toContain('closed');
  });

  it('are apart again where an amendment takes the line out of force that counted them', () => {
    const at = (day: number) => `2024-01-0${day}T22:00:00.000Z` as Instant;
    const wrong = { ...got(3, '50', '150', SIX), supersededAt: at(4) };
    const right = { ...got(4, '50', '50', SIX), replaces: wrong.position };
    const [first] = accountsOf([got(2, '100', '100', FIVE), wrong, right]);
    expect(first?.entries.map(({ amount, supersededAt }) => [amount, supersededAt])).toEqual([
      ['100', null],
      ['0', at(4)],
    ]);
  });
});
