import fc from 'fast-check';
import type { CalendarDate } from '../../../src/values/index.ts';
import { amend, type RawAmendment } from './amend-sketch.ts';
import {
  ACCOUNTS,
  type Account,
  date,
  type FilingSketch,
  type LineSketch,
  type RoleSketch,
} from './sketch.ts';

interface RawLine {
  readonly account: Account;
  readonly isTransaction: boolean;
  readonly does: 'buy' | 'sell' | 'close';
  readonly change: number;
  readonly daysBefore: number;
  readonly isWrong: boolean;
  readonly odd: 'future' | 'ancient' | null;
}
interface RawFiling {
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
  readonly amends: RawAmendment | null;
}
/** What goes from one account to another before the lines, without a line of its own. */
interface RawMove {
  /** Which of the accounts known gives, and which of the others gets. */
  readonly from: number;
  readonly to: number;
  /** All of it, and the account is left out; or so many. */
  readonly part: number | 'all';
}

interface Move {
  readonly from: Account;
  readonly to: Account;
  readonly part: number | 'all';
}

const mostly = <T>(common: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(common) }, fc.constantFrom(...others));

const line: fc.Arbitrary<RawLine> = fc.record({
  account: mostly('direct' as Account, ...ACCOUNTS),
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

const filing: fc.Arbitrary<RawFiling> = fc.record({
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
  moves: fc.option(
    fc.record({
      from: fc.nat({ max: 2 }),
      to: fc.nat({ max: 1 }),
      part: mostly<'all' | number>('all', 100, 250),
    }),
    { freq: 5 },
  ),
  amends: fc.option(
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
    { freq: 2 },
  ),
});

/**
 * Histories of up to eight filings of up to four lines, in the order in which they became known.
 */
export const histories: fc.Arbitrary<readonly FilingSketch[]> = fc
  .array(filing, { minLength: 2, maxLength: 8, size: 'max' })
  .map((raws) => {
    const balances = new Map<string, number>();
    const sketches: FilingSketch[] = [];
    let day = 60;
    for (const [index, raw] of raws.entries()) {
      const isTied = (one: FilingSketch) =>
        one.rendition !== 'xml' ||
        raw.rendition !== 'xml' ||
        raw.amends !== null ||
        one.isAmendment ||
        (one.form === raw.form && one.issuer === raw.issuer);
      // Where two tie, their accession numbers decide, which do not go up here.
      day +=
        raw.gap === 0 && sketches.some((one) => one.day === date(day) && isTied(one)) ? 1 : raw.gap;
      const context = { index: index + 1, number: String((index * 7 + 5) % 8).padStart(6, '0') };
      const amended =
        raw.amends && sketches.length > 0 ? amend(raw.amends, sketches, balances) : null;
      const { role, isExit, rendition } = raw;
      const shared = { ...context, role, isExit, rendition, day: date(day) };
      if (amended !== null) sketches.push({ ...amended, ...shared, isAmendment: true });
      else sketches.push({ ...original(raw, day, balances), ...shared, isAmendment: false });
    }
    return sketches;
  });

/**
 * What each account holds before anything is sketch: far apart, so that none is taken for another.
 */
const BASES: Record<Account, number> = {
  direct: 10_000,
  trust: 1_000_000,
  spouse: 100_000_000,
  option: 10_000_000_000,
};

/**
 * The lines of a filing after a move: those of an account that has gone are left out, the other
 * one’s stay.
 */
function linesAfter({ lines }: RawFiling, move: Move | null): readonly RawLine[] {
  if (move === null) return lines;
  const left = move.part === 'all' ? lines.filter(({ account }) => account !== move.from) : lines;
  if (left.some(({ account }) => account === move.to)) return left;
  return [...left, { ...HELD, account: move.to }];
}

function moveBetween(met: readonly Account[], raw: RawMove | null): Move | null {
  const from = met[(raw?.from ?? 0) % met.length];
  const others = met.filter((account) => account !== from);
  const to = others[(raw?.to ?? 0) % others.length];
  if (raw === null || from === undefined || to === undefined) return null;
  return { from, to, part: raw.part };
}

const HELD = {
  isTransaction: false,
  does: 'buy',
  change: 1,
  daysBefore: 1,
  isWrong: false,
  odd: null,
} as const;

function original(raw: RawFiling, day: number, balances: Map<string, number>) {
  const { form, issuer, owners } = raw;
  const keyOf = (account: Account, owner: number) => `${issuer} ${owner} ${account}`;
  const balanceOf = (account: Account) =>
    balances.get(keyOf(account, owners[0] ?? 0)) ?? BASES[account] * (1 + (owners[0] ?? 0));
  const settle = (account: Account, after: number) => {
    for (const owner of owners) balances.set(keyOf(account, owner), after);
  };
  const met = ACCOUNTS.filter(
    (account) => account !== 'option' && (balances.get(keyOf(account, owners[0] ?? 0)) ?? 0) > 0,
  );
  const move = owners.length === 1 && form !== '3' ? moveBetween(met, raw.moves) : null;
  const own = linesAfter(raw, move);
  if (move !== null) {
    const held = balanceOf(move.from);
    const amount = move.part === 'all' ? held : Math.min(move.part, held);
    const gained = balanceOf(move.to) + amount;
    settle(move.from, held - amount);
    settle(move.to, gained);
  }
  const isMove = (one: RawLine) => one.isTransaction && form !== '3';
  const moves = own.filter(isMove);
  const daysBefore = (one: RawLine) => (one.odd === null ? one.daysBefore : raw.periodBefore);
  const inOrder = [...moves];
  if (raw.listing === 'dated') inOrder.sort((a, b) => daysBefore(b) - daysBefore(a));
  const lines = new Map<RawLine, LineSketch>();
  for (const [index, one] of inOrder.entries()) {
    const before = balanceOf(one.account);
    // An amount that does not follow begins a filing: within one it might tell accounts apart (§5).
    const isFirst = inOrder.findIndex(({ account }) => account === one.account) === index;
    const change =
      one.does === 'close' && before > 0 && one.account !== 'option'
        ? -before
        : one.does === 'sell' && before >= one.change
          ? -one.change
          : one.change;
    const noise = one.isWrong && isFirst ? 1_000 + index : 0;
    const after = before + change + noise;
    settle(one.account, after);
    const on = one.odd === null ? date(day - one.daysBefore) : ODD[one.odd];
    const code = (change < 0 ? 'SFDG' : 'PAMJ').charAt(own.indexOf(one));
    const { account } = one;
    lines.set(one, { account, isTransaction: true, on, code, change, after, price: 20 + index });
  }
  const held = new Set<Account>();
  for (const one of own.filter((l) => !isMove(l))) {
    const isTraded = moves.some(({ account }) => account === one.account);
    // Lines in an odd order may run in two ways, and a holding line repeats the end of but one.
    const isOdd = isTraded && (raw.listing === 'reversed' || raw.listing === 'dated');
    if (held.has(one.account) || isOdd) continue;
    held.add(one.account);
    const after = balanceOf(one.account) + (one.isWrong && !isTraded ? one.change : 0);
    settle(one.account, after);
    const { account } = one;
    lines.set(one, {
      account,
      isTransaction: false,
      on: null,
      code: '',
      change: null,
      after,
      price: null,
    });
  }
  const listed = own.flatMap((one) => lines.get(one) ?? []);
  const total = (l: LineSketch): LineSketch => ({ ...l, after: balanceOf(l.account) });
  return {
    form,
    issuer,
    owners,
    period: date(day - raw.periodBefore),
    originalOn: null,
    lines:
      raw.listing === 'final'
        ? listed.map(total)
        : raw.listing === 'reversed'
          ? [...listed].reverse()
          : listed,
  };
}

const ODD = {
  future: '2035-01-10' as CalendarDate,
  ancient: '0022-03-01' as CalendarDate,
};
