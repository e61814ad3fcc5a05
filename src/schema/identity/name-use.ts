import { builder } from '../builder.ts';

/** A name or ticker as filings used it, and when. */
interface NameUseShape {
  readonly name: string;
  readonly firstKnownAt: Date;
  readonly lastKnownAt: Date;
  /** Missing where no header says it. */
  readonly until?: Date;
}

/** NameUse. */
export const NameUse = builder.objectRef<NameUseShape>('NameUse').implement({
  description: 'A name or ticker as filings used it, and from when to when.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As filed.' }),
    firstKnownAt: t.expose('firstKnownAt', {
      type: 'DateTime',
      description:
        'When the first filing with this name became known; of one that headers alone tell, the first of these.',
    }),
    lastKnownAt: t.expose('lastKnownAt', {
      type: 'DateTime',
      description: 'When the last filing with this name became known, likewise.',
    }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The day on which it was given up, as headers of submissions say; null where none does.',
      resolve: ({ until }) => until ?? null,
    }),
  }),
});

/**
 * The uses of names other than the current one, the latest used first; null where none is current.
 */
export function formerNames(current: string | null, uses: readonly NameUseShape[]): NameUseShape[] {
  return uses
    .filter(({ name }) => name !== current)
    .sort((a, b) => endOf(b) - endOf(a) || (a.name < b.name ? -1 : 1));
}

/** A name with how it is folded for comparison. */
type Folded = NameUseShape & { readonly folded: string };

/**
 * The uses of names, each with the day until which headers tell it was one, and those names that
 * headers alone tell; of several days the last (docs/domain.md §2).
 */
export function withStated(
  uses: readonly Folded[],
  stated: readonly (Folded & { readonly until: Date })[],
): NameUseShape[] {
  const last = new Map<string, (typeof stated)[number]>();
  for (const former of stated) {
    const known = last.get(former.folded);
    if (known === undefined || known.until < former.until) last.set(former.folded, former);
  }
  const used = new Set(uses.map(({ folded }) => folded));
  const dated = uses.map((use): NameUseShape => {
    const until = last.get(use.folded)?.until;
    return until === undefined ? use : { ...use, until };
  });
  return [...dated, ...[...last.values()].filter(({ folded }) => !used.has(folded))];
}

function endOf({ until, lastKnownAt }: NameUseShape): number {
  return (until ?? lastKnownAt).getTime();
}
