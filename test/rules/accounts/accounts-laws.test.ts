import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignClasses } from '../../../src/rules/accounts/assign-accounts.ts';
import { classEntries, inForce } from '../../../src/rules/accounts/entries.ts';
import type { GroupLine } from '../../../src/rules/accounts/group-line.ts';
import { balancePoints } from '../../../src/rules/accounts/restated-points.ts';
import type { Instant } from '../../../src/values/index.ts';
import { at, byClass, familyLines } from '../../support/family-lines.ts';

const groups = familyLines(() => false);

/**
 * Every entry with its points, by its line's position, without what later knowledge may renumber.
 */
function picture(lines: readonly GroupLine[], until: Instant) {
  const all = assignClasses(byClass(lines)).flatMap((one) =>
    classEntries(one).accounts.map((account) => ({ of: one.securityClass, ...account })),
  );
  const accounts = all.map(({ of, key, entries }) => ({
    of,
    key,
    entries: entries.flatMap((entry, index) => {
      if (entry.knownAt > until) return [];
      const { accountingOrder: _, place: __, supersededAt, ...rest } = entry;
      const points = balancePoints(entry, entries.slice(0, index))
        .filter(({ knownAt, knownTo }) => knownAt <= until && (knownTo === null || knownTo > until))
        .map(({ from, amount, derived }) => ({ from, amount, derived }));
      const isGone = supersededAt !== null && supersededAt <= until;
      return [{ ...rest, isGone, points }];
    }),
  }));
  return accounts.filter(({ entries }) => entries.length > 0);
}

describe('§5, §6 accounts are a function of the lines known', () => {
  it('what became known after K changes nothing that was said at K', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 8 }), (lines, known) => {
        const until = at(known);
        const knownThen = lines
          .filter(({ filing }) => filing.knownAt <= until)
          .map((line) => ({
            ...line,
            supersededAt: inForce({ knownAt: line.filing.knownAt, ...line }, until)
              ? null
              : line.supersededAt,
          }));
        expect(picture(lines, until)).toEqual(picture(knownThen, until));
      }),
      { numRuns: 2_000 },
    );
  });

  it('the order in which lines are given does not matter', () => {
    fc.assert(
      fc.property(
        groups.chain((lines) =>
          fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
        ),
        ([lines, shuffled]) => {
          expect(picture(shuffled, at(9))).toEqual(picture(lines, at(9)));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('every line is in one account, once, but where nothing says its balance', () => {
    fc.assert(
      fc.property(groups, (lines) => {
        const slots = assignClasses(byClass(lines)).flatMap(({ accounts }) =>
          accounts.flatMap((account) => account.slots),
        );
        const positions = slots.flatMap(({ versions }) =>
          versions.flatMap(({ line, isClosing }) => (isClosing ? [] : [line.position])),
        );
        expect(positions).toHaveLength(lines.length);
        expect(new Set(positions)).toEqual(new Set(lines.map(({ position }) => position)));
      }),
    );
  });
});
