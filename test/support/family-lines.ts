import fc from 'fast-check';
import type { GroupLine } from '../../src/rules/accounts/group-line.ts';
import type { ClassLines } from '../../src/rules/index.ts';
import type { Instant } from '../../src/values/index.ts';
import { groupLine } from './group-line.ts';

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

type Cells = typeof cells extends fc.Arbitrary<infer T> ? T : never;

const dayOf = (day: number) => `2024-01-0${day}`;

/** The moment at which filings of that day became known. */
export const at = (known: number) => `${dayOf(known)}T22:00:00.000Z` as Instant;

/** The class of every line, by its position. */
const titles = new Map<bigint, string>();

/**
 * Lines of the classes of one owner; some replace an earlier known one, once each, as amendments
 * link them. Lines are effective on any day, or, where they are in time, on that on which they
 * became known.
 */
export const familyLines = (isInTime: (cells: Cells) => boolean) =>
  fc.array(cells, { minLength: 1, maxLength: 12 }).map((all) => {
    const [first] = all;
    const lines = all.map((own) => {
      const { known, on, change, amount, nature, notes, title } = own;
      const made = groupLine(known, {
        on: dayOf(isInTime(own) ? known : on),
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

/** Lines by their classes, in the order of these. */
export function byClass(lines: readonly GroupLine[]): ClassLines[] {
  return ['COMMON SHARE', 'COMMON STOCK'].map((securityClass) => ({
    securityClass,
    lines: lines.filter(({ position }) => titles.get(position) === securityClass),
  }));
}
