import type { CalendarDate } from '../../values/index.ts';
import type { AccountEnd } from './account-end.ts';
import { type ClassLines, compareFilings, type FilingOrder, type GroupLine } from './group-line.ts';

/** Where a class of security ends: its accounts, and where its title was met. */
export interface ClassEnd {
  readonly securityClass: string;
  /** The last filing that listed it. */
  readonly last: FilingOrder | null;
  /** The classes that filings listed beside it. */
  readonly beside: readonly string[];
  /** How many filings have a line in one of its accounts. */
  readonly places: number;
  readonly accounts: readonly AccountEnd[];
}

/** Where all classes of one owner in one issuer and table end (docs/domain.md §5). */
export interface FamilyEnd {
  /** The last filing with a line of them, or that says that there are none. */
  readonly last: FilingOrder;
  /** The latest day on which one of these is effective. */
  readonly latest: CalendarDate;
  readonly classes: readonly ClassEnd[];
}

/**
 * Whether lines go on from an end: each of a later filing, effective no earlier than all before,
 * and none that replaces or repeats one of those. Otherwise all lines have to be worked out again.
 */
export function goesOn(end: FamilyEnd, classes: readonly ClassLines[]): boolean {
  const lines = classes.flatMap((one) => one.lines);
  const own = new Set(lines.map(({ position }) => position));
  const isLater = ({ filing, effectiveOn, trade, replaces }: GroupLine) =>
    compareFilings(filing, end.last) > 0 &&
    effectiveOn >= end.latest &&
    own.has(trade) &&
    (replaces === null || own.has(replaces));
  return lines.every(isLater);
}
