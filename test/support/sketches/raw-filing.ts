import fc from 'fast-check';
import type { RawAmendment } from './amend-sketch.ts';
import { ACCOUNTS, type Account, type FilingSketch, type RoleSketch } from './sketch.ts';

export interface RawLine {
  readonly account: Account;
  readonly isTransaction: boolean;
  readonly does: 'buy' | 'sell' | 'close';
  readonly change: number;
  readonly daysBefore: number;
  readonly isWrong: boolean;
  readonly odd: 'future' | 'ancient' | null;
}
export interface RawFiling {
  readonly gap: number;
  readonly form: '3' | '4' | '5';
  readonly issuer: number;
  readonly owners: readonly number[];
  readonly role: RoleSketch;
  readonly isExit: boolean;
  readonly periodBefore: number;
  readonly listing: 'run' | 'reversed' | 'dated' | 'final';
  readonly rendition: FilingSketch['rendition'];
  readonly lines: readonly RawLine[];
  readonly moves: RawMove | null;
  /** A Form 3 says that nothing is owned, which is so, or is not. */
  readonly nothing: 'truly' | 'wrongly' | null;
  /** It states two grants together, where both are known. */
  readonly isPooling: boolean;
  /** Its issuer’s shares get their other title, from then on or in this filing alone. */
  readonly retitles: 'for good' | 'once' | null;
  /** Which earlier line it tells once more, by its place among those that it can. */
  readonly again: number | null;
  /** The shares of its issuer are split before it: so many new ones for so many old ones. */
  readonly split: readonly [number, number] | null;
  readonly amends: RawAmendment | null;
}
/** What goes from one account to another before the lines, without a line of its own. */
export interface RawMove {
  /** Which of the accounts known gives, and which of the others gets. */
  readonly from: number;
  readonly to: number;
  /** All of it, and the account is left out; or so many. */
  readonly part: number | 'all';
}

const mostly = <T>(common: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(common) }, fc.constantFrom(...others));

/** One in so many times something, else nothing. */
const sometimes = <T>(times: number, something: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof(
    { weight: times - 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: something },
  );

const line: fc.Arbitrary<RawLine> = fc.record({
  account: mostly('direct' as Account, ...ACCOUNTS, 'elder', 'younger', 'elder', 'younger'),
  isTransaction: mostly(true, false),
  does: mostly('buy' as const, 'sell', 'close'),
  change: fc.integer({ min: 1, max: 500 }),
  daysBefore: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 60 })),
  isWrong: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  odd: fc.oneof(
    { weight: 30, arbitrary: fc.constant(null) },
    fc.constantFrom('future' as const, 'ancient' as const),
  ),
});

/** What is drawn of one filing, before the balances so far make lines of it. */
export const rawFiling: fc.Arbitrary<RawFiling> = fc.record({
  gap: fc.integer({ min: 0, max: 20 }),
  form: mostly('4' as const, '3', '5'),
  issuer: mostly(0, 1),
  owners: mostly([0], [1], [2], [0, 1], [1, 0], [1, 2]),
  role: fc.constantFrom('director', 'officer', 'chief', 'owner'),
  isExit: fc.oneof({ weight: 12, arbitrary: fc.constant(false) }, fc.constant(true)),
  periodBefore: fc.integer({ min: 0, max: 40 }),
  listing: fc.constantFrom('run', 'run', 'reversed', 'dated', 'final'),
  rendition: fc.oneof(
    { weight: 4, arbitrary: fc.constant('xml' as const) },
    fc.constantFrom('tabbed' as const, 'markdown', 'pipes'),
  ),
  lines: fc.array(line, { minLength: 1, maxLength: 4, size: 'max' }),
  moves: sometimes(
    3,
    fc.record({
      from: fc.nat({ max: 2 }),
      to: fc.nat({ max: 1 }),
      part: mostly<'all' | number>('all', 100, 250),
    }),
  ),
  nothing: sometimes(2, fc.constantFrom('truly' as const, 'wrongly')),
  isPooling: fc.boolean(),
  retitles: sometimes(5, fc.constantFrom('for good' as const, 'for good', 'once')),
  again: sometimes(6, fc.nat({ max: 7 })),
  split: sometimes(12, fc.constantFrom([2, 1] as const, [3, 1] as const, [1, 2] as const)),
  amends: sometimes(
    4,
    fc.record({
      which: fc.nat({ max: 7 }),
      way: fc.constantFrom(
        'price',
        'shares',
        'date',
        'code',
        'add',
        'drop',
        'all',
        'note',
        'repeat',
      ),
      pointing: mostly('both' as const, 'date', 'period', 'nothing'),
      place: fc.nat({ max: 3 }),
      change: fc.integer({ min: 1, max: 500 }),
      isBySome: mostly(false, true),
    }),
  ),
});
