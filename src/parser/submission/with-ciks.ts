import type { Cik } from '../../values/index.ts';
import type { FiledOwner } from '../filing.ts';
import type { HeaderParty } from './sgml-header.ts';

/**
 * The owners, those without a CIK with the one that the header has for their name. Where it has
 * more of one name than the document leaves open, none is taken: nobody could say which is whose.
 */
export function withCiks(
  owners: readonly FiledOwner[],
  parties: readonly HeaderParty[],
): readonly FiledOwner[] {
  const taken = new Set(owners.map(({ cik }) => cik));
  const free = new Map<string, Set<Cik>>();
  for (const { name, cik } of parties) {
    if (cik === null || taken.has(cik)) continue;
    const ciks = free.get(folded(name)) ?? new Set();
    free.set(folded(name), ciks.add(cik));
  }
  const open = new Map<string, number>();
  for (const { name, cik } of owners) {
    if (cik === null) open.set(folded(name), (open.get(folded(name)) ?? 0) + 1);
  }
  for (const [name, ciks] of free) if (ciks.size > (open.get(name) ?? 0)) free.delete(name);
  // Names of nothing but letters beyond ASCII fold to the same nothing.
  free.delete('');
  return owners.map((owner) => {
    const ciks = owner.cik === null ? free.get(folded(owner.name)) : undefined;
    const [cik] = ciks ?? [];
    if (cik === undefined) return owner;
    ciks?.delete(cik);
    return { ...owner, cik };
  });
}

function folded(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}
