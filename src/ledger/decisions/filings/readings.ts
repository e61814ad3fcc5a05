import type { Telling } from '../../events/index.ts';
import type { Tellings } from './merge-tellings.ts';

/** Tellings with a new reading of bytes in the place of what was read in these before. */
export function withReading(tellings: Tellings, telling: Telling): Tellings {
  const at = tellings.findIndex(({ sourceHash }) => sourceHash === telling.sourceHash);
  const before = tellings.slice(0, Math.max(at, 0));
  const after = tellings
    .slice(before.length)
    .filter((each) => each.sourceHash !== telling.sourceHash);
  return [...before, telling, ...after] as unknown as Tellings;
}

/** Data sets round amounts and cut texts: beside them nothing conflicts by its content. */
export function conflicts(
  a: Pick<Telling, 'rendition' | 'fingerprint'>,
  b: Pick<Telling, 'rendition' | 'fingerprint'>,
): boolean {
  const isRounded = a.rendition === 'data-set' || b.rendition === 'data-set';
  return !isRounded && a.fingerprint !== b.fingerprint;
}

/** A telling that takes the place of all it conflicts with, and the others (docs/domain.md §2). */
export function withoutConflicting(tellings: Tellings, telling: Telling): Tellings {
  return [telling, ...tellings.filter((each) => !conflicts(each, telling))];
}
