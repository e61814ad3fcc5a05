import type { AcquiredDisposed, OwnershipForm, Timeliness } from './filing.ts';

/** Whether a box is ticked: 1, true, yes, Y and X are yes in any case, anything else is no. */
export function isTicked(text: string): boolean {
  return /^(?:1|true|yes|y|x)$/i.test(text);
}

/** D or I, in letters or words; null where neither is said. */
export function ownershipOf(text: string | null): OwnershipForm | null {
  const first = text?.slice(0, 1).toUpperCase();
  return first === 'D' ? 'DIRECT' : first === 'I' ? 'INDIRECT' : null;
}

/** A or D; null where neither is said. */
export function sideOf(text: string | null): AcquiredDisposed | null {
  const letter = text?.toUpperCase();
  return letter === 'A' ? 'ACQUIRED' : letter === 'D' ? 'DISPOSED' : null;
}

/** E is early, L is late, and whatever else is on time (docs/domain.md §8). */
export function timelinessOf(text: string | null): Timeliness {
  const first = text?.slice(0, 1).toUpperCase();
  return first === 'E' ? 'EARLY' : first === 'L' ? 'LATE' : 'ON_TIME';
}
