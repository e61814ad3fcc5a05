import {
  type CalendarDate,
  compareText,
  daysApart,
  groupBy,
  type Instant,
  newYorkDate,
} from '../../values/index.ts';
import type { ActionEntry } from './action-entry.ts';
import { type AdsStatement, adsActions } from './ads-actions.ts';
import type { CorporateAction, FiledStatement } from './corporate-action.ts';
import { inferredActions } from './inferred-actions.ts';
import { byKnown, type Jump, jumpsBy } from './jumps.ts';
import { isSameRatio, type ShareRatio, splitKind } from './share-ratio.ts';

/**
 * Days within which statements of one ratio are of one action, and of two ratios only one can be.
 */
const ONE_ACTION = 30;

/**
 * The corporate actions of an issuer, by day, from what its filings state and the entries of its
 * accounts (each account's in accounting order): all that is known at one moment, and nothing else
 * (docs/domain.md §5).
 */
export function corporateActions(
  statements: readonly FiledStatement[],
  accounts: readonly (readonly ActionEntry[])[],
): CorporateAction[] {
  const splits = statements.filter(({ says }) => says === 'SPLIT');
  const stated = dated(splits, accounts);
  const joined = withUndated(stated, splits);
  const known = [...joined.actions, ...undated(joined.left, accounts)];
  const inferred = inferredActions(accounts).filter(
    (action) => !known.some((other) => isOneAction(action, other)),
  );
  const isAds = (statement: FiledStatement): statement is AdsStatement =>
    statement.says !== 'SPLIT';
  return [...known, ...inferred, ...adsActions(statements.filter(isAds))].sort(
    (a, b) => compareText(a.effectiveOn, b.effectiveOn) || compareText(a.knownAt, b.knownAt),
  );
}

/**
 * Actions of which a filing states the day: of those that contradict each other the best supported.
 */
function dated(
  statements: readonly FiledStatement[],
  accounts: readonly (readonly ActionEntry[])[],
): CorporateAction[] {
  const withDay = statements.filter(({ on }) => on !== null);
  const found = [...groupBy(withDay, ratioText).values()].flatMap((ofRatio) =>
    clusters(ofRatio).map((cluster) => {
      const effectiveOn = usualDay(cluster);
      const jumps = jumpsBy(cluster[0] as ShareRatio, accounts, effectiveOn);
      return action(cluster, jumps, { effectiveOn, isCertain: true });
    }),
  );
  const kept: CorporateAction[] = [];
  for (const one of found.sort(bySupport)) {
    if (!kept.some((other) => areNear(one, other))) kept.push(one);
  }
  return kept;
}

/**
 * Statements of one ratio, in the order of their days, parted where too many days lie between them.
 */
function clusters(statements: readonly FiledStatement[]): FiledStatement[][] {
  const parts: FiledStatement[][] = [];
  for (const statement of [...statements].sort((a, b) => compareText(dayOf(a), dayOf(b)))) {
    const last = parts.at(-1);
    const first = last?.[0];
    if (last === undefined || first === undefined) parts.push([statement]);
    else if (daysApart(dayOf(first), dayOf(statement)) <= ONE_ACTION) last.push(statement);
    else parts.push([statement]);
  }
  return parts;
}

/** The day that most filings state; of several the earliest. */
function usualDay(statements: readonly FiledStatement[]): CalendarDate {
  const days = [...groupBy(statements, dayOf)].map(([day, of]) => ({
    day,
    filings: filingsOf(of),
  }));
  days.sort((a, b) => b.filings - a.filings || compareText(a.day, b.day));
  return days[0]?.day as CalendarDate;
}

function bySupport(a: CorporateAction, b: CorporateAction): number {
  return (
    ownersOf(b.jumps) - ownersOf(a.jumps) ||
    filingsOf(b.statements) - filingsOf(a.statements) ||
    compareText(a.knownAt, b.knownAt) ||
    compareText(a.effectiveOn, b.effectiveOn)
  );
}

/** Gives ratios stated without a day to the last action of that ratio before them. */
function withUndated(
  actions: readonly CorporateAction[],
  statements: readonly FiledStatement[],
): { actions: CorporateAction[]; left: FiledStatement[] } {
  const left: FiledStatement[] = [];
  const more = new Map<CorporateAction, FiledStatement[]>();
  for (const statement of statements.filter(({ on }) => on === null)) {
    const own = actions
      .filter((one) => isSameRatio(one, statement) && one.effectiveOn <= dayKnown(statement))
      .sort((a, b) => compareText(b.effectiveOn, a.effectiveOn))[0];
    if (own === undefined) left.push(statement);
    else more.set(own, [...(more.get(own) ?? []), statement]);
  }
  const joined = actions.map((one) => {
    const { statements: stated, jumps, effectiveOn, isCertain } = one;
    const added = more.get(one) ?? [];
    // What was known of it without a day does not date the knowledge of it.
    return {
      ...action(stated, jumps, { effectiveOn, isCertain }),
      statements: byTime([...stated, ...added]),
    };
  });
  return { actions: joined, left };
}

/**
 * Actions whose ratio alone is stated: where a balance jumps by it, from the first day on which one
 * does.
 */
function undated(
  statements: readonly FiledStatement[],
  accounts: readonly (readonly ActionEntry[])[],
): CorporateAction[] {
  return [...groupBy(statements, ratioText).values()].flatMap((ofRatio) => {
    const jumps = jumpsBy(ofRatio[0] as ShareRatio, accounts, null);
    const [first] = jumps;
    if (first === undefined) return [];
    const effectiveOn = first.effectiveOn;
    const own = jumps.filter((jump) => jump.since < effectiveOn);
    const said = ofRatio.filter((statement) => dayKnown(statement) >= effectiveOn);
    if (said.length === 0) return [];
    return [action(said, own, { effectiveOn, isCertain: false })];
  });
}

/** Known once a statement is, and, of one without a day, a jump. */
function action(
  statements: readonly FiledStatement[],
  jumps: readonly Jump[],
  { effectiveOn, isCertain }: Pick<CorporateAction, 'effectiveOn' | 'isCertain'>,
): CorporateAction {
  const { newShares, oldShares } = statements[0] as ShareRatio;
  const first = earliest(statements);
  const seen = isCertain ? first : later(first, earliest(jumps));
  return {
    kind: splitKind({ newShares, oldShares }),
    newShares,
    oldShares,
    effectiveOn,
    knownAt: seen,
    isCertain,
    statements: byTime(statements),
    jumps,
  };
}

function isOneAction(a: CorporateAction, b: CorporateAction): boolean {
  const shared = new Set(a.jumps.map(({ position }) => position));
  return areNear(a, b) || b.jumps.some(({ position }) => shared.has(position));
}

function areNear(a: CorporateAction, b: CorporateAction): boolean {
  return daysApart(a.effectiveOn, b.effectiveOn) <= ONE_ACTION;
}

function byTime(statements: readonly FiledStatement[]): FiledStatement[] {
  return [...statements].sort(byKnown);
}

function earliest(known: readonly { readonly knownAt: Instant }[]): Instant {
  return known.map(({ knownAt }) => knownAt).sort()[0] as Instant;
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

function dayOf({ on, effectiveOn }: FiledStatement): CalendarDate {
  return on ?? effectiveOn;
}

function dayKnown({ knownAt }: FiledStatement): CalendarDate {
  return newYorkDate(knownAt);
}

function ratioText({ newShares, oldShares }: ShareRatio): string {
  return `${newShares} ${oldShares}`;
}

function filingsOf(statements: readonly FiledStatement[]): number {
  return new Set(statements.map(({ filingId }) => filingId)).size;
}

function ownersOf(jumps: readonly Jump[]): number {
  return new Set(jumps.map(({ personId }) => personId)).size;
}
