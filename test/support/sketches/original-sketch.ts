import type { CalendarDate } from '../../../src/values/index.ts';
import type { RawFiling, RawLine, RawMove } from './raw-filing.ts';
import {
  type Account,
  date,
  type FilingSketch,
  isGrant,
  type LineSketch,
  SHARES,
  type Title,
} from './sketch.ts';

/**
 * What each account holds before anything is sketch: far apart, so that none is taken for another.
 */
const BASES: Record<Account, number> = {
  direct: 10_000,
  trust: 1_000_000,
  spouse: 100_000_000,
  option: 10_000_000_000,
  elder: 3_000_000,
  younger: 700_000,
  pooled: 0,
};

interface Move {
  readonly from: Account;
  readonly to: Account;
  readonly part: number | 'all';
}

/** The balances of the accounts of one filing's owners, which they are taken to have in common. */
class Balances {
  readonly #all: Map<string, number>;
  readonly #of: Pick<RawFiling, 'issuer' | 'owners'>;

  constructor(all: Map<string, number>, of: Pick<RawFiling, 'issuer' | 'owners'>) {
    this.#all = all;
    this.#of = of;
  }

  /** What the first owner's account holds by what was filed; none where nothing was. */
  known(account: Account): number | undefined {
    return this.#all.get(this.#key(account, this.#of.owners[0] ?? 0));
  }

  isKnownOfAny(account: Account): boolean {
    return this.#of.owners.some((owner) => this.#all.has(this.#key(account, owner)));
  }

  of(account: Account): number {
    const known = this.known(account);
    if (known !== undefined) return known;
    if (account === 'pooled') return this.of('elder') + this.of('younger');
    return BASES[account] * (1 + (this.#of.owners[0] ?? 0));
  }

  settle(account: Account, after: number): void {
    for (const owner of this.#of.owners) this.#all.set(this.#key(account, owner), after);
  }

  #key(account: Account, owner: number): string {
    return `${this.#of.issuer} ${owner} ${account}`;
  }
}

/** A filing that is no amendment, of the balances so far, which it settles. */
export function original(
  raw: RawFiling,
  day: number,
  { all, title }: { readonly all: Map<string, number>; readonly title: Title },
): Pick<FilingSketch, 'form' | 'issuer' | 'owners' | 'period' | 'originalOn' | 'lines'> {
  const { form, issuer, owners } = raw;
  const balances = new Balances(all, raw);
  const about = { form, issuer, owners, period: date(day - raw.periodBefore), originalOn: null };
  if (isOfNothing(raw, balances)) {
    if (raw.nothing === 'truly')
      for (const account of ['option', ...SHARES] as const) balances.settle(account, 0);
    return { ...about, lines: [] };
  }
  const lines = linesOf(poolingLines(raw, balances), day, balances).map((l) =>
    SHARES.some((account) => account === l.account) ? { ...l, title } : l,
  );
  const total = (l: LineSketch): LineSketch =>
    isGrant(l.account) ? l : { ...l, after: balances.of(l.account) };
  return {
    ...about,
    lines:
      raw.listing === 'final'
        ? lines.map(total)
        : raw.listing === 'reversed'
          ? [...lines].reverse()
          : lines,
  };
}

function linesOf(raw: RawFiling, day: number, balances: Balances): LineSketch[] {
  const own = movedLines(raw, balances).filter((one) => isReported(one, raw, balances));
  const moves = own.filter((one) => isMove(one, raw));
  const daysBefore = (one: RawLine) => (one.odd === null ? one.daysBefore : raw.periodBefore);
  const inOrder = [...moves];
  if (raw.listing === 'dated') inOrder.sort((a, b) => daysBefore(b) - daysBefore(a));
  const lines = new Map<RawLine, LineSketch>();
  for (const [index, one] of inOrder.entries()) {
    const { account } = one;
    // An amount that does not follow begins a filing: within one it might tell accounts apart (§5).
    const isFirst = inOrder.findIndex((other) => other.account === account) === index;
    const change = changeOf(one, balances.of(account));
    const noise = one.isWrong && isFirst && !isGrant(account) ? 1_000 + index : 0;
    const after = balances.of(account) + change + noise;
    balances.settle(account, after);
    const on = one.odd === null ? date(day - one.daysBefore) : ODD[one.odd];
    const code = (change < 0 ? 'SFDG' : 'PAMJ').charAt(own.indexOf(one));
    lines.set(one, {
      ...SKETCHED,
      account,
      isTransaction: true,
      on,
      code,
      change,
      after,
      price: 20 + index,
    });
  }
  const held = new Set<Account>();
  for (const one of own.filter((l) => !isMove(l, raw))) {
    const { account } = one;
    const isTraded = moves.some((other) => other.account === account);
    // Lines in an odd order may run in two ways, and a holding line repeats the end of but one.
    const isOdd = isTraded && (raw.listing === 'reversed' || raw.listing === 'dated');
    if (held.has(account) || isOdd) continue;
    held.add(account);
    const isOff = one.isWrong && !isTraded && !isGrant(account);
    const after = balances.of(account) + (isOff ? one.change : 0);
    balances.settle(account, after);
    lines.set(one, { ...SKETCHED, account, after });
  }
  return own.flatMap((one) => lines.get(one) ?? []);
}

/** A holding line, for the others to say what they say more. */
const SKETCHED = {
  title: 'Common Stock',
  isTransaction: false,
  on: null,
  code: '',
  change: null,
  price: null,
  again: null,
} as const;

/** Grants that were closed may come back as others (§5): no statement of nothing is of any. */
function isOfNothing({ form, nothing }: RawFiling, balances: Balances): boolean {
  const isMet = GRANTS.some((account) => balances.isKnownOfAny(account));
  return form === '3' && nothing !== null && !isMet;
}

const GRANTS = ['elder', 'younger', 'pooled'] as const;

function isMove({ isTransaction }: RawLine, { form }: RawFiling): boolean {
  return isTransaction && form !== '3';
}

/**
 * Grants are reported by one owner alone, and first by a transaction: what else begins a grant, or
 * is of another one, the balances tell (§5). They are stated together from some filing on that
 * states none of them apart, and never apart again.
 */
function isReported(one: RawLine, raw: RawFiling, balances: Balances): boolean {
  if (!isGrant(one.account)) return true;
  const isKnown = (account: Account) => balances.known(account) !== undefined;
  const isMet = isKnown(one.account);
  const isApart = raw.lines.some(({ account }) => account === 'elder' || account === 'younger');
  const canPool = isMet || (isKnown('elder') && isKnown('younger') && !isApart);
  if (one.account === 'pooled' ? !canPool : isKnown('pooled')) return false;
  return raw.owners.length === 1 && raw.form !== '3' && (one.isTransaction || isMet);
}

function changeOf({ does, change, account }: RawLine, before: number): number {
  // Grants go up and never down to nothing, so that their lines run in one way.
  if (isGrant(account)) return change;
  if (does === 'close' && before > 0 && account !== 'option') return -before;
  return does === 'sell' && before >= change ? -change : change;
}

/** A filing with a line of both grants together in place of its first, where it is to have one. */
function poolingLines(raw: RawFiling, balances: Balances): RawFiling {
  const isMet = balances.known('elder') !== undefined && balances.known('younger') !== undefined;
  if (!(raw.isPooling && isMet)) return raw;
  const others = raw.lines.slice(1).filter(({ account }) => !isGrant(account));
  return { ...raw, lines: [{ ...HELD, account: 'pooled', isTransaction: true }, ...others] };
}

/** The lines of a filing after what moves before them, without a line of its own. */
function movedLines(raw: RawFiling, balances: Balances): readonly RawLine[] {
  const met = SHARES.filter((account) => (balances.known(account) ?? 0) > 0);
  const isMoving = raw.owners.length === 1 && raw.form !== '3' && raw.again === null;
  const move = isMoving ? moveBetween(met, raw.moves) : null;
  if (move !== null) {
    const held = balances.of(move.from);
    const amount = move.part === 'all' ? held : Math.min(move.part, held);
    const gained = balances.of(move.to) + amount;
    balances.settle(move.from, held - amount);
    balances.settle(move.to, gained);
  }
  return linesAfter(raw, move);
}

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

const ODD = {
  future: '2035-01-10' as CalendarDate,
  ancient: '0022-03-01' as CalendarDate,
};
