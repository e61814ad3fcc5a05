import {
  add,
  type CalendarDate,
  type Decimal,
  type Instant,
  subtract,
  ZERO,
} from '../../values/index.ts';
import type { AccountEvidence, AccountKey } from './account-key.ts';
import type { AccountLine, AssignedLine, Slot } from './assigned-line.ts';
import { compareFilings, isInForce, type Reconciliation, type Unit } from './group-line.ts';

/** What one line does to its account. */
export interface Entry {
  readonly position: bigint;
  /** Place of the line's filing in the group, and of the line, in accounting order; from 1. */
  readonly place: number;
  readonly accountingOrder: number;
  /** Why the line is in this account. */
  readonly evidence: AccountEvidence;
  readonly effectiveOn: CalendarDate;
  readonly knownAt: Instant;
  /** When an amendment took it out of force; null while it stands. */
  readonly supersededAt: Instant | null;
  readonly change: Decimal | null;
  readonly amount: Decimal;
  readonly unit: Unit;
  readonly derived: boolean;
  /**
   * Whether it is late and breaks: its amount is of its own day, and it displaces no later balance.
   */
  readonly isAside: boolean;
  readonly reconciliation: Reconciliation;
  /** Reported minus expected, where it breaks. */
  readonly difference: Decimal | null;
  /** The line at the other side, where a move or another title explains it. */
  readonly moved: bigint | null;
  /**
   * Whether it is no line, but says that what the account held has gone to another; its position is
   * the last line's.
   */
  readonly isClosing: boolean;
}

/** An account with its entries in accounting order. */
export interface AccountEntries {
  readonly key: AccountKey;
  readonly entries: readonly Entry[];
  /** Of one that goes on from where it ended: those of its entries that it ended with. */
  readonly ended: number;
  /** Its entries before each of its slots. */
  readonly entriesBefore: readonly number[];
}

/** The accounts of one class with their entries. */
export interface ClassEntries {
  readonly accounts: readonly AccountEntries[];
  /** How many filings have a line in one of them. */
  readonly places: number;
}

/** A class whose lines are assigned to its accounts. */
interface AssignedClass {
  readonly places: number;
  readonly accounts: readonly {
    readonly key: AccountKey;
    readonly slots: readonly Slot[];
    readonly before: { readonly slots: number; readonly entries: number };
  }[];
}

/**
 * Works out the entries of every account of one group in accounting order: filings by known-at,
 * lines in running order, a replacing line in the place of the one replaced. A reported amount
 * always wins over arithmetic; where a line reports none, the amount before it and its change give
 * it (docs/domain.md §5). A line that leaves the balance unknown makes no entry.
 */
export function classEntries({ accounts, places: ended }: AssignedClass): ClassEntries {
  const filings = accounts.flatMap(({ slots, before }) =>
    slots.slice(before.slots).flatMap(({ versions }) => versions.map(({ line }) => line.filing)),
  );
  const places = new Map<string, number>();
  for (const { orderKey } of filings.sort(compareFilings)) {
    if (!places.has(orderKey)) places.set(orderKey, ended + places.size + 1);
  }
  return {
    accounts: accounts.map((account) => accountEntries(account, places)),
    places: ended + places.size,
  };
}

function accountEntries(
  { key, slots, before }: AssignedClass['accounts'][number],
  places: ReadonlyMap<string, number>,
): AccountEntries {
  const entries: Entry[] = [];
  const entriesBefore: number[] = [];
  let ended = 0;
  for (const [index, { filing, versions }] of slots.entries()) {
    if (index === before.slots) ended = entries.length;
    entriesBefore.push(before.entries + entries.length);
    for (const line of versions) {
      // A filing that repeats a trade has reported the account; one that replaces a line has its
      // place.
      const by = line.evidence === 'DUPLICATE' && !line.isClosing ? line.line.filing : filing;
      const accountingOrder = before.entries + entries.length + 1;
      const order = { place: places.get(by.orderKey) ?? 0, accountingOrder };
      const entry = line.isClosing ? closing(line, order) : reconcile(line, entries, order);
      if (entry !== null) entries.push(entry);
    }
  }
  if (slots.length === before.slots) ended = entries.length;
  return { key, entries, ended, entriesBefore };
}

interface Order {
  readonly place: number;
  readonly accountingOrder: number;
}

function closing({ line, evidence, counterpart }: AssignedLine, order: Order): Entry {
  return {
    place: order.place,
    accountingOrder: order.accountingOrder,
    position: line.position,
    evidence,
    effectiveOn: line.effectiveOn,
    knownAt: line.filing.knownAt,
    supersededAt: line.supersededAt,
    change: line.change,
    amount: ZERO,
    unit: line.unit,
    derived: true,
    isAside: false,
    reconciliation: 'CONSISTENT',
    difference: null,
    moved: counterpart?.position ?? null,
    isClosing: true,
  };
}

function reconcile(
  { line, amount: reported, derived, evidence, isAside, counterpart }: AssignedLine,
  before: readonly Entry[],
  order: Order,
): Entry | null {
  const previous = before.findLast(
    (entry) => entry.unit === line.unit && inForce(entry, line.filing.knownAt),
  );
  const expectations =
    counterpart?.continues != null
      ? [add(counterpart.continues.amount, line.change ?? ZERO)]
      : previous === undefined
        ? []
        : expectedAmounts(before, previous, line);
  const [expected = null] = expectations;
  const amount = reported ?? expected;
  if (amount === null) return null;
  const agrees = expected === null || expectations.includes(amount);
  return {
    place: order.place,
    accountingOrder: order.accountingOrder,
    position: line.position,
    evidence,
    effectiveOn: line.effectiveOn,
    knownAt: line.filing.knownAt,
    supersededAt: line.supersededAt,
    change: line.change,
    amount,
    unit: line.unit,
    derived: derived || reported === null,
    isAside,
    reconciliation: expected === null ? 'OPENING' : agrees ? 'CONSISTENT' : 'BREAK',
    difference: expected === null || agrees ? null : subtract(amount, expected),
    moved: counterpart?.position ?? null,
    isClosing: false,
  };
}

/**
 * The amounts that a line may lead to from what was known when it became known: the balance that
 * stood and its change; after late lines that broke, what these reported, or what stood without
 * them; where the account was closed, what it held before. The line that follows decides.
 */
function expectedAmounts(
  before: readonly Entry[],
  previous: Entry,
  { change, filing, unit }: AccountLine,
): Decimal[] {
  const { knownAt } = filing;
  const starts = [standing(previous, before, knownAt)];
  if (previous.isClosing) {
    const index = before.indexOf(previous);
    const closed = before
      .slice(0, index)
      .findLast((entry) => entry.unit === unit && !entry.isClosing && inForce(entry, knownAt));
    if (closed !== undefined) starts.push(standing(closed, before, knownAt));
  }
  if (previous.isAside) {
    const firm = before.findLast((entry) => entry.unit === unit && isFirm(entry, knownAt));
    starts.push(previous.amount, ...(firm === undefined ? [] : [firm.amount]));
  }
  return starts.map((start) => add(start, change ?? ZERO));
}

/**
 * The balance that stands after an entry at an instant: its amount; or, where it is late and
 * breaks, the balance that stood before it and its change.
 */
export function standing(entry: Entry, before: readonly Entry[], at: Instant): Decimal {
  let since = ZERO;
  const place = entry.accountingOrder - (before[0] ?? entry).accountingOrder;
  for (let index = place; index >= 0; index -= 1) {
    const each = index === place ? entry : before[index];
    if (each === undefined || each.unit !== entry.unit) continue;
    if (each !== entry && !inForce(each, at)) continue;
    if (!each.isAside) return add(each.amount, since);
    since = add(since, each.change ?? ZERO);
  }
  return entry.amount;
}

function isFirm(entry: Entry, at: Instant): boolean {
  return !entry.isAside && inForce(entry, at);
}

/** Whether an entry is known at an instant and not superseded by then. */
export function inForce(entry: Pick<Entry, 'knownAt' | 'supersededAt'>, at: Instant): boolean {
  return entry.knownAt <= at && isInForce(entry, at);
}
