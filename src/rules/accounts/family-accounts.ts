import { assignClasses } from './assign-accounts.ts';
import { type AccountEntries, classEntries } from './entries.ts';
import type { FamilyEnd } from './family-end.ts';
import { type ClassLines, compareFilings, type StatedNothing } from './group-line.ts';

/** The accounts of a family: all classes of one owner in one issuer and table. */
export interface FamilyAccounts {
  /** By class; of a family that goes on, the accounts that it had before too. */
  readonly accounts: ReadonlyMap<string, readonly AccountEntries[]>;
  /** Where the family ends with these lines; null where it has none. */
  readonly end: () => FamilyEnd | null;
}

/**
 * The accounts of a family and their entries, from all its lines and what says that there are none;
 * or from where it ended and the lines that go on from there (docs/domain.md §5).
 */
export function familyAccounts(
  classes: readonly ClassLines[],
  before: FamilyEnd | null = null,
  nothing: readonly StatedNothing[] = [],
): FamilyAccounts {
  const assigned = assignClasses(classes, before?.classes, nothing);
  const entries = assigned.map((one) => classEntries(one));
  return {
    accounts: new Map(
      assigned.map(({ securityClass }, index) => [securityClass, entries[index]?.accounts ?? []]),
    ),
    end: () => {
      const lines = classes.flatMap((one) => one.lines);
      if (lines.length === 0) return before;
      const stated: Stated[] = [
        ...lines.map(({ filing, effectiveOn: on }) => ({ filing, on })),
        ...nothing,
      ];
      const last = stated.reduce(laterFiling, before?.last ?? null);
      const latest = stated.reduce(laterDay, before?.latest ?? null);
      if (last === null || latest === null) return null;
      const ends = assigned.map((one, at) => one.end(entries[at] ?? { accounts: [], places: 0 }));
      return { last, latest, classes: ends };
    },
  };
}

type Stated = Pick<StatedNothing, 'filing' | 'on'>;

function laterFiling(last: FamilyEnd['last'] | null, { filing }: Stated): FamilyEnd['last'] {
  return last === null || compareFilings(filing, last) > 0 ? filing : last;
}

function laterDay(latest: FamilyEnd['latest'] | null, { on }: Stated) {
  return latest === null || on > latest ? on : latest;
}
