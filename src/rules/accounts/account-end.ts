import type { CalendarDate } from '../../values/index.ts';
import type { AccountKey } from './account-key.ts';
import type { AssignedLine, Slot } from './assigned-line.ts';
import type { FilingOrder } from './group-line.ts';

/** All of an account that later lines can build on, where none of them reaches behind it. */
export interface AccountEnd {
  readonly key: AccountKey;
  /** The texts of the keys that filings called it by, in their order. */
  readonly keys: readonly string[];
  /** The folded notes of its last filing, and the days that tell its terms from others'. */
  readonly notes: string;
  readonly dates: readonly string[];
  /** The latest day on which any line of it is effective. */
  readonly latest: CalendarDate | '';
  readonly lastFiling: FilingOrder | null;
  /** Its entries before the first of these slots. */
  readonly entries: number;
  /** Its last slots: in each unit at least the last balance that is reported and stands. */
  readonly slots: readonly Slot[];
}

/** The end of an account that has no line yet. */
export const NOT_BEGUN: Omit<AccountEnd, 'key'> = {
  keys: [],
  notes: '',
  dates: [],
  latest: '',
  lastFiling: null,
  entries: 0,
  slots: [],
};

/** Where the slots begin that balances of later lines are worked out from. */
export function firstOfEnd(slots: readonly Slot[]): number {
  const units = new Set(slots.flatMap(({ versions }) => versions.map(({ line }) => line.unit)));
  for (let index = slots.length - 1; index > 0; index -= 1) {
    const firm = firmLine(slots[index]);
    if (firm === null) continue;
    units.delete(firm.line.unit);
    if (units.size === 0) return index;
  }
  return 0;
}

/** The line of a slot that no balance looks behind: alone, in force for good, with an amount. */
function firmLine(slot: Slot | undefined): AssignedLine | null {
  const [line, ...others] = slot?.versions ?? [];
  if (line === undefined || others.length > 0) return null;
  const isFirm = line.amount !== null && !line.isAside && !line.isClosing;
  return isFirm && line.line.supersededAt === null ? line : null;
}

/** A slot without what only its own filing's decisions need. */
export function bareSlot({ filing, versions }: Slot): Slot {
  return { filing, versions: versions.map(bareLine) };
}

function bareLine({ line, amount, derived, evidence, ...rest }: AssignedLine): AssignedLine {
  const { position, filing, effectiveOn, change, unit, trade, supersededAt } = line;
  const { isAside, counterpart, isClosing } = rest;
  return {
    line: { position, filing, effectiveOn, change, unit, trade, supersededAt },
    amount,
    derived,
    evidence,
    isAside,
    counterpart: counterpart && { ...counterpart, closes: [] },
    isClosing,
  };
}
