import { add, type CalendarDate, type Decimal, type Instant, ZERO } from '../../values/index.ts';
import type { AssignedLine, Slot } from './assigned-line.ts';
import { isInForce } from './group-line.ts';
import { type Balance, balanceBefore, isSameBalance } from './run.ts';

/** The last line of an account's slots that is in force at an instant. */
export function lastInForce(slots: readonly Slot[], at: Instant): AssignedLine | undefined {
  for (let index = slots.length - 1; index >= 0; index -= 1) {
    const version = inForce(slots[index], at);
    if (version !== undefined) return version;
  }
  return undefined;
}

/** What is held after all that is in force at an instant; null where no line says. */
export function balanceAt(slots: readonly Slot[], at: Instant): Balance | null {
  let since: Decimal = ZERO;
  let aside: Balance | null = null;
  for (let index = slots.length - 1; index >= 0; index -= 1) {
    const version = inForce(slots[index], at);
    if (version === undefined) continue;
    const { line, amount, isAside } = version;
    if (amount !== null && isAside) aside ??= { amount, unit: line.unit };
    else if (amount !== null) return { amount: add(amount, since), unit: line.unit };
    since = add(since, line.change ?? ZERO);
  }
  return aside;
}

/** The latest day on which a line in force is effective; "" without any. */
export function latestEffective(slots: readonly Slot[], at: Instant): CalendarDate {
  const days = slots.flatMap(({ versions }) => versions.map(({ line }) => line));
  return days.reduce(
    (latest, line) =>
      isInForce(line, at) && line.effectiveOn > latest ? line.effectiveOn : latest,
    '' as CalendarDate,
  );
}

/** Where a line of one filing begins with a balance, or replaces one so; -1 where none does. */
export function beginningAt(
  slots: readonly Slot[],
  balance: Balance | null,
  orderKey: string,
): number {
  return slots.findIndex(({ versions }) =>
    versions.some(
      (version) =>
        version.line.filing.orderKey === orderKey &&
        !version.isClosing &&
        isSameBalance(balanceBefore(version), balance),
    ),
  );
}

function inForce(slot: Slot | undefined, at: Instant): AssignedLine | undefined {
  return slot?.versions.findLast(({ line }) => isInForce(line, at));
}
