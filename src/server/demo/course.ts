import { type Day, inWords, weekdayIn } from './days.ts';
import type { Random } from './random.ts';

/** A split: so many new shares for so many old, and the day from which it is effective. */
export interface Split {
  readonly newShares: number;
  readonly oldShares: number;
  readonly on: Day;
}

/** Cents. A price above or below is brought back by a split. */
const HIGHEST = 20_000;
const LOWEST = 250;
/** A month in which the price falls to less than this many thousandths of itself. */
const DIP = 920;

/** The price of an issuer's shares, month by month, and its splits. */
export class Course {
  /** In cents. */
  price: number;
  /** Whether it has fallen, so that several insiders may buy. */
  isLow = false;
  /** That of this month, where there is one. */
  split: Split | null = null;
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
    this.price = random.between(500, 15_000);
  }

  /** Goes on to a month. */
  enter(month: number): void {
    const factor = this.#random.between(895, 1_118);
    this.price = Math.max(LOWEST / 2, Math.round((this.price * factor) / 1_000));
    this.isLow = factor < DIP;
    this.split = null;
    const kind = this.price > HIGHEST ? 'forward' : this.price < LOWEST ? 'reverse' : null;
    if (kind === null) return;
    const on = weekdayIn(month, 1);
    const many = kind === 'forward' ? this.#random.between(2, 3) : 10;
    const [newShares, oldShares] = kind === 'forward' ? [many, 1] : [1, many];
    this.split = { newShares, oldShares, on };
    this.price = Math.round((this.price * oldShares) / newShares);
  }
}

/** How a footnote states a split. */
export function splitNote({ newShares, oldShares, on }: Split): string {
  const kind = newShares > oldShares ? 'forward' : 'reverse';
  return (
    `All amounts are after giving effect to the issuer's ${newShares}-for-${oldShares} ${kind} ` +
    `stock split, which became effective on ${inWords(on)}.`
  );
}

/** So many shares after a split; a fraction is paid in cash. */
export function afterSplit(shares: number, { newShares, oldShares }: Split): number {
  return Math.floor((shares * newShares) / oldShares);
}
