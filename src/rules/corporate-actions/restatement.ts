import { type CalendarDate, type Decimal, divide, multiply } from '../../values/index.ts';
import { foldSecurityTitle } from '../accounts/index.ts';
import type { ActionEntry } from './action-entry.ts';
import type { CorporateAction } from './corporate-action.ts';
import { runsOn } from './jumps.ts';
import { type ShareRatio, wholeRatio } from './share-ratio.ts';

/** What an amount is of: before an action or after it. */
type Side = 'BEFORE' | 'AFTER';

/** Decides of entries of one issuer's accounts what restates them. */
export class Restatements {
  readonly #actions: readonly SidedAction[];

  /** Of an issuer's actions and all entries of its accounts, each account's in accounting order. */
  constructor(actions: readonly CorporateAction[], accounts: readonly (readonly ActionEntry[])[]) {
    this.#actions = actions.map((action) => sided(action, accounts));
  }

  /**
   * By what the amounts of an account's entries are to be multiplied to be of a day: in the order
   * of the entries; null where they are of that day as filed (docs/domain.md §5).
   */
  ratios(entries: readonly ActionEntry[], asOf: CalendarDate): (ShareRatio | null)[] {
    const ratios = entries.map((): ShareRatio | null => null);
    for (const sidedAction of this.#actions) {
      const { action } = sidedAction;
      if (!isChanged(sidedAction, entries)) continue;
      const asked: Side = action.effectiveOn <= asOf ? 'AFTER' : 'BEFORE';
      for (const [index, side] of sidesOf(entries, sidedAction).entries()) {
        if (side === asked) continue;
        const { newShares, oldShares } = action;
        const by = asked === 'AFTER' ? action : { newShares: oldShares, oldShares: newShares };
        ratios[index] = times(ratios[index] ?? null, by);
      }
    }
    return ratios;
  }
}

/** An amount restated by a ratio: exact until then, to four places, halves to even. */
export function restated(amount: Decimal, { newShares, oldShares }: ShareRatio): Decimal {
  return divide(multiply(amount, newShares), oldShares);
}

/** An action, and what its evidence says of sides. */
interface SidedAction {
  readonly action: CorporateAction;
  readonly jumps: ReadonlySet<string>;
  readonly stated: ReadonlyMap<bigint, Side>;
  readonly jumping: ReadonlySet<string>;
  /** Classes that ran on through the day. */
  readonly untouched: ReadonlySet<string>;
}

function sided(
  action: CorporateAction,
  accounts: readonly (readonly ActionEntry[])[],
): SidedAction {
  const jumping = new Set(action.jumps.map(({ securityClass }) => securityClass));
  const known = {
    action,
    jumping,
    jumps: new Set(action.jumps.map(({ accountId, position }) => `${accountId} ${position}`)),
    stated: new Map(action.statements.map(({ filingId, side }) => [filingId, side] as const)),
  };
  const untouched = new Set(
    accounts
      .filter((entries) => runsThrough(entries, { ...known, untouched: new Set() }))
      .flatMap(([first]) => first?.securityClass ?? [])
      .filter((securityClass) => !jumping.has(securityClass)),
  );
  return { ...known, untouched };
}

/** Whether a transaction of Table I after the day continues a balance from before it. */
function runsThrough(entries: readonly ActionEntry[], sidedAction: SidedAction): boolean {
  const sides = sidesOf(entries, sidedAction);
  return entries.some(
    (entry, index) =>
      entry.table === 'NON_DERIVATIVE' &&
      entry.isTransaction &&
      entry.effectiveOn > sidedAction.action.effectiveOn &&
      sides[index] === 'BEFORE' &&
      runsOn(entry, entries[index - 1]),
  );
}

/** The side of each entry of an account. */
function sidesOf(
  entries: readonly ActionEntry[],
  { action, jumps, stated }: Pick<SidedAction, 'action' | 'jumps' | 'stated'>,
): Side[] {
  const sides: Side[] = [];
  for (const [index, entry] of entries.entries()) {
    const before = sides[index - 1];
    if (before !== undefined && runsOn(entry, entries[index - 1])) sides.push(before);
    else if (jumps.has(`${entry.accountId} ${entry.position}`)) sides.push('AFTER');
    else {
      const byDay = entry.effectiveOn >= action.effectiveOn ? 'AFTER' : 'BEFORE';
      sides.push(stated.get(entry.filingId) ?? byDay);
    }
  }
  return sides;
}

/** Whether an action changes the amounts of an account. */
function isChanged(
  { action, jumping, untouched }: SidedAction,
  [first]: readonly ActionEntry[],
): boolean {
  if (first === undefined || first.unit === 'USD') return false;
  const { table, securityClass, underlyingClass } = first;
  if (table === 'NON_DERIVATIVE' && jumping.has(securityClass)) return true;
  if (action.kind === 'RATIO_CHANGE') return IS_ADS.test(securityClass);
  if (NO_SHARES.test(securityClass)) return false;
  if (table === 'NON_DERIVATIVE') return !untouched.has(securityClass);
  const underlying = underlyingClass ?? '';
  return !NO_SHARES.test(underlying) && !untouched.has(foldSecurityTitle(underlying));
}

const IS_ADS = /\bADSS?\b|\bADRS?\b|\bAMERICAN DEPOSIT/;
/** What a split of the shares leaves as it is: their conversion price changes instead. */
const NO_SHARES = /\bADSS?\b|\bADRS?\b|\bDEPOSIT[AO]RY\b|\bPREFER|\bNOTE\b|\bDEBENTURE|\bBOND/;

function times(ratio: ShareRatio | null, by: ShareRatio): ShareRatio | null {
  if (ratio === null) return by;
  return wholeRatio(
    multiply(ratio.newShares, by.newShares),
    multiply(ratio.oldShares, by.oldShares),
  );
}
