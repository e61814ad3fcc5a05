import type { Casting } from './cast.ts';
import { type Day, inWords } from './days.ts';
import { COMMON, type DraftLine, type Held } from './draft.ts';
import type { Occasion } from './occasions.ts';
import type { Random } from './random.ts';

/** What an insider holds, and what a trade goes by. */
export interface Holder {
  readonly random: Random;
  readonly kind: Casting['kind'];
  readonly held: Held[];
  /** In cents. */
  readonly price: number;
  /** Since when sales are under a plan of Rule 10b5-1; null where they are not. */
  readonly planSince: Day | null;
}

/** The lines of a filing, and whether it ticks the box of Rule 10b5-1. */
export interface Reported {
  readonly lines: readonly DraftLine[];
  readonly isUnderPlan: boolean;
}

const UNITS = 'Restricted Stock Units';
const OPTION = 'Stock Option (Right to Buy)';
const YEAR = 365;

/** What each occasion changes in what is held; null where there is nothing to change. */
const TRADES: Readonly<Record<Occasion, (holder: Holder, on: Day) => Reported | null>> = {
  grant: ({ random, kind, held, price }, on) => {
    if (kind === 'director') {
      return all([
        traded(direct(held), { on, code: 'A', change: random.between(8, 60) * 100, price: 0 }),
      ]);
    }
    const units = { title: UNITS, nature: null, terms: noTerms(), shares: 0 };
    const expiresOn = on + 10 * YEAR;
    const option = {
      title: OPTION,
      nature: null,
      terms: { price, exercisableOn: on + YEAR, expiresOn },
      shares: 0,
    };
    const granted = random.chance(500) ? [units, option] : [units];
    held.push(...granted);
    const note = [
      'title',
      `Units vest in equal parts on the three anniversaries of ${inWords(on)}.`,
    ] as const;
    return all(
      granted.map((grant) => {
        const change = random.between(9, 90) * 100;
        const line = traded(grant, { on, code: 'A', change, price: 0 });
        return grant === units ? { ...line, notes: [note] } : line;
      }),
    );
  },
  vesting: ({ held, price }, on) => {
    const grants = held.filter(({ title, shares }) => title === UNITS && shares > 0);
    const [grant] = grants;
    if (grant === undefined) return null;
    const change = Math.max(1, Math.ceil(grant.shares / 3));
    const own = direct(held);
    const lines = [
      traded(own, { on, code: 'M', change, price: 0 }),
      traded(own, { on, code: 'F', change: -Math.floor(change * 0.37), price }),
      traded(grant, { on, code: 'M', change: -change, price: 0 }),
    ];
    return all(lines.filter(({ trade }) => trade?.change !== 0));
  },
  exercise: ({ random, held, price, planSince }, on) => {
    const grant = held.find(
      ({ title, shares, terms }) =>
        title === OPTION &&
        shares > 0 &&
        (terms?.price ?? price) < price &&
        (terms?.exercisableOn ?? on) <= on &&
        (terms?.expiresOn ?? on) > on,
    );
    if (grant === undefined) return null;
    const change = random.chance(400) ? grant.shares : Math.ceil(grant.shares / 2);
    const own = direct(held);
    const exercised = traded(own, { on, code: 'M', change, price: grant.terms?.price ?? 0 });
    const sales = inLots(own, { on, code: 'S', change: -change, price });
    const derivative = traded(grant, { on, code: 'M', change: -change, price: 0 });
    return underPlan([exercised, ...sales, derivative], planSince, on);
  },
  purchase: ({ random, kind, held, price }, on) => {
    const account = kind === 'fund' ? random.pick(held) : direct(held);
    const change = kind === 'fund' ? random.between(5, 120) * 1_000 : random.between(2, 90) * 100;
    return all(inLots(account, { on, code: 'P', change, price }));
  },
  sale: ({ random, held, price, planSince }, on) => {
    const account = held.find(({ terms, shares }) => terms === null && shares > 200);
    if (account === undefined) return null;
    const change = -Math.ceil((account.shares * random.between(20, 350)) / 1_000);
    return underPlan(inLots(account, { on, code: 'S', change, price }), planSince, on);
  },
  gift: ({ random, held }, on) => {
    const own = direct(held);
    if (own.shares < 500) return null;
    const change = Math.floor((own.shares * random.between(20, 200)) / 1_000);
    const trust = held.find(({ nature }) => nature === 'By Family Trust');
    const given = traded(own, { on, code: 'G', change: -change, price: 0 });
    if (trust === undefined) return all([given]);
    return all([given, traded(trust, { on, code: 'G', change, price: 0 })]);
  },
};

/** Trades on an occasion: changes what is held, and gives the lines that say so. */
export function trade(occasion: Occasion, holder: Holder, on: Day): Reported | null {
  return TRADES[occasion](holder, on);
}

/** A holding line of an account. */
export function holdingLine({ title, nature, terms, shares }: Held): DraftLine {
  return { title, nature, terms, after: shares, trade: null, notes: [] };
}

function direct(held: Held[]): Held {
  const own = held.find(({ nature, terms }) => nature === null && terms === null);
  if (own !== undefined) return own;
  const opened = { title: COMMON, nature: null, terms: null, shares: 0 };
  held.push(opened);
  return opened;
}

function noTerms() {
  return { price: 0, exercisableOn: null, expiresOn: null };
}

function traded(account: Held, what: NonNullable<DraftLine['trade']>): DraftLine {
  account.shares += what.change;
  return { ...holdingLine(account), trade: what };
}

/** One line, or two where the order is a large one, at prices near each other. */
function inLots(account: Held, what: NonNullable<DraftLine['trade']>): DraftLine[] {
  const { change, price } = what;
  if (Math.abs(change) < 4_000 || price === null) return [traded(account, what)];
  const first = Math.trunc(change * 0.6);
  const second = { ...what, change: change - first, price: Math.round(price * 1.013) };
  const note = `The price is the average of several trades at prices from $${inDollars(price * 0.995)} to $${inDollars(price * 1.005)}.`;
  const line = traded(account, { ...what, change: first });
  return [{ ...line, notes: [['pricePerShare', note]] }, traded(account, second)];
}

function inDollars(cents: number): string {
  return (Math.round(cents) / 100).toFixed(2);
}

function all(lines: readonly DraftLine[]): Reported {
  return { lines, isUnderPlan: false };
}

/** Sales after the day on which a plan was adopted, and a quarter of a year, are under it. */
function underPlan(lines: readonly DraftLine[], planSince: Day | null, on: Day): Reported {
  if (planSince === null || on < planSince + 90) return all(lines);
  const note = `The sale was made under a Rule 10b5-1 trading plan adopted on ${inWords(planSince)}.`;
  const noted = lines.map((line) =>
    line.trade?.code === 'S' ? { ...line, notes: [...line.notes, ['code', note] as const] } : line,
  );
  return { lines: noted, isUnderPlan: true };
}
