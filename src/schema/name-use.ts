import type { NameUse as NameUseShape } from '../ledger/index.ts';
import { builder } from './builder.ts';

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

/** The uses of names other than the current one, the latest used first; null where none is current. */
export function formerNames(current: string | null, uses: readonly NameUseShape[]): NameUseShape[] {
  return uses
    .filter(({ name }) => name !== current)
    .sort((a, b) => compareTexts(b.lastKnownAt, a.lastKnownAt) || compareTexts(a.name, b.name));
}

function compareTexts(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
