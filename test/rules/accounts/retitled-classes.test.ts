import { describe, expect, it } from 'vitest';
import type { GroupLine } from '../../../src/rules/accounts/group-line.ts';
import { canRetitle } from '../../../src/rules/accounts/title-kinds.ts';
import type { Instant } from '../../../src/values/index.ts';
import { accountsByClass } from '../../support/accounts-of.ts';
import { groupLine as line } from '../../support/group-line.ts';

/**
 * Each account of each class as its entries' amounts, reconciliation's first letter, evidence and
 * the word of a closing.
 */
function explained(classes: Readonly<Record<string, readonly GroupLine[]>>) {
  return Object.fromEntries(
    Object.entries(accountsByClass(classes)).map(([securityClass, accounts]) => [
      securityClass,
      accounts.map(({ entries }) =>
        entries.map(({ amount, reconciliation, evidence, isClosing }) =>
          isClosing ? `closed ${amount}` : `${amount} ${reconciliation[0]} ${evidence}`,
        ),
      ),
    ]),
  );
}
const OLD = 'COMMON STOCK';
const NEW = 'COMMON SHARE';
const bought = (known: number, change: string, amount: string, more = {}) =>
  line(known, { change, amount, ...more });

describe('§5 a class under another title', () => {
  it('goes on where it begins exactly where the old title ended, which is then closed', () => {
    expect(
      explained({ [OLD]: [bought(2, '500', '1500')], [NEW]: [bought(3, '-500', '1000')] }),
    ).toEqual({ [OLD]: [['1500 O OPENED', 'closed 0']], [NEW]: [['1000 C RENAMED']] });
  });

  it('account by account, each of its own nature; one left out stays', () => {
    const trust = { nature: 'By Trust' };
    const spouse = { nature: 'By Spouse' };
    expect(
      explained({
        [OLD]: [
          bought(2, '5', '100'),
          line(2, { amount: '70', ...trust }),
          line(2, { amount: '70', ...spouse }),
        ],
        [NEW]: [bought(3, '5', '105'), line(3, { amount: '70', ...trust })],
      }),
    ).toEqual({
      [OLD]: [['100 O OPENED', 'closed 0'], ['70 O OPENED', 'closed 0'], ['70 O OPENED']],
      [NEW]: [['105 C RENAMED'], ['70 C RENAMED']],
    });
  });

  it('the account left out follows when the new title lists it, for the old one was not met since', () => {
    const spouse = { nature: 'By Spouse' };
    expect(
      explained({
        [OLD]: [bought(2, '5', '100'), line(2, { amount: '70', ...spouse })],
        [NEW]: [bought(3, '5', '105'), line(4, { amount: '70', ...spouse })],
      }),
    ).toEqual({
      [OLD]: [
        ['100 O OPENED', 'closed 0'],
        ['70 O OPENED', 'closed 0'],
      ],
      [NEW]: [['105 C RENAMED'], ['70 C RENAMED']],
    });
  });

  it('after an amendment of its last line too, which lists the old title once more', () => {
    const wrong = { ...bought(2, '5', '100'), supersededAt: '2024-01-03T22:00:00.000Z' as Instant };
    const corrected = { ...bought(3, '5', '100'), replaces: wrong.position };
    expect(explained({ [OLD]: [wrong, corrected], [NEW]: [bought(4, '5', '105')] })).toEqual({
      [OLD]: [['100 O OPENED', '100 O REPLACEMENT', 'closed 0']],
      [NEW]: [['105 C RENAMED']],
    });
  });

  it('where the old title comes back and goes on from the new one, that is closed in its turn', () => {
    expect(
      explained({
        [OLD]: [bought(2, '5', '100'), bought(4, '5', '110')],
        [NEW]: [bought(3, '5', '105'), bought(5, '5', '115')],
      }),
    ).toEqual({
      [OLD]: [['100 O OPENED', 'closed 0', '110 C RENAMED', 'closed 0']],
      [NEW]: [['105 C RENAMED', 'closed 0', '115 C RENAMED']],
    });
  });

  it('where it comes back with what it held, it goes by its own evidence, and the new one stands', () => {
    expect(
      explained({
        [OLD]: [bought(2, '5', '100'), bought(4, '7', '107')],
        [NEW]: [bought(3, '5', '105')],
      }),
    ).toEqual({
      [OLD]: [['100 O OPENED', 'closed 0', '107 C KEY']],
      [NEW]: [['105 C RENAMED']],
    });
  });

  const kept: readonly (readonly [string, Readonly<Record<string, readonly GroupLine[]>>])[] = [
    ['it begins elsewhere', { [OLD]: [bought(2, '5', '100')], [NEW]: [bought(3, '5', '106')] }],
    ['it begins from nothing', { [OLD]: [bought(2, '-5', '0')], [NEW]: [bought(3, '5', '5')] }],
    [
      'the natures differ',
      {
        [OLD]: [line(2, { amount: '100', nature: 'By Trust' })],
        [NEW]: [line(3, { amount: '100', nature: 'By Spouse' })],
      },
    ],
    [
      'one filing lists both titles',
      {
        [OLD]: [line(2, { amount: '100' }), line(3, { amount: '100' })],
        [NEW]: [line(3, { amount: '100' })],
      },
    ],
    [
      'an earlier filing listed both titles',
      {
        [OLD]: [line(2, { amount: '100' })],
        [NEW]: [line(2, { amount: '7', nature: 'By Trust' }), line(3, { amount: '100' })],
      },
    ],
    [
      'the old title was listed after the account was',
      {
        [OLD]: [line(2, { amount: '100' }), line(3, { amount: '7', nature: 'By Trust' })],
        [NEW]: [line(4, { amount: '100' })],
      },
    ],
    [
      'a conversion says so',
      { [OLD]: [bought(2, '5', '100')], [NEW]: [bought(3, '5', '105', { code: 'C' })] },
    ],
    [
      'two classes ended there',
      {
        [OLD]: [bought(2, '5', '100')],
        'ORDINARY SHARE': [bought(3, '5', '100')],
        [NEW]: [bought(4, '5', '105')],
      },
    ],
  ];
  it.each(kept)('is another class where %s', (_, classes) => {
    const accounts = Object.values(explained(classes)).flat(2);
    expect(accounts.filter((text) => /closed|RENAMED/.test(text))).toEqual([]);
  });

  it('an amendment that takes the line out of force opens the old account again, and one in its place does not', () => {
    const at = (day: number) => `2024-01-0${day}T22:00:00.000Z` as Instant;
    const wrong = { ...bought(3, '-500', '1000'), supersededAt: at(4) };
    const closings = (lines: readonly GroupLine[]) =>
      accountsByClass({ [OLD]: [bought(2, '500', '1500')], [NEW]: lines })
        [OLD]?.flatMap(({ entries }) => entries)
        .filter(({ isClosing }) => isClosing)
        .map(({ knownAt, supersededAt, change }) => [knownAt, supersededAt, change]);
    expect(closings([wrong])).toEqual([[at(3), at(4), '-1500']]);
    const corrected = { ...bought(4, '-500', '1000'), replaces: wrong.position };
    expect(closings([wrong, corrected])).toEqual([
      [at(3), at(4), '-1500'],
      [at(4), null, '-1500'],
    ]);
  });

  it.each([
    ['COMMON STOCK', 'CLASS A COMMON STOCK', true],
    ['CLASS A COMMON STOCK', 'CLASS B COMMON STOCK', false],
    ['COMMON STOCK', 'ORDINARY SHARE', true],
    ['RESTRICTED STOCK UNIT', 'COMMON STOCK', false],
    ['RESTRICTED STOCK', 'COMMON STOCK', false],
    ['RESTRICTED STOCK UNIT', 'RSU', true],
    ['COMMON UNIT', 'COMMON STOCK', false],
    ['SERIES A PREFERRED STOCK', 'COMMON STOCK', false],
    ['SERIES A PREFERRED STOCK', 'PREFERRED STOCK', true],
    ['AMERICAN DEPOSITARY SHARE', 'ORDINARY SHARE', false],
    ['NON VOTING COMMON STOCK', 'COMMON STOCK', false],
    ['WARRANT', 'COMMON STOCK', false],
  ])('%s and %s can be one class: %s', (one, other, expected) => {
    expect(canRetitle(one, other)).toBe(expected);
    expect(canRetitle(other, one)).toBe(expected);
  });
});
