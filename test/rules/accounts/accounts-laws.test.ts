import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignClasses } from '../../../src/rules/accounts/assign-accounts.ts';
import { accountEntries, inForce } from '../../../src/rules/accounts/entries.ts';
import type { GroupLine } from '../../../src/rules/accounts/group-line.ts';
import { balancePoints } from '../../../src/rules/accounts/restated-points.ts';
import type { Instant } from '../../../src/values/index.ts';
import { groupLine } from '../../support/group-line.ts';

/** Amounts so small that much fits by chance: the laws have to hold for that too. */
const cells = fc.record({
  known: fc.integer({ min: 1, max: 8 }),
  on: fc.integer({ min: 1, max: 8 }),
  nature: fc.constantFrom(undefined, 'By Trust', 'By Spouse'),
  notes: fc.constantFrom('', 'elder trust', 'younger trust'),
  change: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
  amount: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
  table: fc.constantFrom('NON_DERIVATIVE' as const, 'DERIVATIVE' as const),
  title: fc.constantFrom('COMMON STOCK', 'COMMON STOCK', 'COMMON SHARE'),
  replaces: fc.option(fc.nat({ max: 11 }), { nil: undefined }),
});

const dayOf = (day: number) => `2024-01-0${day}`;
const at = (known: number) => `${dayOf(known)}T22:00:00.000Z` as Instant;

/** The class of every line, by its position. */
const titles = new Map<bigint, string>();

/**
 * Lines of the classes of one owner; some replace an earlier known one, once each, as amendments
 * link them.
 */
const groups = fc.array(cells, { minLength: 1, maxLength: 12 }).map((all) => {
  const [first] = all;
  const lines = all.map(({ known, on, change, amount, nature, notes, title }) => {
    const made = groupLine(known, {
      on: dayOf(on),
      notes,
      table: first?.table ?? 'NON_DERIVATIVE',
      ...(nature === undefined ? {} : { nature }),
      ...(change === undefined ? {} : { change: String(change) }),
      ...(amount === undefined ? {} : { amount: String(amount) }),
    });
    titles.set(made.position, title);
    return made;
  });
  const replaced = new Map<number, number>();
  for (const [index, { replaces, known }] of all.entries()) {
    const target = replaces === undefined ? undefined : all[replaces];
    if (target === undefined || replaces === undefined || target.known >= known) continue;
    if (!replaced.has(replaces) && ![...replaced.values()].includes(index)) {
      replaced.set(replaces, index);
    }
  }
  return lines.map((line, index): GroupLine => {
    const by = replaced.get(index);
    const [of] = [...replaced].find(([, each]) => each === index) ?? [];
    return {
      ...line,
      supersededAt: by === undefined ? null : (lines[by]?.filing.knownAt ?? null),
      replaces: of === undefined ? null : (lines[of]?.position ?? null),
    };
  });
});

function assign(lines: readonly GroupLine[]) {
  const classes = ['COMMON SHARE', 'COMMON STOCK'].map((securityClass) => ({
    securityClass,
    lines: lines.filter(({ position }) => titles.get(position) === securityClass),
  }));
  return assignClasses(classes).map((accounts, index) => ({ of: classes[index], accounts }));
}

/**
 * Every entry with its points, by its line's position, without what later knowledge may renumber.
 */
function picture(lines: readonly GroupLine[], until: Instant) {
  const all = assign(lines).flatMap(({ of, accounts }) =>
    accountEntries(accounts).map((account) => ({ of: of?.securityClass, ...account })),
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
        const slots = assign(lines).flatMap(({ accounts }) =>
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
