/** A balance that a step shows. */
interface Stepped {
  readonly from: string;
  readonly amount: string;
  readonly derived: boolean;
}

/** A level of a drawing in steps: an amount over a stretch of days. */
export interface Step<Balance extends Stepped> {
  readonly balance: Balance;
  /** The day on which it ends: that of the next, or the last that is drawn. */
  readonly to: string;
}

/**
 * The levels that balances make, in order of date, up to a day; what begins after it is left out.
 */
export function stepsOf<Balance extends Stepped>(
  balances: readonly Balance[],
  until: string,
): Step<Balance>[] {
  return balances
    .filter(({ from }) => from <= until)
    .map((balance, index) => {
      const next = balances[index + 1]?.from;
      return { balance, to: next === undefined || next > until ? until : next };
    });
}

/** The last day on which an account is drawn: a derivative ends on its expiration date. */
export function lastDay(end: string, expiresOn: string | null): string {
  return expiresOn !== null && expiresOn < end ? expiresOn : end;
}
