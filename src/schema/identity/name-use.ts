import { builder } from '../builder.ts';

/** A name or ticker as filings used it, and when. */
interface NameUseShape {
  readonly name: string;
  readonly firstKnownAt: Date;
  readonly lastKnownAt: Date;
}

/** NameUse. */
export const NameUse = builder.objectRef<NameUseShape>('NameUse').implement({
  description: 'A name or ticker as filings used it, and from when to when.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As filed.' }),
    firstKnownAt: t.expose('firstKnownAt', {
      type: 'DateTime',
      description: 'When the first filing with this name became known.',
    }),
    lastKnownAt: t.expose('lastKnownAt', {
      type: 'DateTime',
      description: 'When the last filing with this name became known.',
    }),
  }),
});

/**
 * The uses of names other than the current one, the latest used first; null where none is current.
 */
export function formerNames(current: string | null, uses: readonly NameUseShape[]): NameUseShape[] {
  return uses
    .filter(({ name }) => name !== current)
    .sort(
      (a, b) => b.lastKnownAt.getTime() - a.lastKnownAt.getTime() || (a.name < b.name ? -1 : 1),
    );
}
