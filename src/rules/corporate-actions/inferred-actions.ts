import {
  type CalendarDate,
  type Decimal,
  daysApart,
  groupBy,
  type Instant,
} from '../../values/index.ts';
import type { ActionEntry } from './action-entry.ts';
import type { CorporateAction } from './corporate-action.ts';
import { breaksOf, byDay, byKnown, isExactly, type Jump } from './jumps.ts';
import { type ShareRatio, splitKind } from './share-ratio.ts';

const ratio = (newShares: number, oldShares: number): ShareRatio => ({
  newShares: String(newShares) as Decimal,
  oldShares: String(oldShares) as Decimal,
});
const upTo = (last: number) => Array.from({ length: last - 1 }, (_, index) => index + 2);
const OFTEN_MORE = [60, 70, 75, 80, 90, 100, 120, 125, 150, 200, 250, 300, 400, 500, 1000];

/** The ratios that splits have where nobody says one. */
const SIMPLE: readonly ShareRatio[] = [
  ...[...upTo(10), 15, 20, 25, 30, 40, 50, 100].map((times) => ratio(times, 1)),
  ...[...upTo(50), ...OFTEN_MORE].map((parts) => ratio(1, parts)),
  ratio(3, 2),
  ratio(4, 3),
  ratio(5, 2),
  ratio(5, 4),
  ratio(6, 5),
  ratio(11, 10),
  ratio(21, 20),
];

/** A holder who has reported within so many days after is one to ask whether others jumped too. */
const WEEKS = 60;

/**
 * Splits that nobody states: one simple ratio by which most owners of a class jump between the same
 * days (docs/domain.md §5).
 */
export function inferredActions(accounts: readonly (readonly ActionEntry[])[]): CorporateAction[] {
  const breaks = breaksOf(accounts);
  const byClass = groupBy(breaks, ({ securityClass }) => securityClass);
  return [...byClass].flatMap(([securityClass, ofClass]) => {
    const lists = accounts.filter((entries) => isOfClass(entries, securityClass));
    return SIMPLE.flatMap((one) => {
      const jumps = ofClass.filter((jump) => isExactly(jump, one));
      return sameDays(jumps).flatMap((together) => inferred(one, together, lists) ?? []);
    });
  });
}

function isOfClass([first]: readonly ActionEntry[], securityClass: string): boolean {
  return first?.table === 'NON_DERIVATIVE' && first.securityClass === securityClass;
}

/** Jumps with a day in common on which all of them may have happened. */
function sameDays(jumps: readonly Jump[]): Jump[][] {
  const parts: Jump[][] = [];
  for (const jump of [...jumps].sort(byDay)) {
    const part = parts.find(([first]) => first !== undefined && jump.since < first.effectiveOn);
    if (part === undefined) parts.push([jump]);
    else part.push(jump);
  }
  return parts;
}

function inferred(
  { newShares, oldShares }: ShareRatio,
  jumps: readonly Jump[],
  accounts: readonly (readonly ActionEntry[])[],
): CorporateAction | null {
  const effectiveOn = jumps[0]?.effectiveOn;
  const owners = independentOwners(jumps);
  if (effectiveOn === undefined || owners.length < needed(newShares, oldShares)) return null;
  const all = new Set(
    accounts.filter((entries) => spans(entries, effectiveOn)).map(([first]) => first?.personId),
  );
  const jumped = new Set(jumps.map(({ personId }) => personId));
  if (
    [...all].filter((person) => person !== undefined && jumped.has(person)).length * 2 <=
    all.size
  ) {
    return null;
  }
  return {
    kind: splitKind({ newShares, oldShares }),
    newShares,
    oldShares,
    effectiveOn,
    knownAt: owners[needed(newShares, oldShares) - 1] as Instant,
    isCertain: false,
    statements: [],
    jumps,
  };
}

/**
 * When each owner's first jump became known, in order; of a filing that several have made together
 * one.
 */
function independentOwners(jumps: readonly Jump[]): Instant[] {
  const people = new Set<bigint>();
  const filings = new Set<bigint>();
  const found: Instant[] = [];
  for (const { personId, filingId, knownAt } of [...jumps].sort(byKnown)) {
    if (people.has(personId) || filings.has(filingId)) continue;
    people.add(personId);
    filings.add(filingId);
    found.push(knownAt);
  }
  return found;
}

/** Owners who must jump alike: vesting halves balances too, and takes a third or a quarter away. */
function needed(newShares: Decimal, oldShares: Decimal): number {
  return newShares === '1' && ['2', '3', '4'].includes(oldShares) ? 3 : 2;
}

/** Whether an account was reported before a day and again soon after. */
function spans(entries: readonly ActionEntry[], day: CalendarDate): boolean {
  return (
    entries.some(({ effectiveOn }) => effectiveOn < day) &&
    entries.some(({ effectiveOn }) => effectiveOn >= day && daysApart(effectiveOn, day) <= WEEKS)
  );
}
